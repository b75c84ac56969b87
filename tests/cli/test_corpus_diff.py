"""`redmark corpus diff`: what two runs found differently, and how the runs themselves differ."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import BAD, GOOD, Ran, redmark
from tests.unit.corpus.mixed import CANARY, HOSTILE, TURNED, telegram, written

pytest.importorskip("duckdb", reason="the extra 'corpus' is not installed")

OTHER = """\
[severity]
paragraph-number-gap = "error"
"""
HASH = re.compile(r"[0-9a-f]{64}")
EDITED = """\
old: 1 of 1 partitions are done
new: 1 of 1 partitions are done
7 documents in both, 2 only in the old run, 1 only in the new one
findings in documents of both: 1 appeared, 2 vanished, 3 changed

How the runs were made
other settings or choice of rules
  old: HASH
  new: HASH

Only in the old run
name
<script>alert("x")</script>&amp;
a\\u202eb\\x1b[31m\\nc

Only in the new run
name
late

1 document: status was checked, is not-recognised
name
1998/good

1 document: status was unreadable, is checked
name
broken

1 document: kind was telegram, is unknown
name
1998/good

1 document: kind was unknown, is telegram
name
broken

3 documents: other content
name
1998/good
2003/bad
and 1 more

Findings
findings  old      new    rule
       1  -        error  paragraph-number-gap
       1  warning  -      paragraph-number-gap
       1  warning  -      paragraph-number-repeated
       3  warning  error  paragraph-number-gap

paragraph-number-gap: 1 appeared, error
  broken:9: Missing before paragraph 3: paragraph 2.

paragraph-number-gap: 1 vanished, warning
  2003/bad:13: Missing before paragraph 3: paragraph 2.

paragraph-number-repeated: 1 vanished, warning
  2003/bad:15: Paragraph number 3 stands twice.

paragraph-number-gap: 3 were warning and are error
  1998/bad:13: Missing before paragraph 3: paragraph 2.
  2003/worse:12: Missing before paragraph 3: paragraph 2.
  and 1 more
"""


def run(folder: Path, out: str, *options: str) -> Ran:
    return redmark("corpus", "run", "a.jsonl", "--out", out, *options, cwd=folder)


def diff(folder: Path, *options: str) -> Ran:
    return redmark("corpus", "diff", "old", "new", *options, cwd=folder)


def data(folder: Path, *options: str) -> Any:
    return json.loads(diff(folder, "--format", "json", *options).out)


def moves(told: Any) -> list[tuple[str, str | None, str | None, int]]:
    return [(each["rule"], each["old"], each["new"], each["findings"]) for each in told["findings"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path / "a.jsonl")
    run(tmp_path, "old")
    return tmp_path


def test_the_same_run_twice_is_no_difference(folder: Path) -> None:
    run(folder, "new", "--partition-bytes", "200")  # cut otherwise, which changes nothing
    told = diff(folder)
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "old: 1 of 1 partitions are done\nnew: 12 of 12 partitions are done\n"
        "9 documents in both, 0 only in the old run, 0 only in the new one\n"
        "findings in documents of both: 0 appeared, 0 vanished, 0 changed\n"
        "no difference in documents and findings\n"
    )
    assert (data(folder)["same"], data(folder)["setup"]) == (True, [])


def test_a_rule_that_is_ignored_vanishes(folder: Path) -> None:
    run(folder, "new", "--ignore", "paragraph-number-gap")
    told = data(folder, "--top", "1")
    assert moves(told) == [("paragraph-number-gap", "warning", None, 6)]
    assert (told["appeared"], told["vanished"], told["changed"], told["same"]) == (0, 6, 0, False)
    assert [each["name"] for each in told["findings"][0]["examples"]] == ["1998/bad"]
    assert [each["what"] for each in told["setup"]] == ["other settings or choice of rules"]
    assert diff(folder).code == 1


def test_another_severity_is_a_change_and_neither_new_nor_gone(folder: Path) -> None:
    (folder / "redmark.toml").write_text(OTHER)
    run(folder, "new")
    told = data(folder)
    assert moves(told) == [("paragraph-number-gap", "warning", "error", 6)]
    assert (told["appeared"], told["vanished"], told["changed"]) == (0, 0, 6)


def test_what_is_set_aside_is_a_change(folder: Path) -> None:
    (folder / "known.yaml").write_text(
        "suppressions: 1\nentries:\n- file: 1998/bad\n  rule: paragraph-number-gap\n  reason: Known.\n  by: A. R.\n"
    )
    run(folder, "new", "--suppressions", "known.yaml")
    assert moves(data(folder)) == [("paragraph-number-gap", "warning", "suppressed", 1)]


def test_edited_documents_are_told_with_what_changed_in_them(folder: Path) -> None:
    (folder / "redmark.toml").write_text(OTHER)
    changed = {
        "1998/good": "Dear Anna,\n",
        "2003/bad": telegram("051423Z MAY 03", GOOD, 415),
        HOSTILE: None,
        TURNED: None,
        "broken": BAD,
        "late": GOOD,
    }
    written(folder / "a.jsonl", **changed)
    run(folder, "new")
    told = diff(folder, "--top", "2")
    assert told.code == 1
    assert HASH.sub("HASH", told.out) == EDITED
    assert CANARY not in told.out.upper()


def test_a_name_that_occurs_twice_is_counted_twice(folder: Path) -> None:
    text = (folder / "a.jsonl").read_text()
    (folder / "a.jsonl").write_text(text + text.splitlines()[1] + "\n")
    run(folder, "new")
    told = data(folder)
    assert told["only_in_new"] == {"documents": 1, "names": ["1998/bad"]}
    assert moves(told) == [
        ("paragraph-number-gap", None, "warning", 1),
        ("paragraph-number-repeated", None, "warning", 1),
    ]
    redmark("corpus", "diff", "new", "old", cwd=folder)
    back = json.loads(redmark("corpus", "diff", "new", "old", "--format", "json", cwd=folder).out)
    assert [each["old"] for each in back["findings"]] == ["warning", "warning"]


def test_how_the_runs_were_made_is_told_apart(folder: Path) -> None:
    run(folder, "new", "--dialect", "state", "--name-column", "id")
    about = folder / "old" / "run.json"
    old = json.loads(about.read_text())
    old["tool"]["version"] = "0.0.9"
    old["tool"]["packs"] = [pack for pack in old["tool"]["packs"] if pack["name"] != "nato"]
    old["tool"]["packs"][0]["sha256"] = "0" * 64
    about.write_text(json.dumps(old))
    told = {each["what"]: (each["old"], each["new"]) for each in data(folder)["setup"]}
    assert set(told) == {"version", "pack authority", "pack nato", "dialect", "name-column"}
    assert told["version"] == ("0.0.9", "0.1.0")
    assert told["pack authority"][0] == f"1.0, sha256 {'0' * 64}"
    assert told["pack nato"][0] is None
    assert (told["dialect"], told["name-column"]) == (("auto", "state"), (None, "id"))
    assert diff(folder).code == 0  # how it was made is told, and is no difference in what was found


@pytest.mark.parametrize("which", ["old", "new"])
def test_a_run_that_is_not_finished_says_so_first_and_is_4(folder: Path, which: str) -> None:
    run(folder, "new")
    (folder / which / "done" / "00000000.json").unlink()
    told = diff(folder)
    assert told.code == 4
    assert told.out.startswith("INCOMPLETE: ")
    assert f"{which}: 0 of 1 partitions are done\n" in told.out
    assert data(folder)["complete"] is False


def test_it_is_the_same_at_a_url_and_a_second_time(folder: Path) -> None:
    run(folder, "new", "--ignore", "paragraph-number-gap")
    for name in ("text", "json"):
        first = diff(folder, "--format", name).out
        assert diff(folder, "--format", name).out == first
        urls = (f"file://{folder}/old", f"file://{folder}/new")
        assert redmark("corpus", "diff", *urls, "--format", name, cwd=folder).out == first


def test_a_file_is_written_beside(folder: Path) -> None:
    shutil.copytree(folder / "old", folder / "new")
    told = diff(folder, "--output", "json:d.json")
    assert told.code == 0
    assert json.loads((folder / "d.json").read_text()) == data(folder)
