"""The report of one document, put on few lines so that a difference is read at a glance."""

import json
from pathlib import Path

from validator import check_text
from validator.findings import FileReport

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
EXPECTED = Path(__file__).parent / "expected"


def report_of(text: str) -> FileReport:
    """The report for one text."""
    (report,) = check_text(text).files
    return report


def rules_of(report: FileReport, *severities: str) -> list[str]:
    """The ids of the rules that found something of these severities, in order of place."""
    return [finding.rule for finding in report.findings if finding.severity in severities]


def shown(report: FileReport) -> str:
    """The facts, marks, paragraphs and findings of a report, each on a line of its own."""
    lines = [
        *_facts(report),
        *({"artefact": [each.line, each.name]} for each in report.artefacts),
        *(
            {each.severity: [each.span.start.line, each.span.start.column, each.rule]}
            for each in report.findings
        ),
        *({"not checked": each.reason, "rules": len(each.rules)} for each in report.not_checked),
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _facts(report: FileReport) -> list[object]:
    facts = report.document
    edges = facts["banner"] or {}
    return [
        {"kind": report.kind, "layout": facts["layout"], "date": facts["date"], "era": facts["era"]},
        {"level": facts["level"], "control": facts["control"], "sensitive": facts["sensitive"]},
        {"post": facts["post"], "mrn": facts["mrn"], "sections": facts["sections"], "has": facts["has"]},
        {"captions": facts["captions"], "order": facts["executive_order"], "tags": facts["tags"]},
        {"declassification": facts["declassification"]},
        {"reason": facts["reason"], "subject": facts["subject"], "signature": facts["signature"]},
        *({"reference": list(each.values())} for each in facts["references"]),
        *({"banner": [edge, *each.values()]} for edge, each in edges.items() if each),
        *({"portion": list(each.values())} for each in facts["portions"]),
        *({"paragraph": list(each.values())} for each in facts["paragraphs"]),
    ]
