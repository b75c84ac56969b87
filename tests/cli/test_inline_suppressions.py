"""Suppressions in the comments of Markdown and HTML: for the next block, with a reason, and said when not in order."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import redmark
from tests.unit.growth import is_linear
from validator import check_text

HEAD = """\
UNCLAS NORDHAVEN 000413

E.O. 12958: N/A
TAGS: ECON, ETRD
SUBJECT: HARBOR FEES RISE IN MAY

1. The port authority raised its fees.

"""
TAIL = "\nROE\n"
GAP = "paragraph-number-gap"


def checked(folder: Path, name: str, text: str, *arguments: str) -> dict[str, Any]:
    (folder / name).write_text(text)
    ran = redmark("check", name, "--format", "json", *arguments, cwd=folder)
    (file,) = json.loads(ran.out)["files"]
    return file  # type: ignore[no-any-return]


def told(file: dict[str, Any], key: str = "findings") -> list[tuple[str, int]]:
    return [(one["rule"], one["span"]["start"]["line"]) for one in file[key]]


def markdown(comment: str, between: str = "\n") -> str:
    return f"{HEAD}{comment}{between}3. Shipping agents had expected more.\n{TAIL}"


def page(comment: str, tag: str = "p") -> str:
    lines = HEAD.replace("\n\n", "\n").splitlines()
    shown = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"<html><body>\n{shown}\n{comment}\n<{tag}>3. Shipping agents had expected more.</{tag}>\n<p>ROE</p>\n</body></html>\n"


COMMENT = f"<!-- redmark: ignore[{GAP}] until=2999-12-31 -- numbering of the original -->"


@pytest.mark.parametrize("between", ["\n", "\n\n", " ", "\n\n\n"])
def test_the_next_block_of_markdown_is_silent(tmp_path: Path, between: str) -> None:
    assert told(checked(tmp_path, "a.md", markdown("")))[0][0] == GAP
    file = checked(tmp_path, "a.md", markdown(COMMENT, between))
    assert told(file) == []
    ((rule, _),) = told(file, "suppressed")
    assert (rule, file["suppressed"][0]["justification"]) == (GAP, "numbering of the original")


@pytest.mark.parametrize("tag", ["p", "div", "pre"])
def test_the_next_element_of_a_page_is_silent(tmp_path: Path, tag: str) -> None:
    assert told(checked(tmp_path, "a.html", page("", tag)))[0][0] == GAP
    file = checked(tmp_path, "a.html", page(COMMENT, tag))
    assert told(file) == []
    assert [rule for rule, _ in told(file, "suppressed")] == [GAP]


@pytest.mark.parametrize(("name", "write"), [("a.md", markdown), ("a.html", page)])
def test_a_block_further_on_is_not_silent(tmp_path: Path, name: str, write: Any) -> None:
    text = write("").replace("3. Shipping", "2. Shipping").replace(TAIL, f"\n4. Ships left.\n{TAIL}")
    text = text.replace("<p>ROE", "<p>4. Ships left.</p>\n<p>ROE")
    before = text.replace("1. The port", f"{COMMENT}\n1. The port").replace(
        "<p>1. The", f"{COMMENT}<p>1. The"
    )
    file = checked(tmp_path, name, before)
    assert sorted(rule for rule, _ in told(file)) == [GAP, "suppression-is-unused"]


def test_several_comments_above_one_block(tmp_path: Path) -> None:
    other = "<!-- redmark: ignore[tags-unknown] -- an old tag -->"
    file = checked(tmp_path, "a.md", markdown(f"{COMMENT}\n{other}"))
    assert told(file) == [("suppression-is-unused", 10)]
    assert told(file, "suppressed")[0][0] == GAP


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("<!-- redmark: ignore -->", "suppression-is-malformed"),
        ("<!-- redmark: ignore[] -- all -->", "suppression-is-malformed"),
        (f"<!-- redmark: ignored[{GAP}] -- kept -->", "suppression-is-malformed"),
        (f"<!-- redmark: ignore[{GAP}] -->", "suppression-gives-no-reason"),
        (f"<!-- redmark: ignore[{GAP}] -- -->", "suppression-gives-no-reason"),
        (f"<!-- redmark: ignore[{GAP}] until=2001-01-01 -- kept -->", "suppression-has-expired"),
        (f"<!-- redmark: ignore[{GAP}] until=soon -- kept -->", "suppression-has-expired"),
        (f"<!-- redmark: ignore[{GAP},{GAP}s] -- kept -->", "suppression-names-unknown-rule"),
    ],
)
@pytest.mark.parametrize(("name", "write"), [("a.md", markdown), ("a.html", page)])
def test_one_that_is_not_in_order_is_a_finding(
    tmp_path: Path, name: str, write: Any, comment: str, rule: str
) -> None:
    rules = [found for found, _ in told(checked(tmp_path, name, write(comment)))]
    assert rule in rules
    assert (GAP in rules) is (rule != "suppression-names-unknown-rule")


def test_a_rule_that_did_not_run_leaves_no_suppression_unused(tmp_path: Path) -> None:
    assert told(checked(tmp_path, "a.md", markdown(COMMENT), "--ignore", GAP)) == []


@pytest.mark.parametrize("shown", ["`{}`", "```\n{}\n```\n"])
def test_in_code_the_words_silence_nothing(tmp_path: Path, shown: str) -> None:
    file = checked(tmp_path, "a.md", markdown(shown.format(COMMENT), "\n\n"))
    assert GAP in [rule for rule, _ in told(file)]


def test_plain_text_has_no_comments(tmp_path: Path) -> None:
    file = checked(tmp_path, "a.txt", markdown(COMMENT, "\n\n"))
    assert GAP in [rule for rule, _ in told(file)]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_in_a_release_a_reason_is_looked_at_like_any_comment(tmp_path: Path, name: str) -> None:
    text = f"<p>The report by [REDACTED] (b)(6) was read.</p>\n\n{COMMENT.replace('numbering of the original', 'Marta Lindqvist wrote it')}\n\n<p>It was long.</p>\n"
    assert "comment-in-source" in [rule for rule, _ in told(checked(tmp_path, name, text))]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_words_that_must_not_occur_are_found_in_a_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "list.txt").write_text("Marta Lindqvist\n")
    comment = COMMENT.replace("numbering of the original", "Marta Lindqvist wrote it")
    text = markdown(comment) if name == "a.md" else page(comment)
    file = checked(tmp_path, name, text, "--withheld", "list.txt")
    assert "withheld-text-present" in [rule for rule, _ in told(file)]
    assert "Lindqvist" not in json.dumps(file["findings"])


@pytest.mark.parametrize(("name", "write"), [("a.md", markdown), ("a.html", page)])
def test_a_comment_for_several_rules_and_one_rule_twice(tmp_path: Path, name: str, write: Any) -> None:
    comment = COMMENT.replace(GAP, f"{GAP}, {GAP}")
    assert told(checked(tmp_path, name, write(comment))) == []
    file = checked(tmp_path, name, write(COMMENT.replace(GAP, f"{GAP}, tags-unknown")))
    assert [rule for rule, _ in told(file)] == ["suppression-is-unused"]


def test_a_comment_without_an_end_hides_nothing_of_the_document(tmp_path: Path) -> None:
    file = checked(tmp_path, "a.md", markdown(COMMENT.removesuffix("-->")).replace(" original", "\n\n"))
    rules = [rule for rule, _ in told(file)]
    assert {GAP, "comment-in-source", "suppression-is-malformed"} <= set(rules)


@pytest.mark.parametrize("reason", ["Marta Lindqvist wrote it. " * 30, "Marta Lindqvist\n\nwrote it"])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment_is_no_place_to_keep_text(tmp_path: Path, name: str, reason: str) -> None:
    comment = COMMENT.replace("numbering of the original", reason)
    file = checked(tmp_path, name, markdown(comment) if name == "a.md" else page(comment))
    assert {"comment-in-source", "suppression-is-malformed"} <= {rule for rule, _ in told(file)}


@pytest.mark.parametrize("rule", ["text-hidden-by-style", "withheld-text-present"])
def test_a_page_does_not_silence_what_is_hidden_in_it(tmp_path: Path, rule: str) -> None:
    (tmp_path / "list.txt").write_text("Marta Lindqvist\n")
    comment = f"<!-- redmark: ignore[{rule}] -- as agreed -->"
    hidden = "<div style='display:none'>Marta Lindqvist wrote this.</div>"
    file = checked(tmp_path, "a.html", comment + page(hidden), "--withheld", "list.txt")
    assert {rule, "suppression-of-hidden-words"} <= {rule for rule, _ in told(file)}
    assert file["suppressed"] == []


def test_a_comment_with_carriage_returns(tmp_path: Path) -> None:
    file = checked(tmp_path, "a.md", markdown(COMMENT).replace("\n", "\r\n"))
    assert (told(file), len(told(file, "suppressed"))) == ([], 1)


def test_a_comment_at_the_end_silences_nothing(tmp_path: Path) -> None:
    file = checked(tmp_path, "a.md", markdown("") + COMMENT)
    assert [rule for rule, _ in told(file)] == [GAP, "suppression-is-unused"]


@pytest.mark.parametrize("around", ["<script>{}</script>", "<style>{}</style>", "<textarea>{}</textarea>"])
def test_in_a_script_the_words_silence_nothing(tmp_path: Path, around: str) -> None:
    assert (
        told(checked(tmp_path, "a.html", page(around.format(COMMENT)), "--kind", "telegram"), "suppressed")
        == []
    )


@pytest.mark.parametrize(
    "more", ["", "<div>", "<p>3. Ships left.</p>\n", "3. Ships left.\n\n", "Ships left.\n"]
)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_many_comments_take_no_longer_than_they_are_long(name: str, more: str) -> None:
    assert is_linear(lambda text: check_text(text, name=name), f"{COMMENT}\n{more}", before=HEAD)
