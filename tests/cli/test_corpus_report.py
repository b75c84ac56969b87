"""`redmark corpus report` and `status` on the results of real runs: whole reports, and how little one needs to go wrong."""

import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ROOT, Ran, redmark
from tests.unit.corpus.mixed import CANARY, HOSTILE, TURNED, rows, written

pytest.importorskip("duckdb", reason="the extra 'corpus' is not installed")

SUPPRESSED = """\
suppressions: 1
entries:
- file: 1998/bad
  rule: paragraph-number-gap
  reason: As it was transmitted.
  by: A. Reviewer
"""
TEXT = """\
8 of 8 partitions are done
9 documents, 0.0 MB; findings: 0 error, 11 warning, 0 info; suppressed: 1

Documents by status
documents   MB  error  warning  info  suppressed  status
        7  0.0      0       11     0           1  checked
        1  0.0      0        0     0           0  not-recognised
        1  0.0      0        0     0           0  unreadable

Documents by kind
documents   MB  error  warning  info  suppressed  kind
        7  0.0      0       11     0           1  telegram
        2  0.0      0        0     0           0  unknown

Documents by format
documents   MB  error  warning  info  suppressed  format
        8  0.0      0       11     0           1  text
        1  0.0      0        0     0           0  not known

Documents by era
documents   MB  error  warning  info  suppressed  era
        4  0.0      0        6     0           1  eo12958
        2  0.0      0        4     0           0  eo13292
        3  0.0      0        1     0           0  not known

Documents by year
documents   MB  error  warning  info  suppressed  year
        2  0.0      0        1     0           1  1998
        2  0.0      0        5     0           0  2003
        2  0.0      0        4     0           0  2005
        3  0.0      0        1     0           0  not known

Documents by post
documents   MB  error  warning  info  suppressed  post
        7  0.0      0       11     0           1  NORDHAVEN
        2  0.0      0        0     0           0  not known

Findings by severity
findings  severity
       0  error
      11  warning
       0  info

Findings by rule
findings  documents  suppressed  severity  rule
       5          5           1  warning   paragraph-number-gap
       5          5           0  warning   paragraph-number-repeated
       1          1           0  warning   tags-missing

Findings by year and rule
a  b  c  year
0  1  0  1998
2  2  1  2003
2  2  0  2005
a: paragraph-number-gap
b: paragraph-number-repeated
c: tags-missing

Documents that could not be read, by reason
documents  reason
        1  has no text

Documents that could not be read, by name
name
broken: has no text

Documents read and not judged, in whole or in part, by reason
documents  reason
        1  the kind of document was not recognised

Documents with most errors, then warnings
error  warning  info  kind      name
    0        3     0  telegram  2003/worse
    0        2     0  telegram  2003/bad
    0        2     0  telegram  <script>alert("x")</script>&amp;
    0        2     0  telegram  a\\u202eb\\x1b[31m\\nc
    0        1     0  telegram  1998/bad
    0        1     0  telegram  long/name-of-a-document/name-of-a-document/name-of-a-document/name-o
                                f-a-document/name-of-a-document/name-of-a-document/name-of-a-documen
                                t/name-of-a-document/end
"""


def ran(folder: Path, *options: str, out: str = "out") -> Ran:
    return redmark(
        *("corpus", "run", "a.jsonl", "--out", out, "--partition-bytes", "300", *options), cwd=folder
    )


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mixed")
    written(folder / "a.jsonl")
    (folder / "known.yaml").write_text(SUPPRESSED)
    assert ran(folder, "--suppressions", "known.yaml").code == 4  # a document was not read
    return folder


@pytest.fixture
def halfway(results: Path, tmp_path: Path) -> Path:
    """The same, as a run leaves it that is killed."""
    shutil.copytree(results / "out", tmp_path / "out")
    for number in (0, 4, 6):
        (tmp_path / "out" / "done" / f"{number:08}.json").unlink()
    (tmp_path / "out" / "documents" / "00000004.parquet").write_bytes(b"half a table")
    (tmp_path / "out" / "findings" / "00000006.parquet").unlink()
    return tmp_path


def report(folder: Path, *options: str) -> Ran:
    return redmark("corpus", "report", "out", *options, cwd=folder)


def data(folder: Path, *options: str) -> Any:
    return json.loads(report(folder, "--format", "json", *options).out)


def test_the_text_says_what_was_found(results: Path) -> None:
    told = report(results)
    assert (told.out, told.err, told.code) == (TEXT, "", 0)
    assert max(map(len, told.out.splitlines())) <= 100


