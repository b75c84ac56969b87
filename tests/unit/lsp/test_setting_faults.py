"""Errors about files of ours, placed in their text."""

import pytest

from tests.unit.lsp.documents import opened
from validator.engine.settings_file import settings_in
from validator.engine.suppressions import suppressions_in
from validator.errors import ValidatorError
from validator.lsp.setting_faults import place_of

CASES = [
    ("redmark.toml", 'select = ["a"]\nfail-onn = "error"\n', "fail-onn"),
    ("redmark.toml", '# error\nfail-on = "eror"\n', "eror"),
    ("redmark.toml", "# 3\nmax-bytes = 0\n", "max-bytes"),
    ("redmark.toml", 'select = ["a"]\nfail-on =\n', ""),
    ("redmark-suppressions.yaml", "suppressions: 1\nentries:\n- file: a.txt\n  rulle: x\n", "rulle: x"),
]


@pytest.mark.parametrize(("name", "text", "underlined"), CASES, ids=[repr(case[1]) for case in CASES])
def test_a_fault_is_underlined_where_it_stands(name: str, text: str, underlined: str) -> None:
    document = opened(name, text)
    read = settings_in if name.endswith(".toml") else suppressions_in
    assert document.path is not None
    with pytest.raises(ValidatorError) as raised:
        read(document.path, text)
    found = []
    for line in str(raised.value).splitlines():
        where = place_of(line, document)
        found.append(
            (where.start.line, text[document.lines.offset(where.start) : document.lines.offset(where.end)])
        )
    assert (text.count("\n", 0, text.rfind(underlined)) if underlined else 1, underlined) in found


def test_a_fault_of_another_file_is_told_on_the_first_line() -> None:
    where = place_of("baseline: known.jsonl: no such file", opened("redmark.toml", "a = 1\nb = 2\n"))
    assert (where.start.line, where.end.character) == (0, 5)
