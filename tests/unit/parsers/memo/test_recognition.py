"""Which texts are marked documents."""

import pytest

from tests.unit.parsers.made import parsed

BLOCK = "Classified By: Jane Roe\nDerived From: Guide 5\nDeclassify On: 20400312\n"
LONG = "The berth of the harbor is long, and so is its history.\n" * 20
HEAD = "MEMORANDUM\n\nTO: Jane Roe\nFROM: John Doe\nSUBJECT: Berths\n\n"

MARKED = {
    "a full banner": "SECRET//NOFORN\n\n" + LONG,
    "a full banner at the end": LONG + "\nCUI//SP-CTI\n",
    "the same level at both ends": "SECRET\n\n" + LONG + "\nSECRET\n",
    "a level and two marks": "SECRET\n\n(S) One.\n\n(U) Two.\n\n" + LONG,
    "a level and an authority block": "SECRET\n\n" + LONG + "\n" + BLOCK,
    "an e-mail": "From: Roe\nSent: 5 March 2012\nSubject: (U) Berths\n\nSECRET//NOFORN\n\n(S//NF) One.\n\nSECRET//NOFORN\n",
    "a memo without banner whose paragraphs are marked": HEAD + "1. (S) One.\n\n2. (U) Two.\n",
    "levels of pages that a scan ran together": ("SECRET\n\n" + LONG) * 4,
    "a page of slides": "SECRET//NOFORN\n\n(U) Berths\n\n• (U) Long\n• (S//NF) Deep\n\nSECRET//NOFORN\n",
}
NOT_MARKED = {
    "prose": LONG,
    "a memo": HEAD + LONG,
    "a lone level above prose": "SECRET\n\n" + LONG,
    "two levels that differ": "SECRET\n\n" + LONG + "\nCONFIDENTIAL\n",
    "three levels": ("SECRET\n\n" + LONG) * 3,
    "levels of no classification": ("UNCLASSIFIED\n\n" + LONG) * 4,
    "levels far from both ends": LONG + ("SECRET\n\n" + LONG) * 4,
    "a list of clauses": "(A) ships,\n\n(B) boats,\n\n(C) rafts.\n",
    "clauses in a memo": HEAD + "(a) ships,\n\n(b) boats,\n\n(c) rafts.\n",
    "initials": "(TS) Tom Smith.\n\n(S) Sam.\n\n" + LONG,
    "a level within the text": LONG + "\nSECRET\n\n" + LONG,
    "slashes within the text": LONG + "\nSECRET//NOFORN\n\n" + LONG,
    "a program": "// SECRET\nint main() { return 0; }\n",
}


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_a_marked_document(text: str) -> None:
    assert parsed(text).kind == "memo"


@pytest.mark.parametrize("text", NOT_MARKED.values(), ids=NOT_MARKED)
def test_no_marked_document(text: str) -> None:
    assert parsed(text).kind == "unknown"


@pytest.mark.parametrize("text", NOT_MARKED.values(), ids=NOT_MARKED)
def test_whoever_says_memo_gets_one(text: str) -> None:
    assert parsed(text, kind="memo").kind == "memo"


def test_a_telegram_stays_one() -> None:
    telegram = (
        "S E C R E T EASTMERE 002204\n\nE.O. 12958: DECL: 05/07/2008\nTAGS: PREL\nSUBJECT: X\n\n1. (S) ONE.\n"
    )
    assert parsed(telegram).kind == "telegram"
