"""The tables of a report on a run, in the order in which people read them; text and HTML show the same."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import Final

from validator.corpus.account import Account, Group, Matrix, Plan, Totals
from validator.corpus.aligned import Section
from validator.findings import SEVERITIES

UNKNOWN: Final = "not known"
_SEVERE_FIRST: Final = SEVERITIES[::-1]
_GROUP_HEADS: Final = ("documents", "MB", "error", "warning", "info", "suppressed")
_DIVIDED: Final = ("status", "kind", "format", "era", "year", "post")


def headline(account: Account) -> list[str]:
    """How much of the plan is done, first of all; then the totals."""
    totals = account.totals
    counted = f"{totals.documents:,} documents, {_mb(totals.bytes)} MB; findings: {found(totals)}"
    return [*progress(account.plan), counted]


def progress(plan: Plan) -> list[str]:
    """How much is done; a run that is not finished says so first."""
    done = f"{plan.done:,} of {plan.partitions:,} partitions are done"
    if plan.complete:
        return [done]
    left = (f"left: {each.partitions:,} of {each.source}" for each in plan.left)
    return [f"INCOMPLETE: {done}; all counts are of these only", *left]


def found(totals: Totals | Group) -> str:
    """Findings by severity, and apart from them the suppressed ones."""
    counts = ", ".join(f"{getattr(totals, severity):,} {severity}" for severity in _SEVERE_FIRST)
    return f"{counts}; suppressed: {totals.suppressed:,}"


def made_by(account: Account) -> str:
    """What judged, and by which settings."""
    tool, settings = account.tool, account.settings
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in tool.packs)
    return (
        f"Judged by {tool.name} {tool.version}, packs {packs}. Dialect {settings.dialect}, "
        f"as of {settings.as_of or 'the date of each document'}."
    )


def sections(account: Account, top: int) -> Iterator[Section]:
    """The tables; each has `top` rows at most, but for those by time, which are short."""
    for column in _DIVIDED:
        yield _divided(column, getattr(account.documents, column), top)
    yield _severities(account.totals)
    yield _rules(account, top)
    yield _matrix(account.rules_by_year)
    yield from _unread(account, top)
    yield from _not_judged(account, top)
    yield _worst(account, top)


def _divided(column: str, groups: Sequence[Group], top: int) -> Section:
    shown = groups if column == "year" else groups[:top]
    rows = tuple(
        (
            f"{each.documents:,}",
            _mb(each.bytes),
            *(f"{getattr(each, name):,}" for name in (*_SEVERE_FIRST, "suppressed")),
            each.value or UNKNOWN,
        )
        for each in shown
    )
    heads = (*_GROUP_HEADS, column)
    return Section(f"Documents by {column}", heads, rows, len(_GROUP_HEADS), len(groups) - len(shown))


def _severities(totals: Totals) -> Section:
    rows = tuple((f"{getattr(totals, severity):,}", severity) for severity in _SEVERE_FIRST)
    return Section("Findings by severity", ("findings", "severity"), rows, 1)


def _rules(account: Account, top: int) -> Section:
    rows = tuple(
        (f"{each.findings:,}", f"{each.documents:,}", f"{each.suppressed:,}", each.severity, each.rule)
        for each in account.rules[:top]
    )
    heads = ("findings", "documents", "suppressed", "severity", "rule")
    return Section("Findings by rule", heads, rows, 3, len(account.rules) - len(rows))


def _matrix(matrix: Matrix) -> Section:
    """A row for each year; the rules are letters there, which the notes explain."""
    letters = ascii_lowercase[: len(matrix.rules)]
    rows = tuple(
        (*(f"{each.findings[index]:,}" for each in matrix.rules), year)
        for index, year in enumerate(matrix.years)
        if letters
    )
    notes = tuple(f"{letter}: {each.rule}" for letter, each in zip(letters, matrix.rules, strict=True))
    return Section("Findings by year and rule", (*letters, "year"), rows, len(letters), notes=notes)


def _unread(account: Account, top: int) -> Iterator[Section]:
    unread = account.unread
    reasons = tuple((f"{each.documents:,}", each.reason) for each in unread.reasons[:top])
    yield Section("Documents that could not be read, by reason", ("documents", "reason"), reasons, 1)
    if unread.documents:
        names = tuple((f"{each.name}: {each.reason}",) for each in unread.names[:top])
        more = unread.documents - len(names)
        yield Section("Documents that could not be read, by name", ("name",), names, 0, more)


def _not_judged(account: Account, top: int) -> Iterator[Section]:
    reasons = tuple((f"{each.documents:,}", each.reason) for each in account.not_judged.reasons[:top])
    title = "Documents read and not judged, in whole or in part, by reason"
    yield Section(title, ("documents", "reason"), reasons, 1)


def _worst(account: Account, top: int) -> Section:
    rows = tuple(
        (f"{each.error:,}", f"{each.warning:,}", f"{each.info:,}", each.kind, each.name)
        for each in account.worst[:top]
    )
    heads = ("error", "warning", "info", "kind", "name")
    return Section("Documents with most errors, then warnings", heads, rows, 3)


def _mb(size: int) -> str:
    return f"{size / 1e6:,.1f}"
