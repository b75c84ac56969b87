"""`redmark new-rule`: what it writes passes its test at once; what is there already stays as it is."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, redmark
from validator.checks import CHECKS
from validator.rulebook.drafting import kinds

WORTH_STARTING_FROM = {"agreement", "compare", "forbidden", "member", "pattern", "required", "sequence"}
MEMO = (ROOT / "examples" / "agency-memos" / "memo-right-2021.txt").read_text()


def test_there_is_a_template_for_each_check_that_people_begin_with() -> None:
    assert WORTH_STARTING_FROM <= set(kinds()) <= set(CHECKS)


@pytest.mark.parametrize("kind", kinds())
def test_a_new_rule_passes_its_test_and_checks_documents(kind: str, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(MEMO)
    made = redmark("new-rule", "thing-at-fault", "--kind", kind, "--pack", "ours", cwd=tmp_path)
    assert (made.code, made.err) == (0, "")
    tested = redmark("test", "ours", "--format", "json", cwd=tmp_path)
    report = json.loads(tested.out)
    assert (tested.code, report["rules"], report["failures"], report["dead"]) == (0, 1, [], [])
    explained = json.loads(
        redmark("explain", "thing-at-fault", "--pack", "ours", "--format", "json", cwd=tmp_path).out
    )
    assert (explained["check"]["kind"], explained["pack"]) == (kind, "ours")
    assert redmark("check", "--pack", "ours", "--select", "ours", "memo.txt", cwd=tmp_path).code in (0, 1)


def test_all_of_them_stand_together_in_one_pack(tmp_path: Path) -> None:
    for kind in kinds():
        assert (
            redmark("new-rule", f"{kind}-at-fault", "--kind", kind, "--pack", "ours", cwd=tmp_path).code == 0
        )
    ran = redmark("test", "ours", cwd=tmp_path)
    assert (ran.code, ran.out.splitlines()[1:]) == (0, [f"{len(kinds())} rules, 17 examples, no failures"])


SAID = """\
wrote ours/pack.yaml
wrote ours/office-unknown.yaml
wrote ours/vocabulary/words-of-office-unknown.yaml

Next:
  change title, message, rationale, citation, check and examples to what you mean
  redmark test ours
  redmark check --pack ours PATH/OF/YOUR/DOCUMENTS
"""


def test_it_says_what_it_wrote_and_what_to_do_next(tmp_path: Path) -> None:
    ran = redmark("new-rule", "office-unknown", "--kind", "member", "--pack", "ours", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, SAID, "")


def test_in_a_pack_it_needs_no_folder(tmp_path: Path) -> None:
    redmark("new-rule", "first-fault", "--pack", "Our_Rules", cwd=tmp_path)
    pack = tmp_path / "Our_Rules"
    assert "name: our-rules\n" in (pack / "pack.yaml").read_text()
    assert redmark("new-rule", "second-fault", cwd=pack).out.startswith("wrote second-fault.yaml\n\n")
    assert sorted(path.name for path in pack.iterdir()) == [
        "first-fault.yaml",
        "pack.yaml",
        "second-fault.yaml",
    ]
    assert redmark("test", ".", cwd=pack).code == 0


def test_it_starts_in_a_pack_that_is_not_in_order(tmp_path: Path) -> None:
    redmark("new-rule", "first-fault", "--pack", "ours", cwd=tmp_path)
    (tmp_path / "ours" / "first-fault.yaml").write_text("rulefile: 1\n")
    (tmp_path / "redmark.toml").write_text('extends = ["ours"]\n')
    assert redmark("new-rule", "second-fault", "--pack", "ours", cwd=tmp_path).code == 0


REFUSED = {
    "prt-2": "new-rule: 'prt-2' is no id; write lower-case words with hyphens that state the fault, "
    "such as 'portion-mark-missing'",
    "Portion": "new-rule: 'Portion' is no id; write lower-case words with hyphens that state the fault, "
    "such as 'portion-mark-missing'",
    "../portion-mark": "new-rule: '../portion-mark' is no id; write lower-case words with hyphens that state the "
    "fault, such as 'portion-mark-missing'",
    "paragraph-number-gap": f"new-rule: the id 'paragraph-number-gap' is taken by "
    f"{ROOT}/rules/telegram/paragraph-number-gap.yaml; choose another",
    "pilots-only-retired": f"new-rule: the id 'pilots-only-retired' is taken by "
    f"{ROOT}/examples/agency-pack/pilots-only-retired.yaml; choose another",
    "old-fault": "new-rule: ours/old-fault.yaml is there already, and is left as it is",
    "other-fault": "new-rule: ours/other-fault.yml is there already, and is left as it is",
    "new-fault --kind requird": "kind: there is no 'requird'; did you mean 'required'?",
    "new-fault --kind roll-up": "kind: there is no 'roll-up'; known here: ",
    "new-fault --pack file": "new-rule: file is a file; name the folder of a pack",
    "new-fault --pack telegram": f"new-rule: the pack in {ROOT}/rules/telegram is called 'telegram'; "
    "choose another folder",
    "new-fault --pack 2021": "new-rule: no pack can be called '2021'; name the folder with words of letters",
    "new-fault --pack papers": "new-rule: papers holds other files (letter.txt); name a new folder",
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.items(), ids=REFUSED)
def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    arguments: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "redmark.toml").write_text(f'extends = ["{ROOT}/examples/agency-pack"]\n')
    (tmp_path / "file").write_text("")
    for folder, name in (("ours", "old-fault.yaml"), ("ours", "other-fault.yml"), ("papers", "letter.txt")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    named = arguments if "--pack" in arguments else f"{arguments} --pack ours"
    ran = redmark("new-rule", *named.split(), cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"redmark: {said}")
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "ours" / "old-fault.yaml").read_text() == "mine"


def test_without_a_pack_here_one_must_be_named(tmp_path: Path) -> None:
    ran = redmark("new-rule", "new-fault", cwd=tmp_path)
    said = "redmark: new-rule: here is no pack.yaml; name the folder of a pack with --pack, old or new\n"
    assert (ran.code, ran.err, [*tmp_path.iterdir()]) == (2, said, [])
