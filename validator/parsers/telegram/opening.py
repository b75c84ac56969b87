"""The lines that open the text of a telegram: classification line and captions."""

import re
from collections.abc import Sequence

from validator.grammar.classification_line import ClassificationLines, LineText
from validator.model.nodes import Caption, ClassificationLine
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event
from validator.vocabulary.terms import Vocabulary

_CAPTION_JOINTS = re.compile(r"[,;/]|\s{2,}")
_LONGEST_CAPTION = 60
_POST_REACH = 7  # lines from a level to the post below it


def add_classification_lines(draft: Draft, events: Sequence[Event], lines: ClassificationLines) -> None:
    """Adds every classification line that names a post, or the first one when none does."""
    found = [(event.line, event.line, event.value) for event in events if isinstance(event.value, LineText)]
    full = [entry for entry in found if entry[2].post is not None]
    if not full and found:
        full = [_over_two_lines(draft, found, lines) or found[0]]
    if not found:
        _add_garbled(draft, events, lines)
    for position, (first, last, line) in enumerate(full):
        draft.add(
            ClassificationLine(
                start=draft.lines.offset(first),
                end=draft.lines.end(last),
                level=line.level,
                spaced=line.spaced,
                control=line.control,
                section=line.section,
                total=line.total,
                post=line.post,
                number=line.number,
                number_written=line.number_written,
                first=position == 0,
            )
        )


def _add_garbled(draft: Draft, events: Sequence[Event], lines: ClassificationLines) -> None:
    """Adds a line without a level where only post and number could be read."""
    index = next((event.line for event in events if event.what == "classification"), None)
    read = lines.garbled(draft.lines.texts[index]) if index is not None else None
    if index is not None and read is not None:
        post, number = read
        start, end = draft.lines.offset(index), draft.lines.end(index)
        draft.add(
            ClassificationLine(
                start=start, end=end, level=None, post=post, number=int(number), number_written=number
            )
        )


def _over_two_lines(
    draft: Draft, found: Sequence[tuple[int, int, LineText]], lines: ClassificationLines
) -> tuple[int, int, LineText] | None:
    """A level alone, then post and number a few lines below; a caption may stand between them."""
    for first, _, line in found:
        for index in range(first + 1, min(first + _POST_REACH, len(draft.lines))):
            whole = lines.continued(line, draft.lines.texts[index])
            if whole is not None:
                return first, index, whole
    return None


def add_captions(draft: Draft, captions: Vocabulary, first: int, stop: int, column: int = 0) -> None:
    """Adds the captions on the lines from `first` to `stop`; lines that are none, such as pass lines, are left."""
    for index in range(first, stop):
        text = draft.lines.texts[index][column:]
        if not text or len(text) > _LONGEST_CAPTION:
            continue
        for name, known in _caption_names(text, captions):
            start = draft.lines.offset(index, column)
            draft.add(Caption(start=start, end=draft.lines.end(index), name=name, known=known))


def _caption_names(text: str, captions: Vocabulary) -> list[tuple[str, bool]]:
    """The captions of a line: one, several set apart by commas (one known suffices), or several words all known."""
    whole = captions.find(text)
    if whole is not None:
        return [(whole.term, True)]
    parts = [part.strip() for part in _CAPTION_JOINTS.split(text) if part.strip()]
    found = [captions.find(part) or captions.find("".join(part.split())) for part in parts]
    if any(found):
        return [
            (term.term if term else part, term is not None) for term, part in zip(found, parts, strict=True)
        ]
    words = [captions.find(word) for word in text.split()]
    return [(term.term, True) for term in words if term] if all(words) else []
