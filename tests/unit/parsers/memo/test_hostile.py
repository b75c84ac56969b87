"""No marked document takes more than linear time or makes the parser fail."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.growth import FILLINGS, is_linear
from tests.unit.parsers.made import parsed
from tests.unit.parsers.memo.made import BOTTOM, TOP
from validator.model.document import Document, SourceText
from validator.model.kinds import KINDS
from validator.parsers import parse
from validator.vocabulary.load import builtin

BY_THE_LINE = {
    "marked paragraphs": "(S//NF) One.\n\n",
    "numbered paragraphs": "1. (S) One.\n\n2. Two.\n",
    "banners": "SECRET//NOFORN\n",
    "pages": "SECRET//NOFORN\n\f",
    "cells": "| (U) ",
    "authority": "Classified By: Roe\nDeclassify On: 20400101\n",
    "authority in one line": "Classified By: Roe; Derived From: x; Declassify On: 20350105; ",
    "stamps": "Declassified by Roe\n",
    "stamps in columns": "x" + " " * 20 + "DECLASSIFIED",
    "e-mails": "From: Roe\nSent: 5 May 2012\nTo: Doe\nSubject: x\n",
    "addressees": "To: Roe;\n  ",
    "prose between marks": "(S) One.\n\nThe second berth of the harbor is long, and so is its history.\n\n",
    "one long block": "The berth is long.\n",
    "sources": "Sources:\nGuide 5\n",
    "enclosures": "Enclosure:\n",
    "words of a notice": "contains restricted data as defined in ",
    "dates of declassification": "Declassify On: 20350105 20300512 X1\n",
    "struck banners": "~~SECRET~~\n",
    "bars": "S\u0336",
    "designations": "Controlled by: Roe\n",
    "lettered lists": "(A) a\n(B) b\n",
    "compilation": "compilation ",
    "removal": "UNCLASSIFIED WHEN ",
    "blanket": "all portions are ",
    "columns": "SECRET" + " " * 30,
    "columns of cells": "(U) x" + "   (U) x" * 30 + "\n",
    "a row of cells": "   (U) x",
    "cells with marks": "| (S//NF) x\n",
    "labels": "To: x\n",
    "a label that goes on": "To: x\n  y\n  z,\n",
    "set in deeper and deeper": "To:\n  Copy:\n   ",
}
PLACES = {
    "whole": ("", ""),
    "in the body": (TOP, BOTTOM),
    "behind a mark": (TOP + "1. (S", BOTTOM),
    "in the banner": ("SECRET//", "\n\n(S) One.\n\nSECRET//NOFORN\n"),
    "behind Declassify On": (TOP + "Declassify On: ", BOTTOM),
}
LINES = st.sampled_from(
    [
        *(
            "SECRET//NOFORN",
            "SECRET",
            "CUI",
            "TOP SECRET//SI//NF     Page 2",
            "\f",
            "",
            "1. (S) One.",
            "2. Two.",
        ),
        *(
            "(S//NF) Text.",
            "(A) a",
            "(B) b",
            "| (U) a | (C) b |",
            "Figure 1. (U) x",
            "SUBJECT: (U) x",
            "Subject: x (C)",
        ),
        *(
            "Classified By: Roe",
            "Derived From: Guide",
            "Declassify On: 20400101",
            "Reason: 1.4(a)",
            "  1. eggs",
        ),
        *(
            "Controlled by: X",
            "POC: Roe",
            "Declassified by Roe, August 17, 2008",
            "x" + " " * 20 + "DECLASSIFIED",
            "From: Roe <roe@example.gov>",
            "To: Doe",
            "-----Original Message-----",
            "The second berth of the harbor is long, and so is its history.",
            "Unclassified When Classified Enclosure Removed",
            "Sources:",
            "~~SECRET~~",
            "WORKING PAPERS",
            "x ends. (S)",
        ),
    ]
)


def memo_of(text: str) -> Document:
    return parsed(text, kind="memo")


@pytest.mark.parametrize("filling", FILLINGS.values(), ids=FILLINGS)
@pytest.mark.parametrize(("before", "behind"), PLACES.values(), ids=PLACES)
def test_the_time_grows_with_the_text(before: str, behind: str, filling: str) -> None:
    assert is_linear(memo_of, filling, before, behind)


@pytest.mark.parametrize("filling", BY_THE_LINE.values(), ids=BY_THE_LINE)
@pytest.mark.parametrize("place", ["whole", "in the body"])
def test_the_time_grows_with_the_lines(place: str, filling: str) -> None:
    assert is_linear(memo_of, filling, *PLACES[place])


def is_sound(text: str) -> None:
    document = parse(SourceText("made.txt", "text", text, ""), builtin(), kind="memo")
    for kind, nodes in document.nodes.items():
        assert kind in KINDS
        assert all(node.kind == kind and 0 <= node.start <= node.end <= len(text) for node in nodes), nodes
        assert all(one.start <= other.start for one, other in pairwise(nodes)), nodes


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_parsed_soundly(text: str) -> None:
    is_sound(text)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_lines_of_memos_in_any_order_are_parsed_soundly(text: str) -> None:
    is_sound(text)
