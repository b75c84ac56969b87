"""What a wheel holds compiled is what the files of the checkout say."""

from pathlib import Path

import msgspec
import pytest

from validator import resources
from validator.rulebook import compiled
from validator.vocabulary import load


def test_the_rules_in_a_wheel_are_those_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = {"rules": compiled.to_ship(), "vocabulary": load.to_ship()}
    here, vocabularies = compiled.builtin(), load.builtin()
    monkeypatch.setattr(resources, "compiled", shipped.get)
    load.builtin.cache_clear()
    try:
        there = compiled.load_packs(())
        assert [each.rule for each in there.rules] == [each.rule for each in here.rules]
        assert there.packs == here.packs
        assert load.builtin().every() == vocabularies.every()
        assert load.builtin().sha256 == vocabularies.sha256
    finally:
        monkeypatch.undo()
        load.builtin.cache_clear()


def test_no_path_of_the_machine_that_built_it_is_in_a_wheel() -> None:
    root = str(Path(__file__).resolve().parents[3]).encode()
    assert root not in compiled.to_ship()
    assert root not in load.to_ship()


def test_with_a_pack_of_ones_own_the_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack.yaml").write_text(
        'packfile: 1\nname: ours\ntitle: Ours\nversion: "1.0"\ndefault: true\nsource: here\n'
    )
    monkeypatch.setattr(resources, "compiled", lambda _: msgspec.msgpack.encode([]))
    assert [pack.name for pack in compiled.load_packs(()).packs] == []
    assert "ours" in [pack.name for pack in compiled.load_packs([tmp_path]).packs]
