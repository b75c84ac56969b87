"""The text of a Word document as Word shows it, where it is hidden, and documents made to do harm."""

import io
import struct
import sys
import zipfile

import pytest

from tests.battery.office import APP, body, field, shape
from tests.battery.packages import document, paragraph, part, relation, relations, run, zipped
from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers import read_bytes
from validator.readers.docx import read
from validator.readers.docx.elements import MOST_ITEMS
from validator.readers.options import ReadOptions

NAME = "made.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROW = "<w:tr>{}</w:tr>".format
CELL = "<w:tc>{}</w:tc>".format
LIST = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1.%3"/></w:lvl><w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num>'
)


def item(text: str, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>')


def listed() -> bytes:
    items = [
        item("one", 0),
        item("under", 1),
        item("under", 1),
        item("deep", 2),
        item("dot", 3),
        item("two", 0),
        item("again", 1),
    ]
    return document(
        "".join(items),
        related=(relation(10, "numbering", "numbering.xml"),),
        parts={"word/numbering.xml": part("w:numbering", LIST)},
    )


def with_margins() -> bytes:
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="rId{number}"/>'
        for number, (kind, which) in enumerate(
            [("header", "default"), ("footer", "default"), ("header", "first"), ("header", "even")], 10
        )
    )
    section = f"<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    return document(
        f"<w:p><w:pPr>{section}</w:pPr>{run('first section')}</w:p>" + paragraph("second section") + section,
        related=(
            relation(10, "header", "header1.xml"), relation(11, "footer", "footer1.xml"),
            relation(12, "header", "header2.xml"), relation(13, "header", "header3.xml"),
            relation(14, "footnotes", "footnotes.xml"),
        ),
        parts={
            "word/header1.xml": part("w:hdr", paragraph("SECRET")),
            "word/header2.xml": part("w:hdr", paragraph("SECRET//FIRST")),
            "word/header3.xml": part("w:hdr", paragraph("SECRET")),
            "word/footer1.xml": part("w:ftr", paragraph("page") + paragraph("end")),
            "word/footnotes.xml": part(
                "w:footnotes",
                f'<w:footnote w:type="separator" w:id="-1">{paragraph("line")}</w:footnote>'
                f'<w:footnote w:id="1">{paragraph("a note")}</w:footnote>',
            ),
        },
    )  # fmt: skip


