"""Plain text: UTF-8, UTF-16 with a byte order mark, else Windows-1252 with an observation that says so."""

import codecs
import hashlib

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.model.nodes import Node, Observation

# A guess by statistics is worse than a finding: charset detectors read a 2 kB cp1252 telegram as cp775.
_FALLBACK = "cp1252"
_BLOCKS = ("XXXX", "__ __", ".... ....")  # of which blocks in plain letters have one
_SAMPLE = 65_536
_MOST_CONTROLS = 0.05  # of the sample; real garbled teletype stays far below
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1a\x1b\x08")


def read(name: str, data: bytes) -> SourceText:
    """Decodes plain text. UnreadableError when the bytes are not text."""
    text, observations = decoded(name, data)
    observations += observe_text(text)
    if len(observations) > 1:
        observations.sort(key=start_of)
    return SourceText(name, "text", text, hashlib.sha256(data).hexdigest(), tuple(observations))


def decoded(name: str, data: bytes) -> tuple[str, list[Node]]:
    """The text of bytes, and what its encoding shows. UnreadableError when they are not text."""
    observations: list[Node] = []
    text = _decoded(name, data, observations)
    _observe_controls(text, observations)
    return text, observations


def start_of(node: Node) -> int:
    """Where a node begins: what observations are sorted by."""
    return node.start


def observe_text(text: str) -> list[Node]:
    """What is to be seen in the text of any format: unseen characters, and blocks that tell their words."""
    plain = text.isascii()
    found: list[Node] = []
    # Their patterns take 5 ms to make ready, which a text of plain letters does without.
    if not plain:
        from validator.readers.characters import observe_characters

        found += observe_characters(text)
    if not plain or any(literal in text for literal in _BLOCKS):
        from validator.readers.blocks import observe_blocks

        found += observe_blocks(text)
    return found


def _decoded(name: str, data: bytes, observations: list[Node]) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(name, data)
    _refuse_binary(name, data)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # One character a byte, so offsets are those of the bytes; the five unused codes become U+FFFD.
        text = body.decode(_FALLBACK, "replace")
        byte = body[error.start]
        observations.append(Observation(start=error.start, end=error.start + 1, name="not-utf8", value=byte))
        return text


def _utf16(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableError(name, f"broken UTF-16 at byte {error.start}") from error


def _refuse_binary(name: str, data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(sample):
        raise UnreadableError(name, "binary, not text", "save it as UTF-8, or UTF-16 with a byte order mark")


def _observe_controls(text: str, observations: list[Node]) -> None:
    if "\x00" not in text:
        return
    at = text.index("\x00")
    observations.append(
        Observation(start=at, end=at + 1, name="control-characters", value=text.count("\x00"))
    )
