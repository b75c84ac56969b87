"""The rules that found something, as SARIF describes them: put together from their findings."""

from typing import Any, Final

from validator.findings import Finding
from validator.reporters.sarif_text import markdown

LONGEST_TEXT: Final = 1024  # of descriptions, by GitHub
MOST_TAGS: Final = 20
# What GitHub shows beside alerts: from 7.0 high, from 4.0 medium, below that low.
_SECURITY: Final = {"error": "8.0", "warning": "5.0", "info": "2.0"}


class Rules:
    """Collects rules in the order in which they are met, and of each the authorities of all its findings."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[int, Finding]] = {}
        self._severest: dict[str, str] = {}
        self._cites: dict[str, dict[str, None]] = {}

    def index(self, finding: Finding) -> int:
        """The place of the finding's rule among the rules."""
        rule = finding.rule
        cites = self._cites.setdefault(rule, {})
        cites.update(dict.fromkeys(citation.cite for citation in finding.citations))
        worth = _SECURITY[finding.severity]
        self._severest[rule] = max(worth, self._severest.get(rule, worth))
        return self._first.setdefault(rule, (len(self._first), finding))[0]

    def described(self) -> list[dict[str, Any]]:
        """The rules in that order."""
        return [self._described(finding) for _, finding in self._first.values()]

    def _described(self, finding: Finding) -> dict[str, Any]:
        name, cites = finding.rule, [*self._cites[finding.rule]]
        title = name.replace("-", " ").capitalize()
        more = f"'redmark explain {name}' gives the reason and examples."
        authority = f" Authority: {'; '.join(cites)}." if cites else ""
        about = f"{title} (pack {finding.pack}).{authority}"
        return {
            "id": name,
            "shortDescription": {"text": _short(title)},
            "fullDescription": {"text": _short(about)},
            "help": {"text": f"{about} {more}", "markdown": _help(title, cites, name)},
            "properties": {
                "precision": finding.confidence,
                "security-severity": self._severest[name],
                "tags": _tags(finding),
            },
        }


def _help(title: str, cites: list[str], name: str) -> str:
    listed = "".join(f"- {markdown(cite)}\n" for cite in cites)
    authority = f"Authority:\n\n{listed}\n" if cites else ""
    return f"**{markdown(title)}**\n\n{authority}`redmark explain {name}` gives the reason and examples.\n"


def _tags(finding: Finding) -> list[str]:
    """`security` first: without it GitHub leaves the severity unread."""
    dialects = finding.dialect.replace(",", " ").split()
    return [*dict.fromkeys(("security", finding.pack, *dialects))][:MOST_TAGS]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