def test_the_json_says_the_same(results: Path) -> None:
    told = data(results)
    assert next(iter(told)) == "schema_version"
    assert (told["complete"], told["plan"]) == (True, {"partitions": 8, "done": 8, "left": []})
    totals = {"documents": 9, "error": 0, "warning": 11, "info": 0, "suppressed": 1}
    assert told["totals"] == totals | {
        "bytes": sum(len(text.encode()) for text in rows().values() if isinstance(text, str))
    }
    assert told["rules"][0] == {
        "rule": "paragraph-number-gap",
        "pack": "telegram",
        "severity": "warning",
        "findings": 5,
        "documents": 5,
        "suppressed": 1,
    }
    for divided in told["documents"].values():
        assert {key: sum(group[key] for group in divided) for key in told["totals"]} == told["totals"]
    assert told["unread"] == {
        "documents": 1,
        "reasons": [{"reason": "has no text", "documents": 1}],
        "names": [{"name": "broken", "reason": "has no text"}],
    }
    assert [each["name"] for each in told["worst"]][2:4] == [HOSTILE, TURNED]


def test_the_counts_are_those_of_a_check(results: Path, tmp_path: Path) -> None:
    texts = [text for text in rows().values() if isinstance(text, str)]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    checked = json.loads(redmark("check", ".", "--format", "json", cwd=tmp_path).out)
    found = [finding["rule"] for file in checked["files"] for finding in file["findings"]]
    told = data(results)
    counted = {each["rule"]: each["findings"] + each["suppressed"] for each in told["rules"]}
    assert counted == {rule: found.count(rule) for rule in found}


def test_a_url_and_a_folder_give_the_same_bytes_and_so_does_a_second_time(results: Path) -> None:
    for name in ("text", "json", "html"):
        first = report(results, "--format", name)
        assert first.out
        assert report(results, "--format", name).out == first.out
        there = f"file://{results}/out"
        assert redmark("corpus", "report", there, "--format", name, cwd=results).out == first.out


def test_a_folder_whose_name_is_a_pattern_is_a_folder(results: Path, tmp_path: Path) -> None:
    shutil.copytree(results / "out", tmp_path / "of [may]*")
    told = redmark("corpus", "report", "of [may]*", cwd=tmp_path)
    assert (told.out, told.code) == (TEXT, 0)


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_a_run_that_is_not_finished_says_so_first(halfway: Path, name: str) -> None:
    told = report(halfway, "--format", name)
    assert told.code == 4
    if name == "text":
        first = "INCOMPLETE: 5 of 8 partitions are done; all counts are of these only\nleft: 3 of a.jsonl\n"
        assert told.out.startswith(f"{first}")
    elif name == "html":
        assert '<p class="incomplete" role="alert">INCOMPLETE: 5 of 8 partitions' in told.out
    else:
        plan = {"partitions": 8, "done": 5, "left": [{"source": "a.jsonl", "partitions": 3}]}
        assert (json.loads(told.out)["complete"], json.loads(told.out)["plan"]) == (False, plan)


def test_what_is_not_done_is_not_counted(results: Path, halfway: Path) -> None:
    whole, some = data(results)["totals"], data(halfway)["totals"]
    assert (whole["documents"], some["documents"]) == (9, 4)


def test_nothing_done_is_no_error_but_incomplete(halfway: Path) -> None:
    shutil.rmtree(halfway / "out" / "done")
    told = report(halfway)
    assert (told.code, told.err) == (4, "")
    assert told.out.startswith("INCOMPLETE: 0 of 8 partitions are done")
    assert "0 documents, 0.0 MB; findings: 0 error, 0 warning, 0 info; suppressed: 0" in told.out
    for name in ("json", "html"):
        assert report(halfway, "--format", name).code == 4


def test_status_says_how_far_it_is(results: Path, halfway: Path) -> None:
    told = redmark("corpus", "status", "out", cwd=results)
    assert (told.out, told.code) == ("8 of 8 partitions are done\n9 documents, 0.0 MB\n", 0)
    told = redmark("corpus", "status", "out", cwd=halfway)
    said = "INCOMPLETE: 5 of 8 partitions are done; all counts are of these only\nleft: 3 of a.jsonl\n"
    assert (told.out, told.code) == (f"{said}4 documents, 0.0 MB\n", 4)


