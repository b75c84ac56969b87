"""Plain text in every encoding that is read, and what is refused with a reason."""

import codecs
import hashlib
import os
from pathlib import Path

import pytest

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.model.nodes import Observation
from validator.readers import read_bytes, read_file
from validator.readers.options import ReadOptions

NAME = "made.txt"
TEXT = "UNCLAS NORDHAVEN 000413\n\n1. Café ¶ “quoted” — done.\n"

DECODES = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a byte order mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16, little end first": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16, big end first": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
}

# bytes: text, (name, value, start) of the observation
OBSERVED = {
    "the first byte that is no UTF-8 is named": (b"ab\x93c\x94", "ab“c”", ("not-utf8", 0x93, 2)),
    "behind a byte order mark offsets are those of the text": (
        codecs.BOM_UTF8 + b"ab\x93c",
        "ab“c",
        ("not-utf8", 0x93, 2),
    ),
    "a multi-byte letter cut short": (b"caf\xc3", "cafÃ", ("not-utf8", 0xC3, 3)),
    "a byte that cp1252 does not use": (b"a\x81b", "a\ufffdb", ("not-utf8", 0x81, 1)),
    "a UTF-8 file with one stray byte is cp1252 as a whole": (b"\xc3\xa9\xff", "Ã©ÿ", ("not-utf8", 0xFF, 2)),
    "NUL is counted at the first": (
        b"one\x00two" + b" text" * 20 + b"\x00",
        None,
        ("control-characters", 2, 3),
    ),
}
LEFT_ALONE = {
    "carriage returns": "one\r\ntwo\r\n",
    "form feeds": "one\n\x0c\ntwo",
    "tabs": "\tone\ttwo",
    "runs of blanks": "one" + " " * 5000 + "two",
    "a line of a megabyte": "x" * 1_000_000,
    "an escape character here and there": "one" + " text" * 50 + "\x1b",
    "an empty file": "",
}
REFUSED = {
    "a ZIP archive": (
        b"PK\x03\x04....",
        "a damaged or truncated ZIP archive",
    ),
    "an image": (b"\x89PNG\r\n\x1a\n", "an image, a format this version does not read"),
    "a program": (b"\x7fELF\x02\x01", "a program, a format this version does not read"),
    "binary": (
        bytes(range(256)) * 4,
        "binary, not text; save it as UTF-8, or UTF-16 with a byte order mark",
    ),
    "UTF-16 without a mark": (
        TEXT.encode("utf-16-le"),
        "binary, not text; save it as UTF-8, or UTF-16 with a byte order mark",
    ),
    "UTF-16 cut in a letter": (codecs.BOM_UTF16_LE + b"a\x00b", "broken UTF-16 at byte 4"),
    "half a surrogate": (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "broken UTF-16 at byte 4"),
}


@pytest.mark.parametrize("data", DECODES.values(), ids=DECODES)
def test_is_decoded_without_an_observation(data: bytes) -> None:
    sha256 = hashlib.sha256(data).hexdigest()
    assert read_bytes(NAME, data) == SourceText(NAME, "text", TEXT, sha256)


@pytest.mark.parametrize(("data", "text", "observed"), OBSERVED.values(), ids=OBSERVED)
def test_is_decoded_with_an_observation(
    data: bytes, text: str | None, observed: tuple[str, int, int]
) -> None:
    source = read_bytes(NAME, data)
    name, value, start = observed
    assert source.observations == (Observation(start=start, end=start + 1, name=name, value=value),)
    assert text is None or source.text == text


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_as_it_is(text: str) -> None:
    source = read_bytes(NAME, text.encode())
    assert (source.text, source.observations) == (text, ())


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_is_refused_because_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_bytes(NAME, data)
    assert str(refused.value) == f"{NAME}: {reason}"


def test_the_size_limit_is_the_last_size_that_is_read() -> None:
    assert read_bytes(NAME, b"12345", ReadOptions(max_bytes=5)).text == "12345"
    with pytest.raises(UnreadableError) as refused:
        read_bytes(NAME, b"123456", ReadOptions(max_bytes=5))
    assert str(refused.value) == f"{NAME}: larger than 5 bytes; raise --max-bytes to read it"


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(TEXT.encode())
    assert read_file(path) == read_bytes(str(path), TEXT.encode())


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(b"123456")
    assert read_file(path, ReadOptions(max_bytes=6)).text == "123456"
    with pytest.raises(UnreadableError, match="larger than 5 bytes"):
        read_file(path, ReadOptions(max_bytes=5))


def test_what_is_no_regular_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(UnreadableError) as refused:
            read_file(path)
        assert str(refused.value) == f"{path}: not a regular file; name a file or a folder"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_file(tmp_path / "missing")
    assert str(refused.value) == f"{tmp_path / 'missing'}: no such file or directory"


def test_a_link_in_a_loop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UnreadableError, match="too many levels of symbolic links"):
        read_file(tmp_path / "loop")


def test_a_linked_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "cable.txt").write_text("text")
    (tmp_path / "link").symlink_to(tmp_path / "cable.txt")
    assert read_file(tmp_path / "link").text == "text"
