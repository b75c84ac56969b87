"""Writes the tables of docs/markings.md and docs/redaction.md, docs/fields.md, and docs/rules: a page for each rule.

usage: python docs/generate.py [--check]

A table stands between `<!-- generated: NAME -->` and `<!-- end -->`; `NAME` may go on with a group: `register/sci`.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from field_page import field_page
from rule_pages import all_pages, rule_pages

from validator.model import observations as seen
from validator.rulebook import Rule
from validator.rulebook import builtin as rulebook
from validator.vocabulary.load import builtin
from validator.vocabulary.terms import Term, Vocabularies, Vocabulary

HERE: Final = Path(__file__).resolve().parent
PAGES: Final = (HERE / "markings.md", HERE / "redaction.md")
FIELDS: Final = HERE / "fields.md"
RULES: Final = HERE / "rules"
OBSERVATIONS_BY_GROUP: Final = {
    "file": seen.FILE,
    "office": seen.OFFICE,
    "page": seen.PAGE,
    "side-channel": seen.SIDE_CHANNEL,
    "text": seen.TEXT,
    "web": seen.WEB,
}
UNCONFIRMED: Final = "?"  # behind a source that nobody has read in the original
_BLOCK: Final = re.compile(
    r"(?P<head><!-- generated: (?P<name>[a-z/-]+) -->\n).*?(?P<foot><!-- end -->)", re.DOTALL
)
Maker = Callable[[Vocabularies, str], str]


def main() -> int:
    """0: done, or nothing to do; 1: a page is stale and `--check` was asked for."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="change nothing; exit 1 if a page is stale")
    check = arguments.parse_args().check
    pages: dict[Path, str | None] = dict.fromkeys(all_pages(RULES))
    pages |= {page: refreshed(page.read_text(encoding="utf-8"), builtin()) for page in PAGES}
    pages |= {FIELDS: field_page()} | {RULES / path: text for path, text in rule_pages().items()}
    return max(refresh(page, fresh, check=check) for page, fresh in pages.items())


def refresh(page: Path, fresh: str | None, *, check: bool) -> int:
    """Writes the page anew where that changes it; what has no text is taken away."""
    found = page.read_text(encoding="utf-8") if page.is_file() else None
    if fresh == found:
        return 0
    if check:
        sys.stderr.write(f"{page.relative_to(HERE)} is stale; run python docs/generate.py\n")
        return 1
    if fresh is None:
        page.unlink()
        return 0
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(fresh, encoding="utf-8", newline="\n")
    return 0


def refreshed(page: str, vocabularies: Vocabularies) -> str:
    """The page with every generated block as the vocabularies and rules now have it."""

    def block(match: re.Match[str]) -> str:
        name, _, group = match["name"].partition("/")
        if name not in MAKERS:
            raise SystemExit(f"no table '{name}'; there are {', '.join(MAKERS)}")
        return f"{match['head']}\n{MAKERS[name](vocabularies, group)}\n\n{match['foot']}"

    return _BLOCK.sub(block, page)


def register(vocabularies: Vocabularies, group: str) -> str:
    """The controls of one category in Register order, in their three forms."""
    whole = vocabularies["register"]
    rows = [
        (code(term.term), term.title or "", code(term.portion or term.term), said(term), cited(term, whole))
        for term in whole.group(group)
    ]
    return table(("Written in a banner", "Long form", "In a portion", "What it says", "Source"), rows)


def retired(vocabularies: Vocabularies, group: str) -> str:
    """What is out of use: `retired/tokens` are words, `retired/forms` ways of writing."""
    whole = vocabularies["retired-markings"]
    if group == "forms":
        ways = whole.group("form")
        rows = [(said(term), last(term), everywhere(term), cited(term, whole)) for term in ways]
        return table(("Way of writing", "Last day", "Out of use in", "Source"), rows)
    words = [term for term in whole if term.group != "form"]
    rows_of_words = [
        (
            code(term.term),
            codes(term.aliases),
            codes(term.instead),
            last(term),
            everywhere(term),
            cited(term, whole),
        )
        for term in words
    ]
    heads = ("Token", "Also written", "Now", "Last day", "Out of use in", "Source")
    return table(heads, rows_of_words)


def constraints(vocabularies: Vocabularies, _: str) -> str:
    """What each marking allows, needs and excludes."""
    whole = vocabularies["marking-constraints"]
    rows = [
        (code(term.group or ""), levels(term), needed(term), excluded(term), holds(term), cited(term, whole))
        for term in whole
    ]
    return table(("Marking", "Levels", "Needs", "Never beside", "Holds in", "Source"), rows)


def eras(vocabularies: Vocabularies, _: str) -> str:
    """Which order judges which day."""
    whole = vocabularies["eras"]
    rows = [
        (
            day(term.starts),
            last(term),
            term.meaning or "",
            term.group or "",
            str(term.years or ""),
            cited(term, whole),
        )
        for term in whole
    ]
    heads = ("First day", "Last day", "Order", "Section of the reason", "Most years", "Source")
    return table(heads, rows)


