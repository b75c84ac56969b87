"""Judges one banner or portion mark, and works out the banner that portions need, without a document round them."""

import datetime
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

import msgspec
from msgspec import structs

from validator.engine.excerpt import Excerpt
from validator.engine.masking import lexicon_of, printable
from validator.engine.plan import Planner
from validator.engine.run import run
from validator.engine.settings import one_of
from validator.findings import Finding
from validator.grammar.marking import MarkingReader, Part, write_banner, write_portion
from validator.grammar.roll_up import order_of
from validator.grammar.roll_up import roll_up as rolled_up
from validator.model.document import SourceText
from validator.model.marking import Marking
from validator.parsers.marking import marking_document
from validator.rulebook import Rulebook
from validator.vocabulary.terms import Vocabularies

PACKS: Final = frozenset({"cui", "marking", "nato"})
DIALECTS: Final = ("isoo", "ic", "dod", "state", "nato")
DEFAULT_DIALECT: Final = "ic"
_TRAILING: Final = "declassification-in-banner"  # the rule after which nothing is left to write of that block
_NAME: Final = "<marking>"
_NOW: Final = datetime.date.max  # without a date the rules now in force judge, whatever the day of the run is


class MarkingVerdict(msgspec.Struct, frozen=True):
    """What a marking says, and whether it may stand so. `valid`: no rule found an error.

    `marking` is None where nothing was understood. `corrected` is the marking as it should be written, as far as
    that can be told: who is to see it or what level it has nobody can know; None where it has no level.
    `parts` are its words in written order, each with what it means.
    """

    valid: bool
    marking: Marking | None
    corrected: str | None
    findings: tuple[Finding, ...]
    parts: tuple[Part, ...]


class MarkingJudge:
    """Judges with one rulebook and one set of vocabularies; plans are made once for each dialect."""

    __slots__ = ("_excerpt", "_order", "_planners", "_rules", "_vocabularies", "reader")

    def __init__(self, rulebook: Rulebook, vocabularies: Vocabularies) -> None:
        self.reader = MarkingReader(vocabularies)
        self._rules = tuple(
            each for each in rulebook.rules if each.rule.pack in PACKS and each.rule.status == "stable"
        )
        # Whoever asks has typed the marking: nothing of it needs a mask.
        self._excerpt = Excerpt("full", lexicon_of(vocabularies), reveal=True)
        self._planners: dict[str, Planner] = {}
        self._order = order_of(vocabularies)
        self._vocabularies = vocabularies

    def judge(
        self, text: str, *, portion: bool, dialect: str, as_of: datetime.date | None = None
    ) -> MarkingVerdict:
        """The verdict on one marking by one dialect, in force on a day."""
        reading = self.reader.portion(text) if portion else self.reader.banner(text)
        digest = sha256(text.encode("utf-8", "replace")).hexdigest()
        source = SourceText(_NAME, "text", text, digest)
        known = "as-of" if as_of else None
        document = marking_document(
            source, reading, self._vocabularies, portion=portion, day=as_of or _NOW, date_source=known
        )
        plan = self._planner(dialect).plan_for(document)
        findings = run(plan, document, document.lines(), self._excerpt, self._vocabularies).findings
        return MarkingVerdict(
            valid=not any(finding.severity == "error" for finding in findings),
            marking=reading.marking,
            corrected=self._corrected(reading.marking, portion, dialect, findings)
            if findings
            else text.strip(),
            findings=findings,
            parts=reading.parts,
        )

    def roll_up(self, portions: Iterable[str], dialect: str) -> str:
        """The banner that portion marks need."""
        read = (self.reader.portion(text).marking for text in portions)
        needed = rolled_up([marking for marking in read if marking is not None], self._order, dialect)
        return write_banner(needed.marking, self.reader.tables, dialect)

    def _planner(self, dialect: str) -> Planner:
        if dialect not in self._planners:
            self._planners[dialect] = Planner(self._rules, dialect)
        return self._planners[dialect]

    def _corrected(
        self, marking: Marking | None, portion: bool, dialect: str, findings: Iterable[Finding]
    ) -> str | None:
        if marking is None or marking.level is None:
            return None
        if any(finding.rule == _TRAILING for finding in findings):
            marking = structs.replace(marking, declassification=None)
        write = write_portion if portion else write_banner
        return write(marking, self.reader.tables, dialect)


def checked_dialect(name: str) -> str:
    """The name of a dialect that markings can be judged by; UsageError with what was probably meant."""
    return one_of("dialect", name, DIALECTS)


def meaning_of(part: Part) -> str:
    """What a part of a marking means, behind its canonical form where another was written."""
    meaning = part.meaning or f"{part.category.replace('-', ' ')}, not published"
    same = part.canonical == part.written
    return meaning if same else f"{printable(part.canonical)}: {meaning}"
