"""Declassify On with more than one value."""

import pytest

from tests.unit.parsers.memo.made import memo

SEVERAL = {
    "two days": "Declassify On: 20350105, 20300512",
    "two days in words": "Declassify On: 5 January 2035 or May 12, 2030",
    "a day and a code": "Declassify On: 20350105; X1",
    "two codes": "Declassify On: OADR, MR",
    "no day beside it": "Declassify On: 50X1-HUM, 20600101",
    "two lines": "Declassify On: 20350105\nDeclassify On: 20300512",
}
ONE = {
    "a day": "Declassify On: 20350105",
    "an exemption and its day": "Declassify On: 25X1, 20500105",
    "the day said twice": "Declassify On: 20350105 (5 January 2035)",
    "what the source had": "Declassify On: Source marked OADR, date of source 19900503",
    "portions": "Declassify On: N/A to RD portions; 20350105, 20300512 for the portions of NSI",
    "an event": "Declassify On: Completion of Operation",
    "two blocks": "Declassify On: 20350105\n\nThe text.\n\nDeclassify On: 20350106",
}


def count(text: str) -> int:
    document = memo("(S) One.\n\nClassified By: Jane Roe\n" + text)
    return sum(getattr(node, "name", "") == "declassify-on-several" for node in document.of("observation"))


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL)
def test_several(text: str) -> None:
    assert count(text) == 1


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one(text: str) -> None:
    assert count(text) == 0