def instructions(vocabularies: Vocabularies, _: str) -> str:
    """Instructions other than a date or event; those that differ in their number only stand on one row."""
    whole = vocabularies["declassification-instructions"]
    rows = []
    for _key, group in groupby(whole, key=_same_instruction):
        terms = tuple(group)
        name = code(terms[0].term) if len(terms) == 1 else f"{code(terms[0].term)} to {code(terms[-1].term)}"
        term = terms[0]
        now = code(term.replaced_by) if term.replaced_by else ""
        rows.append((name, said(term), day(term.starts), last(term), now, cited(term, whole)))
    return table(("Instruction", "What it says", "First day", "Last day", "Now", "Source"), rows)


def _same_instruction(term: Term) -> tuple[object, ...]:
    unnumbered = re.sub(r"\d+$", "", term.term)
    return unnumbered, term.meaning if unnumbered != "GROUP " else term.term, term.starts, term.ends


def groups(vocabularies: Vocabularies, group: str) -> str:
    """Codes of organisations: `groups/members` those whose members are known, `groups/ended` those out of use."""
    whole = vocabularies["tetragraphs"]
    if group == "members":
        rows = [(code(term.term), term.title or "", " ".join(term.members)) for term in whole if term.members]
        return table(("Code", "Name", "Members"), rows)
    ended = sorted((term for term in whole if term.ends), key=lambda term: (term.ends, term.term))
    return table(
        ("Code", "Name", "Last day"), [(code(term.term), term.title or "", last(term)) for term in ended]
    )


def cui(vocabularies: Vocabularies, group: str) -> str:
    """`cui/dissemination`, or the categories of one group: `cui/basic`, `cui/specified`, `cui/both`."""
    if group == "dissemination":
        whole = vocabularies["cui-dissemination"]
        rows = [
            (
                code(term.term),
                code(term.portion or term.term),
                said(term),
                codes(term.requires),
                cited(term, whole),
            )
            for term in whole
        ]
        return table(("Banner", "Portion", "What it says", "Needs the category", "Source"), rows)
    prefix = "SP-" if group == "specified" else ""
    chosen = vocabularies["cui-categories"].group(group)
    return ", ".join(f"{code(prefix + term.term)} {term.title}" for term in chosen) + "."


def observations(_: Vocabularies, group: str) -> str:
    """What a reader can observe, with the rule that speaks of it."""
    by_name: dict[str, list[Rule]] = {}
    for executable in rulebook().rules:
        where = getattr(executable.rule.check, "where", None) or {}
        if executable.rule.pack == "redaction" and "name" in where:
            by_name.setdefault(where["name"]["equals"], []).append(executable.rule)
    rows = [
        (meaning[0].upper() + meaning[1:], code(rule.id), rule.severity, rule.hint or "")
        for name, meaning in OBSERVATIONS_BY_GROUP[group].items()
        for rule in by_name.get(name, ())
    ]
    return table(("What is found", "Rule", "Severity", "What to do"), rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, without the columns that are empty in every row."""
    filled = list(rows)
    kept = [place for place in range(len(heads)) if any(row[place] for row in filled)]
    lines = [[heads[place] for place in kept], ["---"] * len(kept)]
    lines += [[row[place] for place in kept] for row in filled]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """A word as it is typed."""
    return f"`{text}`" if text else ""


def codes(texts: Iterable[str], between: str = ", ") -> str:
    """Words as they are typed."""
    return between.join(map(code, texts))


def said(term: Term) -> str:
    """The meaning, with a capital."""
    meaning = term.meaning or term.title or ""
    return meaning[:1].upper() + meaning[1:]


def levels(term: Term) -> str:
    """The levels that a marking may stand with; nothing for all."""
    return ", ".join(level.title for level in term.levels)


def needed(term: Term) -> str:
    """The companions: all of some, one of others."""
    return "; ".join(_needs(term))


def _needs(term: Term) -> Iterator[str]:
    if term.requires:
        yield codes(term.requires, " and ")
    if term.requires_any:
        yield "one of " + codes(term.requires_any)


def excluded(term: Term) -> str:
    """What may not stand beside it; what excludes itself has no place at all."""
    return "not written at all" if term.group in term.excludes else codes(term.excludes)


def holds(term: Term) -> str:
    """The dialects and the first day of a row."""
    where = " ".join(term.dialects) or "all"
    return f"{where}, from {day(term.starts)}" if term.starts else where


def everywhere(term: Term) -> str:
    """The dialects of a row."""
    return " ".join(term.dialects) or "all"


def last(term: Term) -> str:
    """The last day of a term."""
    return day(term.ends)


def day(some: date | None) -> str:
    """A day, or nothing for an open end."""
    return some.isoformat() if some else ""


def cited(term: Term, whole: Vocabulary) -> str:
    """The source of a row, or else that of its file, with a mark where the original was not read."""
    return (term.source or whole.source) + ("" if term.confirmed else f" {UNCONFIRMED}")


MAKERS: Final[dict[str, Maker]] = {
    "constraints": constraints,
    "cui": cui,
    "eras": eras,
    "groups": groups,
    "instructions": instructions,
    "register": register,
    "retired": retired,
    "observations": observations,
}

if __name__ == "__main__":
    sys.exit(main())
