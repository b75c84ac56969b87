"""Vocabularies to the written forms of the grammar's tables."""

from collections.abc import Iterator

import msgspec

from validator.grammar.marking.forms import Entry, Form, key_of
from validator.vocabulary.terms import Term, Vocabularies, Vocabulary

UNKNOWN_RANK = 99
_NO_WORDS_OF_A_MARKING = frozenset({"sigma", "sci-compartment", "nato-activity"})


def entry_of(term: Term) -> Entry:
    """A control of the Register as an entry."""
    return Entry(
        term.term,
        term.group or "",
        term.rank or 0,
        term.title or term.term,
        term.portion or term.term,
        term.meaning or "",
        term.level,
        until=term.ends,
    )


def spellings(vocabulary: Vocabulary) -> dict[str, Term]:
    """Every term and alias by its key."""
    return {key_of(text): term for term in vocabulary for text in (term.term, *term.aliases)}


def register_forms(entries: dict[str, Entry], vocabularies: Vocabularies) -> Iterator[Form]:
    """Every form of the Register, of retired tokens, and the words that open a JOINT or a CUI marking."""
    words = [term for term in vocabularies["register"] if term.group not in _NO_WORDS_OF_A_MARKING]
    for term in words:
        yield from _authorized_forms(entries[term.term])
    yield Form("REL", entries["REL TO"], "portion-form-in-banner")
    yield Form("SBU/N", entries["SBU NOFORN"], "portion-form-in-banner", meant="sbu-slash-n")
    yield Form("JOINT", Entry("JOINT", "joint", meaning="owned jointly by the countries named"))
    cui = Entry("CUI", "cui", portion="CUI", meaning="controlled unclassified information")
    yield from (Form("CUI", cui), Form("CONTROLLED", cui, in_portion="cui-word-in-portion"))
    yield Form("CONTROLLED UNCLASSIFIED INFORMATION", cui, "unknown-token", "unknown-token")
    retired = spellings(vocabularies["retired-markings"])
    for term in words:
        for key in map(key_of, term.aliases):
            yield _alias_form(key, entries[term.term], retired.get(key))
    yield from (_retired_form(key, term, entries) for key, term in retired.items() if _is_token(term))


def _authorized_forms(entry: Entry) -> Iterator[Form]:
    level = entry.category in {"level", "nato"}
    abbreviated = "classification-abbreviated-in-banner" if level else "portion-form-in-banner"
    right = key_of(entry.portion)
    for form in dict.fromkeys((key_of(entry.name), key_of(entry.title))):
        yield Form(form, entry, in_portion="" if form == right else "long-form-in-portion")
    yield Form(right, entry, in_banner=abbreviated)


def _alias_form(key: str, entry: Entry, retired: Term | None) -> Form:
    if retired is not None:
        return _retired_as(key, entry, retired)
    shorter = len(key) < len(entry.name)
    if entry.category == "level" and shorter:
        return Form(key, entry, "classification-abbreviated-in-banner", "long-form-in-portion")
    return Form(key, entry, "abbreviation-in-banner" if shorter else "unknown-token", "long-form-in-portion")


def _is_token(term: Term) -> bool:
    return term.group not in {"form", "sci-compartment", "declassification"}


def _retired_form(key: str, term: Term, entries: dict[str, Entry]) -> Form:
    if term.group != "nato":
        entry = Entry(
            term.term, term.group or "", UNKNOWN_RANK, portion=term.term, meaning=term.meaning or ""
        )
        return _retired_as(key, entry, term)
    level, *controls = term.instead
    entry = msgspec.structs.replace(entries[level], controls=tuple(controls))
    return Form(key, entry, "legacy-form", "legacy-form", "//".join(term.instead), term.dialects, term.ends)


def _retired_as(key: str, entry: Entry, term: Term) -> Form:
    meant = " or ".join(term.instead)
    return Form(key, entry, "retired-token", "retired-token", meant, term.dialects, term.ends)


def cui_forms(vocabularies: Vocabularies) -> Iterator[Form]:
    """Categories, limited dissemination controls and what is mistaken for them."""
    yield from _category_forms(vocabularies["cui-categories"])
    yield from _dissemination_forms(vocabularies["cui-dissemination"])
    code = "supplemental-mark-in-marking"
    for key, term in spellings(vocabularies["cui-supplemental"]).items():
        yield Form(key, Entry(term.term, "cui-supplemental", meaning=term.meaning or ""), code, code, "")


def _category_forms(vocabulary: Vocabulary) -> Iterator[Form]:
    entries = [_category(term) for term in vocabulary]
    yield from (Form(key_of(entry.name), entry) for entry in entries)
    yield from (Form(key_of(entry.title), entry, "unknown-token", "unknown-token") for entry in entries)


def _category(term: Term) -> Entry:
    title = term.title or term.term
    return Entry(term.term, "cui-category", title=title, portion=term.term, meaning=title)


def _dissemination_forms(vocabulary: Vocabulary) -> Iterator[Form]:
    for rank, term in enumerate(vocabulary):
        portion = term.portion or term.term
        entry = Entry(term.term, "cui-dissem", rank, term.term, portion, term.meaning or "")
        yield Form(key_of(term.term), entry, in_portion="long-form-in-portion" if term.portion else "")
        yield Form(key_of(portion), entry, "portion-form-in-banner")
        yield from (Form(key_of(alias), entry, "unknown-token", "unknown-token") for alias in term.aliases)
    yield Form("REL", Entry("REL TO", "cui-dissem", portion="REL TO"), "portion-form-in-banner")


def country_forms(vocabularies: Vocabularies) -> Iterator[Form]:
    """Codes, and the names that are written by mistake."""
    terms = [*vocabularies["countries"], *vocabularies["tetragraphs"]]
    entries = [Entry(term.term, "country", meaning=term.title or "") for term in terms]
    yield from (Form(entry.name, entry) for entry in entries)
    for term, entry in zip(terms, entries, strict=True):
        for name in (*term.aliases, *([term.title] if term.title else ())):
            yield Form(key_of(name), entry, "unknown-country", "unknown-country")


def declassification_forms(vocabularies: Vocabularies) -> Iterator[Form]:
    """The instructions that closed banners until 2008: exemptions, OADR, MR."""
    instructions = vocabularies["declassification-instructions"]
    closing = {"exemption", "oadr", "mr"}
    terms = [term for term in instructions if term.group in closing]
    terms += vocabularies["retired-markings"].group("declassification")
    for term in terms:
        entry = Entry(term.term, "declassification", meaning=term.meaning or "")
        yield from (Form(key_of(text), entry) for text in (term.term, *term.aliases))
