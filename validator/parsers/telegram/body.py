"""What stands in the body besides numbered paragraphs: sub-paragraph marks, summary, comment, headings, signature."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from validator.grammar.portion import PortionMarks
from validator.grammar.references import CitedText, ListedText, read_cited
from validator.model.nodes import Artefact, Comment, Heading, Notice, Paragraph, Reference, Signature, Summary
from validator.parsers.telegram.draft import Draft, Field
from validator.parsers.telegram.header import portion_node
from validator.parsers.telegram.scan import Event

_SUMMARY_OPENS = re.compile(
    r"(?:BEGIN\s{1,4})?(?:EXECUTIVE\s{1,4})?SUMMARY\b(?!\s{0,3}(?:OF|TABLE|PUNISH))", re.IGNORECASE
)
_COMMENT_OPENS = re.compile(r"(?:BEGIN\s{1,4})?COMMENT\b\s{0,3}[:.\-]", re.IGNORECASE)
_ENTIRE_TEXT = re.compile(r"ENTIRE\s{1,4}(?:TEXT|MESSAGE|CABLE|TELEGRAM)", re.IGNORECASE)
_CLOSES = re.compile(r"\bEND\s{0,4}(?:OF\s{1,4})?(?:[A-Za-z/]{2,20}\s{1,4}(?:AND|&)\s{1,4})?$", re.IGNORECASE)
_OPENING_LETTERS: Final = frozenset("BCESbces")  # of BEGIN, COMMENT, EXECUTIVE and SUMMARY
_ENTIRE_TEXT_REACH = 160  # characters of a paragraph in which it can say that it speaks for all
_CLOSING_REACH = 60  # characters before the word that can hold `END COMMENT AND`
_SIGNATURE = re.compile(r"[A-Z][A-Z'’\-]{1,24}(?:[ .]{1,2}[A-Z][A-Z'’\-]{0,24}){0,3}#{0,4}")
_SIGNATURE_BEHIND = re.compile(r"[.?!\")]\s{2,8}(?P<name>[A-Z][A-Z'’\-]{2,24})#{0,4}$")
_NO_SIGNATURE: Final = frozenset(
    {"END", "TEXT", "QUOTE", "UNQUOTE", "SUMMARY", "COMMENT", "NOTE", "BT", "SIPDIS"}
)
_TRAILERS: Final = frozenset({"end", "page", "sipdis", "classification"})
_LONGEST_HEADING = 80
_LEAST_RULE = 3
_RULES: Final = frozenset("-=*_~")
_LONGEST_SIGNATURE = 60


def add_notices(draft: Draft, paragraphs: Sequence[Paragraph], text: str) -> bool:
    """Adds the ENTIRE TEXT notice of the first paragraphs; True when one mark covers all of them."""
    for paragraph in paragraphs[:3]:
        opening = text[paragraph.start : min(paragraph.end, paragraph.start + _ENTIRE_TEXT_REACH)]
        if "ENTIRE" not in opening.upper():
            continue
        found = _ENTIRE_TEXT.search(text, paragraph.start, paragraph.start + len(opening))
        if found is not None:
            draft.add(Notice(start=found.start(), end=found.end(), name="entire-text"))
            return True
    return False


def add_sub_portions(
    draft: Draft, events: Sequence[Event], marks: PortionMarks, first: int, taken: set[int]
) -> None:
    """Adds the marks of sub-paragraphs, `A. (C)` or `-- (C)`, and of unnumbered paragraphs.

    A bracket alone counts only behind a blank line and as a known mark: `(c)` after `(a)` and `(b)` is a bullet.
    """
    lines = draft.lines
    for event in events:
        if event.what != "sub-paragraph" or event.line < first or event.line in taken:
            continue
        mark = marks.read(lines.texts[event.line], event.column)
        if mark is None or not mark.known or mark.fault == "lower case":
            continue
        if event.column == 0 and not lines.is_blank(event.line - 1):
            continue
        at = lines.offset(event.line, mark.start)
        written = lines.texts[event.line][mark.start : mark.end]
        draft.add(portion_node(mark, at, written, "sub-paragraph", _paragraph_at(draft, at)))


def add_summaries(draft: Draft, text: str, starts: Sequence[int], end: int) -> None:
    """Adds the summary and the comments that open at one of `starts` (where the text of paragraphs begins)."""
    openings = [start for start in starts if text[start : start + 1] in _OPENING_LETTERS]
    summary = next((start for start in openings if _SUMMARY_OPENS.match(text, start)), None)
    if summary is not None:
        closing = _closing(text, summary, end, "SUMMARY")
        draft.add(Summary(start=summary, end=closing or summary + 7, closed=closing is not None))
    comments = [start for start in openings if _COMMENT_OPENS.match(text, start)]
    # A comment closes before the next one opens, so that many of them cost no more than one.
    for start, stop in pairwise([*comments, end]):
        closing = _closing(text, start, stop, "COMMENT")
        draft.add(Comment(start=start, end=closing or start + 7, closed=closing is not None))


def add_headings(draft: Draft, events: Sequence[Event], openings: Sequence[int], first: int) -> None:
    """Adds the headings above paragraphs: one short line between blank lines, no sentence and nothing else."""
    lines = draft.lines
    taken = {event.line for event in events}
    for line in openings:
        above = line - 1
        while above >= first and lines.is_blank(above):
            above -= 1
        if above > first and lines.texts[above][0] in _RULES and _is_rule(lines.texts[above]):
            above -= 1
        if above < first or above == line - 1 or above in taken:
            continue
        over = lines.texts[above - 1] if above else ""
        if over and (over[0] not in _RULES or not _is_rule(over)):
            continue
        text = lines.texts[above]
        if text and len(text) <= _LONGEST_HEADING and text[-1] not in ".:;,)" and text[0].isalpha():
            draft.add(Heading(start=lines.offset(above), end=lines.end(above), text=text))


def _is_rule(text: str) -> bool:
    """A line of nothing but dashes, stars or the like, as posts set over and under headings."""
    return len(text) >= _LEAST_RULE and text.count(text[0]) == len(text)


def add_cut_paragraphs(draft: Draft, first: int, last: int) -> None:
    """Adds an artefact where a paragraph was cut in two by a blank line, as at the break between sections."""
    texts, lines = draft.lines.texts, draft.lines
    before = ""
    blank = False
    for index in range(first, last + 1):
        text = texts[index]
        if not text:
            blank = True
            continue
        if blank and before and text[0].islower() and before[-1].isalnum():
            draft.add(Artefact(start=lines.offset(index), end=lines.offset(index) + 1, name="paragraph-cut"))
        before, blank = text, False


def add_references(
    draft: Draft, text: str, start: int, own: tuple[str | None, int | None, int | None]
) -> None:
    """Adds listed references with whether the text cites them, and each letter cited with whether it is listed."""
    cited = read_cited(text, start)
    letters = {found.letter for found in cited}
    listed_letters = {found.letter for found, _ in draft.listed if found.letter}
    for found, place in draft.listed:
        draft.add(_listed(found, place, letters, own))
    first_of_letter = {citation.letter: citation for citation in reversed(cited)}
    for citation in first_of_letter.values():
        if listed_letters or citation.letter not in "AI":  # `REFTEL A MEETING`, `REF I`
            draft.add(_cited(citation, listed_letters))


def last_text_line(draft: Draft, events: Sequence[Event], first: int) -> int:
    """The last line of the text: adds the signature when one stands there, and steps over what is below it."""
    lines = draft.lines
    signed = next((event for event in events if event.what == "signed" and event.line > first), None)
    if signed is not None:
        start, end = lines.offset(signed.line, signed.column), lines.end(signed.line)
        draft.add(Signature(start=start, end=end, name=lines.texts[signed.line][signed.column :]))
        return signed.line - 1
    trailers = {event.line for event in events if event.what in _TRAILERS}
    numbered = max((event.line for event in events if event.what == "paragraph"), default=first)
    # `BT`, `#0668` or `NNNN` behind the last number ends the text, whatever was printed below it.
    ends = (event.line for event in events if event.what == "end" and event.line > numbered)
    last = next(ends, len(lines)) - 1
    while last > first and (not lines.texts[last] or last in trailers):
        last -= 1
    text = lines.texts[last] if last > first else ""
    if text and is_signature(text):
        draft.add(Signature(start=lines.offset(last), end=lines.end(last), name=text.rstrip("#")))
        return last - 1
    _add_signature_behind(draft, last, text)
    return last


def _add_signature_behind(draft: Draft, line: int, text: str) -> None:
    """`… RECOGNIZED BOUNDARIES.  ROE`: a relay joined the signature to the last line of the text."""
    match = _SIGNATURE_BEHIND.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    if match is not None and match["name"] not in _NO_SIGNATURE:
        start, end = draft.lines.offset(line, match.start("name")), draft.lines.end(line)
        draft.add(Signature(start=start, end=end, name=match["name"]))


def is_signature(text: str) -> bool:
    """Whether a line can be the surname under a telegram; `BRUCE UNQUOTE KISSINGER` can, `END TEXT` cannot."""
    if len(text) > _LONGEST_SIGNATURE or not _SIGNATURE.fullmatch(text):
        return False
    words = text.rstrip("#").split()
    return not _NO_SIGNATURE.intersection((words[0], words[-1]))


def _closing(text: str, start: int, end: int, word: str) -> int | None:
    """Where `END SUMMARY` ends, between `start` and `end`; literal search first, so that it costs next to nothing."""
    for spelling in (word, word.capitalize(), word.lower()):
        at = text.find(spelling, start + 1, end)
        while at >= 0:
            if _CLOSES.search(text, max(start, at - _CLOSING_REACH), at):
                return at + len(word)
            at = text.find(spelling, at + 1, end)
    return None


def _paragraph_at(draft: Draft, offset: int) -> int | None:
    paragraphs = draft.nodes.get("paragraph", [])
    before = bisect_right(paragraphs, offset, key=attrgetter("start"))
    node = paragraphs[before - 1] if before else None
    return node.number if isinstance(node, Paragraph) else None


def _listed(
    found: ListedText, place: Field, cited: set[str], own: tuple[str | None, int | None, int | None]
) -> Reference:
    post, number, year = own
    same = number is not None and (found.post, found.number) == (post, number)
    return Reference(
        start=place.offset(found.start),
        end=place.offset(max(found.start, found.end - 1)) + 1,
        role="listed",
        letter=found.letter,
        letter_number=ord(found.letter) - 64 if found.letter else None,
        matched=found.letter is None or found.letter in cited,
        post=found.post,
        number=found.number,
        year=found.year,
        itself=same and found.year in (None, year),
    )


def _cited(citation: CitedText, listed: set[str]) -> Reference:
    return Reference(
        start=citation.start,
        end=citation.end,
        role="cited",
        letter=citation.letter,
        letter_number=ord(citation.letter) - 64,
        matched=citation.letter in listed,
    )
