"""Reads what a release did to a text, and adds it to the document inside, whatever its kind."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Final

import msgspec

from validator.grammar.dates import read_date
from validator.grammar.exemption import CodeText, ExemptionReader
from validator.layouts.lines import Lines
from validator.model.document import Document, SourceText
from validator.model.nodes import Node
from validator.model.release_nodes import Exemption, PageFrame, Redaction
from validator.parsers.release.columns import Piece
from validator.parsers.release.elsewhere import in_clear
from validator.parsers.release.facts import exemptions, release_stamps, upgrade_stamps
from validator.parsers.release.frames import find_frames
from validator.parsers.release.margins import PlacedCode, codes_in_text, margin_pieces, placed
from validator.parsers.release.redactions import Place, RedactionFinder
from validator.parsers.release.stamps import StampReader, StampText, review_stamps
from validator.parsers.release.upgrades import UpgradeText, find_upgrades
from validator.vocabulary.eras import era_id
from validator.vocabulary.terms import Vocabularies

_SENT = re.compile(r"(?:Sent|Date)\s{0,3}:?\s{1,80}(?:[A-Z][a-z]{2,8},?\s{1,3})?(?=[A-Z\d])", re.IGNORECASE)
_HEADER: Final = 60  # lines in which the first message says when it was sent
_SEVERAL: Final = 3  # codes
_UNSTATED: Final = "unstated"
_SURE: Final = frozenset({"note", "label"})  # forms that stand in releases only


class Marks(msgspec.Struct, frozen=True, gc=False):
    """What a release put on the pages: nodes, and the same as read, for the facts that join them."""

    frames: tuple[Node, ...]
    stamps: tuple[StampText, ...]
    upgrades: tuple[UpgradeText, ...]
    codes: tuple[PlacedCode, ...]  # of stamps and margins
    pieces: tuple[Piece, ...]

    def __bool__(self) -> bool:
        return bool(self.frames or self.stamps or self.upgrades)


class ReleaseParser:
    """Reads releases with one set of vocabularies; built on the first text that looks like one."""

    __slots__ = ("_codes", "_finder", "_stamps", "_vocabularies")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._codes = ExemptionReader(vocabularies)
        self._stamps = StampReader(vocabularies, self._codes)
        self._finder = RedactionFinder(vocabularies, self._codes)

    def parse(
        self,
        source: SourceText,
        as_of: datetime.date | None,
        inside: Callable[[SourceText], Document],
        *,
        certain: bool = False,
        found: Document | None = None,
    ) -> Document:
        """The document inside with the facts of the release; a `release` where nothing was recognised inside.

        `found` is the document inside as it was read before, which holds where the release put nothing on the pages.
        """
        lines = Lines(source.text)
        pages = _pages(source, lines)
        marks = self._marks(lines, pages)
        bare = _without(source.text, lines, marks.pieces)
        read_before = None if marks.pieces else found
        document = read_before or inside(msgspec.structs.replace(source, text=bare))
        nodes = self._nodes(document, lines, pages, marks, bare)
        release = _release_of(marks, nodes)
        if document.kind == "unknown" and (certain or release or _is_sure(nodes)):
            document = self._dated(document, Lines(bare), as_of)
        return msgspec.structs.replace(
            document, source=source, release=release, nodes=_merged(document.nodes, nodes)
        )

    def _marks(self, lines: Lines, pages: Sequence[int]) -> Marks:
        frames = find_frames(lines, pages)
        stamps = tuple(self._stamps.find(lines))
        upgrades = tuple(find_upgrades(lines)) if frames.nodes or stamps else ()
        pieces = [*frames.pieces, *_pieces(stamps), *_pieces(upgrades)]
        if not pieces:
            return Marks((), (), (), (), ())
        margin = list(margin_pieces(lines, self._codes, pieces))
        of_stamps = ((piece, [code]) for stamp in stamps for piece, code in stamp.codes)
        codes = (*placed(lines, of_stamps, "stamp"), *placed(lines, margin, "margin"))
        return Marks(frames.nodes, stamps, upgrades, codes, (*pieces, *(piece for piece, _ in margin)))

    def _nodes(
        self, document: Document, lines: Lines, pages: Sequence[int], marks: Marks, bare: str
    ) -> list[Node]:
        in_text = list(codes_in_text(bare, self._codes, self._vocabularies))
        places = self._finder.find(bare, in_text)
        every = (*marks.codes, *_in_text(lines, in_text, places))
        codes = exemptions(every, pages)
        nodes = [*marks.frames, *codes, *_redactions(lines, pages, places, every, bare)]
        nodes += release_stamps(lines, marks.stamps, every, len(nodes) - len(codes) - len(marks.frames))
        if marks.upgrades:
            dated = document.date or _day_sent(Lines(bare))
            nodes += upgrade_stamps(lines, marks.upgrades, every, dated, self._vocabularies["eras"])
        held = {lines.line_of(node.start) for node in document.of("release_stamp")}
        nodes += (node for node in review_stamps(lines) if lines.line_of(node.start) not in held)
        return nodes

    def _dated(self, document: Document, lines: Lines, as_of: datetime.date | None) -> Document:
        """The document as a release, with the day on which its first message was sent."""
        day = _day_sent(lines)
        return msgspec.structs.replace(
            document,
            kind="release",
            layout="release",
            date=day or as_of,
            date_source="text" if day else "as-of" if as_of else None,
            era=era_id(day or as_of, self._vocabularies),
            as_of=as_of,
        )


def _pages(source: SourceText, lines: Lines) -> list[int]:
    """The page of each line: as the format says, else by form feeds."""
    paged = [stretch for stretch in source.stretches if stretch.page]
    if paged:
        starts = [stretch.start for stretch in paged]
        return [paged[max(0, bisect_right(starts, start) - 1)].page or 1 for start in lines.starts]
    return [fed + 1 for fed in accumulate(raw.count("\f") for raw in lines.raws)]


def _without(text: str, lines: Lines, pieces: Sequence[Piece]) -> str:
    """The text with blanks in the place of pieces, so that every offset stays."""
    parts, at = [], 0
    for piece in sorted(pieces, key=attrgetter("line", "start")):
        start = lines.starts[piece.line] + piece.start
        end = lines.starts[piece.line] + piece.end
        parts += [
            text[at:start],
            "".join(sign if sign == "\f" else " " for sign in text[max(at, start) : end]),
        ]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _pieces(found: Sequence[StampText] | Sequence[UpgradeText]) -> list[Piece]:
    return [piece for one in found for piece in one.pieces]


def _in_text(lines: Lines, in_text: Sequence[CodeText], places: Sequence[Place]) -> list[PlacedCode]:
    """Codes in the text, and those of notes such as `[b6]`; the codes of one line are a group."""
    starts = [code.start for code in in_text]
    found = [(code.start, code.end, code) for code in in_text]
    for note in (place.note for place in places):
        held = bisect_left(starts, note.start)
        if held == len(starts) or starts[held] >= note.end:
            found += ((note.start, note.end, code) for code in note.codes)
    by_place = sorted(found, key=itemgetter(0))
    placed_on = ((lines.line_of(start), start, end, code) for start, end, code in by_place)
    return [PlacedCode(code, "text", line, start, end, line) for line, start, end, code in placed_on]


def _redactions(
    lines: Lines, pages: Sequence[int], places: Sequence[Place], codes: Sequence[PlacedCode], bare: str
) -> list[Node]:
    margin: dict[int, list[str]] = {}
    for placed_code in codes:
        if placed_code.place == "margin":
            for line in range(placed_code.line - 2, placed_code.line + 3):
                margin.setdefault(line, []).append(placed_code.code.code)
    clear = in_clear(bare, [(place.note.start, place.note.end) for place in places])
    found: list[Node] = []
    for place in places:
        note, line = place.note, lines.line_of(place.note.start)
        written = tuple(dict.fromkeys(code.code for code in place.codes)) or tuple(
            dict.fromkeys(margin.get(line, ()))
        )
        found.append(
            Redaction(
                start=note.start,
                end=note.end,
                form=note.form,
                amount=note.amount,
                less=note.less,
                unit=note.unit,
                codes=written,
                place=place.place,
                page=pages[line],
                clear_line=lines.line_of(clear[note.start]) + 1 if note.start in clear else None,
            )
        )
    return found


def _release_of(marks: Marks, nodes: Sequence[Node]) -> str | None:
    """What the first stamp says; unstated where only frames or codes show that this is a release under the act."""
    if marks.stamps:
        return marks.stamps[0].release
    framed = any(isinstance(node, PageFrame) for node in nodes)
    return _UNSTATED if framed or _is_coded(nodes) else None


def _is_coded(nodes: Sequence[Node]) -> bool:
    """Whether codes show a release: one beside a withheld place or several in place of words, as law texts cite one."""
    codes = [node for node in nodes if isinstance(node, Exemption) and node.sort == "foia" and node.known]
    if any(node.place != "text" for node in codes) or len(codes) >= _SEVERAL:
        return True
    return any(isinstance(node, Redaction) and node.codes and node.form != "code" for node in nodes)


def _is_sure(nodes: Sequence[Node]) -> bool:
    return any(isinstance(node, Redaction) and node.form in _SURE for node in nodes)


def _merged(found: dict[str, tuple[Node, ...]], added: Sequence[Node]) -> dict[str, tuple[Node, ...]]:
    merged = {kind: [*nodes] for kind, nodes in found.items()}
    for node in added:
        merged.setdefault(node.kind, []).append(node)
    return {kind: tuple(sorted(nodes, key=attrgetter("start"))) for kind, nodes in merged.items()}


def _day_sent(lines: Lines) -> datetime.date | None:
    for text in lines.texts[:_HEADER]:
        match = _SENT.match(text)
        written = read_date(text, match.end()) if match else None
        if written is not None and written.day is not None:
            return written.day
    return None
