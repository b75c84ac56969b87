"""Puts a marked document together: banners, portions, authority block, date."""

import datetime
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Final

import msgspec

from validator.grammar.marking import MarkingReader
from validator.grammar.portion import PortionMarks
from validator.layouts.lines import Lines
from validator.model.document import Document, SourceText
from validator.model.level import Level
from validator.model.marked_nodes import Banner
from validator.model.nodes import Node, Paragraph, Portion, Subject
from validator.parsers.memo import authority, paragraphs
from validator.parsers.memo.banners import BannerLine, add_banner, find_banners, placed, shows_level
from validator.parsers.memo.dating import date_of, shows_date
from validator.parsers.memo.declassify_on import observe_values
from validator.parsers.memo.designation import add_cui_block
from validator.parsers.memo.facts import (
    AUTHORITY,
    controls_of,
    has_no_date,
    is_cui,
    is_of_multiple_sources,
    names_of_notices,
)
from validator.parsers.memo.labelled_lines import add_labelled_lines
from validator.parsers.memo.mail import find_mail, observe_authority, observe_mail
from validator.parsers.memo.marking_notices import MarkingNotices
from validator.parsers.memo.notices import add_notices
from validator.parsers.memo.openings import Opening, find_openings
from validator.parsers.memo.pages import Page, observe_bare_edges, pages_of, share_of_edges
from validator.parsers.memo.portions import MarkFinder, PlacedMark, add_mark
from validator.parsers.memo.recognition import is_marked, repeats_a_level
from validator.parsers.memo.source_list import lines_of_list
from validator.parsers.memo.stamps import Stamp, add_release_stamp, find_stamp
from validator.parsers.memo.unmarked import observe_unmarked
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.facts import add_replacements
from validator.parsers.telegram.header import HeaderReader
from validator.parsers.telegram.scan import Event
from validator.vocabulary.eras import era_id
from validator.vocabulary.terms import Vocabularies

_MOST_SUBJECTS: Final = 2  # a memo and what it forwards; with more, several documents were scanned as one


class Scanned(msgspec.Struct, frozen=True, gc=False):
    """What one look over the lines found, before it is known whether the document is a marked one."""

    pages: list[Page]
    banners: list[BannerLine]
    events: list[Event]
    openings: list[Opening]
    marks: list[PlacedMark]
    finder: MarkFinder
    marked: dict[int, PlacedMark]  # the first mark of each line
    stamp: Stamp | None
    stops: set[int]  # lines of banners and of the authority block
    apart: set[int]  # these, and the list of sources: lines that belong to no paragraph


