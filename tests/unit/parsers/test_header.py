"""The fields of the header: where they end, what they hold, in what spellings."""

import datetime

import pytest

from tests.unit.parsers.made import AUTHORITY, BODY, FIELDS, HEADER, OPENING, fields, parsed, written

ORDERS = {
    "on one line": ("E.O. 12958: DECL: 05/07/2008\n", ["05/07/2008"]),
    "the instruction on the next line": ("E.O. 12958:\nDECL: 05/07/2008\n", ["", "05/07/2008"]),
    "and a line of its own behind the authority": (
        "E.O. 12958: DECL: 05/07/2008\nCLASSIFIED BY: J. ROE\nDECLASSIFY ON: 05/07/2008\n",
        ["05/07/2008", "05/07/2008"],
    ),
    "an event over two lines": (
        "E.O. 12958: DECL: UPON THE SIGNATURE OF\nTHE TREATY\n",
        ["UPON THE SIGNATURE OF\nTHE TREATY"],
    ),
}


@pytest.mark.parametrize(("text", "instructions"), ORDERS.values(), ids=ORDERS)
def test_the_declassification_instruction_is_read(text: str, instructions: list[str]) -> None:
    document = parsed(OPENING + text + "TAGS: PREL\nSUBJECT: FERRY\n\n" + BODY)
    assert written(document, "declassification") == instructions


SUBJECTS = {
    "one line": ("SUBJECT: FERRY TREATY", "FERRY TREATY", None),
    "two lines": ("SUBJECT: FERRY\nTREATY", "FERRY TREATY", None),
    "three lines, set in": ("SUBJECT: FERRY\n    TREATY: THE\n    END", "FERRY TREATY: THE END", None),
    "shortened": ("SUBJ: FERRY", "FERRY", None),
    "without a colon": ("SUBJECT  FERRY", "FERRY", None),
    "mixed case": ("Subject: Ferry", "Ferry", None),
    "a mark in front": ("SUBJECT: (C) FERRY", "(C) FERRY", "C"),
    "a mark in front with a caveat": ("SUBJECT: (S/NF) FERRY", "(S/NF) FERRY", "S//NF"),
    "a mark at the end": ("SUBJECT: FERRY (U)", "FERRY (U)", "U"),
    "a mark at the end of the second line": ("SUBJECT: FERRY\nTREATY (C)", "FERRY TREATY (C)", "C"),
    "an abbreviation at the end is no mark": (
        "SUBJECT: UNION OF FERRYMEN (UOF)",
        "UNION OF FERRYMEN (UOF)",
        None,
    ),
    "REF ends it": ("SUBJECT: FERRY\nREF: STATE 81044", "FERRY", None),
    "a blank line ends it": ("SUBJECT: FERRY\n\nTHE REST", "FERRY", None),
}


@pytest.mark.parametrize(("text", "subject", "mark"), SUBJECTS.values(), ids=SUBJECTS)
def test_the_subject_is_read(text: str, subject: str, mark: str | None) -> None:
    document = parsed(OPENING + f"E.O. 12958: N/A\nTAGS: PREL\n{text}\n\n" + BODY)
    assert fields(document, "subject", "text", "mark") == [(subject, mark)]


TAGS = {
    "commas": ("TAGS: PREL, NO", ("PREL", "NO")),
    "blanks": ("TAGS: PREL NO", ("PREL", "NO")),
    "no colon": ("TAGS PREL, NO", ("PREL", "NO")),
    "no blank behind the colon": ("TAGS:PREL,NO", ("PREL", "NO")),
    "two lines": ("TAGS: PREL,\n      NO", ("PREL", "NO")),
    "links": ("TAGS: [PREL](#) [NO](#)", ("PREL", "NO")),
    "a person": ("TAGS: OVIP (ROE, JANE), PREL", ("OVIP", "ROE, JANE", "PREL")),
    "misspelt TAGES": ("TAGES: PREL", ("PREL",)),
    "mixed case": ("Tags: prel, no", ("PREL", "NO")),
}


