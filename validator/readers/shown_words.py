"""Which words a document shows, and whether words kept elsewhere in it say more than those."""

import re
from typing import Final

_WORD = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 3  # "of", "to" and initials name nobody
_LEAST_DIGITS = 4  # years, telephone and account numbers, but no page
# Marks of something taken out; a document with one is a release, and its reader hunts for the rest.
_REDACTION = re.compile(
    r"[█■▇▉▓⬛◼]{2}|\[(?:redacted|withheld|deleted|excised|removed|name withheld|sanitized)\b"
    r"|\bREDACTED\b|(?<![A-Za-z0-9])X{4,}(?![A-Za-z0-9])|\(b\) ?\([1-9]\)|(?<!_)_{2,24} _{2,24} _{2,24}",
    re.IGNORECASE,
)
# Literals of which a mark has at least one: searched first, as most texts have none.
_LITERALS: Final = ("█", "■", "▇", "▉", "▓", "⬛", "◼", "XXXX", "(b)", "__ __")
_BRACKETED: Final = ("redacted", "withheld", "deleted", "excised", "removed", "sanitized")
_FILLER = re.compile(r"(?:[\W_]++|x{2,}+|redacted|withheld|deleted|excised)*+", re.IGNORECASE)
# A path names a user, a share or a case: C:\…, \\server\share, file:///…, /home/name, /Users/name.
_PATH = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]:[\\/]|\\\\[\w.-]+\\|\bfile:[\\/]|(?<![\w.])/(?:home|Users)/", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}")
_NUMBER = re.compile(r"\b\d{3}-\d{2}-\d{4}\b|\b\d{5,}\b")
_NAME = re.compile(r"\b[A-Z][\w'’-]{1,40}(?: (?:[A-Z]\. )?[A-Z][\w'’-]{1,40}){1,8}")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def unshown(text: str, shown: frozenset[str]) -> list[str]:
    """The words that tell something (three letters or four digits at least) and are not among those shown."""
    found = dict.fromkeys(_WORD.findall(text.casefold()))
    return [word for word in found if word not in shown and _tells(word)]


def is_filler(text: str) -> bool:
    """Whether nothing is lost when this is read: blanks, signs, XXXX, REDACTED or a single letter."""
    return len(text.strip()) < 2 or _FILLER.fullmatch(text) is not None


def holds_redaction(text: str) -> bool:
    """Whether blocks, [REDACTED], an exemption or a row of X stands in the text."""
    if not any(literal in text for literal in _LITERALS):
        folded = text.casefold()
        if not any(word in folded for word in _BRACKETED):
            return False
    return _REDACTION.search(text) is not None


def holds_path(text: str) -> bool:
    """Whether the text holds a path of a drive, a share, a home folder or a file address."""
    return _PATH.search(text) is not None


def holds_mail(text: str) -> bool:
    """Whether the text holds an address of e-mail."""
    return "@" in text and _MAIL.search(text) is not None


def holds_name(text: str, shown: frozenset[str]) -> bool:
    """Whether the text holds words that look like a name, a path, a mail address or a number, and are not shown.

    Two capitalised words together are taken for a name. It is a guess, good enough where the text around is redacted.
    """
    if holds_path(text) or (holds_mail(text) and unshown(text, shown)):
        return True
    candidates = (*_NAME.finditer(text), *_NUMBER.finditer(text))
    return any(unshown(match[0], shown) for match in candidates)


def _tells(word: str) -> bool:
    if word.isdigit():
        return len(word) >= _LEAST_DIGITS
    return len(word) >= _LEAST_LETTERS
