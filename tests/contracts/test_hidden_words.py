"""What was recovered from a file is in no report, no log and no print: the whole battery, in every format."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.battery import office, pdf_pages, pdf_structure, web
from validator.api.checking import Checker
from validator.engine.settings import Settings
from validator.reporters import JOB_SUMMARY, REPORTERS

# Parts of the names that the batteries hide, as any of them may be told; none is a word of ours.
CANARIES = ("quennell", "quillfeather", "nordhaven", "ann example", "example_ann")


def bad_files() -> Iterator[tuple[str, bytes]]:
    for case in pdf_pages.cases():
        yield f"{case.name}.pdf", case.bad
    for pair in pdf_structure.pairs():
        yield f"{pair.name}.pdf", pair.bad
    for name, (_, bad, _good) in office.PAIRS.items():
        yield f"{name}.docx", bad
    for name, (file, _, bad_text, _good_text) in web.PAIRS.items():
        yield f"{name}{Path(file).suffix}", bad_text.encode()


@pytest.mark.parametrize("excerpts", ["none", "masked", "full"])
def test_no_format_tells_what_is_hidden(
    excerpts: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    checker = Checker(Settings(excerpts=excerpts, select=("redaction", "text"), side_channels=True))
    files = enumerate(bad_files())
    reports = [checker.check_bytes(data, f"{number:03}{Path(name).suffix}") for number, (name, data) in files]
    shown = [f"{report!r} {report}" for report in reports]
    for make in (*REPORTERS.values(), JOB_SUMMARY):
        reporter = make(checker.tool, checker.settings.reported, False)
        parts = (reporter.head(), *map(reporter.file, reports))
        tail = reporter.tail(checker.tally.summary(), checker.tally.exit_code())
        shown.append(b"".join((*parts, tail)).decode())
    printed = capfd.readouterr()
    shown += [printed.out, printed.err, caplog.text, *checker.tally.faults]
    everything = "\n".join(shown).lower()
    assert sum(bool(report.findings) for report in reports) > len(reports) * 0.9
    assert [canary for canary in CANARIES if canary in everything] == []
