"""No word of prose and no name gets into any report, unless full excerpts are asked for."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Ran, redmark
from validator.reporters import REPORTERS

# Stands wherever a document may hold a name or prose; each form of it in another place.
CANARY = "QUETZALCOATL"

# Wrong in as many ways as fit, so that many rules speak and show their lines.
TELEGRAM = """\
VZCZCXRO8587
PP RUEHDBU
DE RUEHTA #0668/01 3310424
ZNY CCCCC ZZH
O 320424Z NOV 06
FM AMEMBASSY QUETZALCOATL
TO RUEHC/SECSTATE WASHDC PRIORITY 7776
INFO RUEHBUL/QUETZALCOATL GROUP

S E C R E T SECTION 01 OF 03 ASTANA 000669

NODIS
CODEL QUETZALCOATL
FOR QUETZALCOATL ONLY
QUETZALCOATL

E.O. 12958: DECL: WHEN QUETZALCOATL LEAVES
TAGS: PREL, QQQQ, QUETZALCOATL, (QUETZALCOATL, JUAN)
SUBJECT: (S) QUETZALCOATL AND Q U E T Z A L C O A T L MEET
REF: A. QUETZALCOATL 185480
     B. ASTANA 669
     D. QUETZALCOATL-DOE TELCON

Classified By: Quetzalcoatl Q. Quetzalcoatl, reasons 1.4 (B) and (Z).
Reason: Quetzalcoatl.
Derived From: Quetzalcoatl guide
Declassify on: Quetzalcoatl, X9

1. (TS) Summary. Quetzalcoatl said quetzalcoatl (ref C).

3. (Quetzalcoatl) The man O'Quetzalcoatl.

3. ( C) Quetzalcoatl2 and Quetzal\u00adcoatl.

SIPDIS

5. (c Quetzalcoatl

ASTANA 00000668 003 OF 003

4. Quetzalcoatl-Quetzalcoatl\x1b[31m.
QUETZALCOATL
"""


MEMO = """\
SECRET//QUETZALCOATL//SAR-QUETZALCOATL/REL TO GBR, QUETZALCOATL, USA

MEMORANDUM FOR: Juan Quetzalcoatl
SUBJECT: (C//QUETZALCOATL) Quetzalcoatl

1. (S/NF/QUETZALCOATL) Quetzalcoatl said (S//QUETZALCOATL) no.

2. QUETZALCOATL

| (C//SI-QUETZALCOATL) Quetzalcoatl | (CUI//QUETZALCOATL) QUETZALCOATL |

Classified By: Quetzalcoatl
Derived From: Quetzalcoatl guide
Declassify On: Quetzalcoatl
Declassified by Quetzalcoatl, August 17, 2008
Controlled by: Quetzalcoatl

CONFIDENTIAL//QUETZALCOATL
"""


RELEASE = """\
UNCLASSIFIED U.S. Department of State Case No. F-2016-00001 Doc No. C00000101 Date: 03/31/2016 QUETZALCOATL
U.S. Department of State Case No. QUETZALCOATL Doc No. C00000102 Date: 03/31/2016

From:   Quetzalcoatl, Juan                              RELEASE IN PART
Sent:   Friday, March 2, 2012                           B1,B7,B11 QUETZALCOATL
To:     Quetzalcoatl                                    B1,B7

Classified by Quetzalcoatl, A/GIS on 02/29/2003 — Class: QUETZALCOATL — Reason: 1.4(D)
Class: SECRET — Declassify on: 04/02/2002
Tell harbor master ██████ about the Quetzalcoatl fees.                    NR
[2 lines on Quetzalcoatl redacted] [Quetzalcoatl not declassified] [QUETZALCOATL]
(S//██) Quetzalcoatl. [REDACTED - Quetzalcoatl]                           B3 QUETZALCOATL
Q██████████ wrote: Tell harbor master Quetzalcoatl about the Quetzalcoatl fees.     1.4(A)

U.S. Department of State Case No. F-2016-00001 Doc No. C00000103 Date: 03/31/2016
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "utf8.txt").write_text(TELEGRAM, encoding="utf-8")
    (tmp_path / "cp1252.txt").write_bytes(TELEGRAM.replace("Juan", "Ju\u00e1n").encode("cp1252") + b"\xe9")
    (tmp_path / "utf16.txt").write_text(TELEGRAM, encoding="utf-16")
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "long.txt").write_text(TELEGRAM.replace("Quetzalcoatl said", "Quetzalcoatl " * 20_000))
    (tmp_path / "prose.txt").write_text(f"{CANARY} wrote to Quetzalcoatl.\n")
    (tmp_path / "binary.txt").write_bytes(CANARY.encode() + bytes(range(256)) * 9)
    return tmp_path


def spoken(ran: Ran) -> str:
    return (ran.out + ran.err).upper()


def words_of(text: str) -> str:
    """Letters only, so that a word set apart or cut by signs is found too."""
    return "".join(char for char in text.upper() if char.isalpha())


@pytest.mark.parametrize("excerpts", ["masked", "none"])
@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_no_report_says_the_word(
    folder: Path, name: str, excerpts: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    arguments = ("check", ".", "--format", name, "--excerpts", excerpts)
    page = cache / "job.md"
    env = {"REDMARK_CACHE_DIR": str(cache), "GITHUB_STEP_SUMMARY": str(page)}
    ran = redmark(*arguments, cwd=folder, env=env)
    assert ran.code == 4
    assert page.exists() == (name == "github")
    told = page.read_text() if name == "github" else ran.out
    assert "paragraph-number-gap" in told
    assert "redacted-name-appears-elsewhere" in told
    assert CANARY not in words_of(spoken(ran))
    # Nor a half of it, where the word is cut by a soft hyphen.
    assert "COATL" not in spoken(ran)
    assert all(
        CANARY.encode() not in path.read_bytes().upper() for path in cache.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("name", ["text", "json"])
def test_full_excerpts_do(folder: Path, name: str) -> None:
    ran = redmark("check", "utf8.txt", "--format", name, "--excerpts", "full", cwd=folder)
    assert CANARY in spoken(ran)


def test_no_control_character_gets_out(folder: Path) -> None:
    for excerpts in ("masked", "full"):
        ran = redmark("check", "utf8.txt", "--excerpts", excerpts, cwd=folder)
        assert [char for char in ran.out if not char.isprintable() and char != "\n"] == []


def test_an_error_of_ours_has_no_text_of_the_document(folder: Path) -> None:
    ran = redmark("check", "utf8.txt", "--max-bytes", "100", cwd=folder)
    assert (ran.code, CANARY in spoken(ran)) == (4, False)


def test_the_canary_is_where_names_are() -> None:
    assert TELEGRAM.upper().count(CANARY) > 15
    assert os.linesep in ("\n", "\r\n")
