"""Every form of a source gives the same documents, however it is cut."""

import gzip
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.unit.corpus.made import COUNT, SOURCES, parquet, texts
from validator.corpus.partition import BrokenSourceError, Columns, CorpusError
from validator.corpus.records import Record, records
from validator.corpus.sources import partitions
from validator.readers.targets import ALL

pytest.importorskip("pyarrow", reason="the extra 'corpus' is not installed")

MOST = 1_000_000
WHOLE = ("a.tar.gz", "a.jsonl.gz", "a.csv", "a.csv.gz")


def read(*sources: Path | str, weight: int = 1_000, columns: Columns | None = None) -> list[Record]:
    cut = partitions(list(map(str, sources)), ALL, weight)
    return [one for part in cut for one in records(part, columns or Columns(), MOST)]


@pytest.mark.parametrize("weight", [1, 300, 1_000, 10_000_000])
@pytest.mark.parametrize("name", SOURCES)
def test_the_documents_are_those_of_the_source(tmp_path: Path, name: str, weight: int) -> None:
    found = read(SOURCES[name](tmp_path / name), weight=weight)
    assert [one.data.decode() for one in found] == texts()
    assert [one.fault for one in found] == [""] * COUNT
    assert len({one.name for one in found}) == COUNT


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_cut_where_that_can_be_done(tmp_path: Path, name: str) -> None:
    place = str(SOURCES[name](tmp_path / name))
    cut = list(partitions([place], ALL, 1_000))
    assert (len(cut) == 1) is (name in WHOLE)
    assert [part.number for part in cut] == list(range(len(cut)))


def test_several_sources_and_patterns_come_in_order(tmp_path: Path) -> None:
    one = SOURCES["a.jsonl"](tmp_path / "b.jsonl")
    SOURCES["a.zip"](tmp_path / "c.zip")
    SOURCES["folder"](tmp_path / "files")
    found = read(str(tmp_path / "[bc].*"), tmp_path / "files", one, weight=10_000)
    assert [record.data.decode() for record in found] == texts() * 4
    found = read(str(tmp_path / "files" / "00*.txt"))
    assert len(found) == 10


def test_a_url_is_opened_by_fsspec(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name in ("a.parquet", "a.zip", "a.tar", "a.jsonl"):
        system.pipe(f"/there/{name}", SOURCES[name](tmp_path / name).read_bytes())
        place = f"memory://there/{name}"
        assert [one.data.decode() for one in read(place)] == texts()
    system.pipe("/loose/one.txt", texts()[0].encode())
    assert [one.data.decode() for one in read("memory://loose/*.txt")] == texts()[:1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.parquet", "no such file or directory"),
        ("gone.jsonl", "no such file or directory"),
        ("gone.zip", "no such file or directory"),
        ("gone-*.zip", "nothing fits this pattern"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(BrokenSourceError, match=said):
        read(tmp_path / name)


@pytest.mark.parametrize("name", ["a.parquet", "a.zip", "a.tar", "a.tar.gz", "a.jsonl.gz"])
def test_what_is_damaged_is_said(tmp_path: Path, name: str) -> None:
    place = SOURCES[name](tmp_path / name)
    place.write_bytes(
        place.read_bytes()[: -60 if name != "a.tar.gz" else -200]
        if name != "a.tar"
        else b"no archive at all" * 100
    )
    with pytest.raises(BrokenSourceError, match=f"{name}: damaged"):
        read(place)


def test_a_line_that_is_none_costs_itself(tmp_path: Path) -> None:
    good = json.dumps({"id": "x", "text": texts()[0]})
    lines = [good, "{", "[1]", '{"id": "y", "text": 7}', "", '{"text": "\\ud800"}', good]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = read(tmp_path / "a.jsonl")
    assert [one.fault for one in found] == [
        "",
        "the line is no JSON, or too long",
        "the line is no JSON object",
        "has no text",
        "",
        "",
    ]
    assert found[4].data == b"?"


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    good = json.dumps({"id": "x", "text": texts()[0]})
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"text": "{"a" * 5_000_000}"}}\n{good}\n')
    cut = list(partitions([str(tmp_path / "a.jsonl")], ALL, 10_000_000))
    found = [one for part in cut for one in records(part, Columns(), 1_000)]
    assert [bool(one.fault) for one in found] == [False, True, False]


def test_a_document_that_is_too_large_is_cut_short(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 50_000_000)
    (part,) = partitions([str(tmp_path / "a.zip")], ALL, 10**9)
    (found,) = records(part, Columns(), 1_000)
    assert len(found.data) == 1_001  # which is refused when it is read
    packed = gzip.compress(json.dumps({"text": "a" * 50_000_000}).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    (part,) = partitions([str(tmp_path / "a.jsonl.gz")], ALL, 10**9)
    (found,) = records(part, Columns(), 1_000)
    assert found.fault == "the line is no JSON, or too long"


def test_links_and_folders_of_an_archive_are_no_documents(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        inside = tarfile.TarInfo("folder")
        inside.type = tarfile.DIRTYPE
        archive.addfile(inside)
    assert read(tmp_path / "a.tar") == []


def test_columns_are_guessed_named_or_asked_for(tmp_path: Path) -> None:
    rows = [{"mrn": 12, "cable": texts()[0]}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with pytest.raises(CorpusError, match=r"name it with --text-column \(there are: mrn, cable\)"):
        read(tmp_path / "a.jsonl")
    (found,) = read(tmp_path / "a.jsonl", columns=Columns(text="cable"))
    assert (found.name, found.data.decode()) == ("12", texts()[0])
    with pytest.raises(CorpusError, match="there is no column 'nmae'"):
        read(tmp_path / "a.jsonl", columns=Columns(text="cable", name="nmae"))
    with pytest.raises(CorpusError, match="which column holds the text"):
        read(parquet(tmp_path / "a.parquet"), columns=Columns(text="body"))


def test_one_row_group_is_cut_into_parts(tmp_path: Path) -> None:
    many = [f"{text}{number}\n" for number, text in enumerate(texts() * 40)]
    place = parquet(tmp_path / "a.parquet", group=1_000, rows=many)
    cut = list(partitions([str(place)], ALL, 20_000))
    assert len(cut) > 5
    assert [one.data.decode() for one in read(place, weight=20_000)] == many
