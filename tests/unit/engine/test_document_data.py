"""What was understood, as plain data: complete, by the schema, and without names or prose."""

from datetime import date, datetime
from typing import Any

from tests.unit.engine.made import DAY, FULL, MASKED, document
from validator.engine.document_data import document_data
from validator.engine.excerpt import Excerpt
from validator.model import nodes
from validator.model.document import Document
from validator.model.level import Level
from validator.model.marked_nodes import Banner
from validator.model.marking import Marking
from validator.spans import LineIndex

TEXT = "line 1\nline 2\nline 3\n"

FULL_TELEGRAM = document(
    TEXT,
    nodes.SectionMarker(start=0, end=1, number=1, total=2, state="present"),
    nodes.SectionMarker(start=0, end=1, number=2, total=2, state="line-missing"),
    nodes.Paragraph(
        start=14, end=16, number=1, written="1.", marked=True, mark="C", level=Level.CONFIDENTIAL
    ),
    nodes.Caption(start=0, end=1, name="NODIS", known=True),
    nodes.Caption(start=0, end=1, name="CODEL DOE", known=True),
    nodes.ExecutiveOrder(start=7, end=9, order="12958", written="E.O. 12958"),
    nodes.Declassification(start=7, end=9, instruction="date", written="11/27/2016", when=date(2016, 11, 27)),
    nodes.ClassifiedBy(start=14, end=15, name="Jane Doe"),
    nodes.Reason(start=14, end=15, section="1.4", categories=("b", "d")),
    nodes.Tags(
        start=7, end=9, tokens=("PREL", "DOE, JANE", "QQQQ"), persons=("DOE, JANE",), unknown=("QQQQ",)
    ),
    nodes.Subject(start=7, end=9, text="A visit", mark="C", level=Level.CONFIDENTIAL),
    nodes.Reference(
        start=7, end=9, role="listed", letter="A", letter_number=1, matched=True, post="ASTANA", number=651
    ),
    nodes.Reference(
        start=7, end=9, role="listed", letter="B", letter_number=2, matched=True, post="DOE", number=5
    ),
    nodes.Reference(start=7, end=9, role="cited", letter="A", letter_number=1, matched=True),
    nodes.Routing(start=0, end=6, form="acp127", station="RUEHTA", serial=668, filing_lag=0, security="C"),
    nodes.DateTimeGroup(
        start=0, end=1, written="P 270424Z NOV 06", precedences=("P",), moment=datetime(2006, 11, 27, 4, 24)
    ),
    nodes.Addressee(start=0, end=1, role="from", name="AMEMBASSY ASTANA"),
    nodes.Addressee(start=0, end=1, role="info", name="AMEMBASSY KABUL"),
    nodes.Summary(start=14, end=15, closed=True),
    nodes.Signature(start=14, end=15, name="DOE"),
    date=DAY,
    date_source="date-time-group",
    era="eo12958",
    level=Level.CONFIDENTIAL,
    post="ASTANA",
    mrn=668,
    section_total=2,
    has=frozenset({"header", "body"}),
)


def described(given: Document, excerpt: Excerpt = MASKED) -> dict[str, Any]:
    return document_data(given, LineIndex.of(given.source.text), excerpt)


def test_a_full_telegram() -> None:
    assert described(FULL_TELEGRAM) == {
        "layout": "acp127",
        "date": "2006-11-27",
        "date_source": "date-time-group",
        "era": "eo12958",
        "level": "CONFIDENTIAL",
        "control": None,
        "sensitive": False,
        "post": "ASTANA",
        "mrn": 668,
        "sections": {"total": 2, "found": [1]},
        "paragraphs": [{"number": 1, "written": "1.", "portion": "C", "line": 3}],
        "banner": None,
        "portions": [],
        "captions": ["NODIS", "••• •••"],
        "executive_order": "12958",
        "declassification": {"instruction": "date", "date": "2016-11-27", "exemptions": [], "line": 2},
        "classified_by": {"line": 3},
        "reason": {"section": "1.4", "categories": ["b", "d"], "line": 3},
        "tags": ["PREL", "•••, •••", "•••"],
        "subject": {"line": 2, "portion": "C"},
        "references": [
            {"letter": "A", "post": "ASTANA", "number": 651, "year": None, "line": 2},
            {"letter": "B", "post": "•••", "number": 5, "year": None, "line": 2},
        ],
        "routing": {
            "form": "acp127",
            "transmission": None,
            "precedence": None,
            "precedences": ["P"],
            "station": "RUEHTA",
            "serial": 668,
            "section": None,
            "julian": None,
            "filing_time": None,
            "filing_lag_minutes": 0,
            "prosign": None,
            "security": "C",
            "dtg": "2006-11-27T04:24Z",
            "dtg_written": "P 270424Z NOV 06",
        },
        "addressees": {"from": 1, "to": 0, "info": 1},
        "summary": True,
        "signature": {"line": 3},
        "has": ["body", "header"],
        "details": {},
    }


def test_an_empty_document_has_every_key_and_nothing_in_it() -> None:
    nothing = described(document(kind="unknown", layout="unknown"))
    assert set(nothing) == set(described(FULL_TELEGRAM))
    assert [key for key, value in nothing.items() if value] == ["layout", "sections", "addressees"]


def test_full_excerpts_show_subject_and_names() -> None:
    shown = described(FULL_TELEGRAM, FULL)
    assert shown["subject"] == {"line": 2, "portion": "C", "text": "A visit"}
    assert shown["tags"] == ["PREL", "DOE, JANE", "QQQQ"]


def banner(place: str, written: str, level: Level | None = Level.SECRET) -> Banner:
    return Banner(start=7, end=9, place=place, written=written, marking=None, level=level)


def test_a_memo_shows_its_banners_and_portions() -> None:
    marking = Marking(system="us", level=Level.SECRET)
    memo = document(
        TEXT,
        banner("top", "SECRET//NF"),
        banner("page", "SECRET"),
        banner("bottom", "SECRET//DOE", None),
        *(
            nodes.Portion(
                start=14,
                end=16,
                place="paragraph",
                written=written,
                mark=written.strip("()"),
                level=Level.SECRET,
                known=True,
                marking=marking,
            )
            for written in ("(S//NF)", "(S//DOE)")
        ),
        kind="memo",
    )
    data = described(memo)
    assert data["banner"] == {
        "top": {"written": "SECRET//NF", "level": "SECRET", "line": 2},
        "bottom": {"written": "SECRET//•••", "level": None, "line": 2},
    }
    assert data["portions"] == [
        {"written": "(S//NF)", "level": "SECRET", "line": 3},
        {"written": "(S//•••)", "level": "SECRET", "line": 3},
    ]
