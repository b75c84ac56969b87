"""E-mail: the header lines at the top, and where banner and authority block stand in its body (32 CFR 2001.23(b))."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.layouts.lines import Lines
from validator.model.nodes import Node, Observation
from validator.parsers.memo.banners import BannerLine
from validator.parsers.memo.facts import AUTHORITY
from validator.parsers.telegram.draft import Draft

_HEADER = re.compile(
    r"(?P<label>FROM|TO|CC|BCC|SENT|DATE|SUBJECT|SUBJ|ATTACHMENTS?|IMPORTANCE|REPLY-TO|MESSAGE-ID)\s{0,3}:(?P<rest>.*)",
    re.IGNORECASE,
)
_MEMORANDUM = re.compile(r"MEMORANDUM\b", re.IGNORECASE)
_NEXT = re.compile(r"-{3,}\s?(?:ORIGINAL|FORWARDED)\s|FROM\s{0,3}:", re.IGNORECASE)
_OPENING: Final = 6  # lines with text in which the header begins; a banner or a stamp may stand before it
_LONGEST: Final = 20  # lines of a header with all its addressees
_BOTTOM: Final = 3  # lines with text at the end in which the last banner stands


class Mail(msgspec.Struct, frozen=True, gc=False):
    """The first message of a text: the line below its header, and the line behind its last one."""

    header: int
    first: int
    stop: int


def find_mail(lines: Lines) -> Mail | None:
    """The first message, None when the text does not open with the header of one; a memorandum has no `Sent:`."""
    near = [index for index, text in enumerate(lines.texts[: _LONGEST * 4]) if text][:_OPENING]
    opens = next((index for index in near if _label(lines.texts[index]) == "FROM"), None)
    if opens is None or any(_MEMORANDUM.match(lines.texts[index]) for index in near):
        return None
    last, labels = _header(lines, opens)
    of_mail = "SENT" in labels or any("@" in text for text in lines.texts[opens : last + 1])
    if not (of_mail and "TO" in labels and labels & {"SUBJECT", "SUBJ"}):
        return None
    return Mail(opens, last + 1, _end(lines, last + 1))


def observe_mail(draft: Draft, mail: Mail, banners: Sequence[BannerLine]) -> None:
    """An observation for each part of the message that does not stand where it belongs."""
    lines = draft.lines
    body = [index for index in range(mail.first, mail.stop) if lines.texts[index]]
    held = {banner.line for banner in banners}
    if not body:
        return
    if not held.intersection(body[:1]) and not any(line < mail.header for line in held):
        _observe(draft, body[0], "mail-without-banner-first")
    text = [index for index in range(mail.first, len(lines)) if lines.texts[index]]
    if not held.intersection((*body[-_BOTTOM:], *text[-_BOTTOM:])):
        _observe(draft, body[-1], "mail-without-banner-last")


def observe_authority(draft: Draft, mail: Mail) -> None:
    """An observation where the authority block stands before the last marked portion of the message."""
    lines = draft.lines
    end = lines.starts[mail.stop] if mail.stop < len(lines) else len(lines.text)
    block = [node for kind in AUTHORITY for node in draft.nodes.get(kind, ()) if node.start < end]
    portions = [node.start for node in draft.nodes.get("portion", ()) if node.start < end]
    first = min(block, key=_start, default=None)
    if first is not None and portions and first.start < max(portions):
        draft.add(Observation(start=first.start, end=first.end, name="mail-authority-before-text"))


def _header(lines: Lines, opens: int) -> tuple[int, set[str]]:
    """The last line of the header, and its labels; a folded line and blank lines belong to it."""
    last, labels = opens, {"FROM"}
    for index in range(opens + 1, min(opens + _LONGEST, len(lines))):
        label = _label(lines.texts[index])
        if label is not None and label not in labels:
            labels.add(label)
            last = index
        elif lines.texts[index] and not lines.raws[index][:1].isspace():
            break
    return _last_fold(lines, last), labels


def _last_fold(lines: Lines, last: int) -> int:
    while not lines.is_blank(last + 1) and lines.raws[last + 1][:1].isspace():
        last += 1
    return last


def _end(lines: Lines, first: int) -> int:
    """Where the next message of the string begins."""
    return next((index for index in range(first, len(lines)) if _NEXT.match(lines.texts[index])), len(lines))


def _label(text: str) -> str | None:
    match = _HEADER.match(text)
    return match["label"].upper() if match else None


def _observe(draft: Draft, line: int, name: str) -> None:
    draft.add(Observation(start=draft.lines.offset(line), end=draft.lines.end(line), name=name))


def _start(node: Node) -> int:
    return node.start
