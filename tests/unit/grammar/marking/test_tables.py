"""The vocabularies of markings agree with one another and with the grammar."""

import pytest

from tests.unit.grammar.marking.made import READER
from validator.model.level import Level
from validator.model.marking_names import names_of
from validator.vocabulary.load import builtin
from validator.vocabulary.terms import Term

VOCABULARIES = builtin()
REGISTER = VOCABULARIES["register"]
NAMED = {"SCI", "SAR", "AEA", "FGI", "FGI CONCEALED", "NON-US", "JOINT", "NATO", "CUI", "CNWDI", "SIGMA"}


def known_names() -> set[str]:
    systems = {term.term for term in REGISTER.group("sci")}
    compartments = {term.term for term in REGISTER.group("sci-compartment")}
    ldcs = {f"CUI {term.term}" for term in VOCABULARIES["cui-dissemination"]}
    categories = {term.term for term in VOCABULARIES["cui-categories"]}
    patterns = {f"{name}-XXX" for name in systems} | {f"{name} SUB" for name in compartments}
    return NAMED | {term.term for term in REGISTER} | patterns | ldcs | categories


def test_the_table_of_constraints_speaks_of_known_markings() -> None:
    used = {
        name
        for row in VOCABULARIES["marking-constraints"]
        for name in (row.group or "", *row.requires, *row.requires_any, *row.excludes)
    }
    assert used - known_names() == set()


def test_every_row_of_constraints_says_something_and_cites_it() -> None:
    rows = VOCABULARIES["marking-constraints"].terms
    assert [row.term for row in rows if not row.source] == []
    assert [
        row.term for row in rows if not (row.levels or row.requires or row.requires_any or row.excludes)
    ] == []


def test_a_row_of_constraints_holds_levels() -> None:
    row = VOCABULARIES["marking-constraints"].find("hcs-o")
    assert row is not None
    assert (row.group, row.levels) == ("HCS-O", (Level.TOP_SECRET, Level.SECRET))
    assert (row.requires, row.excludes) == (("ORCON", "NOFORN"), ("ORCON-USGOV",))


def test_ranks_rise_within_a_category() -> None:
    for group in REGISTER.groups:
        ranks = [term.rank or 0 for term in REGISTER.group(group)]
        assert ranks == sorted(set(ranks)), group


def test_members_are_countries() -> None:
    members = {code for term in VOCABULARIES["tetragraphs"] for code in term.members}
    assert [code for code in sorted(members) if code not in VOCABULARIES["countries"]] == []


def test_what_is_written_now_is_known() -> None:
    known = known_names() | {"SI-XXX"}
    retired = VOCABULARIES["retired-markings"]
    assert {name for term in retired for name in term.instead} - known == set()


@pytest.mark.parametrize(
    "term",
    [term for term in REGISTER if term.group in {"dissem", "non-ic", "aea", "sci"}],
    ids=lambda term: term.term,
)
def test_every_control_is_read_in_all_its_forms(term: Term) -> None:
    entry = READER.tables.entries[term.term]
    tail = {"REL TO": " USA, GBR", "DISPLAY ONLY": " AFG", "ACCM": "-FIREFLY"}.get(entry.name, "")
    head = "USA/GBR " if entry.name == "EYES ONLY" else ""
    portion = "EYES ONLY" if head else entry.portion
    texts = [f"SECRET//{head}{form}{tail}" for form in (entry.name, entry.title)]
    found = [READER.banner(text) for text in texts] + [READER.portion(f"(S//{head}{portion}{tail})")]
    assert [[fault.code for fault in one.faults] for one in found] == [[], [], []]
    assert len({one.marking for one in found}) == 1
    assert all(one.marking is not None and entry.name in names_of(one.marking) for one in found)