@pytest.mark.parametrize(("text", "tokens"), TAGS.values(), ids=TAGS)
def test_tags_are_read(text: str, tokens: tuple[str, ...]) -> None:
    document = parsed(OPENING + f"E.O. 12958: N/A\n{text}\nSUBJECT: FERRY\n\n" + BODY)
    assert fields(document, "tags", "tokens") == [(tokens,)]


def test_fields_on_one_line_are_told_apart() -> None:
    document = parsed(OPENING + "E.O. 12958: N/A TAGS: PREL, NO SUBJECT: FERRY\n\n" + BODY)
    assert fields(document, "declassification", "instruction") == [("na",)]
    assert fields(document, "tags", "tokens") == [(("PREL", "NO"),)]
    assert fields(document, "subject", "text") == [("FERRY",)]
    assert written(document, "subject") == ["FERRY"]


AUTHORITIES = {
    "on one line": (
        "CLASSIFIED BY: AMBASSADOR JANE ROE. REASON: 1.5 (B) AND (D).",
        "AMBASSADOR JANE ROE",
        "1.5",
        "bd",
    ),
    "without a colon": ("CLASSIFIED BY DCM JANE ROE FOR REASONS 1.5 (B)", "DCM JANE ROE", "1.5", "b"),
    "mixed case": ("Classified By: DCM Jane Roe, reasons 1.4 (b) and (d).", "DCM Jane Roe", "1.4", "bd"),
    "over two lines": ("CLASSIFIED BY: DCM JANE ROE,\nREASONS 1.5 (B) AND (D).", "DCM JANE ROE", "1.5", "bd"),
    "the reason broken over two lines": ("CLASSIFIED BY: DCM JANE ROE, REASONS 1.5 (B)\nAND (D).", "DCM JANE ROE", "1.5", "bd"),
    "marked": ("(U) CLASSIFIED BY: DCM JANE ROE, REASON: 1.5 (D)", "DCM JANE ROE", "1.5", "d"),
    "misspelt": ("CLASSIFED BY: DCM JANE ROE, REASON: 1.5 (D)", "DCM JANE ROE", "1.5", "d"),
    "said twice": ("CLASSIFIED AND APPROVED BY: DCM JANE ROE, REASON: 1.5 (D)", "DCM JANE ROE", "1.5", "d"),
    "for at the end of a line": ("CLASSIFIED BY DCM JANE ROE FOR\nREASONS 1.5 (D)", "DCM JANE ROE", "1.5", "d"),
    "under the order": ("CLASSIFIED BY DCM JANE ROE UNDER 1.5 (D)", "DCM JANE ROE", "1.5", "d"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "section", "categories"), AUTHORITIES.values(), ids=AUTHORITIES)
def test_the_authority_is_read(text: str, name: str, section: str, categories: str) -> None:
    document = parsed(OPENING + FIELDS + text + "\n\n" + BODY)
    assert fields(document, "classified_by", "name") == [(name,)]
    assert fields(document, "reason", "section", "categories") == [(section, tuple(categories))]


@pytest.mark.parametrize(
    "first",
    [
        "1. (U) CLASSIFIED BY: DCM JANE ROE. REASON: 1.5 (D).",
        "1. CLASSIFIED BY DCM JANE ROE. REASON: 1.5 (D).",
        "1. (U) CLASSIFIED BY: DCM JANE ROE. REASON:\n1.5 (D).",
    ],
)
def test_the_authority_in_a_first_paragraph_is_read_and_stays_a_paragraph(first: str) -> None:
    document = parsed(OPENING + FIELDS + first + "\n\n2. (C) THE FERRY IS LATE.\n\n3. (C) SO.\nDOE\n")
    assert fields(document, "classified_by", "name") == [("DCM JANE ROE",)]
    assert fields(document, "reason", "section", "categories") == [("1.5", ("d",))]
    assert fields(document, "paragraph", "number") == [(1,), (2,), (3,)]


def test_a_reason_on_its_own_line_is_read_once() -> None:
    lines = "CLASSIFIED BY: JANE ROE\nREASON: 1.5 (B)\nDECLASSIFY ON: 05/07/2008\n\n"
    document = parsed(OPENING + FIELDS + lines + BODY)
    assert fields(document, "reason", "section", "categories", "unknown") == [("1.5", ("b",), ())]


