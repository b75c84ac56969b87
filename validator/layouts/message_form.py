"""The White House message form, which sets `LINE1` to `LINE4` before the format lines of a telegram."""

import re

from validator.layouts.lines import Lines

_SIGN = "OSRI"  # the form's field for the originator's routing indicator
_LABEL = re.compile(r"LINE\s?[1-4Il]\s{0,3}:?\s{1,20}|LINES\s{1,20}(?=[A-Z0] )", re.IGNORECASE)


def undo_message_form(lines: Lines) -> bool:
    """Takes the labels off; True when the text is such a form."""
    if not any(text.startswith(_SIGN) for text in lines.texts):
        return False
    for index, text in enumerate(lines.texts):
        label = _LABEL.match(text)
        if label is not None:
            lines.replace(index, text[label.end() :], ((0, label.end()),))
    return True
