"""The way of docs/adopting.md, walked with the real command: from a collection with faults to a green run that notices."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from bench.generate import telegram
from tests.battery import office, pdf_pages
from tests.cli.running import BAD, GOOD, PROSE, ROOT, Ran, redmark
from validator.reporters import REPORTERS

GAP = "paragraph-number-gap"
COMMENT = f"<!-- redmark: ignore[{GAP}] -- numbering of the original -->\n"
SUPPRESSION = f"""\
suppressions: 1
entries:
- file: drafts/second.md
  rule: {GAP}
  reason: As it was sent.
  by: A. Reviewer
"""


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Forty files of many kinds, invented: some with faults, one of no kind, and one that Git ignores."""
    for number in range(24):
        put(tmp_path / f"cables/{number:02}.txt", telegram(random.Random(f"adoption/{number}")))
    for name in ("declassification-faults-2002.txt", "memo-roll-up-faults-2014.txt", "memo-clean-2015.txt"):
        put(tmp_path / "memos" / name, (ROOT / "examples" / name).read_text(encoding="utf-8"))
    for name, data in (("memo.docx", office.custom("Marta Lindqvist")), ("page.pdf", covered())):
        (tmp_path / "memos" / name).write_bytes(data)
    for name, text in (("first", BAD), ("second", BAD), ("third", GOOD)):
        put(tmp_path / f"drafts/{name}.md", text)
    for number in range(8):
        put(tmp_path / f"later/{number}.txt", GOOD)
    put(tmp_path / "notes/todo.txt", PROSE)
    put(tmp_path / "scratch/raw.txt", BAD)
    put(tmp_path / ".gitignore", "scratch/\n")
    (tmp_path / ".git").mkdir()
    return tmp_path


def covered() -> bytes:
    return next(case.bad for case in pdf_pages.cases() if case.name == "rectangle")


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def switch_on(folder: Path, line: str) -> None:
    settings = folder / "redmark.toml"
    text = settings.read_text()
    assert f"# {line}\n" in text
    settings.write_text(text.replace(f"# {line}\n", f"{line}\n"))


def files(ran: Ran) -> dict[str, Any]:
    return {one["path"]: one for one in json.loads(ran.out)["files"]}


def told(ran: Ran) -> list[tuple[str, str]]:
    return [(path, one["rule"]) for path, file in files(ran).items() for one in file["findings"]]


def check(folder: Path, *arguments: str) -> Ran:
    return redmark("check", ".", *arguments, cwd=folder)


def adopt(folder: Path) -> None:
    """Up to a green run: settings, baseline, one suppression in the file of its own and one in a comment."""
    assert redmark("init", cwd=folder).code == 0
    assert check(folder).code == 1
    assert check(folder, "--write-baseline", "baseline.jsonl").code == 0
    switch_on(folder, 'baseline = "baseline.jsonl"')


def except_two(folder: Path) -> None:
    first = folder / "drafts/first.md"
    first.write_text(first.read_text().replace("3. Shipping", f"{COMMENT}3. Shipping"))
    put(folder / "redmark-suppressions.yaml", SUPPRESSION)


def test_the_way_from_the_first_run_to_a_run_that_notices(collection: Path) -> None:
    adopt(collection)
    ran = check(collection, "--format", "json")
    assert (ran.code, len(files(ran)), told(ran)) == (0, 41, [])
    except_two(collection)
    assert check(collection).code == 0
    put(collection / "later/0.txt", BAD)
    ran = check(collection, "--format", "json")
    assert (ran.code, told(ran)) == (1, [("later/0.txt", GAP)])
    put(collection / "later/0.txt", GOOD)
    assert check(collection).code == 0
    pruned = redmark("baseline", "prune", "baseline.jsonl", ".", cwd=collection)
    assert (pruned.code, "2 entries taken out" in pruned.err) == (0, True)
    assert check(collection).code == 0


def test_a_file_that_cannot_be_read_is_4_until_it_is_left_out(collection: Path) -> None:
    adopt(collection)
    (collection / "memos/broken.docx").write_bytes(b"PK\x03\x04 no archive")
    put(collection / "later/0.txt", BAD)
    assert check(collection).code == 4
    ran = check(collection, "--write-baseline", "other.jsonl")
    assert (ran.code, "memos/broken.docx" in ran.err) == (4, True)
    settings = collection / "redmark.toml"
    settings.write_text(
        settings.read_text().replace('# exclude = ["raw/*"]', 'exclude = ["memos/broken.docx"]')
    )
    assert check(collection).code == 1


@pytest.fixture
def adopted(collection: Path) -> Path:
    adopt(collection)
    except_two(collection)
    settings = collection / "redmark.toml"
    settings.write_text(settings.read_text() + f'\n[per-file]\n"memos/*" = ["{"portion"}"]\n')
    return collection


JUSTIFIED = {
    "as": "As it was sent.",
    "comment": "numbering of the original",
    "baseline": "in the baseline",
    "settings": "silent for this file by the settings",
}


def test_what_is_set_aside_stays_in_json_with_its_reason(adopted: Path) -> None:
    ran = check(adopted, "--format", "json")
    said = {one["justification"] for file in files(ran).values() for one in file["suppressed"]}
    assert (ran.code, told(ran), said) == (0, [], set(JUSTIFIED.values()))


def test_what_is_set_aside_stays_in_sarif_with_its_reason(adopted: Path) -> None:
    (run,) = json.loads(check(adopted, "--format", "sarif").out)["runs"]
    said = [one["suppressions"][0]["justification"] for one in run["results"]]
    assert set(said) == set(JUSTIFIED.values())
    assert len(said) == sum(
        len(file["suppressed"]) for file in files(check(adopted, "--format", "json")).values()
    )


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"html", "json", "jsonl", "sarif"}))
def test_what_is_set_aside_is_in_no_other_format(adopted: Path, name: str) -> None:
    out = check(adopted, "--format", name).out
    # A rule that was not judged somewhere is named for that.
    found = files(check(adopted, "--format", "json")).values()
    unjudged = {rule for file in found for one in file["not_checked"] for rule in one["rules"]}
    silent = {rule for _, rule in set_aside(adopted)} - unjudged
    assert GAP in silent
    assert [rule for rule in silent if f"[{rule}]" in out or f"={rule}:" in out or f'"{rule}"' in out] == []
    assert [reason for reason in JUSTIFIED.values() if reason in out] == []


def test_a_page_shows_what_is_set_aside_marked_as_such(adopted: Path) -> None:
    out = check(adopted, "--format", "html").out
    rows = [row for row in out.split("<tr")[1:] if 'class="severity"' in row]
    assert len(rows) == len(set_aside(adopted))
    assert all(row.startswith(' class="suppressed"') and "Suppressed because: " in row for row in rows)


def set_aside(folder: Path) -> list[tuple[str, str]]:
    found = files(check(folder, "--format", "json"))
    return [(path, one["rule"]) for path, file in found.items() for one in file["suppressed"]]


def test_several_processes_and_no_cache_say_the_same(adopted: Path) -> None:
    alone = check(adopted, "--format", "json", "--jobs", "1", "--no-cache")
    kept = [check(adopted, "--format", "json", "--jobs", jobs) for jobs in ("1", "2")]
    assert [one.out for one in kept] == [alone.out, alone.out]