def test_unknown_categories_are_named() -> None:
    document = parsed(HEADER.replace("AND (D)", "AND (K)") + BODY)
    assert fields(document, "reason", "categories", "unknown") == [(("b", "k"), ("k",))]


def test_a_derived_telegram_is_derivative() -> None:
    document = parsed(OPENING + FIELDS + "DERIVED FROM: DSCG 05-01\n\n" + BODY)
    assert fields(document, "derived_from", "source") == [("DSCG 05-01",)]
    assert document.derivative


LISTS = {
    "one": ("REF: STATE 81044", [(None, "STATE", 81044)]),
    "without a colon": ("REF STATE 81044", [(None, "STATE", 81044)]),
    "REFTEL": ("REFTEL: STATE 81044", [(None, "STATE", 81044)]),
    "REFERENCE": ("REFERENCE: STATE 81044", [(None, "STATE", 81044)]),
    "on one line": ("REF: (A) STATE 81044 (B) EASTMERE 2100", [("A", "STATE", 81044), ("B", "EASTMERE", 2100)]),
    "set in": ("REFS: A. STATE 81044\n      B. EASTMERE 2100", [("A", "STATE", 81044), ("B", "EASTMERE", 2100)]),
    "each set apart by a blank line": (
        "REF: A. STATE 81044\n\n[1](#)B. EASTMERE 2100\n\n1C. STATE 9",
        [("A", "STATE", 81044), ("B", "EASTMERE", 2100), ("C", "STATE", 9)],
    ),
    "broken over two lines": ("REF: A. STATE\n81044", [("A", "STATE", 81044)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "listed"), LISTS.values(), ids=LISTS)
def test_references_are_listed(text: str, listed: list[tuple[str | None, str, int]]) -> None:
    document = parsed(OPENING + FIELDS + text + "\n\n" + AUTHORITY + BODY)
    assert fields(document, "reference", "letter", "post", "number") == listed
    assert fields(document, "classified_by", "name") == [("AMBASSADOR JANE ROE",)]


def test_the_telegram_itself_among_its_references_is_known() -> None:
    document = parsed(OPENING + FIELDS + "REF: A. EASTMERE 2204 B. 97 EASTMERE 2204\n\n" + AUTHORITY + BODY)
    assert fields(document, "reference", "letter", "itself") == [("A", True), ("B", False)]


CAPTIONS = {
    "one a line": ("EXDIS\nNOFORN", ["EXDIS", "NOFORN"]),
    "with a comma": ("EXDIS, NOFORN", ["EXDIS", "NOFORN"]),
    "with a semicolon": ("LIMDIS; TERREP", ["LIMDIS", "TERREP"]),
    "with slashes": ("NOFORN//SIPDIS", ["NOFORN", "SIPDIS"]),
    "with blanks alone": ("SENSITIVE SIPDIS", ["SENSITIVE", "SIPDIS"]),
    "an unknown one beside a known one": ("EXDIS, MOONDIS", ["EXDIS", "MOONDIS"]),
    "a pass line is none": ("DEPT FOR EUR/NB\nSIPDIS", ["SIPDIS"]),
    "prose is none": ("PLEASE PASS TO THE HARBOR MASTER", []),
}


@pytest.mark.parametrize(("text", "names"), CAPTIONS.values(), ids=CAPTIONS)
def test_captions_are_read(text: str, names: list[str]) -> None:
    document = parsed(OPENING + text + "\n\n" + FIELDS + AUTHORITY + BODY)
    assert fields(document, "caption", "name") == [(name,) for name in names]


def test_a_retired_code_carries_the_date_that_replaces_it() -> None:
    text = "P 071338Z MAY 98\n" + HEADER.replace("05/07/2008", "OADR") + BODY
    assert fields(parsed(text), "declassification", "instruction", "replacement") == [
        ("oadr", datetime.date(2023, 5, 7))
    ]
