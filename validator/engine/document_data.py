"""What was understood of a document, as plain data for the report. No prose and no names unless asked for."""

from bisect import bisect_right
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from validator.engine.excerpt import Excerpt
from validator.engine.release_data import release_data
from validator.model import nodes
from validator.model.document import Document
from validator.model.level import Level
from validator.model.marked_nodes import Banner
from validator.model.nodes import Node
from validator.spans import LineIndex

Data: TypeAlias = dict[str, Any]


def document_data(document: Document, lines: LineIndex, excerpt: Excerpt) -> Data:
    """The `document` of a file report, as schemas/report.schema.json describes it."""
    data = _Describer(document, lines, excerpt).all()
    release = release_data(document)
    return data if release is None else data | {"release": release}


class _Describer:
    """One document, its lines and the mask, for the parts below."""

    __slots__ = ("_document", "_mask", "_starts", "_text_shown")

    def __init__(self, document: Document, lines: LineIndex, excerpt: Excerpt) -> None:
        self._document, self._starts = document, lines.starts
        self._mask, self._text_shown = excerpt.shown, excerpt.setting == "full"

    def all(self) -> Data:
        document = self._document
        return {
            "layout": document.layout,
            "date": _iso(document.date),
            "date_source": document.date_source,
            "era": document.era,
            "level": _title(document.level),
            "control": document.control,
            "sensitive": document.sensitive,
            "post": document.post,
            "mrn": document.mrn,
            "sections": self._sections(),
            "paragraphs": self._paragraphs(),
            "banner": self._banner(),
            "portions": self._portions(),
            "captions": self._captions(),
            "executive_order": self._executive_order(),
            "declassification": self._declassification(),
            "classified_by": self._place_of_first("classified_by"),
            "reason": self._reason(),
            "tags": self._tags(),
            "subject": self._subject(),
            "references": self._references(),
            "routing": self._routing(),
            "addressees": self._addressees(),
            "summary": bool(document.of("summary")),
            "signature": self._place_of_first("signature"),
            "has": sorted(document.has),
            "details": document.details,
        }

    def _line(self, node: Node) -> int:
        return bisect_right(self._starts, node.start)

    def _first(self, kind: str) -> Node | None:
        found = self._document.of(kind)
        return found[0] if found else None

    def _place_of_first(self, kind: str) -> Data | None:
        node = self._first(kind)
        return {"line": self._line(node)} if node else None

    def _mark(self, mark: str | None) -> str | None:
        return None if mark is None else self._mask(mark)

    def _sections(self) -> Data:
        markers = cast("tuple[nodes.SectionMarker, ...]", self._document.of("section_marker"))
        found = [marker.number for marker in markers if marker.state == "present"]
        return {"total": self._document.section_total, "found": found}

    def _paragraphs(self) -> list[Data]:
        mask, starts = self._mask, self._starts
        return [
            {
                "number": paragraph.number,
                "written": mask(paragraph.written),
                "portion": None if paragraph.mark is None else mask(paragraph.mark),
                "line": bisect_right(starts, paragraph.start),
            }
            for paragraph in cast("tuple[nodes.Paragraph, ...]", self._document.of("paragraph"))
            if paragraph.nesting == 0
        ]

    def _banner(self) -> Data | None:
        """The banner lines at the edges of a document that is no telegram."""
        banners = cast("tuple[Banner, ...]", self._document.of("banner"))
        if not banners:
            return None
        edges = {banner.place: self._written_mark(banner) for banner in reversed(banners)}
        return {"top": edges.get("top"), "bottom": edges.get("bottom")}

    def _portions(self) -> list[Data]:
        """The marks of a document that is no telegram; those of a telegram stand with its paragraphs."""
        portions = cast("tuple[nodes.Portion, ...]", self._document.of("portion"))
        return [self._written_mark(portion) for portion in portions if portion.marking is not None]

    def _written_mark(self, node: "Banner | nodes.Portion") -> Data:
        return {"written": self._mask(node.written), "level": _title(node.level), "line": self._line(node)}

    def _captions(self) -> list[str]:
        # Masked even when known: CODEL and STAFFDEL are captions that carry a name.
        captions = cast("tuple[nodes.Caption, ...]", self._document.of("caption"))
        return [self._mask(caption.name) for caption in captions]

    def _executive_order(self) -> str | None:
        line = cast("nodes.ExecutiveOrder | None", self._first("executive_order"))
        return line.order if line else None

    def _declassification(self) -> Data | None:
        node = cast("nodes.Declassification | None", self._first("declassification"))
        if node is None:
            return None
        return {
            "instruction": node.instruction,
            "date": _iso(node.when),
            "exemptions": [self._mask(exemption) for exemption in node.exemptions],
            "line": self._line(node),
        }

    def _reason(self) -> Data | None:
        node = cast("nodes.Reason | None", self._first("reason"))
        if node is None:
            return None
        return {"section": node.section, "categories": list(node.categories), "line": self._line(node)}

    def _tags(self) -> list[str]:
        return [
            self._mask(token) if token in tags.unknown or token in tags.persons else token
            for tags in cast("tuple[nodes.Tags, ...]", self._document.of("tags"))
            for token in tags.tokens
        ]

    def _subject(self) -> Data | None:
        node = cast("nodes.Subject | None", self._first("subject"))
        if node is None:
            return None
        data: Data = {"line": self._line(node), "portion": self._mark(node.mark)}
        return data | {"text": self._mask(node.text)} if self._text_shown else data

    def _references(self) -> list[Data]:
        return [
            {
                "letter": reference.letter,
                # REF lines also name people's letters and talks, so a word is a post only if it is known.
                "post": self._mark(reference.post),
                "number": reference.number,
                "year": reference.year,
                "line": self._line(reference),
            }
            for reference in cast("tuple[nodes.Reference, ...]", self._document.of("reference"))
            if reference.role == "listed"
        ]

    def _addressees(self) -> Data:
        counts = {"from": 0, "to": 0, "info": 0}
        for addressee in cast("tuple[nodes.Addressee, ...]", self._document.of("addressee")):
            counts[addressee.role] += 1
        return counts

    def _routing(self) -> Data | None:
        line = cast("nodes.Routing | None", self._first("routing"))
        group = cast("nodes.DateTimeGroup | None", self._first("date_time_group"))
        if line is None and group is None:
            return None
        return {
            "form": line and line.form,
            "transmission": line and line.transmission,
            "precedence": line and line.precedence,
            "precedences": list(group.precedences) if group else [],
            "station": line and line.station,
            "serial": line and line.serial,
            "section": line and line.section,
            "julian": line and line.julian,
            "filing_time": line and line.filing_time,
            "filing_lag_minutes": line and line.filing_lag,
            "prosign": line and line.prosign,
            "security": line and line.security,
            "dtg": _moment(group.moment) if group else None,
            "dtg_written": group.written if group else None,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return f"{moment.isoformat(timespec='minutes')}Z" if moment else None


def _title(level: Level | None) -> str | None:
    return None if level is None else level.title
