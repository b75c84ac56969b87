"""Lines of an e-mail as it is shown, found again in its file."""

from validator.lsp.mail_lines import MailLines
from validator.readers import read_bytes

FILE = """\
Received: by relay.example.gov
From: Jane Roe <jane.roe@example.gov>
Subject: a subject that
 is folded
Date: Mon, 7 Mar 2016 09:40:00 +0000
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

SECRET//NOFORN

The caf=C3=A9 is closed.
(S//NF) The yard is closed.
(S//NF) The yard is closed.

SECRET//NOFORN
"""


def found(line: str, occurrence: int = 0) -> str | None:
    """The line of the file for one of the shown text, which comes here with its number and text."""
    shown = read_bytes("mail.eml", FILE.encode()).text
    offset = -1
    for _ in range(occurrence + 1):
        offset = shown.index(line, offset + 1)
    place = MailLines(shown, FILE).offset(offset)
    if place is None:
        return None
    number = FILE.count("\n", 0, place)
    return f"{number}: {FILE.splitlines()[number]}"


def test_a_line_that_stands_in_the_file_is_found_there() -> None:
    assert found("From:") == "1: From: Jane Roe <jane.roe@example.gov>"
    assert found("SECRET//NOFORN") == "8: SECRET//NOFORN"


def test_equal_lines_are_found_one_behind_the_other() -> None:
    assert found("(S//NF)", 0) == "11: (S//NF) The yard is closed."
    assert found("(S//NF)", 1) == "12: (S//NF) The yard is closed."
    assert found("SECRET//NOFORN", 1) == "14: SECRET//NOFORN"


def test_a_line_that_the_file_holds_otherwise_is_not_found() -> None:
    assert (found("Subject:"), found("The café")) == (None, None)


def test_the_column_stays() -> None:
    shown = read_bytes("mail.eml", FILE.encode()).text
    place = MailLines(shown, FILE).offset(shown.index("NOFORN"))
    assert place == FILE.index("NOFORN")


def test_carriage_returns_do_not_hide_a_line() -> None:
    file = FILE.replace("\n", "\r\n")
    shown = read_bytes("mail.eml", file.encode()).text
    place = MailLines(shown, file).offset(shown.index("NOFORN"))
    assert place == file.index("NOFORN")
