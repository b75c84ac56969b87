"""Which target of a link tells something, and which is what links are for."""

import pytest

from validator.readers.link_targets import tells
from validator.readers.shown_words import words_of

SHOWN = words_of("Write to the harbour desk about Anders Holm, for example")

# target, label, surroundings
TELLING = {
    "mail to somebody who is not shown": ("mailto:jane.roe@example.org", "write", ""),
    "mail, escaped": ("mailto:jane%2Eroe@example.org", "write", ""),
    "a drive": (r"C:\Cases\roe.docx", "file", ""),
    "a share": (r"\\server\roe\a.docx", "file", ""),
    "a home folder": ("file:///home/roe/a.docx", "file", ""),
    "a telephone": ("tel:+15551234567", "call", ""),
    "a web address under a redaction": ("https://example.org/roe", "[REDACTED]", ""),
    "a web address beside a redaction": ("https://example.org/roe", "wife", "his wife met ████"),
}
SILENT = {
    "a web address": ("https://example.org/roe", "there", "he went there"),
    "a place in the document": ("#jane-roe", "there", "████"),
    "data": ("data:image/png;base64,AAAAroe", "", "████"),
    "mail to somebody who is shown": ("mailto:anders.holm@example.org", "write", ""),
    "mail whose label is the address": ("mailto:jane.roe@example.org", "jane.roe@example.org", ""),
    "words that are shown, beside a redaction": ("https://example.org/anders-holm", "", "he met ████"),
    "a file beside": ("docs/roe.md", "more", ""),
    "a path of a program": ("https://example.org/?q=std::fs::File::open", "run", ""),
}


@pytest.mark.parametrize(("target", "label", "near"), TELLING.values(), ids=TELLING)
def test_tells(target: str, label: str, near: str) -> None:
    assert tells(target, label, near, SHOWN)


@pytest.mark.parametrize(("target", "label", "near"), SILENT.values(), ids=SILENT)
def test_is_silent(target: str, label: str, near: str) -> None:
    assert not tells(target, label, near, SHOWN)
