"""The lines that open the text of a telegram: classification line and captions."""

import re
from collections.abc import Sequence

from validator.grammar.classification_line import LineText
from validator.model.nodes import Caption, ClassificationLine
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event
from validator.vocabulary.terms import Vocabulary

_CAPTION_JOINTS = re.compile(r"[,;/]|\s{2,}")
_LONGEST_CAPTION = 60


def add_classification_lines(draft: Draft, events: Sequence[Event]) -> None:
    """Adds every classification line that names a post, or the first one when none does."""
    found = [(event, event.value) for event in events if isinstance(event.value, LineText)]
    full = [entry for entry in found if entry[1].post is not None] or found[:1]
    for position, (event, line) in enumerate(full):
        draft.add(
            ClassificationLine(
                start=draft.lines.offset(event.line),
                end=draft.lines.end(event.line),
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
