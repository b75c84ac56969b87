"""The examples that are no plain text: fresh, read as the memo that they are, and what they hide is found."""

import pytest

from tests.battery.example_files import FILES
from tests.documents.reports import EXAMPLES
from validator import check_file

HIDDEN = {
    "memo-covered-2018.pdf": [("covered-text", 1, None)],
    "memo-hidden-2018.html": [("text-hidden-by-style", None, None)],
    "memo-tracked-2018.docx": [("deletion-tracked", None, "word/document.xml paragraph 10")],
}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_what_its_writer_writes(name: str) -> None:
    assert (EXAMPLES / name).read_bytes() == FILES[name]()


@pytest.mark.parametrize("name", FILES)
def test_what_it_hides_is_found(name: str) -> None:
    (report,) = check_file(EXAMPLES / name).files
    found = [(one.rule, one.span.page, one.span.part) for one in report.findings if one.pack == "redaction"]
    assert (report.kind, report.document["banner"], found) == (
        "memo",
        report.document["banner"],
        HIDDEN[name],
    )
