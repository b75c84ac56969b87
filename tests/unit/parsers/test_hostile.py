"""No telegram takes more than linear time or makes the parser fail, wherever the hostile text stands in it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.growth import FILLINGS, is_linear
from tests.unit.parsers.made import AUTHORITY, BODY, FIELDS, HEADER, OPENING, ROUTING, parsed
from validator.model.document import SourceText
from validator.model.kinds import KINDS
from validator.parsers import parse
from validator.vocabulary.load import builtin

TELEGRAM = ROUTING + OPENING + FIELDS + "REF: A. STATE 81044\n\n" + AUTHORITY + BODY

# Those that only one grammar reader could mind are tried there.
HOSTILE = {
    name: FILLINGS[name]
    for name in (
        *("blanks", "tabs", "line feeds", "digits", "capitals", "opening brackets", "links", "pilcrows"),
        *("bullets", "numbers", "marks", "REF", "citations", "END SUMMARY", "words and blanks", "mixed"),
    )
}
BY_THE_LINE = {name: FILLINGS[name] for name in ("numbers on lines", "rising lines", "carriage returns")} | {
    "paragraphs with marked bullets": "2. (C) ONE:\nA. (C) A\n\n",
    "hidden numbers": "2. ONE. 3. TWO\n\n",
    "SIPDIS": "SIPDIS\n",
    "cut words": "a confer-\nence or confer-\nences\n",
    "entries": "NORDHAVEN ROUTINE; EASTMERE;\n",
    "attributes": "Original Classification: SECRET\n",
    "continuation lines": "EASTMERE 00002204  002 OF 003\n",
    "headings of sections": "UNCLAS SECTION 02 OF 03 EASTMERE 002204\n",
    "routing blocks": "DE RUEHXC #2204 1271340\nP 071338Z MAY 98\n",
    "page lines": "PAGE 02 EASTME 02204\n",
    "summaries": "\nSUMMARY: ONE\n",
    "comments": "1. (C) COMMENT: ONE\n\n",
}

# Where the hostile text stands: what is before it, and what is behind it.
PLACES = {
    "whole": ("", ""),
    "before the telegram": ("", "\n" + TELEGRAM),
    "in a web page": ("", "\n\n" + HEADER + BODY),
    "in the transmission": ("VZCZC", "\n" + TELEGRAM),
    "in FM": (TELEGRAM[: TELEGRAM.index(" EASTMERE")], TELEGRAM[TELEGRAM.index(" EASTMERE") :]),
    "behind the level": (ROUTING + "C O N F I D E N T I A L ", "\n" + FIELDS + BODY),
    "among the captions": (ROUTING + OPENING, "\n" + FIELDS + BODY),
    "behind E.O.": (OPENING + "E.O. 12958: DECL: ", "\nTAGS: PREL\nSUBJECT: X\n\n" + BODY),
    "behind TAGS": (OPENING + "E.O. 12958: N/A\nTAGS: ", "\nSUBJECT: X\n\n" + BODY),
    "behind SUBJECT": (OPENING + "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: ", "\n\n" + BODY),
    "behind REF": (OPENING + FIELDS + "REF: ", "\n\n" + BODY),
    "behind Classified By": (OPENING + FIELDS + "CLASSIFIED BY: ", "\n\n" + BODY),
    "behind Reason": (OPENING + FIELDS + "CLASSIFIED BY: J. ROE\nREASON: 1.4 ", "\n\n" + BODY),
    "behind a paragraph number": (HEADER + "1. ", "\n\n2. (C) TWO.\nROE\n"),
    "in a paragraph number": (HEADER + "1", ". (C) ONE.\n\n2. (C) TWO.\nROE\n"),
    "in a summary": (HEADER + "1. (C) SUMMARY: ", "END SUMMARY\n\n2. (C) TWO.\nROE\n"),
    "between paragraphs": (HEADER + "1. (C) ONE.\n", "\n2. (C) TWO.\nROE\n"),
    "behind a gap": (HEADER + "1. (C) ONE.\n", "\n3. (C) THREE.\nROE\n"),
    "behind the signature": (TELEGRAM, ""),
    "behind MRN": ("CONFIDENTIAL\n\nMRN: ", "\nE.O.: 13526\nTAGS: PREL\n\n1. (C) ONE.\n"),
    "behind Info": (
        "MRN: 12 EASTMERE 2204\nE.O.: 13526\n\n1. (C) ONE.\n\nSignature: ROE\nInfo: ",
        "\nApproved By: X\n",
    ),
    "behind Date/DTG": ("MRN: 12 EASTMERE 2204\nDate/DTG: ", "\nE.O.: 13526\nTAGS: PREL\n\n1. (C) ONE.\n"),
    "in a label misread": (ROUTING + OPENING + "5UB", "\n" + FIELDS.replace("SUBJECT", "THEME") + BODY),
    "below a level alone": (ROUTING + "C O N F I D E N T I A L\n", "\n" + FIELDS + BODY),
    "below the attributes": ("PAGE 01 X\n" + HEADER + BODY + "\nMessage Attributes\n", "\n"),
    "in a message form": ("OSRI: RUEHXA\n SSN: ", "\n" + TELEGRAM),
    "behind a page line": ("CONFIDENTIAL\n\nPAGE 01 ", "\n" + HEADER + BODY),
    "behind a dash line": ("PAGE 01 X\nORIGIN EUR-12 ", "\n------------ 012345\n" + HEADER + BODY),
}


@pytest.mark.parametrize("filling", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(("before", "behind"), PLACES.values(), ids=PLACES)
def test_the_time_grows_with_the_text(before: str, behind: str, filling: str) -> None:
    assert is_linear(parsed, filling, before, behind)


@pytest.mark.parametrize("filling", BY_THE_LINE.values(), ids=BY_THE_LINE)
@pytest.mark.parametrize("place", ["whole", "behind REF", "between paragraphs", "behind a gap"])
def test_the_time_grows_with_the_lines(place: str, filling: str) -> None:
    assert is_linear(parsed, filling, *PLACES[place])


LINES = st.sampled_from(
    [
        *ROUTING.splitlines(),
        *(OPENING + FIELDS + AUTHORITY + BODY).splitlines(),
        *("EASTMERE 00002204  002 OF 003", "C O N F I D E N T I A L SECTION 02 OF 03 EASTMERE 002204", "UNCLAS"),
        *("SIPDIS", "PAGE 02 EASTME 02204", "MRN: 12 EASTMERE 2204", "Captions: NODIS", "Signature: ROE"),
        *("REF: A. STATE 81044", "     B. 05 STATE 1", "[1](#)C. EASTMERE 9", "[1](#)3. (C) Three", "14. (C) Four"),
        *("110. (U) Ten", "2007. He", "-- (C) a", "A. (U) b", "Summary: x", "End summary.", "ref B", "OSRI: RUEHXA"),
        *("LINE1 OAASZYUW RUEHXAA4561 2020226-SSSS--RUEHXBB.", "Date/DTG: 091645Z OCT 12", "NNNN", "BT", "\x0c"),
        *("5UBJECT: X", "TAG5: 01IP", "Message Attributes", "Original Classification: SECRET", "Info: A; B", "-----"),
        *("C O N F I D E N T I A L", "STATE 002204", "x y STATE 002204", "(C) 2. X", "2. [C] x", "a confer-", "ence on"),
        *("Date/DTG: May 07, 20121071338Z MAY 12", "ORIGIN EUR-12", "INFO OCT-01 /013 R", "2. '(U) x", "DTG: 071338Z"),
        *("1998-05-07 13:38", "a partial extract of the original", "¶", "1", "(", "E.O. 12958", "TAGS:", "REF:"),
    ]
)  # fmt: skip


def is_sound(text: str) -> None:
    for kind in ("auto", "telegram"):
        document = parse(SourceText("made.txt", "text", text, ""), builtin(), kind=kind)
        length = len(text)
        for kind_of_node, nodes in document.nodes.items():
            assert kind_of_node in KINDS
            for node in nodes:
                assert node.kind == kind_of_node
                assert 0 <= node.start <= node.end <= length, node
            for one, other in pairwise(nodes):
                assert one.start <= other.start, (one, other)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_parsed_soundly(text: str) -> None:
    is_sound(text)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_lines_of_telegrams_in_any_order_are_parsed_soundly(text: str) -> None:
    is_sound(text)


@given(st.integers(0, len(TELEGRAM)), st.integers(0, len(TELEGRAM)), st.text(max_size=20))
def test_a_telegram_with_a_piece_exchanged_is_parsed_soundly(start: int, end: int, text: str) -> None:
    first, last = sorted((start, end))
    is_sound(TELEGRAM[:first] + text + TELEGRAM[last:])
