"""Lines such as `Distribution: Harbour Office; Pilots`, by which agencies have rules of their own."""

from typing import Final

from validator.layouts.lines import Lines, indent
from validator.model.marked_nodes import LabelledLine
from validator.parsers.telegram.draft import Draft

_LONGEST_LABEL: Final = 40
_ORNAMENT: Final = "*_|> \t"  # of Markdown and of tables


def add_labelled_lines(draft: Draft) -> None:
    """Adds every line that opens with a label, in order; each line belongs to one label at most."""
    lines, index = draft.lines, 0
    while index < len(lines):
        label = _label(lines.texts[index])
        last = _last(lines, index) if label else index
        if label:
            draft.add(_node(lines, index, last, label))
        index = last + 1


def _label(text: str) -> str:
    """What stands before the colon, in capitals; empty where that is no label."""
    head, colon, rest = text[: _LONGEST_LABEL + 2].partition(":")
    label = head.strip(_ORNAMENT)
    is_label = colon and label[:1].isalpha() and len(label) <= _LONGEST_LABEL
    return " ".join(label.upper().split()) if is_label and not rest[:1].isalnum() else ""


def _last(lines: Lines, first: int) -> int:
    """The last of the lines below that are set in deeper, up to a blank one or another label."""
    last, depth = first, indent(lines, first)
    while not lines.is_blank(last + 1) and indent(lines, last + 1) > depth:
        if _label(lines.texts[last + 1]):
            break
        last += 1
    return last


def _node(lines: Lines, first: int, last: int, label: str) -> LabelledLine:
    own = lines.texts[first].partition(":")[2].strip(_ORNAMENT)
    below = [lines.texts[index].strip(_ORNAMENT) for index in range(first + 1, last + 1)]
    text = " ".join((own, *below)).strip()
    parts = below if not own else text.split(";" if ";" in text else ",")
    values = tuple(value for part in parts if (value := part.strip(" ,;")))
    return LabelledLine(start=lines.offset(first), end=lines.end(last), label=label, text=text, values=values)
