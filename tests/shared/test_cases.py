"""Every labelled case for telegrams: declassification lines, reasons, routing blocks, paragraphs."""

from typing import Any

import pytest

from tests.shared.located import cases
from validator import check_text
from validator.grammar.declassification import read_line
from validator.grammar.reason import read_reason
from validator.model.document import Document
from validator.model.nodes import (
    Caption,
    DateTimeGroup,
    Declassification,
    ExecutiveOrder,
    Node,
    Routing,
    Tags,
)
from validator.parsers import parse
from validator.readers import read_bytes
from validator.vocabulary.load import builtin

LAYOUTS = {"JANAP128": "janap128", "NARA-SAS": "nara-sas", "SMART": "smart"}


@pytest.mark.parametrize("case", cases("telegram_decl_lines"))
def test_a_declassification_line_is_read(case: dict[str, Any]) -> None:
    found = read_line(case["text"], builtin())
    expected = case["expected"]
    day = found.day.isoformat() if found.day else None
    assert (found.order, found.instruction, day) == (expected["eo"], expected["kind"], expected["date"])
    if "exemptions" in expected:
        assert list(found.exemptions) == expected["exemptions"]


@pytest.mark.parametrize("case", cases("telegram_reasons"))
def test_a_reason_is_read(case: dict[str, Any]) -> None:
    found = read_reason(case["text"])
    assert found is not None
    assert {"section": found.section, "categories": list(found.categories)} == case["expected"]


def first(document: Document, node_type: type[Node]) -> Any:
    nodes = document.of(node_type.kind)
    return nodes[0] if nodes else None


def routing_facts(document: Document) -> dict[str, object]:
    """What was read of a routing block, under the names of the labels."""
    found: dict[str, object] = {"layout": document.layout, "post": document.post, "mrn": document.mrn}
    found["captions"] = [node.name for node in document.of("caption") if isinstance(node, Caption)]
    found["relay_counter"] = document.details.get("relay_counter")
    found["filing"] = document.details.get("relay_filing")
    found["copies"] = document.details.get("relay_copies")
    if "distribution" in document.details:
        found["distribution"] = document.details["distribution"] | {
            "sum": document.details["distribution_sum_written"]
        }
    if document.level is not None:
        found["classification"] = document.control or document.level.title
    return (
        found
        | _routing(first(document, Routing))
        | _group(first(document, DateTimeGroup))
        | _header(document)
    )


def _routing(node: Routing | None) -> dict[str, object]:
    if node is None:
        return {}
    day = f"{node.filing_day:02}/{node.filing_time}Z" if node.filing_day else None
    return {
        "precedence": node.precedence,
        "security": node.security,
        "op": node.prosign,
        "osri": node.station,
        "ssn": node.serial_written,
        "julian": node.julian,
        "filing_time": node.filing_time,
        "filing_lag_minutes": node.filing_lag,
    } | ({"filing": day} if day else {})


def _group(node: DateTimeGroup | None) -> dict[str, object]:
    if node is None:
        return {}
    found: dict[str, object] = {"precedences": list(node.precedences), "dtg_partial": node.written.strip()}
    if node.routing_precedence is None and node.precedences:
        found["precedence"] = node.precedences[0]
    if node.moment is not None:
        found["dtg"] = node.moment.strftime("%Y-%m-%dT%H:%MZ")
        found["year"] = node.moment.year
    return found


def _header(document: Document) -> dict[str, object]:
    order, tags = first(document, ExecutiveOrder), first(document, Tags)
    instruction = first(document, Declassification)
    return {
        "eo": order.order if order else None,
        "decl": instruction.written if instruction else None,
        "tags": list(tags.tokens) if tags else None,
    }


@pytest.mark.parametrize("case", cases("telegram_routing"))
def test_a_routing_block_is_read(case: dict[str, Any]) -> None:
    document = parse(read_bytes("case", case["input"].encode()), builtin(), kind="telegram")
    expected = {key: value for key, value in case["expected"].items() if not key.endswith("note")}
    if expected.pop("page", None) is not None:
        assert document.of("artefact")
    if "layout" in expected:
        expected["layout"] = LAYOUTS[expected["layout"]]
    lag = expected.pop("filing_lag_minutes", None)
    found = routing_facts(document)
    assert {key: found.get(key) for key in expected} == expected
    if lag is not None:
        assert lag in (found.get("filing_lag_minutes"), document.details.get("relay_lag_minutes"))


@pytest.mark.parametrize("case", cases("telegram_routing"))
def test_a_routing_block_without_violations_is_not_blamed(case: dict[str, Any]) -> None:
    routing_rules = {
        "date-time-group-impossible", "filing-time-disagrees", "precedence-disagrees",
        "security-prosign-disagrees", "security-prosign-malformed", "station-serial-disagrees",
    }  # fmt: skip
    (report,) = check_text(case["input"]).files
    found = [finding.rule for finding in report.findings if finding.rule in routing_rules]
    assert found == case["violations"]


MARK_RULES = {"portion-mark-missing", "portion-mark-malformed", "portion-mark-unknown"}


@pytest.mark.parametrize("case", cases("telegram_paragraphs"))
def test_a_paragraph_is_judged(case: dict[str, Any]) -> None:
    numbered = case["text"] if case["kind"] != "line_length" else f"1. (U) {case['text']}\n\n2. (U) TEXT"
    text = f"S E C R E T STATE 011303\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: TEXT\n\n{numbered}\n"
    (report,) = check_text(text).files
    found = {finding.rule for finding in report.findings}
    wrong = {
        "paragraph_mark": bool(found & MARK_RULES),
        "paragraph_number": "single-paragraph-numbered" in found,
        "line_length": any(artefact.value == len(case["text"]) + 7 for artefact in _observations(text)),
    }[case["kind"]]
    assert wrong is not case["valid"]


def _observations(text: str) -> list[Any]:
    document = parse(read_bytes("case", text.encode()), builtin(), kind="telegram")
    return list(document.of("observation"))
