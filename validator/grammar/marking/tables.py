"""The tables of the grammar, compiled once from the vocabularies."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from validator.grammar.country_groups import expanded
from validator.grammar.marking import compiling
from validator.grammar.marking.forms import Entry, Form, FormTable
from validator.grammar.marking.nearest import Nearest
from validator.vocabulary.terms import Term, Vocabularies, Vocabulary

# The order of categories in a marking (REG16 pp14-17). CUI beside classified categories stands before dissemination.
CATEGORIES = (
    "level",
    "nato",
    "joint",
    "nato-control",
    "sci",
    "sap",
    "aea",
    "fgi",
    "cui",
    "cui-category",
    "dissem",
    "cui-dissem",
    "non-ic",
    "declassification",
)
ORDER = {category: place for place, category in enumerate(CATEGORIES)}


class Code(msgspec.Struct, frozen=True, gc=False):
    """A country or an organisation that owns, receives or sees information."""

    code: str
    name: str
    order: tuple[bool, str]  # trigraphs by the alphabet, then tetragraphs (REG16 p16)
    term: Term | None = None


class MarkingTables:
    """Everything the grammar looks up."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        register, retired = vocabularies["register"], vocabularies["retired-markings"]
        self.entries = {term.term: compiling.entry_of(term) for term in register if term.group != "sigma"}
        self.sigmas = {int(term.term): term.dialects for term in register.group("sigma")}
        self.shapes = {
            term.term: term.controls for group in ("sci", "sci-compartment") for term in register.group(group)
        }
        self.compartments = _compartments(register)
        self.parents = {
            name: system for system, table in self.compartments.items() for name in table if len(name) > 1
        }
        self.retired = compiling.spellings(retired)
        self.ways = {term.term: term for term in retired.group("form")}
        self.activities = {(term.portion or ""): term.term for term in register.group("nato-activity")}
        self.specified = {term.term: term.group or "" for term in vocabularies["cui-categories"]}
        self.codes = _codes(vocabularies)
        listed = (*vocabularies["tetragraphs"], *register.group("dissem"))
        self.members = {term.term: frozenset(term.members) for term in listed if term.members}
        self.register = FormTable(compiling.register_forms(self.entries, vocabularies))
        self.cui = FormTable(compiling.cui_forms(vocabularies))
        self.countries = FormTable(compiling.country_forms(vocabularies))
        self.declassification = FormTable(compiling.declassification_forms(vocabularies))

    def code(self, written: str) -> Code:
        """A code of the lists, or a stranger made into one."""
        known = self.codes.get(written)
        return known or Code(written, "", (len(written) != 3, written))

    def expanded(self, codes: Iterable[str]) -> frozenset[str]:
        """The countries that a list names, by the groups of the vocabularies."""
        return expanded(codes, self.members)

    def rank(self, name: str) -> int:
        """The place of a control in its category; strangers come last."""
        entry = self.entries.get(name) or self.entries.get(name.partition("-")[0])
        return entry.rank if entry is not None else compiling.UNKNOWN_RANK

    @cached_property
    def nearest_control(self) -> Nearest:
        """Over every form of the Register but single letters."""
        return Nearest(key for key in self.register.forms if len(key) > 1)

    @cached_property
    def nearest_phrase(self) -> Nearest:
        """Over forms of several words, but for levels."""
        forms = self.register.forms.items()
        return Nearest(key for key, form in forms if " " in key and form.entry.level is None)

    def nearest_compartment(self, system: str) -> Nearest:
        """Over the published compartments of a system."""
        return self._nearest_compartments[system]

    @cached_property
    def _nearest_compartments(self) -> dict[str, Nearest]:
        return {system: Nearest(forms) for system, forms in self.compartments.items()}

    @cached_property
    def nearest_level(self) -> Nearest:
        """Over classifications, as far as they are no mere initials."""
        forms = self.register.forms.items()
        return Nearest(key for key, form in forms if form.entry.level is not None and len(key) > 3)

    @cached_property
    def nearest_cui(self) -> Nearest:
        """Over CUI categories, their names, and limited dissemination controls."""
        return Nearest(self.cui.forms)

    @cached_property
    def nearest_country(self) -> Nearest:
        """Over codes and names of countries."""
        return Nearest(self.countries.forms)


def _compartments(register: Vocabulary) -> dict[str, dict[str, Form]]:
    """By system: every form of a compartment's own name, `G` and `GAMMA` of SI."""
    tables: dict[str, dict[str, Form]] = {}
    for term in register.group("sci-compartment"):
        system, _, name = term.term.partition("-")
        title = (term.title or term.term).rpartition("-")[2]
        entry = Entry(name, "sci-compartment", term.rank or 0, title, name, term.meaning or "")
        table = tables.setdefault(system, {})
        table[title] = Form(title, entry, in_portion="long-form-in-portion")
        table[name] = Form(name, entry)
    return tables


def _codes(vocabularies: Vocabularies) -> dict[str, Code]:
    countries = [
        Code(term.term, term.title or "", (False, term.term), term) for term in vocabularies["countries"]
    ]
    groups = [
        Code(term.term, term.title or "", (True, term.term), term) for term in vocabularies["tetragraphs"]
    ]
    return {code.code: code for code in (*countries, *groups)}
