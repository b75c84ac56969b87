"""The formats of other programs: compared whole, valid by their schemas, and not to be broken out of."""

import json
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from msgspec.structs import replace

from tests.cli.running import ROOT
from tests.unit.reporters.made import (
    ATTACK,
    CHECKED,
    ERROR,
    EVERY_COUNT,
    EVERY_SORT,
    FIXABLE,
    FIXED,
    HOSTILE_TEXT,
    INFO,
    SETTINGS,
    TOOL,
)
from validator.engine.masking import DOTS
from validator.findings import FileReport
from validator.reporters import JOB_SUMMARY, REPORTERS
from validator.reporters.html_style import DARK, LIGHT, STYLE
from validator.reporters.job_summary import BYTES_SHOWN
from validator.reporters.sarif import MASK
from validator.reporters.sarif_rules import LONGEST_TEXT

EXPECTED = Path(__file__).parent / "expected"
FILES = {
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "html": "report.html",
    "job summary": "report.md",
    "junit": "report.junit.xml",
    "rdjsonl": "report.rdjsonl",
    "sarif": "report.sarif",
}
MAKERS = {**REPORTERS, "job summary": JOB_SUMMARY}
# What every format makes of half a surrogate pair, and XML of what it cannot hold.
ESCAPED = HOSTILE_TEXT.replace("\ud800", r"\ud800")
IN_XML = ESCAPED.replace("\x00", "").replace("\x1b", "")
MANY = replace(CHECKED, findings=tuple(replace(ERROR, fingerprint=f"{n:032x}") for n in range(10_000)))


def written(name: str, *files: FileReport, exit_code: int = 4) -> str:
    reporter = MAKERS[name](TOOL, SETTINGS, False)
    parts = (reporter.head(), *map(reporter.file, files), reporter.tail(EVERY_COUNT, exit_code))
    return b"".join(parts).decode()


def schema(name: str) -> Any:
    return json.loads((ROOT / "tests" / "schemas" / name).read_bytes())


def sarif_run(*files: FileReport, exit_code: int = 4) -> Any:
    (run,) = json.loads(written("sarif", *files, exit_code=exit_code))["runs"]
    return run


@pytest.mark.parametrize("name", FILES)
def test_the_whole_report(name: str) -> None:
    assert written(name, *EVERY_SORT) == (EXPECTED / FILES[name]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MAKERS)
def test_same_input_same_bytes(name: str) -> None:
    assert written(name, *EVERY_SORT) == written(name, *EVERY_SORT)


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_holds_ten_thousand_findings(name: str) -> None:
    text = written(name, MANY)
    assert text.count("above the overall CONFIDENTIAL") >= (10 if name == "github" else 10_000)


