"""E-mail: which texts are one, and what does not stand where it belongs."""

import pytest

from tests.unit.parsers.made import fields, line_of, parsed

HEAD = "From: John Doe\nSent: 12 January 2012\nTo: Jane Roe\nSubject: (U) Berths\n\n"
TEXT = "(S) One.\n\n(U) Two.\n\n(U) Three.\n\nJohn Doe\n\n"
BLOCK = "Classified By: Jane Roe\nDerived From: Guide 5\nDeclassify On: 20350105\n\n"
ALL = HEAD + "SECRET\n\n" + TEXT + BLOCK + "SECRET\n"

LAYOUTS = {
    "as it is sent": (ALL, "e-mail"),
    "with addresses and without Sent": (
        ALL.replace("Sent: 12 January 2012", "Cc: roe@example.gov"),
        "e-mail",
    ),
    "a folded line of addressees": (ALL.replace("Jane Roe\nSub", "Jane Roe;\n  Sam Poe\nSub"), "e-mail"),
    "below a banner": ("SECRET\n\n" + ALL, "e-mail"),
    "a memorandum": ("MEMORANDUM\n\n" + ALL, "memo"),
    "a memo with From and To": (ALL.replace("Sent: 12 January 2012", "DATE: 12 January 2012"), "memo"),
    "no subject": (ALL.replace("Subject: (U) Berths\n", ""), "memo"),
    "a header further down": ("SECRET\n\n" + TEXT * 3 + ALL, "memo"),
}


@pytest.mark.parametrize(("text", "layout"), LAYOUTS.values(), ids=LAYOUTS)
def test_an_e_mail(text: str, layout: str) -> None:
    document = parsed(text)
    assert (document.kind, document.layout) == ("memo", layout)


PLACES = {
    "all as it should be": (ALL, []),
    "no first line": (ALL.replace("SECRET\n\n(S)", "(S)"), [("mail-without-banner-first", 6)]),
    "above the header": ("SECRET\n\n" + ALL.replace("SECRET\n\n(S)", "(S)"), []),
    "no last line": (ALL.removesuffix("SECRET\n"), [("mail-without-banner-last", 18)]),
    "last line of the string": (
        ALL.removesuffix("SECRET\n") + "-----Original Message-----\n\n(U) Yes.\n\nSECRET\n",
        [],
    ),
    "the block first": (
        HEAD + "SECRET\n\n" + BLOCK + TEXT + "SECRET\n",
        [("mail-authority-before-text", 8)],
    ),
    "nothing below the header": (HEAD.replace("(U) Berths", "SECRET//NOFORN"), []),
}


@pytest.mark.parametrize(("text", "found"), PLACES.values(), ids=PLACES)
def test_what_stands_elsewhere(text: str, found: list[tuple[str, int]]) -> None:
    document = parsed(text, kind="memo")
    nodes = [node for node in document.of("observation") if str(getattr(node, "name", "")).startswith("mail")]
    assert [(getattr(node, "name", ""), line_of(document, node)) for node in nodes] == found


def test_a_reply_keeps_the_mark_of_its_subject() -> None:
    document = parsed(ALL.replace("(U) Berths", "RE: FW: (U) Berths"))
    assert fields(document, "subject", "mark") == [("U",)]


@pytest.mark.parametrize(
    ("subject", "behind"),
    [("(U) Berths", False), ("RE: FW: (U) Berths", False), ("Berths (U)", True), ("Berths", False)],
)
def test_where_the_mark_of_the_subject_stands(subject: str, behind: bool) -> None:
    document = parsed(ALL.replace("(U) Berths", subject))
    assert fields(document, "subject", "mark_behind") == [(behind,)]
