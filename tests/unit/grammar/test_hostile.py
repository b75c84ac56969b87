"""No grammar reader needs more than linear time or fails, whatever text it is given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.growth import FILLINGS, is_linear
from validator.grammar import dates, declassification, executive_order, reason, references, routing, tags
from validator.grammar.classification_line import ClassificationLines
from validator.grammar.portion import PortionMarks
from validator.vocabulary.load import builtin

VOCABULARIES = builtin()
LINES = ClassificationLines(VOCABULARIES)
POSTS, ORDERS = VOCABULARIES["posts"], VOCABULARIES["orders"]

# name: the reader, and text that leads it into its patterns
READERS: dict[str, tuple[Callable[[str], object], str]] = {
    "date": (dates.read_date, "11"),
    "declassification": (lambda text: declassification.read_line(text, VOCABULARIES), "E.O. 12958: DECL: "),
    "declassify on": (lambda text: declassification.read_line(text, VOCABULARIES), "Declassify on: "),
    "order": (lambda text: executive_order.read_order(text, 0, ORDERS), "E.O."),
    "reason": (reason.read_reason, "REASON: 1.4 (b)"),
    "portion mark": (lambda text: PortionMarks(VOCABULARIES["portion-marks"]).read(text, 0), "(C"),
    "classification line": (LINES.read, "C O N F I D E N T I A L SECTION 01 OF 02 "),
    "continuation line": (LINES.continuation, "NORDHAVEN 00000731"),
    "transmission": (routing.read_transmission, "VZCZC"),
    "precedence": (routing.read_precedence, "PP RUEHC"),
    "station": (routing.read_station, "DE RUEHXC #2204"),
    "security": (routing.read_security, "ZNY CCCCC"),
    "janap": (routing.read_janap, "OAASZYUW RUEHXAA4561"),
    "date-time group": (routing.read_date_time, "P 270424Z"),
    "tags": (lambda text: tags.read_tags(text, VOCABULARIES["tags"]), "PREL, "),
    "references": (lambda text: references.read_list(text, POSTS), "A. STATE 81044 "),
    "citations": (references.read_cited, "refs A"),
}


@pytest.mark.parametrize("filling", FILLINGS.values(), ids=FILLINGS)
@pytest.mark.parametrize(("read", "before"), READERS.values(), ids=READERS)
def test_the_time_grows_with_the_text(read: Callable[[str], object], before: str, filling: str) -> None:
    assert is_linear(read, filling)
    assert is_linear(read, filling, before, "X")


PIECES = st.sampled_from(
    [
        *("E.O. 12958", "DECL:", "X1", "25X1", "OADR", "GDS", "11/27/2016", "20361127", "N/A", "TAGS:", "PREL"),
        *("(C)", "(S//NF)", "( C", "S//REL TO USA", "1.4", "(b)", "and", "CONFIDENTIAL", "C O N F", "SECTION 01 OF 02"),
        *("NORDHAVEN", "000731", "00000731", "002 OF 003", "DE RUEHXC #2204", "ZNY", "CCCCC", "071338Z MAY 98"),
        *("REF", "ref A", "refs A-C", "A.", "STATE 81044", " ", "  ", "\n", "\t", "¶", "é", "\x00", "\ud7ff"),
    ]
)  # fmt: skip


@pytest.mark.parametrize("read", [read for read, _ in READERS.values()], ids=READERS)
@given(text=st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map(" ".join)))
def test_no_text_makes_a_reader_fail(read: Callable[[str], object], text: str) -> None:
    read(text)
