"""The entry that sets a finding aside in the file of suppressions, worked out from a finding of the rule itself."""

import json
import re
from collections.abc import Iterator
from typing import Final

from validator.engine.examples import first_finding
from validator.findings import Finding
from validator.rulebook import ExecutableRule
from validator.vocabulary.terms import Vocabularies

_PARAGRAPH: Final = re.compile(r"paragraph\[(\d+)\]")
_WHOLE: Final = "document"


def place_for(executable: ExecutableRule, vocabularies: Vocabularies) -> dict[str, int | str]:
    """The `at` of an entry, for what the rule finds in its first example."""
    finding = first_finding(executable, vocabularies)
    return place_of(finding) if finding is not None else {}


def place_of(finding: Finding) -> dict[str, int | str]:
    """The place that stays when lines move, where there is one; nothing for what is wrong with the whole document."""
    paragraph, span = _PARAGRAPH.search(finding.anchor), finding.span
    if paragraph is not None:
        return {"paragraph": int(paragraph[1])}
    if span.page is not None:
        return {"page": span.page}
    if span.part is not None:
        return {"part": span.part}
    return {} if finding.anchor == _WHOLE else {"line": span.start.line}


def comment(rule: str, at: dict[str, int | str]) -> str:
    """The comment that does the same in Markdown and HTML; nothing where a finding stands on a page or in a part."""
    return "" if at.keys() & {"page", "part"} else f"<!-- redmark: ignore[{rule}] -- WHY IT MAY STAND -->"


def entry(rule: str, at: dict[str, int | str]) -> Iterator[str]:
    """The lines of the entry, as they stand under `entries:`."""
    yield "- file: PATH/OF/THE/DOCUMENT"
    yield f"  rule: {rule}"
    if at:
        yield f"  at: {{{', '.join(f'{key}: {json.dumps(value)}' for key, value in at.items())}}}"
    yield "  reason: WHY IT MAY STAND"
