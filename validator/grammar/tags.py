"""The TAGS line: subject, country, organisation, program and person tags."""

import re

import msgspec

from validator.vocabulary.terms import Vocabulary

# Subject and program tags have four letters, country tags two; organisations any length; persons stand in brackets.
_TOKEN = re.compile(r"\((?P<person>[^()\n]{1,80})\)|(?P<tag>[^\s,;()\[\]#]+)")
_PROGRAM = re.compile(r"K[A-Z]{3}")  # 5 FAH-3: K and three letters
_NOISE = ".:/-•*'\""
_MOST_TOKENS = 200


class TagsText(msgspec.Struct, frozen=True, gc=False):
    """The tags of a line in order; persons, subject tags and unknown ones once more by themselves."""

    tokens: tuple[str, ...]
    subject_tags: tuple[str, ...]
    persons: tuple[str, ...]
    unknown: tuple[str, ...]


def read_tags(text: str, table: Vocabulary) -> TagsText:
    """Reads what follows the TAGS label, over several lines."""
    tokens: list[str] = []
    subjects: list[str] = []
    persons: list[str] = []
    unknown: list[str] = []
    for match in _TOKEN.finditer(text):
        if len(tokens) == _MOST_TOKENS:
            break
        person = match["person"]
        tag = " ".join(person.split()) if person else match["tag"].strip(_NOISE).upper()
        if not tag:
            continue
        tokens.append(tag)
        _sort(tag, person is not None, table, subjects, persons, unknown)
    return TagsText(tuple(tokens), tuple(subjects), tuple(persons), tuple(unknown))


def _sort(
    tag: str, person: bool, table: Vocabulary, subjects: list[str], persons: list[str], unknown: list[str]
) -> None:
    term = table.find(tag)
    if term is not None:
        if term.group in ("subject", "program"):
            subjects.append(tag)
    elif person:
        persons.append(tag)
    elif _PROGRAM.fullmatch(tag):
        subjects.append(tag)
    else:
        unknown.append(tag)
