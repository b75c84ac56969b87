"""The report on a run as one page: no script, nothing from elsewhere; what a chart shows a table says too."""

from collections.abc import Iterator
from typing import Final

from validator.corpus.account import Account
from validator.corpus.aligned import Section, encoded
from validator.corpus.charts import Bar, by_severity, lying, standing
from validator.corpus.report_sections import UNKNOWN, headline, made_by, sections
from validator.corpus.report_style import STYLE
from validator.findings import SEVERITIES
from validator.reporters.html import html_text, policy
from validator.reporters.text import printable_path

_RULES_IN_CHART: Final = 20


def html_report(account: Account, top: int) -> bytes:
    """The page."""
    return encoded(list(_page(account, top)))


def _page(account: Account, top: int) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>Redmark report on a collection</title><style>{STYLE}</style></head><body>"
    yield "<header><h1>Redmark report on a collection</h1>"
    yield from _headline(account)
    yield "</header><main>"
    yield from _charts(account)
    for section in sections(account, top):
        yield from _section(section)
    yield f"</main><footer><p>{html_text(made_by(account))}</p></footer></body></html>"


def _headline(account: Account) -> Iterator[str]:
    first, *others = map(_shown, headline(account))
    yield f"<p>{first}</p>" if account.complete else f'<p class="incomplete" role="alert">{first}</p>'
    yield from (f"<p>{line}</p>" for line in others)
    yield f"<ul>{''.join(f'<li>{_shown(source)}</li>' for source in account.sources)}</ul>"


def _charts(account: Account) -> Iterator[str]:
    years = [
        by_severity(each.value or UNKNOWN, each.error, each.warning, each.info)
        for each in account.documents.year
    ]
    rules = [Bar(each.rule, ((each.severity, each.findings),)) for each in account.rules if each.findings]
    eras = [Bar(each.value or UNKNOWN, (("documents", each.documents),)) for each in account.documents.era]
    if any(bar.total for bar in years):
        yield f"<h2>Findings by year</h2>{_legend()}"
        yield from standing("Findings by year of the documents; the table by year has the numbers", years)
    if rules:
        shown = rules[:_RULES_IN_CHART]
        first = "" if len(shown) == len(rules) else f": the first {len(shown)} of {len(rules)}"
        yield f"<h2>Findings by rule{first}</h2>{_legend()}"
        yield from lying("Findings by rule; the table by rule has the numbers", shown)
    if eras:
        yield "<h2>Documents by era</h2>"
        yield from lying("Documents by era; the table by era has the numbers", eras)


def _legend() -> str:
    keys = "".join(
        f'<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="{severity}" width="10" height="10"/></svg>{severity}'
        for severity in reversed(SEVERITIES)
    )
    return f'<p class="legend">{keys}</p>'


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{html_text(section.title)}</h2>"
    if not section.rows:
        yield "<p>None.</p>"
        return
    heads = "".join(_cell("th", index, head, section) for index, head in enumerate(section.heads))
    yield f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>'
    for row in section.rows:
        yield f"<tr>{''.join(_cell('td', index, cell, section) for index, cell in enumerate(row))}</tr>"
    yield "</tbody></table></div>"
    if section.more:
        yield f"<p>And {section.more:,} more.</p>"
    if section.notes:
        yield f"<ul>{''.join(f'<li>{_shown(note)}</li>' for note in section.notes)}</ul>"


def _cell(tag: str, index: int, text: str, section: Section) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    number = ' class="number"' if index < section.numbers else ""
    return f"<{tag}{scope}{number}>{_shown(text)}</{tag}>"


def _shown(text: str) -> str:
    return html_text(printable_path(text))