TEXTS = {
    "paragraphs, blanks and breaks": (
        body(paragraph("one <w:tab/>".replace(" <w:tab/>", "")) + "<w:p/>" + paragraph(run("a ") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")),
        "The witness met the harbour master on the pier.\none\n\na \tb\nc\n",
    ),
    "a table cell by cell": (
        document(
            "<w:tbl>" + ROW(CELL(paragraph("a")) + CELL(paragraph("b") + paragraph("c")))
            + ROW(CELL(paragraph("")) + f"<w:sdt><w:sdtPr/><w:sdtContent>{CELL(paragraph('d'))}</w:sdtContent></w:sdt>")
            + "</w:tbl>" + paragraph("after")
        ),
        "a\tb\nc\n\td\nafter\n",
    ),
    "list items with their numbers": (listed(), "1. one\n(a) under\n(b) under\n1.IV deep\n• dot\n2. two\n(a) again\n"),
    "headers first, footers last, notes between, each once": (
        with_margins(),
        "SECRET\nSECRET//FIRST\nfirst section\nsecond section\na note\npage\nend\n",
    ),
    "text boxes behind their paragraph": (
        document(paragraph(run("be") + shape("FFFFFF", paragraph("in the box")) + run("fore")) + paragraph("after")),
        "before\nin the box\nafter\n",
    ),
    "results of fields and not their codes": (document(field(r"PAGE \* MERGEFORMAT", "17")), "17\n"),
    "a field without an end": (
        document(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("code")) + paragraph(run("more"))),
        "\n\n",
    ),
    "strict documents": (
        document("", parts={"word/document.xml": part("w:document", f"<w:body>{paragraph('strict')}</w:body>").replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")}),
        "strict\n",
    ),
    "UTF-16": (
        document("", parts={"word/document.xml": part("w:document", f"<w:body>{paragraph('café')}</w:body>").encode("utf-16")}),
        "café\n",
    ),
    "links, insertions, smart tags and formulas": (
        document(
            "<w:p><w:hyperlink>" + run("a") + "</w:hyperlink><w:smartTag>" + run("b") + "</w:smartTag>"
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>c</m:t></m:r></m:oMath></w:p>'
        ),
        "abc\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text"), TEXTS.values(), ids=TEXTS)
def test_the_text_is_what_word_shows(data: bytes, text: str) -> None:
    source = read_bytes(NAME, data)
    assert (source.format, source.text, source.not_checked) == ("docx", text, ())


def test_stretches_name_the_part_and_the_paragraph() -> None:
    stretches = read_bytes(NAME, with_margins()).stretches
    starts = {stretch.part: stretch.start for stretch in stretches}
    assert [
        starts[f"word/{part}.xml"] for part in ("header1", "header2", "document", "footnotes", "footer1")
    ] == [
        0,
        7,
        21,
        50,
        57,
    ]
    assert starts["word/document.xml paragraph 1"] == 21
    assert [stretch.start for stretch in stretches] == sorted(stretch.start for stretch in stretches)


def test_what_is_hidden_is_told_with_place_and_length_and_left_out_of_the_text() -> None:
    gone = f'<w:del w:id="1">{run("the ").replace("w:t", "w:delText")}{run("tall man")}</w:del>'
    source = read_bytes(NAME, document(paragraph("one") + paragraph(run("met ") + gone + run("him"))))
    assert source.text == "one\nmet him\n"
    assert source.observations == (
        Observation(
            start=8,
            end=8,
            name="tracked-deletion",
            value=12,
            part="word/document.xml paragraph 2",
            hidden=Hidden("the tall man"),
        ),
    )


def test_an_insertion_stays_in_the_text_and_is_one_observation_for_neighbours() -> None:
    added = "".join(
        f'<w:ins w:id="{number}">{run(word)}</w:ins>' for number, word in enumerate(("tall ", "man "))
    )
    source = read_bytes(NAME, document(paragraph(run("met ") + added + run("there"))))
    assert source.text == "met tall man there\n"
    assert source.observations == (
        Observation(start=4, end=13, name="tracked-insertion", value=9, part="word/document.xml paragraph 1"),
    )


OTHERS = {
    "an Excel workbook": (
        "spreadsheetml.sheet.main+xml",
        "an Excel workbook, a format this version does not read",
    ),
    "a presentation": (
        "presentationml.presentation.main+xml",
        "a PowerPoint presentation, a format this version does not read",
    ),
    "an unknown package": ("odd.main+xml", "an Office package without a Word document"),
}


def office(kind: str) -> bytes:
    types = f'<Types><Override PartName="/x/main.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/></Types>'
    root = relations(relation(1, "officeDocument", "x/main.xml"))
    return zipped({"[Content_Types].xml": types, "_rels/.rels": root, "x/main.xml": "<x/>"})


REFUSED = {
    **{name: (office(kind), reason) for name, (kind, reason) in OTHERS.items()},
    "a Java archive": (zipped({"META-INF/MANIFEST.MF": ""}), "a Java archive, not a Word document"),
    "an OpenDocument": (zipped({"mimetype": "x"}), "an OpenDocument or EPUB file, not a Word document"),
    "a ZIP archive": (zipped({"a.txt": "x"}), "a ZIP archive, not a Word document"),
    "an encrypted document": (
        OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
        "an encrypted Office document; save it without a password",
    ),
    "an old document": (OLE + b"\0" * 500, "an old Office document, a format this version does not read"),
    "a truncated document": (document("")[:-60], "a damaged or truncated ZIP archive"),
    "half a document": (document("")[:900], "a damaged or truncated ZIP archive"),
    "a main part that is no XML": (
        document("", parts={"word/document.xml": "<w:document"}),
        "a Word document whose word/document.xml is damaged XML at line 1",
    ),
    "an empty main part": (
        document("", parts={"word/document.xml": ""}),
        "a Word document whose word/document.xml is damaged XML at line 1",
    ),
    "no body": (
        document("", parts={"word/document.xml": part("w:document", "")}),
        "a Word document whose word/document.xml has no body",
    ),
    "an entity bomb": (
        document("", parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'}),
        "a Word document whose word/document.xml declares a document type, which could hold entities",
    ),
    "an external entity": (
        document("", parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'}),
        "a Word document whose word/document.xml declares a document type, which could hold entities",
    ),
    "an entity bomb in UTF-16": (
        document("", parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'.encode("utf-16")}),
        "a Word document whose word/document.xml declares a document type, which could hold entities",
    ),
    "a hundred thousand elements deep": (
        document("", parts={"word/document.xml": "<a>" * 100_000 + "</a>" * 100_000}),
        "a Word document whose word/document.xml is nested deeper than 128 elements",
    ),
    "more elements than fit": (
        document("", parts={"word/document.xml": "<a>" + "<b/>" * MOST_ITEMS + "</a>"}),
        "a Word document whose word/document.xml holds more than 3000000 elements and attributes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_is_refused_because_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_bytes(NAME, data)
    assert str(refused.value) == f"{NAME}: {reason}"


def small(data: bytes, limit: int = 100_000) -> SourceText:
    return read(NAME, data, ReadOptions(unpacked_bytes=limit))


def test_a_main_part_that_unpacks_beyond_the_limit_is_refused() -> None:
    bomb = document("", parts={"word/document.xml": b" " * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="would take the package beyond 100000 unpacked bytes"):
        small(bomb)


def test_a_side_part_that_unpacks_beyond_the_limit_is_not_checked() -> None:
    bomb = document(
        paragraph("shown"),
        related=(relation(10, "settings", "settings.xml"),),
        parts={"word/settings.xml": b" " * 5_000_000},
    )
    source = small(bomb)
    assert source.text == "shown\n"
    assert source.not_checked == ("word/settings.xml: would take the package beyond 100000 unpacked bytes",)


def test_an_entry_that_lies_about_its_size_is_not_unpacked_further() -> None:
    made = document(
        paragraph("shown"),
        related=(relation(10, "settings", "settings.xml"),),
        parts={"word/settings.xml": b" " * 5_000_000},
    )
    lying = made.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 50))
    assert lying != made
    assert small(lying).not_checked == ("word/settings.xml: cannot be unpacked",)


def test_an_entry_within_an_entry_is_an_embedded_object_and_is_not_opened() -> None:
    inner = zipped({"a": b" " * 1_000_000})
    source = small(
        document(
            "",
            related=(relation(10, "package", "embeddings/a.xlsx"),),
            parts={"word/embeddings/a.xlsx": inner},
        )
    )
    assert [(each.name, each.part) for each in source.observations if isinstance(each, Observation)] == [
        ("embedded-object", "word/embeddings/a.xlsx")
    ]


def test_an_entry_packed_in_another_way_is_refused() -> None:
    file = io.BytesIO()
    made = zipfile.ZipFile(io.BytesIO(document("")))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for entry in made.infolist():
            archive.writestr(entry.filename, made.read(entry))
    with pytest.raises(UnreadableError, match="is compressed in a way that Office documents do not use"):
        read_bytes(NAME, file.getvalue())


def test_an_encrypted_entry_is_refused() -> None:
    made = bytearray(document(""))
    made[made.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="an encrypted ZIP archive; save it without a password"):
        read_bytes(NAME, bytes(made))


def test_a_part_given_twice_is_named() -> None:
    file = io.BytesIO(document(paragraph("first")))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("Word/document.xml", part("w:document", f"<w:body>{paragraph('second')}</w:body>"))
    source = read_bytes(NAME, file.getvalue())
    assert source.text == "second\n"
    assert source.not_checked == ("word/document.xml: is in the package twice, and the first was not read",)


def test_styles_based_on_each_other_in_a_circle_come_to_an_end() -> None:
    styles = "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
        for name, other in ("AB", "BA", "CC")
    )
    shown = paragraph(run("shown", '<w:rStyle w:val="A"/>') + run("!", '<w:rStyle w:val="C"/>'))
    assert read_bytes(NAME, document(shown, styles=styles)).text == "shown!\n"


def test_relations_in_a_circle_come_to_an_end() -> None:
    circle = {
        "word/a.xml": "<a/>",
        "word/_rels/a.xml.rels": relations(relation(1, "x", "b.xml"), relation(2, "x", "/word/document.xml")),
        "word/b.xml": "<b/>",
        "word/_rels/b.xml.rels": relations(relation(1, "x", "a.xml")),
    }
    source = read_bytes(
        NAME, document(paragraph("shown"), related=(relation(10, "x", "a.xml"),), parts=circle)
    )
    assert (source.text, source.observations) == ("shown\n", ())


def test_a_million_empty_runs_are_read() -> None:
    assert read_bytes(NAME, document(f"<w:p>{'<w:r/>' * 1_000_000}</w:p>")).text == "\n"


def test_the_deepest_document_that_is_read_does_not_take_the_run_down() -> None:
    nested = "<w:smartTag>" * 120 + run("deep") + "</w:smartTag>" * 120
    assert read_bytes(NAME, document(f"<w:p>{nested}</w:p>")).text == "deep\n"


def test_a_damaged_side_part_is_not_checked_and_the_rest_is() -> None:
    source = read_bytes(
        NAME,
        document(paragraph("shown"), parts={"docProps/app.xml": APP[:-9], "word/styles.xml": "<a>&b;</a>"}),
    )
    assert source.text == "shown\n"
    assert source.not_checked == (
        "word/styles.xml: is damaged XML at line 1",
        "docProps/app.xml: is damaged XML at line 1",
    )


def test_an_imported_part_is_not_checked() -> None:
    source = read_bytes(
        NAME, document("", related=(relation(10, "aFChunk", "a.html"),), parts={"word/a.html": "x"})
    )
    assert source.not_checked == ("word/a.html: is imported into the text and was not read",)


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(UnreadableError) as refused:
        read_bytes(NAME, document(""))
    assert refused.value.advice == "pip install 'redmark[documents]'"


def test_an_odd_name_of_a_part_does_not_get_out_as_it_is() -> None:
    source = read_bytes(NAME, document("", parts={"word/\x1b[31m\u202eé\n.bin": "x"}))
    assert [each.part for each in source.observations if isinstance(each, Observation)] == [
        "word/?[31m???.bin"
    ]
