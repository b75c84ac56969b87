"""What is a portion mark, and what only looks like one."""

import pytest

from tests.unit.parsers.made import fields, parsed
from tests.unit.parsers.memo.made import marks, memo, portions
from validator.model.level import Level

READ = {
    "a paragraph": ("(S) The berth is shut.", ["(S)"]),
    "a mark with controls": ("(S//NF) The berth is shut.", ["(S//NF)"]),
    "a foreign mark": ("(//GBR S) The berth is shut.", ["(//GBR S)"]),
    "CUI": ("(CUI//SP-CTI) The radar.", ["(CUI//SP-CTI)"]),
    "a mark in words": ("(SECRET//NOFORN) The berth.", ["(SECRET//NOFORN)"]),
    "a wrong separator": ("(S/NF) The berth.", ["(S/NF)"]),
    "a number": ("1. (S) One.", ["(S)"]),
    "a number without stop": ("1 (S) One.", ["(S)"]),
    "a number of a number": ("1.2.1 (S) One.", ["(S)"]),
    "a letter": ("a. (S) One.", ["(S)"]),
    "a letter in brackets": ("(a) (S) One.", ["(S)"]),
    "a Roman numeral": ("iii. (S) One.", ["(S)"]),
    "a hyphen": ("- (S) One.", ["(S)"]),
    "a dot": ("• (C) One.", ["(C)"]),
    "a sign of slides": ("» (C) One.\n■ (U) Two.", ["(C)", "(U)"]),
    "an o of a word processor": ("o (C) One.", ["(C)"]),
    "a heading of Markdown": ("## (U) One", ["(U)"]),
    "a figure": ("Figure 3: (C) The berth", ["(C)"]),
    "a table": ("TABLE 2-1. (U) Ferries", ["(U)"]),
    "the cells of a table": ("| (U) Month | (C) Guards |\n| (S) May | 4 |", ["(U)", "(C)", "(S)"]),
    "a table drawn with lines": ("│ (U) Month │ (C) Guards │", ["(U)", "(C)"]),
    "a table in columns": ("(U) Month      (C) Guards\n(S) May        4", ["(U)", "(C)", "(S)"]),
    "a table in tabs": ("(U) Month\t(C) Guards", ["(U)", "(C)"]),
    "a mark before the caption": ("(C) Figure 3. The berth", ["(C)"]),
    "a sub-bullet": ("- (U) One.\n    - (S) Two.\n        • (C) Three.", ["(U)", "(S)", "(C)"]),
    "a label": ("Summary: (S) The berth is shut.", ["(S)"]),
    "blanks in front": ("        (S) The berth is shut.", ["(S)"]),
    "a mark alone on its line": ("(U)\nThe berth is open.", ["(U)"]),
    "a small letter behind a number": ("1. (s) One.", ["(s)"]),
    "a mark not closed": ("1. (S//NF The berth.", ["(S//NF"]),
    "a mark behind the text of a numbered paragraph": ("1. The berth\nis shut. (S)", ["(S)"]),
    "lines that each begin a portion": ("(S) One.\n(C) Two.", ["(S)", "(C)"]),
}
LEFT_ALONE = {
    "clauses with letters": "(A) ships,\n\n(B) boats,\n\n(C) rafts.",
    "small clauses": "(a) ships,\n\n(b) boats,\n\n(c) rafts.",
    "clauses in a numbered paragraph": "1. (a) ships\n2. (b) boats\n3. (c) rafts",
    "letters up to S": "(R) ropes,\n\n(S) sails.",
    "a formula": "(U) = 3 (S) + 7",
    "a bracket within a sentence": "The crew (S) and the pilot (C) know.",
    "a bracket that a line break brought to the front": (
        "The count of June, which the port authority sent in two parts\n(S) and the pilot cannot say why."
    ),
    "a plural": "The document(s) and the\nvessel(s) are late.",
    "brackets in columns of a row without mark": "Berth      (S)\nPier       (C)",
    "initials of four": "(CMS) Carla M. Stone wrote this.",
    "initials behind a number": "1. (CMS) Carla M. Stone wrote this.",
    "an office": "(CIA) officers came.",
    "a State": "(NC) North Carolina.",
    "a trade mark": "(R) Ferryboat.",
    "a copyright": "(C) 2015 Harbor Club",
    "a copyright in words": "(c) Copyright Harbor Club",
    "a group of a model": "(S-1) The first stage.",
    "a word": "(SEE BELOW) The berth.",
    "a control without level": "(SI) units are used.",
}


@pytest.mark.parametrize(("body", "found"), READ.values(), ids=READ)
def test_a_mark_is_read_behind(body: str, found: list[str]) -> None:
    assert marks(body) == found


@pytest.mark.parametrize("body", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(body: str) -> None:
    assert marks(body) == []


def test_two_letters_are_initials_only_in_a_document_without_marks() -> None:
    assert parsed("(TS) Tom Smith wrote this.\n\n(C) He did.\n").kind == "unknown"


def test_a_nato_mark_needs_no_slashes_under_a_nato_banner() -> None:
    document = parsed("//NATO SECRET\n\n(NS) The exercise begins.\n\n//NATO SECRET\n")
    assert fields(document, "portion", "written", "level") == [("(NS)", Level.SECRET)]


def test_the_subject_has_its_mark_in_front_or_behind() -> None:
    for subject in ("SUBJECT: (C) Second Berth", "SUBJECT: Second Berth (C)", "Subject: Second\n  Berth (C)"):
        document = parsed(f"SECRET//NOFORN\n\n{subject}\n\n(S//NF) One.\n\nSECRET//NOFORN\n")
        assert fields(document, "subject", "mark", "level") == [("C", Level.CONFIDENTIAL)]
        assert fields(document, "portion", "place", "mark") == [("subject", "C"), ("paragraph", "S//NF")]


def test_a_mark_knows_its_marking_its_place_and_its_paragraph() -> None:
    document = memo("4. (S//NF) One.")
    node = portions(document)[-1]
    assert document.source.text[node.start : node.end] == "(S//NF)"
    assert (node.level, node.controls, node.paragraph) == (Level.SECRET, ("NOFORN",), 4)
    assert node.marking is not None
    assert node.marking.dissem == ("NOFORN",)


def test_a_fault_of_a_mark_has_its_exact_place() -> None:
    document = memo("1. (S/NF) One.")
    (fault,) = document.of("marking_fault")
    assert document.source.text[fault.start : fault.end] == "/"
    assert fields(document, "marking_fault", "code", "place", "whole") == [
        ("separator-wrong", "portion", "(S/NF)")
    ]
