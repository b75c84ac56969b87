"""The entry that `redmark explain` shows sets the finding of the example aside: for every rule that ships."""

import pytest

from validator import check_text
from validator.engine.examples import first_finding
from validator.engine.exception_entry import comment, entry, place_for
from validator.engine.settings import Settings
from validator.engine.suppressions import At
from validator.rulebook import ExecutableRule, builtin
from validator.strictyaml import load
from validator.vocabulary.load import builtin as vocabularies

RULES = builtin().rules


@pytest.mark.parametrize("executable", RULES, ids=lambda each: each.rule.id)
def test_the_entry_is_valid_and_fits_the_finding(executable: ExecutableRule) -> None:
    at = place_for(executable, vocabularies())
    written = "\n".join(("suppressions: 1", "entries:", *entry(executable.rule.id, at)))
    loaded = load("redmark-suppressions.yaml", written, "suppressions")
    assert loaded.data["entries"] == [
        {"file": "PATH/OF/THE/DOCUMENT", "rule": executable.rule.id, "reason": "WHY IT MAY STAND"}
        | ({"at": at} if at else {})
    ]
    finding = first_finding(executable, vocabularies())
    assert finding is not None
    assert At(**at).fits(finding)


def test_the_comment_silences_the_rule_in_a_page() -> None:
    remark = comment("paragraph-number-gap", {"line": 3})
    settings = Settings(select=("paragraph-number-gap",), kind="telegram")
    page = "<!DOCTYPE html>\n<html><body>\n<p>1. One.</p>\n{}<p>3. Three.</p>\n</body></html>\n"
    reports = [
        check_text(page.format(above), name="a.html", settings=settings).files[0]
        for above in ("", f"{remark}\n")
    ]
    assert [len(report.findings) for report in reports] == [1, 0]
    assert [each.justification for each in reports[1].suppressed] == ["WHY IT MAY STAND"]


def test_what_stands_on_a_page_or_in_a_part_takes_no_comment() -> None:
    assert comment("any-rule", {"page": 1}) == comment("any-rule", {"part": "word/comments.xml"}) == ""


def test_every_shape_of_a_place_is_met() -> None:
    shapes = {tuple(place_for(executable, vocabularies())) for executable in RULES}
    assert shapes == {(), ("line",), ("page",), ("paragraph",), ("part",)}