class MemoParser:
    """Reads marked documents with one set of vocabularies; built once for all documents."""

    __slots__ = ("_header", "_notices", "_reader", "_vocabularies")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._reader = MarkingReader(vocabularies)
        self._notices = MarkingNotices(vocabularies["marking-notices"])
        self._header = HeaderReader(vocabularies, PortionMarks(vocabularies["portion-marks"]))

    def parse(
        self,
        source: SourceText,
        as_of: datetime.date | None,
        *,
        certain: bool = False,
        otherwise: Callable[[], Document | None] = lambda: None,
    ) -> Document | None:
        """The marked document that a text is; where its signs are weak or none, what it is `otherwise`.

        None when it bears no signs at all and `certain` does not say otherwise.
        """
        lines = Lines(source.text)
        scanned = self._scan(lines)
        if not certain and not is_marked(
            lines, scanned.pages, scanned.banners, scanned.events, scanned.marks
        ):
            other = otherwise()
            if other is not None or not repeats_a_level(scanned.pages, scanned.banners):
                return other
        return self._read(lines, scanned, source, as_of)

    def _read(
        self, lines: Lines, scanned: Scanned, source: SourceText, as_of: datetime.date | None
    ) -> Document:
        draft = Draft(lines)
        for node in source.observations:
            draft.add(node)
        _add_banners(draft, scanned)
        _add_portions(draft, scanned)
        self._header.read(draft, scanned.events, len(lines))
        add_cui_block(draft)
        add_labelled_lines(draft)
        small = source.text.lower()
        add_notices(draft, source.text, small, scanned.stops)
        self._notices.add(draft, small)
        if scanned.stamp is not None:
            add_release_stamp(draft, scanned.stamp)
        return self._document(draft, source, scanned, as_of)

    def _scan(self, lines: Lines) -> Scanned:
        banners = find_banners(lines, self._reader)
        nato = any(banner.reading.marking and banner.reading.marking.system == "nato" for banner in banners)
        finder = MarkFinder(self._reader, nato=nato)
        openings = list(find_openings(lines))
        labelled = authority.authority_events(lines, banners)
        edges = {banner.line for banner in banners}
        stamp = find_stamp(lines, authority.lines_of_block(labelled) | edges)
        events = [event for event in labelled if stamp is None or event.line not in stamp.lines()]
        marks = finder.find(lines, openings)
        block = authority.lines_of_block(events)
        stops = block | edges
        return Scanned(
            pages=pages_of(lines),
            banners=banners,
            events=events,
            openings=openings,
            marks=marks,
            finder=finder,
            marked={mark.line: mark for mark in reversed(marks)},
            stamp=stamp,
            stops=stops,
            apart=stops | lines_of_list(lines, block),
        )

    def _document(
        self, draft: Draft, source: SourceText, scanned: Scanned, as_of: datetime.date | None
    ) -> Document:
        block = authority.lines_of_block(scanned.events).union(scanned.stamp.lines() if scanned.stamp else ())
        day = date_of(draft.lines, block)
        add_replacements(draft, day)
        share = _observe_text(draft, scanned)
        mail = _observe_mail(draft, scanned)
        nodes = _in_order(draft)
        document = Document(
            kind="memo",
            layout="e-mail" if mail else "memo",
            source=source,
            nodes=nodes,
            has=frozenset(_parts(draft, scanned)),
            date=day or as_of,
            date_source="text" if day else "as-of" if as_of else None,
            era=era_id(day or as_of, self._vocabularies),
            level=_overall(draft),
            derivative="derived_from" in nodes,
            authority=len(nodes.keys() & AUTHORITY) > 1,
            declassified="release_stamp" in nodes,
            marked_share=share,
            shows_level=shows_level(draft.lines),
            shows_date=day is not None or shows_date(draft.lines, block),
            pages=len(scanned.pages),
            banner_share=share_of_edges(draft, scanned.pages),
            as_of=as_of,
            line_starts=draft.lines.starts,
        )
        return self._with_notices(_with_marks(document, draft, scanned))

    def _with_notices(self, document: Document) -> Document:
        """The document with the notices that stand in it, and those that its banners call for."""
        notices = names_of_notices(document.of("notice"))
        return msgspec.structs.replace(
            document,
            notices=notices,
            notices_due=self._notices.due(document.controls, notices, confirmed=True),
            notices_due_unread=self._notices.due(document.controls, notices, confirmed=False),
        )


def _with_marks(document: Document, draft: Draft, scanned: Scanned) -> Document:
    """The document with what its banners and portion marks say together."""
    banners, portions = document.of("banner"), document.of("portion")
    numbered = [node for node in document.of("paragraph") if isinstance(node, Paragraph)]
    levels = [node.level for node in portions if isinstance(node, Portion) and node.level is not None]
    every = _is_every_marked(draft.lines, scanned, numbered)
    return msgspec.structs.replace(
        document,
        highest_portion=max(levels, default=None),
        all_marked=every and len(levels) == len(portions) > 0,
        multiple_sources=any(map(is_of_multiple_sources, document.of("derived_from"))),
        cui=any(map(is_cui, banners)),
        atomic=any(map(has_no_date, (*banners, *portions))),
        controls=controls_of(banners),
        portion_controls=controls_of(portions),
        struck=any(isinstance(node, Banner) and node.struck for node in banners),
    )


