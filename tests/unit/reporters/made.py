"""Reports made by hand."""

from validator.findings import (
    Artefact,
    Citation,
    Edit,
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

# For formats of other programs: everything a finding can be, and text that would break out of a careless one.
FIXED = Finding(
    rule="separator-spacing",
    pack="marking",
    severity="warning",
    confidence="medium",
    message="The marking has blanks around its separator.",
    span=FileSpan(Place(40, 3, 1), Place(57, 3, 18)),
    anchor="banner[1]",
    fingerprint="2" * 32,
    citations=(Citation("DoDM 5200.01 Vol. 2 encl. 4 para. 2"),),
    dialect="dod",
    hint="Write it without blanks.",
    fix=(
        Edit(FileSpan(Place(46, 3, 7), Place(50, 3, 11)), "//"),
        Edit(FileSpan(Place(52, 3, 13), Place(53, 3, 14)), ""),
    ),
)
SUPPRESSED = Finding(
    rule="paragraph-number-gap",
    pack="telegram",
    severity="warning",
    confidence="high",
    message="Missing before paragraph 6: paragraph 5.",
    span=FileSpan(Place(200, 12, 1), Place(230, 13, 4)),
    anchor="paragraph[5]",
    fingerprint="3" * 32,
    citations=(Citation("5 FAH-1 H-246.2 b"),),
    justification="Lost in transmission, see the file.",
)
ON_PAGE = Finding(
    rule="text-under-box",
    pack="redaction",
    severity="error",
    confidence="high",
    message="Words can be read under a box: 12 characters.",
    span=FileSpan(Place(0, 1, 1), Place(0, 1, 1), page=3),
    anchor="page[3]/observation[1]",
    fingerprint="4" * 32,
    citations=(Citation("NSA guidance on redaction, 2005"),),
    sensitive=True,
)
IN_PART = Finding(
    rule="tracked-deletion",
    pack="redaction",
    severity="error",
    confidence="high",
    message="A tracked deletion keeps its words: 9 characters.",
    span=FileSpan(Place(10, 4, 2), Place(19, 4, 11), part="word/document.xml"),
    anchor="part[word/document.xml]/observation[2]",
    fingerprint="5" * 32,
    citations=(),
    fix=(Edit(FileSpan(Place(10, 4, 2), Place(19, 4, 11), part="word/document.xml"), ""),),
    sensitive=True,
)
HOSTILE_TEXT = "a\x00\x1b[31m]]>&<script>alert(1)</script>'\"\r\n::error file=x,line=1::100% {0} [b](c) | `d` \ud800\u202ez"
HOSTILE = Finding(
    rule="hostile",
    pack="text",
    severity="info",
    confidence="low",
    message=HOSTILE_TEXT,
    span=FileSpan(Place(1, 1, 2), Place(2, 1, 3)),
    anchor=HOSTILE_TEXT,
    fingerprint="6" * 32,
    citations=(Citation(HOSTILE_TEXT),),
    hint=HOSTILE_TEXT,
    related=(Related(SPAN, HOSTILE_TEXT),),
    excerpt=f"{HOSTILE_TEXT}\n ^",
    fix=(Edit(SPAN, HOSTILE_TEXT),),
)
FIXABLE = FileReport(
    path="cables/b.txt",
    sha256="e" * 64,
    format="text",
    kind="memo",
    status="checked",
    document={},
    findings=(FIXED,),
    suppressed=(SUPPRESSED,),
)
PAGED = FileReport(
    path="release/c.pdf",
    sha256="f" * 64,
    format="pdf",
    kind="memo",
    status="checked",
    document={},
    findings=(ON_PAGE,),
    not_checked=(NotChecked("page 4 could not be looked into"),),
)
PARTED = FileReport(
    path="release/d.docx",
    sha256="0" * 64,
    format="docx",
    kind="unknown",
    status="checked",
    document={},
    findings=(IN_PART,),
    not_checked=(NotChecked("the kind of document was not recognised"),),
)
ATTACK = FileReport(
    path=f"a:b, {HOSTILE_TEXT}.txt",
    sha256="1" * 64,
    format="text",
    kind="telegram",
    status="checked",
    document={},
    findings=(HOSTILE,),
    not_checked=(NotChecked(HOSTILE_TEXT), NotChecked(HOSTILE_TEXT, ("hostile-too",))),
)
EVERY_SORT = (CHECKED, CLEAN, MISSING, UNKNOWN, FIXABLE, PAGED, PARTED)
EVERY_COUNT = Summary(files=7, checked=5, not_recognised=1, unreadable=1, error=3, warning=1, info=1)
