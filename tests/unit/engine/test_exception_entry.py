"""The entry that `redmark explain` shows sets the finding of the example aside: for every rule that ships."""

import pytest

from validator.engine.examples import first_finding
from validator.engine.exception_entry import entry, place_for
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


def test_every_shape_of_a_place_is_met() -> None:
    shapes = {tuple(place_for(executable, vocabularies())) for executable in RULES}
    assert shapes == {(), ("line",), ("page",), ("paragraph",), ("part",)}