class TestSarif:
    @pytest.mark.parametrize("files", [(), (ATTACK,), EVERY_SORT], ids=["none", "hostile", "every"])
    def test_it_is_valid(self, files: tuple[FileReport, ...]) -> None:
        log = json.loads(written("sarif", *files))
        jsonschema.Draft4Validator(schema("sarif-schema-2.1.0.json")).validate(log)
        jsonschema.Draft202012Validator(schema("github-sarif.schema.json")).validate(log)

    def test_each_result_points_at_its_rule(self) -> None:
        run = sarif_run(*EVERY_SORT)
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert [rules[result["ruleIndex"]] for result in run["results"]] == [
            result["ruleId"] for result in run["results"]
        ]
        assert len(rules) == len(set(rules))

    def test_a_rule_has_the_authorities_of_all_its_findings_and_the_worst_severity(self) -> None:
        first, second = replace(ERROR, severity="info"), replace(ERROR, citations=FIXED.citations)
        (rule,) = sarif_run(replace(CHECKED, findings=(first, second)))["tool"]["driver"]["rules"]
        assert "32 CFR 2001.21(b); a; b; c; DoDM 5200.01" in rule["help"]["text"]
        assert rule["properties"] == {
            "precision": "high",
            "security-severity": "8.0",
            "tags": ["security", "portion", "state", "isoo"],
        }

    def test_a_long_description_is_cut(self) -> None:
        cites = tuple(replace(FIXED.citations[0], cite=f"{n} {'x' * 100}") for n in range(20))
        finding = replace(FIXED, citations=cites)
        (rule,) = sarif_run(replace(CHECKED, findings=(finding,)))["tool"]["driver"]["rules"]
        text = rule["fullDescription"]["text"]
        assert (len(text), text[-1]) == (LONGEST_TEXT, "…")

    def test_what_stands_for_hidden_words_is_the_mask(self) -> None:
        assert sarif_run()["redactionTokens"] == [MASK] == [DOTS]

    @pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (4, False)])
    def test_an_incomplete_run_is_no_success(self, code: int, successful: bool) -> None:
        (invocation,) = sarif_run(exit_code=code)["invocations"]
        assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, successful)

    def test_a_message_holds_no_link_and_no_placeholder(self) -> None:
        text = sarif_run(ATTACK)["results"][0]["message"]["text"]
        assert r"{{0}} \[b\](c)" in text

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("a/b c.txt", "a/b%20c.txt"),
            ("/srv/a.txt", "file:///srv/a.txt"),
            ("a:b.txt", "a%3Ab.txt"),
            ("é.txt", "%C3%A9.txt"),
            ("caf\udce9.txt", "caf%5Cudce9.txt"),
        ],
    )
    def test_a_path_is_a_uri(self, path: str, uri: str) -> None:
        (result, *_) = sarif_run(replace(CHECKED, path=path))["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


class TestJUnit:
    @pytest.mark.parametrize("files", [(ATTACK,), EVERY_SORT], ids=["hostile", "every"])
    def test_the_counts_are_those_of_the_elements(self, files: tuple[FileReport, ...]) -> None:
        for suite in ElementTree.fromstring(written("junit", *files)):
            counts = {
                name: len(suite.findall(f"testcase/{name}")) for name in ("failure", "error", "skipped")
            }
            assert suite.attrib == {
                "name": suite.attrib["name"],
                "tests": str(len(suite)),
                "failures": str(counts["failure"]),
                "errors": str(counts["error"]),
                "skipped": str(counts["skipped"]),
            }

    def test_text_comes_out_as_it_went_in(self) -> None:
        suite = ElementTree.fromstring(written("junit", ATTACK))[0]
        assert suite[0].findtext("system-out") == "\n".join(
            (f"line 1, column 2: info: {IN_XML}", f"{IN_XML}\n ^", f"hint: {IN_XML}", f"see: {IN_XML}")
        )
        assert [case[0].get("message") for case in suite[1:]] == [IN_XML, IN_XML]

    @pytest.mark.parametrize(("fail_on", "failures"), [("info", 2), ("warning", 1), ("error", 1)])
    def test_what_does_not_fail_the_run_is_no_failure(self, fail_on: str, failures: int) -> None:
        reporter = REPORTERS["junit"](TOOL, replace(SETTINGS, fail_on=fail_on), False)
        assert reporter.file(CHECKED).count(b"<failure") == failures


def properties(command: str) -> list[str]:
    """The level with the name of the first property, and the names of the others."""
    return [part.partition("=")[0] for part in command[2:].partition("::")[0].split(",")]


class TestGitHub:
    def test_ten_of_each_level_and_the_number_of_the_others(self) -> None:
        kinds = (ERROR, replace(ERROR, severity="warning"), INFO)
        findings = tuple(kind for kind in kinds for _ in range(12))
        lines = written("github", replace(CHECKED, findings=findings)).splitlines()
        counts = [
            sum(line.startswith(f"::{level} ") for line in lines) for level in ("error", "warning", "notice")
        ]
        assert counts == [10, 10, 10]
        assert lines[-1] == (
            "::notice title=not shown here::2 more errors, 2 more warnings, 3 more notices; see the log."
        )

    def test_no_text_is_a_command(self) -> None:
        first, second = written("github", ATTACK).splitlines()
        assert properties(first) == ["notice file", "line", "endLine", "col", "endColumn", "title"]
        assert properties(second) == ["warning file", "title"]
        assert all("%0D%0A" in line and "100%25" in line for line in (first, second))

    def test_columns_only_within_a_line(self) -> None:
        finding = replace(ERROR, span=replace(ERROR.span, end=replace(ERROR.span.end, line=11)))
        line = written("github", replace(CHECKED, findings=(finding,)))
        assert line.startswith("::error file=cables/a.txt,line=9,endLine=11,title=")


class TestGitLab:
    @pytest.mark.parametrize("files", [(), (ATTACK,), EVERY_SORT], ids=["none", "hostile", "every"])
    def test_it_is_valid(self, files: tuple[FileReport, ...]) -> None:
        issues = json.loads(written("gitlab", *files))
        jsonschema.Draft202012Validator(schema("gitlab.schema.json")).validate(issues)
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)


