"""How the items of a marking stand to one another: separators, order, doubles, and the case of letters."""

from typing import Final

from validator.grammar.marking.lexer import WORD
from validator.grammar.marking.reading import Item, Reading
from validator.grammar.marking.tables import ORDER

_EMPTY: Final = 4  # slashes in a row that have an empty category between them
_FREE: Final = "nato-control"  # stands behind the level or before FGI (REG16 p127, p195)


def judge(reading: Reading) -> None:
    """Every fault of arrangement."""
    items = [item for item in reading.items if item.category]
    for before, item in zip(reading.items, reading.items[1:], strict=False):
        _judge_separator(reading, before, item)
    _judge_categories(reading, [item for item in items if item.category != _FREE])
    _judge_controls(reading, items)
    _judge_case(reading)


def _judge_separator(reading: Reading, before: Item, item: Item) -> None:
    gap = item.gap
    same = before.category == item.category
    expected = "/" if same else "//"
    if gap.text == expected or not (before.category and item.category):
        return
    if gap.text.count("/") >= _EMPTY:
        reading.fault("empty-category", gap.start, gap.end, expected, item.category)
    elif reading.text[gap.start : gap.end] == "," and same and item.category in ("dissem", "non-ic"):
        reading.fault_of_way("comma-between-controls", gap.start, gap.end, expected)
    elif gap.text in ("/", ",") and {before.category, item.category} == {"aea", "dissem"}:
        atomic = item if item.category == "aea" else before
        reading.fault_of_way("atomic-control-among-dissemination", atomic.start, atomic.end)
    else:
        reading.fault("separator-wrong", gap.start, gap.end, expected, item.category)


def _judge_categories(reading: Reading, items: list[Item]) -> None:
    """A run of items of one category that stands behind a later category."""
    highest, latest, place = -1, "", 0
    while place < len(items):
        first = items[place]
        last = place
        while last + 1 < len(items) and items[last + 1].category == first.category:
            last += 1
        order = ORDER[first.category]
        if order < highest:
            _displaced(reading, first, items[last], latest)
        elif order > highest:
            highest, latest = order, first.category
        place = last + 1


def _displaced(reading: Reading, first: Item, last: Item, latest: str) -> None:
    if first.category == "sap" and latest == "dissem":
        reading.fault_of_way("sap-after-dissemination", first.start, last.end)
    elif not (first.category == "aea" and latest == "dissem" and first.gap.text in ("/", ",")):
        reading.fault("category-out-of-order", first.start, last.end, latest, first.category)


def _judge_controls(reading: Reading, items: list[Item]) -> None:
    """Controls of a category in Register order, systems and programs by the alphabet, none twice."""
    seen: dict[str, set[str]] = {}
    highest: dict[str, Item] = {}
    for item in items:
        names = seen.setdefault(item.category, set())
        if item.name in names and item.category != "level":
            reading.fault("duplicate-token", item.start, item.end, "", item.category)
            continue
        names.add(item.name)
        if item.order is None:
            continue
        before = highest.get(item.category)
        if before is None or before.order is None or item.order >= before.order:
            highest[item.category] = item
        else:
            code = "cui-order" if item.category == "cui-category" else "control-out-of-order"
            reading.fault(code, item.start, item.end, before.name, item.category)


def _judge_case(reading: Reading) -> None:
    """Markings are in capitals (REG16 p27); one fault for all words in small letters."""
    text = reading.text
    if text == text.upper():
        return
    wrong = [
        token
        for place, token in enumerate(reading.tokens)
        if token.kind == WORD
        and place not in reading.mixed_case
        and text[token.start : token.end] != token.text
    ]
    if wrong:
        start, end = wrong[0].start, wrong[-1].end
        reading.fault("lower-case", start, end, text[start:end].upper())
