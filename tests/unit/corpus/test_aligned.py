"""Tables stand in columns, and the last goes on below itself without losing a character."""

from validator.corpus.aligned import WIDTH, Section, encoded, lines_of


def test_numbers_stand_right_and_words_left() -> None:
    section = Section(
        "Title", ("findings", "severity", "rule"), (("1", "error", "a"), ("1,000", "info", "bb")), 1
    )
    assert list(lines_of(section)) == [
        "",
        "Title",
        "findings  severity  rule",
        "       1  error     a",
        "   1,000  info      bb",
    ]


def test_an_empty_table_says_none_and_a_cut_one_how_many_more() -> None:
    assert list(lines_of(Section("Title", ("name",), (), 0))) == ["", "Title: none"]
    cut = Section("Title", ("name",), (("a",),), 0, 1_200, ("a: note",))
    assert list(lines_of(cut)) == ["", "Title", "name", "a", "and 1,200 more", "a: note"]


def test_a_long_name_is_broken_and_whole() -> None:
    name = "a  name/" * 40
    _, _, _, *lines = lines_of(Section("Title", ("n", "name"), (("1", f"{name}end"),), 1))
    assert all(len(line) <= WIDTH for line in lines)
    assert "".join(line[3:] for line in lines) == f"{name}end"


def test_a_name_cannot_drive_a_terminal_or_begin_a_line() -> None:
    _, _, _, line = lines_of(Section("Title", ("name",), (("a\n\x1b[31mb",),), 0))
    assert line == r"a\n\x1b[31mb"
    assert encoded(["\ud800"]) == b"\\ud800\n"
