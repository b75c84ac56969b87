"""What is underlined: what `redmark check` finds, in the text that the editor holds, at the editor's own places."""

import json
from pathlib import Path

import pytest
from lsprotocol import types

from tests.cli.running import BAD, GOOD, PROSE, ROOT, redmark
from tests.lsp.editor import editing, edits_of

EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.suffix in (".html", ".txt"))
MEMO = """\
SECRET//NOFORN

20150312

MEMORANDUM FOR: Director, Office of Harbor Affairs

SUBJECT: (U) Ferry Treaty with Eastmere

1. (S/NF) The talks on the ferry treaty end this month.

2. (U) Two tables show the traffic.

Classified By: Jane Roe, Chief, Division 5
Derived From: Harbor Security Classification Guide, 20120401
Declassify On: 20400312

SECRET//NOFORN
"""
Found = tuple[str, int, int]


def told(diagnostics: list[types.Diagnostic]) -> list[Found]:
    """Rule, line and column of the findings, counted from 1."""
    return [
        (str(each.code), each.range.start.line + 1, each.range.start.character + 1)
        for each in diagnostics
        if each.code is not None
    ]


def test_the_editor_shows_what_a_check_finds(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    ran = redmark("check", *EXAMPLES, "--format", "json", "--isolated", cwd=ROOT / "examples")
    files = {Path(file["path"]).name: file for file in json.loads(ran.out)["files"]}
    with editing(tmp_path) as editor:
        for name in EXAMPLES:
            text = (ROOT / "examples" / name).read_text(encoding="utf-8")
            found = told(editor.open(name, text))
            checked = [
                (each["rule"], each["span"]["start"]["line"], each["span"]["start"]["column"])
                for each in files[name]["findings"]
            ]
            assert (name, found) == (name, checked)
    assert sum(len(file["findings"]) for file in files.values()) > 40


def test_a_diagnostic_says_what_a_report_says(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        first, *_ = editor.open("bad.txt", BAD)
    assert first == types.Diagnostic(
        range=types.Range(types.Position(8, 0), types.Position(8, 37)),
        message="Missing before paragraph 3: paragraph 2.\n"
        "hint: Look for the lost text; if none is lost, number the paragraphs anew.\n"
        "see: 5 FAH-1 H-246.2 b",
        severity=types.DiagnosticSeverity.Warning,
        code="paragraph-number-gap",
        source="redmark",
    )


def test_what_was_not_checked_is_a_hint_on_the_first_line(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        hints = [each for each in editor.open("good.txt", GOOD) if each.code is None]
    assert {(each.severity, each.range.start.line) for each in hints} == {(types.DiagnosticSeverity.Hint, 0)}
    assert any(
        each.message.startswith("not checked: the document has no routing lines (6 rules") for each in hints
    )


def test_no_words_of_the_document_are_repeated(tmp_path: Path) -> None:
    text = MEMO.replace("Jane Roe", "Quillon Zaffre").replace("(S/NF)", "(S//ZAFFRE)")
    with editing(tmp_path) as editor:
        found = editor.open("memo.txt", text)
    assert any("•••" in each.message for each in found)
    assert "zaffre" not in "".join(each.message for each in found).lower()


def test_the_text_of_the_editor_is_judged_and_not_that_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD)
    with editing(tmp_path) as editor:
        assert told(editor.open("a.txt", GOOD)) == []


def test_diagnostics_follow_the_text_and_go_with_it(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        assert told(editor.open("a.txt", GOOD)) == []
        assert told(editor.rewrite("a.txt", BAD)) == [("paragraph-number-gap", 9, 1)]
        editor.close("a.txt")
        last = editor.awaited(lambda: editor.published("a.txt")[2:] or None)
        assert (last[0].version, list(last[0].diagnostics)) == (None, [])
        assert told(editor.open("a.txt", BAD)) == [("paragraph-number-gap", 9, 1)]


def partly(start: tuple[int, int], end: tuple[int, int], text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(
        range=types.Range(types.Position(*start), types.Position(*end)), text=text
    )


def test_a_change_of_a_part_is_enough(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("a.txt", GOOD)
        assert told(editor.change("a.txt", partly((8, 0), (8, 1), "3"))) == [("paragraph-number-gap", 9, 1)]
        assert told(editor.change("a.txt", partly((8, 0), (8, 1), ""), partly((8, 0), (8, 0), "2"))) == []


def test_a_form_feed_ends_no_line(tmp_path: Path) -> None:
    text = GOOD.replace("raised its fees", "raised\fits\u2028fees")
    with editing(tmp_path) as editor:
        editor.open("a.txt", text)
        found = editor.change("a.txt", partly((8, 0), (8, 1), "3"))
        assert told(found) == [
            *[each for each in told(found) if each[0] != "paragraph-number-gap"],
            ("paragraph-number-gap", 9, 1),
        ]


TABLE = MEMO.replace("(S/NF)", "(S//NF)").replace(
    "\nClassified By", "\n| (U) \U0001f6a2 Month | (S/NF) Guarded |\n| January | 4 |\n\nClassified By"
)
ENCODED = [((), 19), (("utf-8",), 21), (("utf-32",), 18), (("utf-32", "utf-16"), 18)]


@pytest.mark.parametrize(("encodings", "character"), ENCODED, ids=str)
def test_characters_are_counted_in_the_units_of_the_editor(
    tmp_path: Path, encodings: tuple[str, ...], character: int
) -> None:
    """A ship stands before the fault: two units of UTF-16, four bytes, or one character."""
    with editing(tmp_path, encodings=encodings) as editor:
        (fault,) = [each for each in editor.open("memo.txt", TABLE) if each.code == "separator-wrong"]
        (action,) = editor.actions("memo.txt", fault)
    assert fault.range.start == types.Position(12, character)
    assert fault.range.end == types.Position(12, character + 1)
    (edit,) = edits_of(action)
    assert (edit.range, edit.new_text) == (fault.range, "//")


def test_the_newest_text_is_the_one_that_is_told_of(tmp_path: Path) -> None:
    """A long text, and letters that come faster than it can be judged."""
    paragraphs = "".join(f"{number}. Fees rose again.\n\n" for number in range(3, 4000))
    text = GOOD.replace("ROE\n", f"{paragraphs}ROE\n")
    with editing(tmp_path) as editor:
        editor.open("a.txt", text)
        for number in range(30):
            editor.type("a.txt", partly((8, 0), (8, 1 + (number > 0)), f"{number + 10}"))
        editor.type("a.txt", partly((8, 0), (8, 2), "2"))
        assert told(editor.diagnostics("a.txt")) == []
        versions = [each.version for each in editor.published("a.txt")]
    assert versions == sorted(versions)


OTHER_KINDS = {
    "prose": ("letter.txt", PROSE, "plaintext"),
    "a program": ("tool.py", "x = 'SECRET//NOFORN/'\n", "python"),
    "a packed format": ("memo.docx", BAD, "plaintext"),
}


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_a_document_of_another_kind_is_left_alone(name: str, tmp_path: Path) -> None:
    file, text, language = OTHER_KINDS[name]
    with editing(tmp_path) as editor:
        assert editor.open(file, text, language) == []
        assert editor.symbols(file) == []
        assert editor.hover(file, 0, 3) is None


def test_what_any_text_is_judged_for_is_told_of_prose_too(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        assert told(editor.open("letter.txt", PROSE.replace("harbour", "har\u200bbour"))) == [
            ("letters-of-no-width", 3, 8)
        ]


def test_a_text_that_a_run_would_not_read_says_so(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        (said,) = editor.open("a.txt", "\x01\x02\x03" * 50)
    assert said.message.startswith("not checked: binary, not text")
    assert said.severity is types.DiagnosticSeverity.Warning


def test_a_document_that_was_never_saved_is_judged(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        assert told(editor.open("untitled:Untitled-1", BAD)) == [("paragraph-number-gap", 9, 1)]


def test_a_byte_order_mark_moves_no_place(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        found = editor.open("memo.txt", "\ufeff" + MEMO)
        (fault,) = [each for each in found if each.code == "separator-wrong"]
        changed = editor.change("memo.txt", partly((8, 5), (8, 6), "//"))
    assert (fault.range.start, fault.range.end) == (types.Position(8, 5), types.Position(8, 6))
    assert told(changed) == []


MAIL = """\
Received: from relay.example.gov
From: John Doe <john.doe@example.gov>
To: Jane Roe <jane.roe@example.gov>
Date: Mon, 7 Mar 2016 09:40:00 +0000
Subject: (U) Second berth at Eastmere
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

SECRET//NOFORN

(S/NF) The yard will close the second berth for a month.

Classified By: John Doe, Chief, Division 5
Derived From: Harbor Security Classification Guide, 20120401
Declassify On: 20410307

SECRET//NOFORN
"""


def test_a_fault_of_an_e_mail_is_where_it_stands_in_the_file(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        (fault,) = [each for each in editor.open("mail.eml", MAIL) if each.code == "separator-wrong"]
    assert (fault.range.start, fault.range.end) == (types.Position(10, 2), types.Position(10, 3))
    assert fault.message.startswith("Between or around the parts")


def test_a_fault_of_an_e_mail_that_its_file_encodes_is_told_with_its_line(tmp_path: Path) -> None:
    mail = MAIL.replace("charset=utf-8", "charset=utf-8\nContent-Transfer-Encoding: quoted-printable")
    mail = mail.replace("(S/NF) The yard", "(S/NF) The caf=C3=A9")
    with editing(tmp_path) as editor:
        (fault,) = [each for each in editor.open("mail.eml", mail) if each.code == "separator-wrong"]
    assert fault.range.start == types.Position(0, 0)
    assert fault.message.startswith("message, line 8: Between or around the parts")