class TestReviewdog:
    @pytest.mark.parametrize("files", [(ATTACK,), EVERY_SORT], ids=["hostile", "every"])
    def test_each_line_is_valid(self, files: tuple[FileReport, ...]) -> None:
        validator = jsonschema.Draft202012Validator(schema("rdjsonl.schema.json"))
        for line in written("rdjsonl", *files).splitlines():
            validator.validate(json.loads(line))

    def test_text_comes_out_as_it_went_in(self) -> None:
        first, second = map(json.loads, written("rdjsonl", ATTACK).splitlines())
        assert first["message"] == f"{ESCAPED} {ESCAPED}"
        assert first["suggestions"][0]["text"] == ESCAPED
        assert second["message"] == f"Not checked: {ESCAPED}"


class Outline(HTMLParser):
    """The elements of a page with their attributes, what is left open, and the text."""

    EMPTY = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


class TestHtml:
    @pytest.mark.parametrize("files", [(), (ATTACK,), EVERY_SORT], ids=["none", "hostile", "every"])
    def test_it_is_closed_and_holds_nothing_active(self, files: tuple[FileReport, ...]) -> None:
        outline = Outline(written("html", *files))
        assert outline.open == []
        assert {tag for tag, _ in outline.elements} & {
            "script",
            "img",
            "link",
            "iframe",
            "form",
            "object",
        } == set()
        allowed = {
            "aria-labelledby",
            "charset",
            "class",
            "content",
            "href",
            "http-equiv",
            "id",
            "lang",
            "name",
            "scope",
        }
        assert {name for _, attributes in outline.elements for name in attributes} <= allowed
        assert [attributes["href"] for tag, attributes in outline.elements if tag == "a"] == ["#counts"]

    def test_no_text_turns_into_markup(self) -> None:
        outline = Outline(written("html", ATTACK))
        assert outline.text.count("<script>alert(1)</script>") == 9
        assert {"\x00", "\x1b", "\u202e", "\ud800"} & set(outline.text) == set()

    @pytest.mark.parametrize(
        ("excerpt", "shown"),
        [
            ("2. (S) ••• •••\n   ^^^", "2. <mark>(S)</mark> ••• •••"),
            ("SECRET\n^^^^^^", "<mark>SECRET</mark>"),
            ("SECRET\n      ^", "SECRET<mark> </mark>"),
            ("S//NF <b>\n       ^^", "S//NF &lt;<mark>b&gt;</mark>"),
            ("words", "words"),
        ],
    )
    def test_the_place_is_marked_in_its_line(self, excerpt: str, shown: str) -> None:
        found = replace(CHECKED, findings=(replace(ERROR, excerpt=excerpt),))
        assert f"<pre>{shown}</pre>" in written("html", found)

    def test_counts_are_words_as_they_are_said(self) -> None:
        found = replace(CHECKED, findings=(ERROR, ERROR, INFO, INFO, FIXED))
        assert "<p>Checked as telegram: 2 errors, 1 warning, 2 info.</p>" in written("html", found)

    def test_what_is_suppressed_has_no_colour_of_alarm(self) -> None:
        assert 'class="suppressed"><td class="severity">warning (suppressed)</td>' in written("html", FIXABLE)

    def test_the_policy_allows_the_style_and_nothing_else(self) -> None:
        page = written("html")
        (policy,) = (
            attributes["content"] for tag, attributes in Outline(page).elements if "http-equiv" in attributes
        )
        style = page.partition("<style>")[2].partition("</style>")[0]
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert (
            policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        assert "url(" not in STYLE

    def test_a_reader_of_the_page_finds_their_way(self) -> None:
        elements = Outline(written("html", *EVERY_SORT)).elements
        assert ("html", {"lang": "en"}) in elements
        assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in elements if tag == "th")
        ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        labels = {
            attributes["aria-labelledby"] for _, attributes in elements if "aria-labelledby" in attributes
        }
        assert labels <= set(ids)

    @pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
    def test_the_contrast_is_enough(self, colours: dict[str, str]) -> None:
        page = luminance(colours["page"])
        for name in ("text", "link", "error", "warning", "info"):
            low, high = sorted((page, luminance(colours[name])))
            assert (high + 0.05) / (low + 0.05) >= 4.5, name


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestJobSummary:
    def test_each_row_stays_in_its_cells(self) -> None:
        rows = [line for line in written("job summary", ATTACK).splitlines() if line.startswith("|")]
        assert [row.count("|") for row in rows] == [5, 5, 5, 5]
        assert all("<" not in row and "`" not in row for row in rows)

    def test_it_stays_below_the_limit_and_says_what_is_left_out(self) -> None:
        page = written("job summary", MANY)
        shown = page.count("| error |")
        assert len(page.encode()) < BYTES_SHOWN + 1000
        assert f"Not shown: {10_000 - shown} more." in page

    def test_nothing_found(self) -> None:
        assert "Nothing was found." in written("job summary")
