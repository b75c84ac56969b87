"""Every labelled case for markings, as far as the grammar alone can tell right from wrong."""

from typing import Any

import pytest

from tests.shared.located import cases
from validator.grammar.marking import MarkingReader, write_banner, write_portion
from validator.model.marking import MarkingFault
from validator.vocabulary.load import builtin

READER = MarkingReader(builtin())
READ = {"banner": READER.banner, "portion": READER.portion, "fragment": READER.fragment}
WRITE = {"banner": write_banner, "portion": write_portion, "fragment": write_banner}


def counts(fault: MarkingFault, dialect: str) -> bool:
    """Whether a fault speaks against a marking of the manual. Not so systems that are not published (REG16 p194),
    nor what was still in use in its examples: ISAF, which ended in the year of the manual."""
    unpublished = fault.code == "unknown-token" and fault.group == "sci" and not fault.meant
    ended = fault.code == "deprecated-country" and fault.found == "ISAF"
    return not unpublished and not ended and (not fault.dialects or dialect in fault.dialects)


def judge(text: str, kind: str, valid: bool) -> None:
    found = READ[kind](text)
    assert found.marking is not None
    faults = [fault for fault in found.faults if counts(fault, "ic")]
    assert (faults == []) == valid, faults
    if valid:
        assert READ[kind](WRITE[kind](found.marking, READER.tables)).marking == found.marking


@pytest.mark.parametrize("case", [*cases("markings"), *cases("cui")])
def test_a_marking_is_right_or_wrong(case: dict[str, Any]) -> None:
    judge(case["marking"], case["kind"], case["valid"])


@pytest.mark.parametrize("case", cases("rollup"))
def test_the_markings_of_a_page_are_right(case: dict[str, Any]) -> None:
    judge(case["banner"], "banner", True)
    for portion in case["portions"]:
        judge(portion, "portion", True)
