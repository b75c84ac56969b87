"""The list of words that must not occur: what it finds, in which layer, and what it refuses."""

from pathlib import Path

import pytest

from validator.engine.withheld import NAME, WithheldList, hashed, observed, read_list, words_of
from validator.errors import UsageError
from validator.model.document import SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Observation


def listed(tmp_path: Path, text: str) -> WithheldList:
    path = tmp_path / "names.txt"
    path.write_text(text, encoding="utf-8")
    return read_list(path)


def hashes_of(tmp_path: Path, text: str) -> WithheldList:
    clear = listed(tmp_path, text)
    return listed(tmp_path, "\n".join(hashed(" ".join(words) for words in clear.plain)))


def found(text: str, withheld: WithheldList) -> list[str]:
    return [text[node.start : node.end] for node in observed(SourceText("a", "text", text, ""), withheld)]


TEXT = "The agent O'HARA,\n  Ann met Bo. O'Hara Annette came later. Straße 5 is near."


@pytest.mark.parametrize("made", [listed, hashes_of])
@pytest.mark.parametrize(
    ("entry", "places"),
    [
        ("O'Hara, Ann", ["O'HARA,\n  Ann"]),  # case, blanks and punctuation do not count
        ("o hara ann", ["O'HARA,\n  Ann"]),
        ("Ann", ["Ann"]),  # a whole word, not the beginning of Annette
        ("Bo", ["Bo"]),
        ("STRASSE 5", ["Straße 5"]),
        ("Carla", []),
    ],
)
def test_an_entry_is_found(made: object, entry: str, places: list[str], tmp_path: Path) -> None:
    assert callable(made)
    assert found(TEXT, made(tmp_path, f"# names\n{entry}\n")) == places


def test_hidden_layers_are_searched(tmp_path: Path) -> None:
    seen = Observation(start=4, end=4, name="covered-text", page=3, value=9, hidden=Hidden("by Ann B."))
    nodes = observed(SourceText("a", "pdf", "Page", "", (seen,)), listed(tmp_path, "Ann"))
    assert [(node.name, node.page, node.part) for node in nodes if isinstance(node, Observation)] == [
        (NAME, 3, "covered text")
    ]


def test_a_hash_list_tells_no_words(tmp_path: Path) -> None:
    text = "\n".join(hashed(["Ann Example"]))
    assert "ann" not in text.lower().replace("redmark", "")
    assert text != "\n".join(hashed(["Ann Example"]))  # another salt each time


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "lists nothing"),
        ("# nothing\n\n", "lists nothing"),
        ("...", "1: an entry has 1 to 32 words"),
        ("redmark-withheld 1 " + "0" * 32 + "\nAnn", "2: no line of 'redmark withheld hash'"),
    ],
)
def test_a_bad_list_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=reason):
        listed(tmp_path, text)


def test_words_are_letters_and_digits() -> None:
    assert words_of("O’Hara, Ann (b. 1961)") == ("o", "hara", "ann", "b", "1961")
