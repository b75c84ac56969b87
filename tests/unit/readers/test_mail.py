"""E-mail files: what a mail program shows of them is the text, and what they carry is said."""

from email.message import EmailMessage

import pytest

from tests.battery.pdf_structure import SHOWN, page
from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.model.nodes import Observation
from validator.readers import read_bytes
from validator.readers.options import ReadOptions

HEAD = "From: Jane Roe <jane.roe@works.example>\nTo: John Doe <john.doe@works.example>\nSubject: (U) Harbor fees\n"


def message(body: str = "The fees.\n", **more: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Jane Roe <jane.roe@works.example>"
    made["To"] = "John Doe <john.doe@works.example>"
    made["Subject"] = "(U) Harbor fees"
    for name, value in more.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def read(made: EmailMessage, options: ReadOptions | None = None) -> SourceText:
    return read_bytes("a.eml", made.as_bytes(), options or ReadOptions())


def test_header_and_body_are_the_text() -> None:
    source = read(message("CONFIDENTIAL\n\nDie Gebühren.\n", X_Mailer="program", Bcc="boss@works.example"))
    assert (source.format, source.text) == ("e-mail", f"{HEAD}\nCONFIDENTIAL\n\nDie Gebühren.\n")


def test_of_a_page_what_a_browser_shows_is_the_text_and_the_rest_is_observed() -> None:
    made = message()
    made.set_content('<p>The fees.</p><p style="display:none">of Jane Quillfeather</p>', subtype="html")
    source = read(made)
    assert "The fees." in source.text
    assert "Quillfeather" not in source.text
    seen = [(node.name, node.part) for node in source.observations if isinstance(node, Observation)]
    assert seen == [("style-hidden-text", "message")]


def test_the_plain_text_is_taken_where_there_are_two() -> None:
    made = message("The fees.\n")
    made.add_alternative("<p>Other fees.</p>", subtype="html")
    assert read(made).text == f"{HEAD}\nThe fees.\n"


def test_attachments_are_read_for_what_they_hide_and_named() -> None:
    made = message()
    made.add_attachment(page(*SHOWN), maintype="application", subtype="pdf", filename="fees.pdf")
    made.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="seal.png")
    assert read(made).not_checked == (
        "attachment 1: its text; check it as a file of its own",
        "attachment 2: an image, a format this version does not read",
    )


def test_parts_that_hold_parts_are_read_as_messages() -> None:
    inner = message("Enclosed.\n")
    inner.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png")
    made = message()
    made.make_mixed()
    made.attach(inner)  # as some mail programs nest what they send
    forwarded = message()
    forwarded.add_attachment(inner)  # message/rfc822
    expected = (
        "attachment 1: its text; check it as a file of its own",
        "attachment 1: attachment 1: an image, a format this version does not read",
    )
    assert (read(made).not_checked, read(forwarded).not_checked) == (expected, expected)


def test_attachments_are_not_followed_for_ever() -> None:
    made = message()
    made.add_attachment(b"text", maintype="text", subtype="plain", filename="a.txt")
    source = read(made, ReadOptions(max_nesting=0))
    assert source.not_checked == ("attachment 1: attachments within attachments are not followed any deeper",)


def test_parts_nested_too_deep_are_refused() -> None:
    inner = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000))
    try:
        read_bytes("a.eml", f"From: a@b.example\n{inner}".encode())
    except UnreadableError as error:
        assert error.reason == "an e-mail with parts nested too deep"


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"Content-Type: multipart/mixed\n\nx", b"Subject: =?x?q?=ff?=\n\nx"]
)
def test_a_damaged_message_is_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        assert read_bytes("a.eml", data).format == "e-mail"
    except UnreadableError as error:
        assert "e-mail" in error.reason
