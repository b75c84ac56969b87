"""What the editor gets when it asks: meanings, words that may follow, fixes, and the outline."""

from pathlib import Path

from lsprotocol import types

from tests.cli.running import GOOD, ROOT
from tests.lsp.editor import Editor, editing, edits_of

SECTIONS = (ROOT / "examples" / "three-sections-2006.txt").read_text(encoding="utf-8")
CLEAN = (ROOT / "examples" / "memo-clean-2015.txt").read_text(encoding="utf-8")
FAULTY = CLEAN.replace("2. (S//NF)", "2. (S/NF)")
RELEASED = (ROOT / "examples" / "release-2016.txt").read_text(encoding="utf-8")
PARAGRAPH = 16  # the line of paragraph 2, and the column of what stands wrong in it
STROKE = 5


def place(text: str, words: str, inside: int = 0) -> tuple[int, int]:
    """Line and character of words of a text."""
    at = text.index(words) + inside
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def with_edits(text: str, edits: list[types.TextEdit]) -> str:
    """The text after edits, as an editor makes them; all of it is of the plane in which a unit is a character."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, key=lambda each: -starts[each.range.start.line] - each.range.start.character):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text


def faults(diagnostics: list[types.Diagnostic]) -> list[types.Diagnostic]:
    return [each for each in diagnostics if each.code is not None]


def labels(editor: Editor, name: str, at: tuple[int, int]) -> list[str]:
    return [each.label for each in editor.completion(name, *at)]


def test_a_marking_is_explained_part_by_part(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("memo.txt", CLEAN)
        editor.open("cable.txt", SECTIONS)
        assert editor.hover("memo.txt", *place(CLEAN, "(S//NF)", 2)) == (
            "- `S`: SECRET: unauthorized disclosure could cause serious damage to the national security\n"
            "- `NF`: NOFORN: not releasable to foreign nationals"
        )
        assert editor.hover("memo.txt", 0, 9) == (
            "- `SECRET`: unauthorized disclosure could cause serious damage to the national security\n"
            "- `NOFORN`: not releasable to foreign nationals"
        )
        assert (
            editor.hover("cable.txt", *place(SECTIONS, "(SBU)", 1)) == "- `SBU`: sensitive but unclassified"
        )
        assert editor.hover("cable.txt", *place(SECTIONS, "C O N F", 1)) == (
            "- `CONFIDENTIAL`: unauthorized disclosure could cause damage to the national security\n"
            "- `01`: section 1 of 3\n"
            "- `000731`: message 731 of NORDHAVEN"
        )
        assert editor.hover("memo.txt", *place(CLEAN, "The talks")) is None


def test_a_marking_that_is_wrong_is_explained_too(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("memo.txt", FAULTY)
        hover = editor.hover("memo.txt", PARAGRAPH, STROKE)
    assert hover is not None
    assert "- `NF`: NOFORN: not releasable to foreign nationals" in hover


def test_a_rule_is_explained_where_it_is_named(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("redmark.toml", 'ignore = ["paragraph-number-gap", "nothing-known"]', "toml")
        editor.open("a.md", "<!-- redmark: ignore[paragraph-number-gap] -- x -->\n", "markdown")
        hovers = [editor.hover("redmark.toml", 0, 20), editor.hover("a.md", 0, 25)]
        assert editor.hover("redmark.toml", 0, 40) is None
    assert hovers[0] == hovers[1]
    assert hovers[0] is not None
    assert hovers[0].startswith("**paragraph-number-gap**: ")
    assert "Authority: 5 FAH-1 H-246.2 b" in hovers[0]


def test_portion_marks_are_offered_at_the_start_of_a_paragraph(tmp_path: Path) -> None:
    drafts = {
        "a number": "1. (",
        "a bullet": "- (",
        "a nested paragraph": "   a. (",
        "nothing before it": "(",
        "a subject": "SUBJECT:   (",
        "a table": "Table 1. (",
        "a page": "<p>(",
    }
    with editing(tmp_path) as editor:
        for number, (name, line) in enumerate(drafts.items()):
            file = f"{number}.md"
            editor.open(file, f"SECRET//NOFORN\n\n{line}", "markdown")
            assert (name, labels(editor, file, (2, len(line)))) == (name, ["TS", "S", "C", "U", "CUI"])


def test_nothing_is_offered_in_prose(tmp_path: Path) -> None:
    prose = ["The berth (", "He said AND/", "T", "and/or ", "1. The annex ("]
    with editing(tmp_path) as editor:
        editor.open("memo.txt", "SECRET\n" + "\n".join(prose))
        for number, line in enumerate(prose, 1):
            assert (line, labels(editor, "memo.txt", (number, len(line)))) == (line, [])


def test_controls_are_offered_behind_the_strokes(tmp_path: Path) -> None:
    text = "SECRET//\n\n1. (S//NF) Text.\n\n2. (S//N\n\n3. (S//REL TO USA, \n"
    with editing(tmp_path) as editor:
        editor.open("memo.txt", text)
        assert {"SI", "NOFORN", "EXDIS"} <= set(labels(editor, "memo.txt", (0, 8)))
        portion = {each.label: each for each in editor.completion("memo.txt", 4, 8)}
        assert {"NF", "OC", "XD"} <= portion.keys()
        assert portion["NF"].text_edit == types.TextEdit(
            types.Range(types.Position(4, 7), types.Position(4, 8)), "NF"
        )
        assert portion["NF"].detail == "NOFORN: not releasable to foreign nationals"
        assert {"GBR", "AUS"} <= set(labels(editor, "memo.txt", (6, 19)))
        assert labels(editor, "memo.txt", (2, 12)) == []


def test_a_telegram_is_offered_the_marks_of_telegrams(tmp_path: Path) -> None:
    draft = GOOD.replace("2. Shipping", "2. (Shipping")
    with editing(tmp_path) as editor:
        editor.open("cable.txt", draft)
        offered = labels(editor, "cable.txt", place(draft, "Shipping"))
    assert {"C", "SBU", "SBU/N", "LOU"} <= set(offered)
    assert "CUI" not in offered


def test_rules_are_offered_where_they_are_named(tmp_path: Path) -> None:
    files = {
        "redmark.toml": ('ignore = ["para', "toml"),
        "pyproject.toml": ("[tool.redmark.severity]\npara", "toml"),
        "redmark-suppressions.yaml": ("suppressions: 1\nentries:\n- rule: para", "yaml"),
        "memo.md": ("# A memo\n\n<!-- redmark: ignore[para", "markdown"),
        "page.html": ("<html>\n<!-- redmark: ignore[para", "html"),
    }
    with editing(tmp_path) as editor:
        for name, (text, language) in files.items():
            editor.open(name, text, language)
            at = text.count("\n"), len(text.rpartition("\n")[2])
            found = {each.label: each for each in editor.completion(name, *at)}
            assert (name, "paragraph-number-gap" in found) == (name, True)
            assert ("telegram" in found) is (
                name == "redmark.toml"
            )  # a pack, which only a list of names may hold
            edit = found["paragraph-number-gap"].text_edit
            assert isinstance(edit, types.TextEdit)
            assert edit.range.start.character == at[1] - len("para")


def test_a_fix_leaves_a_text_without_the_fault(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        (fault,) = faults(editor.open("memo.txt", FAULTY))
        (action,) = editor.actions("memo.txt", fault)
        assert (action.title, action.kind) == ("Write '//' (separator-wrong)", types.CodeActionKind.QuickFix)
        assert (action.is_preferred, list(action.diagnostics or ())) == (True, [fault])
        mended = with_edits(FAULTY, edits_of(action))
        assert mended == CLEAN
        assert faults(editor.rewrite("memo.txt", mended)) == []


def test_an_editor_that_knows_no_versions_gets_plain_edits(tmp_path: Path) -> None:
    with editing(tmp_path, versions=False) as editor:
        (fault,) = faults(editor.open("memo.txt", FAULTY))
        (action,) = editor.actions("memo.txt", fault)
    assert action.edit is not None and action.edit.changes is not None
    (edits,) = action.edit.changes.values()
    assert with_edits(FAULTY, list(edits)) == CLEAN


def test_a_record_is_offered_no_edit(tmp_path: Path) -> None:
    """The same fault in a memo that was released; a telegram has none of that sort."""
    stamp = RELEASED.splitlines()[0]
    released = f"{stamp}\n\n{FAULTY}\n\n{stamp}\n"
    with editing(tmp_path) as editor:
        found = [each for each in editor.open("memo.txt", released) if each.code == "separator-wrong"]
        assert len(found) == 1
        assert editor.actions("memo.txt", found[0]) == []
        telegram = GOOD.replace("2. Shipping", "4. Shipping")
        (gap,) = faults(editor.open("cable.md", telegram, "markdown"))
        assert editor.actions("cable.md", gap) == []


def test_a_rule_can_be_silenced_where_comments_are_read(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        (fault,) = faults(editor.open("memo.md", FAULTY, "markdown"))
        _, silence = editor.actions("memo.md", fault)
        assert silence.title == "Silence 'separator-wrong' here: write the reason into the comment"
        assert not silence.is_preferred
    commented = with_edits(FAULTY, edits_of(silence))
    assert "\n\n<!-- redmark: ignore[separator-wrong] --  -->\n2. (S/NF)" in commented


def outline(symbols: list[types.DocumentSymbol], depth: int = 0) -> list[str]:
    lines = []
    for each in symbols:
        span = f"{each.range.start.line}-{each.range.end.line}"
        lines.append(f"{'  ' * depth}{each.name} [{span}] {each.detail or ''}".rstrip())
        lines += outline(list(each.children or ()), depth + 1)
    return lines


def test_the_outline_of_a_telegram_has_sections_headings_and_paragraphs(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("cable.txt", SECTIONS)
        found = outline(editor.symbols("cable.txt"))
    assert found[:8] == [
        "Section 1 of 3 [11-54]",
        "  Subject [23-24] NORDHAVEN: FERRIES, FISH AND THE WINTER LIGHT: MINISTER'S NO…",
        "  1. (C) [36-36] Summary: On November 15 the Minister of Ferries opened his b…",
        "  The Books [38-46]",
        "    2. (SBU) [40-46] The Minister had brought three ledgers and a lamp. The ledge…",
        "  The Boats [48-50]",
        "    3. (C) [50-50] Two boats are to be sold. The buyers have not been named; th…",
        "  The Lighthouse [52-54]",
    ]
    assert [line for line in found if line.startswith("Section")] == [
        "Section 1 of 3 [11-54]",
        "Section 2 of 3 [56-74]",
        "Section 3 of 3 [76-85]",
    ]


def test_the_outline_of_a_memo_has_paragraphs_and_their_parts(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        editor.open("memo.txt", CLEAN)
        found = outline(editor.symbols("memo.txt"))
    assert found[:6] == [
        "Subject [11-11] (U) Ferry Treaty with Eastmere",
        "1. (U) [13-14] The talks on the ferry treaty end this month. The agenda (se…",
        "2. (S//NF) [16-20] Eastmere will sign if Nordhaven signs first. Its reasons are…",
        "  (S//NF) [18-18] the second berth is not paid for;",
        "  (C) [20-20] the pilots ask for a longer season.",
        "3. (U) [22-29] Two tables show the traffic.",
    ]
