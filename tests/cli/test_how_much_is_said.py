"""--quiet, -qq, --verbose and --statistics: what each of them says, where, and what it never says."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, PROSE, redmark
from validator.api.checking import rulebook

FINDING = """\
bad.txt:9:1: warning: Missing before paragraph 3: paragraph 2. [paragraph-number-gap]
     9 | 3. ••• ••• ••• ••• •••.
       | ^^^^^^^^^^^^^^^^^^^^^^^
  hint: Look for the lost text; if none is lost, number the paragraphs anew.
  see:  5 FAH-1 H-246.2 b

"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "prose.txt").write_text(PROSE)
    return tmp_path


class TestQuiet:
    def test_only_findings_are_left(self, folder: Path) -> None:
        ran = redmark("check", ".", "--quiet", cwd=folder)
        assert (ran.code, ran.out, ran.err) == (1, FINDING, "")

    def test_where_nothing_is_found_nothing_is_said(self, folder: Path) -> None:
        ran = redmark("check", "good.txt", "-q", cwd=folder)
        assert (ran.code, ran.out, ran.err) == (0, "", "")

    def test_what_was_not_judged_is_said_all_the_same(self, folder: Path) -> None:
        ran = redmark("check", "missing.txt", "prose.txt", "-q", cwd=folder)
        said = (
            "redmark: missing.txt: no such file or directory\n"
            "redmark: prose.txt: the kind of document was not recognised\n"
        )
        assert (ran.code, ran.out, ran.err) == (4, "", said)

    def test_a_report_for_programs_is_whole(self, folder: Path) -> None:
        quiet, loud = (redmark("check", ".", "--format", "json", *more, cwd=folder) for more in (("-q",), ()))
        assert quiet.out == loud.out

    def test_twice_leaves_the_exit_code_and_the_files(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "missing.txt", "-qq", "--output", "json:out.json", cwd=folder)
        assert (ran.code, ran.out, ran.err) == (4, "", "")
        assert json.loads((folder / "out.json").read_text())["exit_code"] == 4

    def test_a_wrong_command_is_said_however_quiet(self, folder: Path) -> None:
        ran = redmark("check", ".", "-qq", "--fail-on", "eror", cwd=folder)
        assert (ran.code, ran.err) == (2, "redmark: fail-on: there is no 'eror'; did you mean 'error'?\n")

    @pytest.mark.parametrize("other", ["--verbose", "--statistics"])
    def test_opposites_are_refused(self, other: str, folder: Path) -> None:
        ran = redmark("check", ".", "-qq", other, cwd=folder)
        assert (ran.code, ran.err.startswith("redmark: quiet: ")) == (2, True)


class TestVerbose:
    def test_each_file_is_told_as_what_it_was_read_and_what_was_not_judged(self, folder: Path) -> None:
        (folder / "dated.txt").write_text(GOOD.replace("N/A", "DECL: 11/27/2016"))
        ran = redmark("check", ".", "-v", "--as-of", "2006-11-27", cwd=folder)
        said = [line.rpartition(", ")[0] for line in ran.err.splitlines() if line.endswith(" ms")]
        assert said == [
            "redmark: bad.txt: checked, text, telegram, 2006-11-27, eo13292, dialect state, 1 finding",
            "redmark: dated.txt: checked, text, telegram, 2006-11-27, eo13292, dialect state, 0 findings",
            "redmark: good.txt: checked, text, telegram, 2006-11-27, eo13292, dialect state, 0 findings",
            "redmark: prose.txt: not-recognised, text, dialect isoo, 0 findings",
        ]
        assert "redmark: prose.txt: not checked: the kind of document was not recognised\n" in ran.err
        assert "(date-time-group-impossible, filing-time-disagrees, " in ran.err
        assert ran.err.startswith("redmark: version ")
        assert "settings by command line, default\n" in ran.err

    def test_the_report_is_the_same(self, folder: Path) -> None:
        told, untold = (redmark("check", ".", *more, cwd=folder).out for more in (("-v",), ()))
        assert told == untold

    def test_no_word_of_a_document_is_said(self, folder: Path) -> None:
        (folder / "bad.txt").write_text(BAD.replace("agents", "Xylocanth"))
        (folder / "prose.txt").write_text("Xylocanth\n")
        ran = redmark("check", ".", "-v", "--statistics", cwd=folder)
        assert "xylocanth" not in (ran.out + ran.err).lower()


