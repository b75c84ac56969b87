"""Paragraphs, their numbers and marks, as they stand in whole telegrams."""

import pytest

from tests.unit.parsers.made import HEADER, fields, line_of, parsed, written

# body: (number, mark) of each paragraph
BODIES: dict[str, tuple[str, list[tuple[int | None, str | None]]]] = {
    "a blank line between": ("1. (C) One.\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "no blank line between": ("1. (C) One.\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "no blank behind the stop": ("1.(C) One.\n\n2.(U)Two.\n", [(1, "C"), (2, "U")]),
    "a tab behind the stop": ("1.\t(C)\tOne.\n\n2.\t(U) Two.\n", [(1, "C"), (2, "U")]),
    "two blanks behind the stop": ("1.  (C)  One.\n\n2.  (U)  Two.\n", [(1, "C"), (2, "U")]),
    "a blank before the stop": ("1 . (C) One.\n\n2 . (U) Two.\n", [(1, "C"), (2, "U")]),
    "a bracket for the stop": ("1) (C) One.\n\n2) (U) Two.\n", [(1, "C"), (2, "U")]),
    "no stop before a mark": ("1 (C) One.\n\n2 (U) Two.\n", [(1, "C"), (2, "U")]),
    "glued to the mark": ("1(C) One.\n\n2(U) Two.\n", [(1, "C"), (2, "U")]),
    "pilcrows": ("¶1. (C) One.\n\n¶2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a blank behind the pilcrow": ("¶ 1. (C) One.\n\n¶ 2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "pilcrow links": ("[1](#)1. (C) One.\n\n[1](#)2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "pilcrows lost": ("11. (C) One.\n\n12. (U) Two.\n\n13. (C) Three.\n", [(1, "C"), (2, "U"), (3, "C")]),
    "set in": ("   1. (C) One.\n\n   2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "without marks": ("1. One.\n\n2. Two.\n", [(1, None), (2, None)]),
    "a mark that nobody knows": ("1. (XX) One.\n\n2. (U) Two.\n", [(1, "XX"), (2, "U")]),
    "a mark written wrong": ("1. ( C) One.\n\n2. (u) Two.\n", [(1, "C"), (2, "U")]),
    "one alone": ("1. (C) One.\n", [(1, "C")]),
    "one without a number": ("(C) One.\n", [(None, "C")]),
    "one without a number or mark": ("The ferry is late.\n", [(None, None)]),
    "a heading above": ("The Ferry\n\n1. (C) One.\n\nThe Boat\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a wrapped year": ("1. (C) Since\n1997. It was late.\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a wrapped day": ("1. (C) On May\n12. The ferry left.\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a wrapped number that is next": (
        "1. (C) He had boats, namely\n2. He said so.\n\n2. (U) Two.\n\n3. (U) Three.\n",
        [(1, "C"), (2, "U"), (3, "U")],
    ),
    "a list in a paragraph": (
        "1. (C) Points:\n\n1. one\n2. two\n3. three\n\n2. (U) Two.\n\n3. (C) Three.\n",
        [(1, "C"), (2, "U"), (3, "C")],
    ),
    "a decimal at the start of a line": ("1. (C) It fell by\n2.5 percent.\n\n3.5 boats sank.\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a first number twice": ("1. (C) One.\n\n1. (U) Two.\n\n2. (C) Three.\n", [(1, "C"), (1, "U"), (2, "C")]),
    "a list in brackets": ("1. (C) Points:\n(1) one\n(2) two\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a table": ("1. (C) Boats:\n\n1995  120\n1996  140\n3 BOATS  30\n\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
    "a gap": ("1. (C) One.\n\n2. (C) Two.\n\n4. (U) Four.\n", [(1, "C"), (2, "C"), (4, "U")]),
    "a number twice": ("1. (C) One.\n\n2. (C) Two.\n\n2. (U) Two.\n", [(1, "C"), (2, "C"), (2, "U")]),
    "a number in the middle of a line": (
        "1. One.\n\n2. Two. END SUMMARY. 3. Three.\n\n4. Four.\n",
        [(1, None), (2, None), (3, None), (4, None)],
    ),
    "SIPDIS between": ("1. (C) One\n\nSIPDIS\n2. (U) Two.\n", [(1, "C"), (2, "U")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_paragraphs_are_read(body: str, expected: list[tuple[int | None, str | None]]) -> None:
    document = parsed(HEADER + body + "ROE\n")
    assert fields(document, "paragraph", "number", "mark") == expected


def test_a_paragraph_runs_to_the_line_before_the_next() -> None:
    body = "1. (C) One\ngoes on.\n\nIt goes on.\n\n2. (U) Two.\n\nROE\n"
    document = parsed(HEADER + body)
    assert written(document, "paragraph") == ["1. (C) One\ngoes on.\n\nIt goes on.", "2. (U) Two."]


def test_places_lead_back_through_links() -> None:
    document = parsed(HEADER + "[1](#)1. (C) One [boat](#).\n\n[1](#)2. (SBU) Two.\nROE\n")
    assert written(document, "portion")[1:] == ["(C)", "(SBU)"]
    text = document.source.text
    starts = [text[node.text_start :].split()[0] for node in document.of("paragraph")]  # type: ignore[attr-defined]
    assert starts == ["One", "Two."]


def test_a_lost_pilcrow_is_an_artefact_and_the_number_is_kept_as_written() -> None:
    document = parsed(HEADER + "1. (C) One.\n\n12. (C) Two.\n\n13. (C) Three.\nROE\n")
    assert fields(document, "paragraph", "number", "written", "lost_pilcrow") == [
        (1, "1", False),
        (2, "12", True),
        (3, "13", True),
    ]
    assert [(node.name, line_of(document, node)) for node in document.of("artefact")] == [  # type: ignore[attr-defined]
        ("lost-pilcrow", 11),
        ("lost-pilcrow", 13),
    ]


def test_only_one_paragraph_stands_alone() -> None:
    assert fields(parsed(HEADER + "1. (C) One.\nROE\n"), "paragraph", "alone") == [(True,)]
    assert fields(parsed(HEADER + "1. (C) One.\n2. (C) Two.\nROE\n"), "paragraph", "alone") == [(False,)] * 2


# body: (mark, paragraph) of each mark of a sub-paragraph
SUB_PORTIONS: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "letters": ("1. (C) One:\n\nA. (C) a\n\nB. (U) b\n\n2. (C) Two.\n", [("C", 1), ("U", 1)]),
    "letters in brackets": ("1. (C) One:\n(a) (C) a\n(b) (U) b\n\n2. (C) Two.\n", [("C", 1), ("U", 1)]),
    "dashes": ("1. (C) One:\n-- (C) a\n-- (U) b\n\n2. (C) Two.\n- (SBU) c\n", [("C", 1), ("U", 1), ("SBU", 2)]),
    "a mark alone behind a blank line": ("1. (C) One.\n\n(U) More.\n\n2. (C) Two.\n", [("U", 1)]),
}  # fmt: skip
NO_SUB_PORTIONS = {
    "a bullet (c) behind (a) and (b)": "1. (C) One:\n(a) a\n(b) b\n(c) c\n\n2. (C) Two.\n",
    "a bracket inside running text": "1. (C) One\n(C) two\n\n2. (C) Two.\n",
    "an abbreviation": "1. (C) One.\n\n-- (OSCE) members met.\n\n2. (C) Two.\n",
    "a bullet without a mark": "1. (C) One:\n-- one\n\n2. (C) Two.\n",
}


@pytest.mark.parametrize(("body", "expected"), SUB_PORTIONS.values(), ids=SUB_PORTIONS)
def test_marks_of_sub_paragraphs_are_read(body: str, expected: list[tuple[str, int | None]]) -> None:
    document = parsed(HEADER + body + "ROE\n")
    found = fields(document, "portion", "place", "mark", "paragraph")
    assert [each[1:] for each in found if each[0] == "sub-paragraph"] == expected


@pytest.mark.parametrize("body", NO_SUB_PORTIONS.values(), ids=NO_SUB_PORTIONS)
def test_no_mark_of_a_sub_paragraph_because_it_is(body: str) -> None:
    document = parsed(HEADER + body + "ROE\n")
    assert "sub-paragraph" not in {place for (place,) in fields(document, "portion", "place")}
