"""Lines such as `Distribution: Harbour Office; Pilots`, by which agencies have rules of their own."""

from typing import Final

from validator.layouts.lines import Lines, indent
from validator.model.marked_nodes import LabelledLine
from validator.parsers.telegram.draft import Draft

_LONGEST_LABEL: Final = 40
_ORNAMENT: Final = "*_|> \t"  # of Markdown and of tables


def add_labelled_lines(draft: Draft) -> None:
    """Adds every line that opens with a label, in order; each line belongs to one label at most."""
    lines, beyond = draft.lines, 0
    for index, text in enumerate(lines.texts):
        # Most lines have no colon, and are not looked at any further.
        if ":" in text and index >= beyond and (label := _label(text)):
            beyond = _last(lines, index) + 1
            draft.add(_node(lines, index, beyond, label))


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


def _node(lines: Lines, first: int, beyond: int, label: str) -> LabelledLine:
    own = lines.texts[first].partition(":")[2].strip(_ORNAMENT)
    below = [text.strip(_ORNAMENT) for text in lines.texts[first + 1 : beyond]]
    text = " ".join((own, *below)) if own and below else own or " ".join(below)
    parts = below if not own else text.split(";" if ";" in text else ",")
    values = tuple([value for part in parts if (value := part.strip(" ,;"))])
    start, end = lines.offset(first), lines.end(beyond - 1)
    return LabelledLine(start=start, end=end, label=label, text=text, values=values)