class TestStatistics:
    @staticmethod
    def sections(text: str) -> dict[str, list[str]]:
        """Each title with the names below it."""
        found: dict[str, list[str]] = {}
        title = ""
        for line in text.splitlines():
            if line.endswith(":"):
                title = line.strip().rstrip(":").split(" (")[0]
                found[title] = []
            elif title and line.startswith("  "):
                found[title] += [name for name in line.strip().split(", ") if name]
        return {title: [name.rstrip(",") for name in names] for title, names in found.items()}

    def test_findings_are_counted_by_rule_and_file_and_severity(self, folder: Path) -> None:
        (folder / "worse.txt").write_text(BAD.replace("1. The", "1. (C) The"))
        ran = redmark("check", ".", "--statistics", cwd=folder)
        table = ran.out[ran.out.index("findings  files") :].splitlines()
        assert table[0] == "findings  files  severity  rule"
        assert "       2      2  warning   paragraph-number-gap" in table
        report = json.loads(redmark("check", ".", "--format", "json", cwd=folder).out)
        total = sum(
            int(line.split()[0])
            for line in table[1 : table.index(next(t for t in table if t.startswith("findings of")))]
        )
        assert total == sum(len(file["findings"]) for file in report["files"])

    def test_rules_that_found_nothing_are_told_from_rules_that_were_never_applied(self, folder: Path) -> None:
        found = self.sections(redmark("check", "bad.txt", "--statistics", cwd=folder).out)
        silent = next(names for title, names in found.items() if "found nothing" in title)
        assert {"tags-missing", "subject-missing"} <= set(silent)
        assert "paragraph-number-gap" not in silent
        assert "exemption-code-unknown" not in silent
        assert "banner-missing" in found["no document was of their kind"]
        assert "text-invisible" in found["nothing that they look at occurred"]
        assert (
            "declassification-beyond-limit"
            in found["no document had what they need: a date, or a part such as the header"]
        )

    def test_every_rule_of_the_run_stands_in_one_place(self, folder: Path) -> None:
        out = redmark("check", ".", "--statistics", cwd=folder).out
        fired = {
            words[3] for line in out.splitlines() if len(words := line.split()) == 4 and words[1].isdigit()
        }
        listed = [name for names in self.sections(out).values() for name in names]
        book = rulebook()
        on = {pack.name for pack in book.packs if pack.default}
        chosen = sorted(
            each.rule.id for each in book.rules if each.rule.pack in on and each.rule.status == "stable"
        )
        assert sorted([*fired, *listed]) == chosen

    def test_what_is_set_aside_is_counted_apart(self, folder: Path) -> None:
        redmark("check", "bad.txt", "--write-baseline", "known.jsonl", cwd=folder)
        out = redmark("check", "bad.txt", "--baseline", "known.jsonl", "--statistics", cwd=folder).out
        assert (
            "findings of 0 rules: error 0, warning 0, info 0\nset aside: 1 of:\n  paragraph-number-gap\n"
            in out
        )

    def test_a_report_for_programs_stays_alone_on_its_stream(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "--format", "json", "--statistics", cwd=folder)
        assert json.loads(ran.out)["exit_code"] == 1
        assert "findings  files  severity  rule\n" in ran.err

    def test_with_quiet_it_is_all_that_is_said_beside_the_findings(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "-q", "--statistics", cwd=folder)
        assert ran.out.startswith(f"{FINDING}\nfindings  files  severity  rule\n")
