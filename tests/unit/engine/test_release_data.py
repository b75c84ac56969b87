"""What a report says of a release: codes, numbers and days."""

import pytest

from tests.unit.parsers.made import parsed
from tests.unit.parsers.release.made import CLASSIFIED, FRAME, MAIL, RIGHT
from validator.engine.release_data import release_data


def test_a_release_is_described() -> None:
    text = f"{FRAME}\n{RIGHT}RELEASE IN PART\n{RIGHT}B1,B6\n\n{MAIL}{CLASSIFIED}Declassify on: 03/01/2027\n\n"
    text += f"Fees ██████ rose.{RIGHT}B6\n\n\n\n\nHe said{RIGHT}1.4(D)\n{RIGHT}B1\n{RIGHT}B11,B1\n\n{FRAME}"
    assert release_data(parsed(text)) == {
        "release": "part",
        "codes": ["(b)(1)", "(b)(6)"],
        "case": "F-2016-00001",
        "number": "C00000101",
        "frames": 2,
        "exemptions": {"(b)(1)": 2, "(b)(6)": 1, "1.4(d)": 1},
        "redactions": {"block": 1},
        "upgrades": [
            {
                "level": "CONFIDENTIAL",
                "date": "2016-02-29",
                "declassify_on": "2027-03-01",
                "reasons": ["1.4(b)", "1.4(d)"],
            }
        ],
    }


@pytest.mark.parametrize("text", ["Fees rose.\n", "1. (U) FEES ROSE.\n\n2. (U) AGENTS LEFT.\n"])
def test_other_documents_have_none(text: str) -> None:
    assert release_data(parsed(text)) is None
