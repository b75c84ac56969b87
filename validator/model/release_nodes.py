"""The node types of a release: what was withheld, under which exemption, and what the release put on the pages."""

from datetime import date
from typing import ClassVar

from validator.model.level import Level
from validator.model.nodes import Node


class Redaction(Node, frozen=True, gc=False, kw_only=True):
    """A withheld place. `form`: block, crosses, word, note, label, code.

    `amount` of `unit` is what the note says was withheld; `less`: not as much as that. `place` is text, portion
    (inside a portion mark) or number (in the place of a paragraph number). `codes` are the exemptions that stand
    with it. `clear_line` is a line on which the same sentence goes on in clear.
    """

    kind: ClassVar[str] = "redaction"
    form: str
    amount: float | None = None
    less: bool = False
    unit: str | None = None
    codes: tuple[str, ...] = ()
    place: str = "text"
    page: int | None = None
    clear_line: int | None = None


class Exemption(Node, frozen=True, gc=False, kw_only=True):
    """One exemption code, `code` in the form of the vocabulary. `place`: stamp, margin, text.

    `sort` is foia, privacy, category (of the executive order) or unit (a word of the agency); `style` is the way it is
    written: `(b)(6)`, `B6` or `b6`; `odd`: not as the first code of the document. `categories` and `statutes` are those
    that stand with it.
    """

    kind: ClassVar[str] = "exemption"
    code: str
    sort: str
    place: str
    known: bool
    style: str
    odd: bool = False
    categories: tuple[str, ...] = ()
    statutes: tuple[str, ...] = ()
    page: int | None = None


class UpgradeStamp(Node, frozen=True, gc=False, kw_only=True):
    """`Classified by DAS, A/GIS, DoS on … — Class: … — Reason: … — Declassify on: …`, put on at the release.

    `dated` is the day of the document, `limit` the last day that the order allows for one of that day.
    `withheld`: something is withheld as classified, (b)(1). `unreasoned` are the categories at withheld places that the
    reason does not name.
    """

    kind: ClassVar[str] = "upgrade_stamp"
    classifier: bool
    level: Level | None
    when: date | None
    expires: date | None
    reasons: tuple[str, ...] = ()
    dated: date | None = None
    limit: date | None = None
    withheld: bool = False
    unreasoned: tuple[str, ...] = ()


class PageFrame(Node, frozen=True, gc=False, kw_only=True):
    """`UNCLASSIFIED U.S. Department of State Case No. … Doc No. … Date: …` at the head or foot of a page.

    `differs`: it names another case or document than the first one.
    """

    kind: ClassVar[str] = "page_frame"
    case: str
    number: str
    when: date | None
    page: int
    differs: bool = False
