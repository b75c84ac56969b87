"""What the editor offers while somebody types: markings in a document, ids of rules where they are named."""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionItemTag,
    TextEdit,
)

from validator.api.checking import rulebook
from validator.engine.plan import dialect_for
from validator.lsp.marking_choices import Choice, choices_after
from validator.lsp.open_documents import OpenDocument
from validator.lsp.projects import Setup
from validator.lsp.roles import Role, role_of
from validator.lsp.rule_places import typed_at
from validator.vocabulary.load import builtin
from validator.vocabulary.terms import Term

TELEGRAM: Final = "telegram"
_LONGEST: Final = 200  # characters of a line before a mark
# What may stand on a line before the mark of a paragraph: markup, a number, the word SUBJECT or the title of a table.
_PORTION: Final = re.compile(
    r"""^ (?:\s | <[^<>]*> | [>\#*+|•¶-] | \[\d+\]\(\#\))*
    (?:(?:\d{1,3}|[a-z]{1,3})[.)] \s* | \((?:\d{1,2}|[a-z])\) \s*)?
    (?:(?:SUBJECT|SUBJ|Subject|Figure|Table)\b [^():]{0,20} [:.]? \s*)?
    \( (?P<mark>[A-Za-z0-9 ,/-]*) $""",
    re.VERBOSE,
)
_BANNER: Final = re.compile(r"^(?:\s|<[^<>]*>|[>#*_])*(?P<mark>[A-Z/][A-Z0-9 ,/-]+)$")
_FIRST_WORDS: Final = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "CUI")


def completions(document: OpenDocument, offset: int, kind: str, setup: Setup) -> list[CompletionItem]:
    """What may be typed at an offset of a document of a kind, as far as that was told by its last check."""
    typed = typed_at(document, offset)
    if typed is not None:
        names = sorted(_names(setup, groups=typed.groups), key=attrgetter("label"))
        return [_placed(name, document, offset, len(typed.word), 0) for name in names]
    if role_of(document) is not Role.TEXT:
        return []
    line = document.text[max(document.text.rfind("\n", 0, offset) + 1, offset - _LONGEST) : offset]
    typed_characters, marks = _marks(line, kind, dialect_for(kind, setup.settings.dialect))
    return [_placed(mark, document, offset, typed_characters, place) for place, mark in enumerate(marks)]


def _marks(line: str, kind: str, dialect: str) -> tuple[int, list[CompletionItem]]:
    """How much of a marking at the end of a line is to be replaced, and what may stand there."""
    portion = _PORTION.match(line)
    if portion is not None and kind == TELEGRAM:
        return len(portion["mark"]), [
            _mark_of_telegram(term) for term in builtin()["portion-marks"] if term.confirmed
        ]
    if portion is not None:
        found = choices_after(portion["mark"], portion=True, dialect=dialect)
        return found.typed, list(map(_marking, found.offered))
    banner = _BANNER.match(line) if kind != TELEGRAM else None
    if banner is None or not _opens_banner(banner["mark"]):
        return 0, []
    found = choices_after(banner["mark"], portion=False, dialect=dialect)
    return found.typed, list(map(_marking, found.offered))


def _opens_banner(written: str) -> bool:
    """Whether capitals at the start of a line may become a banner; one letter alone may become any word."""
    return "//" in written or any(word.startswith(written) for word in _FIRST_WORDS)


def _marking(choice: Choice) -> CompletionItem:
    """The control, with its canonical name where another form is written."""
    same = choice.name == choice.written.strip(" ,-")
    about = choice.meaning if same else f"{choice.name}: {choice.meaning}"
    return _item(choice.written, about, CompletionItemKind.EnumMember)


def _mark_of_telegram(term: Term) -> CompletionItem:
    level = (term.level.title,) if term.level is not None else ()
    return _item(
        term.term, term.meaning or ", ".join((*level, *term.controls)), CompletionItemKind.EnumMember
    )


def _names(setup: Setup, *, groups: bool) -> Iterator[CompletionItem]:
    """Ids of rules; with `groups` packs and tags, which mean many rules."""
    book = rulebook(setup.packs)
    for rule in (each.rule for each in book.rules):
        old = [CompletionItemTag.Deprecated] if rule.status == "deprecated" else None
        yield _item(rule.id, f"{rule.severity}: {rule.title}", CompletionItemKind.Value, old)
    if groups:
        packs = {pack.name: pack.title for pack in book.packs}
        tags = {tag for each in book.rules for tag in each.rule.tags} - packs.keys()
        yield from (_item(name, f"pack: {title}", CompletionItemKind.Module) for name, title in packs.items())
        yield from (_item(tag, "tag", CompletionItemKind.Keyword) for tag in tags)


def _item(
    text: str, about: str, kind: CompletionItemKind, tags: list[CompletionItemTag] | None = None
) -> CompletionItem:
    return CompletionItem(text.strip(), kind=kind, detail=about, insert_text=text, tags=tags)


def _placed(
    item: CompletionItem, document: OpenDocument, offset: int, typed: int, place: int
) -> CompletionItem:
    """The item with what it replaces, and its place in the list."""
    item.text_edit = TextEdit(document.lines.range(offset - typed, offset), item.insert_text or item.label)
    item.sort_text = f"{place:04}"
    return item
