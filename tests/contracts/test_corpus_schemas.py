"""The schemas of reports on collections and the types behind them say the same."""

import json
from typing import Any

import msgspec
import pytest

from validator import resources
from validator.corpus import account, differences, partition
from validator.findings import SEVERITIES, PackStamp, ReportSettings, Tool


def schema(name: str) -> Any:
    return json.loads((resources.folder("schemas") / f"{name}.schema.json").read_bytes())


REPORT, DIFF, CHECK = schema("corpus-report"), schema("corpus-diff"), schema("report")
PARTS: dict[str, tuple[Any, type[msgspec.Struct]]] = {
    "Account": (REPORT, account.Account),
    "Columns": (REPORT["$defs"]["columns"], partition.Columns),
    "Group": (REPORT["$defs"]["group"], account.Group),
    "Groups": (REPORT["$defs"]["groups"], account.Groups),
    "Left": (REPORT["$defs"]["left"], account.Left),
    "Matrix": (REPORT["$defs"]["matrix"], account.Matrix),
    "Named": (REPORT["$defs"]["named"], account.Named),
    "NotJudged": (REPORT["$defs"]["not_judged"], account.NotJudged),
    "PackStamp": (REPORT["$defs"]["pack"], PackStamp),
    "Plan": (REPORT["$defs"]["plan"], account.Plan),
    "Reason": (REPORT["$defs"]["reason"], account.Reason),
    "ReportSettings": (REPORT["$defs"]["settings"], ReportSettings),
    "RuleCount": (REPORT["$defs"]["rule_count"], account.RuleCount),
    "RuleYears": (REPORT["$defs"]["rule_years"], account.RuleYears),
    "Tool": (REPORT["$defs"]["tool"], Tool),
    "Totals": (REPORT["$defs"]["totals"], account.Totals),
    "Unread": (REPORT["$defs"]["unread"], account.Unread),
    "Worst": (REPORT["$defs"]["worst"], account.Worst),
    "Differences": (DIFF, differences.Differences),
    "DocumentChange": (DIFF["$defs"]["document_change"], differences.DocumentChange),
    "Example": (DIFF["$defs"]["example"], differences.Example),
    "Move": (DIFF["$defs"]["move"], differences.Move),
    "OnlyIn": (DIFF["$defs"]["only_in"], differences.OnlyIn),
    "Setup": (DIFF["$defs"]["setup"], differences.Setup),
}


@pytest.mark.parametrize("name", PARTS)
def test_the_fields_are_the_same(name: str) -> None:
    definition, struct = PARTS[name]
    fields = sorted(field.encode_name for field in msgspec.structs.fields(struct))
    assert sorted(definition["properties"]) == definition["required"] == fields
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize("whole", [REPORT, DIFF], ids=["report", "diff"])
def test_every_object_is_there_closed_and_described(whole: Any) -> None:
    ours = {id(definition) for definition, _ in PARTS.values()}
    objects = {name: each for name, each in whole["$defs"].items() if each.get("type") == "object"}
    shared = {"plan", "left"}  # which the comparison repeats
    unseen = [name for name, each in objects.items() if id(each) not in ours and name not in shared]
    assert unseen == []
    assert all(each["description"] for each in objects.values())


def test_what_two_schemas_have_is_the_same_in_both() -> None:
    for name in ("plan", "left", "count"):
        assert REPORT["$defs"][name] == DIFF["$defs"][name]
    without = "description"
    for name in ("pack", "settings", "severity", "tool"):
        ours, theirs = (
            {key: value for key, value in whole["$defs"][name].items() if key != without}
            for whole in (REPORT, CHECK)
        )
        assert ours == theirs


def test_versions_and_severities_are_the_same() -> None:
    assert REPORT["properties"]["schema_version"] == {"const": account.SCHEMA_VERSION}
    assert DIFF["properties"]["schema_version"] == {"const": differences.SCHEMA_VERSION}
    assert set(REPORT["$defs"]["severity"]["enum"]) == set(SEVERITIES)
    assert set(DIFF["$defs"]["state"]["enum"]) == {*SEVERITIES, differences.SUPPRESSED, None}