def _add_banners(draft: Draft, scanned: Scanned) -> None:
    for banner in placed(scanned.pages, scanned.banners):
        add_banner(draft, banner)
    observe_bare_edges(draft, scanned.pages, [banner.line for banner in scanned.banners])


def _add_portions(draft: Draft, scanned: Scanned) -> None:
    """The subject, the numbered paragraphs, and every mark in order of place."""
    marked, stops = scanned.marked, scanned.apart
    numbered = paragraphs.numbered(draft.lines, scanned.openings, marked, stops)
    ends = paragraphs.add_paragraphs(draft, numbered, marked, stops, scanned.finder)
    ends += _add_subject(draft, scanned)
    numbers = {opening.line: opening.number for opening in numbered}
    for mark in sorted((*scanned.marks, *ends), key=_place):
        add_mark(draft, mark, numbers.get(mark.opening.line))


def _observe_mail(draft: Draft, scanned: Scanned) -> bool:
    """Whether the text is an e-mail, with an observation for each part that stands elsewhere than it should."""
    mail = find_mail(draft.lines)
    if mail is not None:
        observe_mail(draft, mail, scanned.banners)
        observe_authority(draft, mail)
    return mail is not None


def _observe_text(draft: Draft, scanned: Scanned) -> int | None:
    """Observations of the block and of unmarked paragraphs; returns the share of paragraphs that is marked."""
    observe_values(draft, scanned.events)
    return observe_unmarked(draft, scanned.openings, scanned.marked, scanned.apart, scanned.finder)


def _add_subject(draft: Draft, scanned: Scanned) -> list[PlacedMark]:
    """Adds the first subject; returns its mark where that stands at its end."""
    opening = next((opening for opening in scanned.openings if opening.kind == "subject"), None)
    if opening is None:
        return []
    lines = draft.lines
    last = opening.line
    if not lines.is_blank(last + 1) and lines.raws[last + 1][:1].isspace():
        last += 1
    mark = scanned.marked.get(opening.line)
    behind = scanned.finder.at_end(lines, opening, last) if mark is None else None
    found = mark or behind
    marking = found.reading.marking if found else None
    draft.add(
        Subject(
            start=lines.offset(opening.line),
            end=lines.end(last),
            text=" ".join(
                (lines.texts[opening.line][opening.column :], *lines.texts[opening.line + 1 : last + 1])
            ),
            mark=found.written.strip("() ") if found else None,
            level=marking.level if marking else None,
            mark_behind=behind is not None,
        )
    )
    return [behind] if behind else []


def _parts(draft: Draft, scanned: Scanned) -> Iterator[str]:
    """`whole`: both ends bear a banner, and no bundle of several documents; `header`: its block can be read."""
    places = {banner.place for banner in draft.nodes.get("banner", ()) if isinstance(banner, Banner)}
    subjects = sum(opening.kind == "subject" for opening in scanned.openings)
    if {"top", "bottom"} <= places and subjects <= _MOST_SUBJECTS:
        yield "whole"
    if authority.is_readable(draft.lines, scanned.events):
        yield "header"
    if "portion" in draft.nodes or "paragraph" in draft.nodes:
        yield "body"


def _is_every_marked(lines: Lines, scanned: Scanned, numbered: list[Paragraph]) -> bool:
    if numbered:
        return all(paragraph.level is not None for paragraph in numbered)
    return not paragraphs.has_unmarked_prose(lines, scanned.openings, scanned.marked, scanned.apart)


def _in_order(draft: Draft) -> dict[str, tuple[Node, ...]]:
    """The nodes by kind, in order of place; they come from several passes over the text."""
    return {kind: tuple(sorted(nodes, key=attrgetter("start"))) for kind, nodes in draft.nodes.items()}


def _overall(draft: Draft) -> Level | None:
    """The level of the top banner, else of the first that has one."""
    banners = (node for node in draft.nodes.get("banner", ()) if isinstance(node, Banner))
    return next((banner.level for banner in banners if banner.level is not None), None)


def _place(mark: PlacedMark) -> tuple[int, int]:
    return mark.line, mark.column
