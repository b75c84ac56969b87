"""A release around a document of another kind: that document is read as if nobody had released it."""

from itertools import zip_longest

import pytest

from tests.unit.parsers.made import BODY, HEADER, ROUTING, parsed
from tests.unit.parsers.release.made import FRAME, MAIL, RIGHT, fields
from validator.model.document import Document
from validator.parsers import parse
from validator.readers import read_bytes
from validator.vocabulary.load import builtin

MEMO = (
    "SECRET\n\n12 January 2012\n\nSUBJECT: (U) Fees\n\n1. (S) Fees rose.\n\n2. (U) Agents left.\n\nSECRET\n"
)
OURS = {"artefact", "exemption", "page_frame", "redaction", "release_stamp", "upgrade_stamp"}


def kinds_of(document: Document) -> dict[str, int]:
    return {kind: len(nodes) for kind, nodes in document.nodes.items() if kind not in OURS}


@pytest.mark.parametrize("inner", [ROUTING + HEADER + BODY, MEMO], ids=["telegram", "memo"])
def test_the_document_inside_is_what_it_was(inner: str) -> None:
    bare = parsed(inner)
    lines = inner.rstrip("\n").split("\n")
    stamped = [
        f"{line:<70}{' ' * 20}{code}".rstrip()
        for line, code in zip_longest(lines, ["RELEASE IN PART", "B6"], fillvalue="")
    ]
    document = parsed(FRAME + "\n".join(stamped) + "\n" + FRAME)
    assert (document.kind, document.layout, document.date) == (bare.kind, bare.layout, bare.date)
    assert kinds_of(document) == kinds_of(bare)
    assert (document.release, len(document.of("page_frame"))) == ("part", 2)


def test_offsets_are_those_of_the_file() -> None:
    text = FRAME + MEMO + FRAME
    document = parsed(text)
    assert document.source.text == text
    start, end = fields(document, "portion", "start", "end")[1]
    assert text[start:end] == "(S)"


def test_a_mail_without_marks_is_a_release_of_the_day_it_was_sent() -> None:
    document = parsed(FRAME + MAIL + f"Fees rose.{RIGHT}B5\n")
    assert (document.kind, str(document.date), document.date_source) == ("release", "2012-03-02", "text")


def test_a_block_alone_makes_no_release() -> None:
    document = parsed("The agent ██████ left.\n")
    assert (document.kind, document.release, len(document.of("redaction"))) == ("unknown", None, 1)


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("He told (b)(6) of the fees.", None),
        ("He told (b)(6) and then (b)(6), who left with (b)(7)(C) today.", "unstated"),
        ("He told [REDACTED] (b)(6) of the fees.", "unstated"),
    ],
)
def test_one_code_in_a_sentence_makes_no_release(text: str, release: str | None) -> None:
    assert parsed(text + "\n").release == release


def test_a_text_can_be_said_to_be_a_release() -> None:
    document = parse(read_bytes("made.txt", b"Fees rose.\n"), builtin(), kind="release")
    assert (document.kind, document.release) == ("release", None)


def test_pages_are_those_of_the_format() -> None:
    text = FRAME + "Fees rose.\n\f" + FRAME
    assert fields(parsed(text), "page_frame", "page") == [(1,), (2,)]
