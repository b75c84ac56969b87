"""Real documents: the two samples, the truth of the NARA bodies, and nothing that makes the parser fail."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.shared.located import ABSENT, ROOT, documents, json_lines
from validator import check_file
from validator.model.nodes import Addressee, Paragraph, Signature
from validator.model.telegram_nodes import SmartHeader
from validator.parsers import parse
from validator.readers import read_file
from validator.vocabulary.load import builtin

pytestmark = ABSENT

CORPORA = (
    "clinton_foia",
    "clinton_library_balkans",
    "frus_history_hac",
    "frus_redactions",
    "jfk_nara",
    "mueller_report",
    "nara_aad_bodies",
    "state_smart_cables",
)
BODIES = ROOT / "corpora" / "nara_aad_bodies"
SMART_CABLES = 14


def report_of(path: Path) -> Any:
    report = check_file(path)
    return report.files[0], report.exit_code


def test_the_partial_extract() -> None:
    report, exit_code = report_of(ROOT / "samples" / "partial-extract-2005.txt")
    assert [each["number"] for each in report.document["paragraphs"]] == [1, 2, 3, 4, *range(6, 17)]
    (gap,) = [finding for finding in report.findings if finding.severity != "info"]
    sixth = next(each["line"] for each in report.document["paragraphs"] if each["number"] == 6)
    assert (gap.rule, gap.span.start.line) == ("paragraph-number-gap", sixth)
    assert "paragraph 5" in gap.message
    assert {finding.rule for finding in report.findings if finding.severity == "info"} == {"partial-extract"}
    date, declassified = report.document["date"], report.document["declassification"]["date"]
    assert (int(declassified[:4]) - int(date[:4]), declassified[4:]) == (10, date[4:])
    assert (report.kind, exit_code) == ("telegram", 1)


def test_the_three_sections() -> None:
    report, exit_code = report_of(ROOT / "samples" / "three-sections-2006.txt")
    assert [each["number"] for each in report.document["paragraphs"]] == list(range(1, 12))
    assert report.document["sections"] == {"total": 3, "found": [1, 2, 3]}
    assert sorted((finding.severity, finding.rule) for finding in report.findings) == [
        ("info", "lost-pilcrow"),
        ("info", "sipdis-inside-text"),
        ("info", "subject-mark-missing"),
    ]
    assert (report.kind, exit_code) == ("telegram", 0)


TRUTH = json_lines(BODIES / "truth.jsonl")

# Where we read otherwise than the label, and why.
READ_OTHERWISE = {
    # The label leaves paragraph 6 out, because it is written 6A, 6B, 6C.
    "1977STOCKH00147": list(range(1, 11)),
}


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: str(truth["cable"]))
def test_a_body_of_the_national_archives_is_read(truth: dict[str, Any]) -> None:
    document = parse(read_file(BODIES / f"{truth['cable']}.txt"), builtin())
    numbers = [
        node.number for node in document.of("paragraph") if isinstance(node, Paragraph) and node.number
    ]
    assert numbers == READ_OTHERWISE.get(truth["cable"], truth["paragraph_numbers"])
    if truth["signer"]:
        signed = [node.name for node in document.of("signature") if isinstance(node, Signature)]
        assert signed == [truth["signer"]]


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_document_is_read_and_every_place_lies_in_it(corpus: str) -> None:
    paths = documents(f"corpora/{corpus}")
    assert paths
    wrong = []
    for path in paths:
        for kind in ("auto", "telegram"):
            document = parse(read_file(path), builtin(), kind=kind)
            length = len(document.source.text)
            nodes = [node for found in document.nodes.values() for node in found]
            wrong += [(path.name, node.kind) for node in nodes if not 0 <= node.start <= node.end <= length]
            for found in document.nodes.values():
                wrong += [(path.name, one.kind) for one, other in pairwise(found) if one.start > other.start]
    assert wrong == []


def test_every_smart_cable_is_known() -> None:
    layouts = [parse(read_file(path), builtin()).layout for path in documents("corpora/state_smart_cables")]
    assert layouts == ["smart"] * SMART_CABLES


SMART = documents("corpora/state_smart_cables")
CAPTIONLESS = {"C05782687"}  # has no such label


@pytest.mark.parametrize("path", SMART, ids=lambda path: str(path.stem))
def test_the_header_of_a_smart_cable_is_read_whole(path: Path) -> None:
    document = parse(read_file(path), builtin())
    kinds = {"smart_header", "tags", "subject", "executive_order", "date_time_group", "signature", "caption"}
    assert {kind for kind in kinds if not document.of(kind)} == (
        {"caption"} if path.stem in CAPTIONLESS else set()
    )
    assert document.post and document.mrn and document.date and document.level is not None
    (header,) = document.of("smart_header")
    assert isinstance(header, SmartHeader)
    assert (header.day, header.number_year) == (header.group_day, header.group_year)
    assert header.banner == header.closing_banner
    assert {node.role for node in document.of("addressee") if isinstance(node, Addressee)} >= {"from", "to"}


def test_copies_of_a_smart_cable_agree_in_what_is_read() -> None:
    copies: dict[tuple[object, ...], list[Any]] = {}
    for path in SMART:
        data = check_file(path).files[0].document
        names = ("layout", "date", "level", "captions", "executive_order", "tags", "references", "paragraphs")
        read = {name: without_lines(data[name]) for name in names}
        copies.setdefault((data["post"], data["mrn"], data["date"]), []).append(read)
    assert sorted(map(len, copies.values())) == [*[1] * 9, 2, 3]
    for first, *others in copies.values():
        assert others == [first] * len(others)


def without_lines(data: Any) -> Any:
    """The data without the lines where it stands, which differ from copy to copy."""
    if isinstance(data, list):
        return [without_lines(each) for each in data]
    return {key: value for key, value in data.items() if key != "line"} if isinstance(data, dict) else data


@pytest.mark.parametrize("corpus", ["mueller_report", "frus_history_hac", "frus_redactions"])
def test_prose_is_no_telegram(corpus: str) -> None:
    kinds = {path.name: parse(read_file(path), builtin()).kind for path in documents(f"corpora/{corpus}")}
    assert {name for name, kind in kinds.items() if kind not in ("release", "unknown")} == set()