def test_lists_are_cut_and_say_so(results: Path) -> None:
    told = report(results, "--top", "1")
    assert "and 2 more\n\nDocuments by kind\n" in told.out
    assert "paragraph-number-gap\nand 2 more\n" in told.out
    assert len(data(results, "--top", "2")["worst"]) == 2


def test_files_are_written_beside(results: Path, tmp_path: Path) -> None:
    told = report(results, "--output", f"html:{tmp_path}/r.html", "--output", f"json:{tmp_path}/r.json")
    assert told.out == TEXT
    assert (tmp_path / "r.html").read_text() == report(results, "--format", "html").out
    assert (tmp_path / "r.json").read_text() == report(results, "--format", "json").out


class Page(HTMLParser):
    """The tags and the words of a page, as a browser sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in ("meta", "rect", "line"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("rect", "line"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_is_sound_and_a_name_is_only_a_name(results: Path) -> None:
    page = Page(report(results, "--format", "html").out)
    assert page.open == []
    assert "script" not in page.tags
    assert page.attributes & {"onload", "onclick", "href", "src", "style"} == set()
    assert HOSTILE in page.words
    assert r"a\u202eb\x1b[31m\nc" in page.words
    assert page.tags.count("svg") >= 3
    assert {"Findings by year", "Findings by rule", "Documents by era"} <= set(page.words)


def test_the_page_allows_its_own_style_only(results: Path) -> None:
    import base64
    import hashlib

    page = report(results, "--format", "html").out
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert re.findall(r"https?:", page) == []


def test_no_report_has_words_of_a_document(results: Path) -> None:
    assert CANARY in (results / "a.jsonl").read_text()
    for name in ("text", "json", "html"):
        assert CANARY not in report(results, "--format", name).out.upper()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("report gone", 2, "corpus: gone: no run.json; give the folder that was --out of a run"),
        ("status gone", 2, "corpus: gone: no run.json; give the folder that was --out of a run"),
        ("report out --format sarif", 2, "format: there is no 'sarif'"),
        ("report out --output xml:r.xml", 2, "format: there is no 'xml'"),
        ("report out --output json:gone/r.json", 2, "output: gone/r.json: no such file or directory"),
        ("report out --top 0", 2, "corpus: top: '0' is no whole number above 0"),
        ("report", 2, "the following arguments are required: FOLDER"),
        ("diff out", 2, "the following arguments are required: NEW"),
        ("diff out gone", 2, "corpus: gone: no run.json"),
        ("diff out out --format html", 2, "format: there is no 'html'"),
        ("run a.jsonl --out x --format json", 2, "corpus run: --format: the results are tables"),
        ("run a.jsonl --out x --output json:y", 2, "corpus run: --output: the results are tables"),
    ],
)
def test_what_is_wrong_is_said(results: Path, arguments: str, code: int, said: str) -> None:
    told = redmark("corpus", *arguments.split(), cwd=results)
    assert (told.code, said in told.err, told.out) == (code, True, ""), told.err


def test_a_table_that_is_gone_is_said(results: Path, tmp_path: Path) -> None:
    shutil.copytree(results / "out", tmp_path / "out")
    (tmp_path / "out" / "documents" / "00000003.parquet").write_bytes(b"no table")
    told = report(tmp_path)
    assert (told.code, told.out) == (4, "")
    assert told.err.startswith("redmark: corpus: out: the tables cannot be read: ")
    (tmp_path / "out" / "documents" / "00000003.parquet").unlink()
    told = report(tmp_path)
    assert (told.code, told.out, "00000003.parquet" in told.err) == (4, "", True)


@pytest.mark.parametrize("hidden", ["duckdb", "pyarrow"])
@pytest.mark.parametrize("action", ["report out", "diff out out"])
def test_without_the_extra_it_says_what_to_install(results: Path, hidden: str, action: str) -> None:
    code = (
        f"import sys; sys.modules[{hidden!r}] = None; sys.argv = ['redmark', 'corpus', *{action.split()}];"
        " from validator.cli import run; sys.exit(run())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=results,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    said = "redmark: corpus: needs DuckDB and pyarrow; install 'redmark[corpus]'\n"
    assert (done.returncode, done.stderr, done.stdout) == (2, said, "")


@pytest.mark.parametrize("action", ["--help", "status --help", "status out"])
def test_what_needs_no_table_loads_no_library(results: Path, action: str) -> None:
    code = (
        "import sys; sys.modules.update(duckdb=None, pyarrow=None);"
        f" sys.argv = ['redmark', 'corpus', *{action.split()}]; from validator.cli import run; sys.exit(run())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=results, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 0
