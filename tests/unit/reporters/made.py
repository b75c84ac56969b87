"""Reports made by hand."""

from validator.findings import (
    Artefact,
    Citation,
    FileReport,
    FileSpan,
    Finding,
    NotChecked,
    PackStamp,
    Related,
    ReportSettings,
    Summary,
    Tool,
)
from validator.spans import Place

TOOL = Tool("redmark", "0.1.0", (PackStamp("telegram", "1.0", "a" * 64),))
SETTINGS = ReportSettings("auto", "warning", "masked")
SPAN = FileSpan(Place(120, 9, 4), Place(123, 9, 7))
SUMMARY = Summary(files=2, checked=1, not_recognised=0, unreadable=1, error=1, warning=0, info=1)

ERROR = Finding(
    rule="portion-mark-above-banner",
    pack="portion",
    severity="error",
    confidence="high",
    message="Paragraph 2 is marked SECRET, above the overall CONFIDENTIAL.",
    span=SPAN,
    anchor="paragraph[2]/portion",
    fingerprint="0" * 32,
    citations=(
        Citation("32 CFR 2001.21(b)"),
        Citation("a"),
        Citation("b"),
        Citation("c", "state", "2003-09-22"),
    ),
    dialect="state, isoo",
    hint="Raise the overall classification.",
    related=(Related(SPAN, "the overall level"),),
    excerpt="2. (S) ••• •••\n   ^^^",
)
INFO = Finding(
    rule="partial-extract",
    pack="telegram",
    severity="info",
    confidence="high",
    message="This is a partial extract.",
    span=FileSpan(Place(0, 1, 1), Place(0, 1, 1)),
    anchor="document",
    fingerprint="1" * 32,
    citations=(),
)
NOT_CHECKED = (
    NotChecked("the document has no date; --as-of DATE settles it", ("reason-missing",)),
    NotChecked("the document has no header", ("a", "b", "c", "d", "e")),
)
CHECKED = FileReport(
    path="cables/a.txt",
    sha256="b" * 64,
    format="text",
    kind="telegram",
    status="checked",
    document={},
    findings=(INFO, ERROR),
    not_checked=NOT_CHECKED,
    artefacts=(Artefact("lost-pilcrow", 3, 1),),
)
CLEAN = FileReport(
    path="clean.txt", sha256="c" * 64, format="text", kind="telegram", status="checked", document={}
)
MISSING = FileReport(
    path="missing.txt",
    sha256="",
    format="",
    kind="unknown",
    status="unreadable",
    document={},
    not_checked=(NotChecked("no such file or directory"),),
)
UNKNOWN = FileReport(
    path="notes.md",
    sha256="d" * 64,
    format="text",
    kind="unknown",
    status="not-recognised",
    document={},
    not_checked=(NotChecked("the kind of document was not recognised"),),
)
