"""Pairs of Word documents, one for each way to fail: the bad twin hides a name, the good one differs in that alone.

`PAIRS`: class -> observation that the bad twin gives, bad twin, good twin. `TRAPS`: sound documents that look unsound.
All names are invented.
"""

from tests.battery.packages import APP, document, paragraph, part, relation, relations, run

NAME = "Jane Quillfeather"
SHOWN = paragraph("The witness met the harbour master on the pier.")
BLACK, WHITE = '<w:color w:val="000000"/>', '<w:color w:val="FFFFFF"/>'
FILL = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
TRACKED = 'w:id="7" w:author="Editor" w:date="2024-03-01T09:00:00Z"'


def body(content: str) -> bytes:
    return document(SHOWN + content)


def pair(template: str, bad: str, good: str) -> tuple[bytes, bytes]:
    """Two documents whose body differs in one piece."""
    return body(template.replace("@", bad)), body(template.replace("@", good))


def hidden_run(bad: str, good: str = "") -> tuple[bytes, bytes]:
    """The name in a run with the one properties or the other."""
    return body(paragraph(run(NAME, bad))), body(paragraph(run(NAME, good)))


def styled(style: str, use: str, bad: str, good: str) -> tuple[bytes, bytes]:
    made = [document(SHOWN + use, styles=style.replace("@", properties)) for properties in (bad, good)]
    return made[0], made[1]


def margin(kind: str, bad: str, good: str) -> tuple[bytes, bytes]:
    """A header or footer with one run or the other."""
    root, name = ("w:hdr", "header1.xml") if kind == "header" else ("w:ftr", "footer1.xml")
    section = f'<w:sectPr><w:{kind}Reference w:type="default" r:id="rId10"/></w:sectPr>'
    made = [
        document(
            SHOWN + section,
            related=(relation(10, kind, name),),
            parts={f"word/{name}": part(root, paragraph(content))},
        )
        for content in (bad, good)
    ]
    return made[0], made[1]


def table(cell: str, content: str, style: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(content)}</w:tc>"
        f"<w:tc><w:tcPr/>{paragraph('beside')}</w:tc></w:tr></w:tbl>"
    )


def shape(fill: str, text: str = "", *, behind: str = "0", wrap: str = "wrapNone") -> str:
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="{behind}">'
        f'<wp:extent cx="1800000" cy="180000"/><wp:{wrap}/><wp:docPr id="4" name="Rectangle 4"/><a:graphic>'
        f'<a:graphicData><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr>{box}'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(properties: str = "", crop: str = "") -> str:
    return paragraph(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"{properties}/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="rId10"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def field(code: str, result: str = "1") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return paragraph(
        mark("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark("separate")
        + run(result)
        + mark("end")
    )


def linked(target: str, label: str = "the office") -> bytes:
    link = paragraph(f'<w:hyperlink r:id="rId10">{run(label)}</w:hyperlink>')
    return document(SHOWN + link, related=(relation(10, "hyperlink", target, external=True),))


def with_part(kind: str, name: str, content: str | bytes, *, root: bool = False) -> bytes:
    listed = (relation(10, kind, name if root else name.removeprefix("word/")),)
    return document(SHOWN, root=listed if root else (), related=() if root else listed, parts={name: content})


def settings(content: str) -> bytes:
    return with_part("settings", "word/settings.xml", part("w:settings", content))


def custom(value: str) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    properties = (
        f'<Properties xmlns="{space}" xmlns:vt="{types}"><property name="Client"><vt:lpwstr>{value}</vt:lpwstr></property>'
        '<property name="ContentTypeId"><vt:lpwstr>0x0101009A</vt:lpwstr></property></Properties>'
    )
    return with_part("custom-properties", "docProps/custom.xml", properties, root=True)


def commented(kind: str) -> bytes:
    comments = part("w:comments", f'<w:comment w:id="0" w:author="A">{paragraph(NAME)}</w:comment>')
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    return document(
        SHOWN + paragraph(run("met") + (mark if kind == "bad" else "")),
        related=(relation(10, "comments", "comments.xml"),) if kind == "bad" else (),
        parts={"word/comments.xml": comments} if kind == "bad" else {},
    )


STYLE = '<w:style w:type="{}" w:styleId="Inner"><w:name w:val="Inner"/><w:rPr>@</w:rPr></w:style>'
BASED = '<w:style w:type="character" w:styleId="Outer"><w:basedOn w:val="Inner"/></w:style>'
OF_STYLE = paragraph(run(NAME, '<w:rStyle w:val="Outer"/>'))
IN_STYLE = paragraph(run(NAME), '<w:pStyle w:val="Inner"/>')
MOVED = f"<w:@ {TRACKED}>{run(NAME)}</w:@>"

PAIRS: dict[str, tuple[str, bytes, bytes]] = {
    "tracked deletion": (
        "tracked-deletion",
        body(paragraph(f"<w:del {TRACKED}><w:r><w:delText>{NAME}</w:delText></w:r></w:del>")),
        body(paragraph(run("nobody"))),
    ),
    "tracked insertion": (
        "tracked-insertion",
        body(paragraph(MOVED.replace("@", "ins"))),
        body(paragraph(NAME)),
    ),
    "tracked move": (
        "tracked-move",
        body(paragraph(MOVED.replace("@", "moveFrom")) + paragraph(MOVED.replace("@", "moveTo"))),
        body(paragraph(NAME)),
    ),
    "comment": ("comment", commented("bad"), commented("good")),
    "hidden run": ("hidden-text", *hidden_run("<w:vanish/>", '<w:vanish w:val="0"/>')),
    "hidden by a character style": (
        "hidden-text",
        *styled(STYLE.format("character") + BASED, OF_STYLE, "<w:vanish/>", "<w:i/>"),
    ),
    "hidden by a paragraph style": (
        "hidden-text",
        *styled(STYLE.format("paragraph"), IN_STYLE, "<w:vanish/>", "<w:i/>"),
    ),
    "hidden in a footer": ("hidden-text", *margin("footer", run(NAME, "<w:vanish/>"), run(NAME))),
    "hidden in a header": ("hidden-text", *margin("header", run(NAME, "<w:vanish/>"), run(NAME))),
    "black highlight": (
        "highlighted-text",
        *hidden_run('<w:highlight w:val="black"/>', '<w:highlight w:val="yellow"/>'),
    ),
    "black highlight in a style": (
        "highlighted-text",
        *styled(STYLE.format("character") + BASED, OF_STYLE, '<w:highlight w:val="black"/>', ""),
    ),
    "black on a black run shading": ("shaded-text", *hidden_run(BLACK + FILL.format("000000"), BLACK)),
    "black on a black paragraph shading": (
        "shaded-text",
        body(paragraph(run(NAME, BLACK), FILL.format("000000"))),
        body(paragraph(run(NAME, BLACK), FILL.format("EEECE1"))),
    ),
    "black on a black cell": (
        "shaded-text",
        body(table(FILL.format("000000"), run(NAME, BLACK))),
        body(table(FILL.format("FFFFFF"), run(NAME, BLACK))),
    ),
    "solid pattern in its own colour": (
        "shaded-text",
        *hidden_run(BLACK + '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>', BLACK),
    ),
    "white text": ("white-text", *hidden_run(WHITE, BLACK)),
    "nearly white text": (
        "white-text",
        *hidden_run('<w:color w:val="FDFDFD"/>', '<w:color w:val="7F7F7F"/>'),
    ),
    "white text in a style": ("white-text", *styled(STYLE.format("paragraph"), IN_STYLE, WHITE, "")),
    "tiny text": ("tiny-text", *hidden_run('<w:sz w:val="2"/>', '<w:sz w:val="14"/>')),
    "narrow text": ("tiny-text", *hidden_run('<w:w w:val="1"/>', '<w:w w:val="90"/>')),
    "text without fill": (
        "transparent-text",
        *hidden_run(
            "<w14:textFill><w14:noFill/></w14:textFill>", "<w14:textFill><w14:solidFill/></w14:textFill>"
        ),
    ),
    "shape over text": (
        "shape-over-text",
        *pair(paragraph(run("Met by ") + "@" + run(NAME)), shape("000000"), shape("000000", behind="1")),
    ),
    "old shape over text": (
        "shape-over-text",
        *pair(
            paragraph(
                run(NAME)
                + '<w:r><w:pict><v:rect fillcolor="black" style="position:absolute;z-index:@"/></w:pict></w:r>'
            ),
            "2",
            "-2",
        ),
    ),
    "author": ("metadata-words", document(SHOWN, core=("", NAME)), document(SHOWN, core=("", "Author"))),
    "title": ("metadata-words", document(SHOWN, core=(NAME, "")), document(SHOWN, core=("The witness", ""))),
    "company": (
        "metadata-words",
        document(
            SHOWN, parts={"docProps/app.xml": APP.replace("<Company>", "<Company>Quillfeather Shipping")}
        ),
        document(SHOWN, parts={"docProps/app.xml": APP.replace("<Company>", "<Company>Harbour")}),
    ),
    "template with a name": (
        "metadata-words",
        document(SHOWN, parts={"docProps/app.xml": APP.replace("Normal.dotm", "Quillfeather.dotm")}),
        document(SHOWN),
    ),
    "custom property": ("metadata-words", custom(NAME), custom("true")),
    "custom XML": (
        "custom-data",
        with_part("customXml", "customXml/item1.xml", f"<case><person>{NAME}</person></case>", root=True),
        with_part("customXml", "customXml/item1.xml", "<case><person>Witness</person></case>", root=True),
    ),
    "document variable": (
        "document-variable",
        settings(f'<w:docVars><w:docVar w:name="client" w:val="{NAME}"/></w:docVars>'),
        settings('<w:docVars><w:docVar w:name="client" w:val="Harbour"/></w:docVars>'),
    ),
    "bookmark": (
        "bookmark-name",
        *pair(
            paragraph('<w:bookmarkStart w:id="1" w:name="@"/>' + run("here")),
            "JaneQuillfeather",
            "HarbourMaster",
        ),
    ),
    "field path": (
        "field-code",
        body(field(r'INCLUDETEXT "C:\\Cases\\Quillfeather\\draft.docx"')),
        body(field(r'TOC \o "1-3" \h \z')),
    ),
    "index entry": ("field-code", body(field('XE "Quillfeather, Jane"')), body(field('XE "harbour"'))),
    "alternative text": (
        "alternative-text",
        body(picture(f' descr="Portrait of {NAME} at home"')),
        body(picture(' descr="A chart of two lines"')),
    ),
    "mail link": (
        "link-target",
        linked("mailto:jane.quillfeather@example.org"),
        linked("https://example.org/"),
    ),
    "file link": (
        "link-target",
        linked("file:///C:/Users/quillfeather/x.docx"),
        linked("https://example.org/a"),
    ),
    "web link at a redaction": (
        "link-target",
        linked("https://example.org/people/quillfeather", "[REDACTED]"),
        linked("https://example.org/people/quillfeather", "the people"),
    ),
    "link field": (
        "link-target",
        body(field('HYPERLINK "mailto:quillfeather@example.org"', "mail")),
        body(field('HYPERLINK "https://example.org/"', "site")),
    ),
    "template on a disk": (
        "link-target",
        document(
            SHOWN,
            related=(relation(10, "settings", "settings.xml"),),
            parts={
                "word/settings.xml": part("w:settings", ""),
                "word/_rels/settings.xml.rels": relations(
                    relation(
                        1, "attachedTemplate", "file:///C:/Users/quillfeather/Normal.dotm", external=True
                    )
                ),
            },
        ),
        settings(""),
    ),
    "embedded object": (
        "embedded-object",
        with_part("package", "word/embeddings/Sheet1.xlsx", b"PK\x05\x06"),
        with_part("image", "word/media/image1.png", b"\x89PNG"),
    ),
    "macro": (
        "macro",
        with_part("vbaProject", "word/vbaProject.bin", b"\xd0\xcf"),
        with_part("theme", "word/theme/theme1.xml", "<theme/>"),
    ),
    "orphan part": (
        "orphan-part",
        document(SHOWN, parts={"word/media/image9.png": b"\x89PNG"}),
        with_part("image", "word/media/image9.png", b"\x89PNG"),
    ),
    "header that no section uses": (
        "orphan-part",
        with_part("header", "word/header7.xml", part("w:hdr", paragraph(NAME))),
        with_part("header", "word/header7.xml", part("w:hdr", paragraph("The witness"))),
    ),
    "thumbnail": (
        "thumbnail",
        with_part("thumbnail", "docProps/thumbnail.jpeg", b"\xff\xd8\xff", root=True),
        document(SHOWN),
    ),
    "cropped picture": (
        "cropped-picture",
        body(picture(crop='<a:srcRect l="20000" r="30000"/>')),
        body(picture(crop="<a:srcRect/>")),
    ),
}

DARK_TABLE = '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>@</w:tcPr></w:tblStylePr></w:style>'
ALL_PROPERTIES = {
    "docProps/core.xml": """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour master</dc:title><dc:subject/><dc:creator>python-docx</dc:creator>\
<cp:keywords/><dc:description>generated by python-docx</dc:description><cp:lastModifiedBy>Windows User</cp:lastModifiedBy>\
<cp:revision>1</cp:revision><cp:category/></cp:coreProperties>""",
    "docProps/app.xml": APP.replace(
        "</Properties>",
        "<HeadingPairs><v>Title</v></HeadingPairs><TitlesOfParts><v>The pier</v></TitlesOfParts></Properties>",
    ),
}
TRAPS: dict[str, bytes] = {
    "an ordinary document": document(SHOWN),
    "all standard properties": document(SHOWN, parts=ALL_PROPERTIES),
    "white text on a dark header cell": body(table(FILL.format("1F3864"), run("Quarter", WHITE))),
    "white text in a row that a table style shades": document(
        SHOWN + table("", run("Quarter", WHITE), '<w:tblStyle w:val="Dark"/>'),
        styles=DARK_TABLE.replace("@", FILL.format("1F3864")),
    ),
    "white text on a dark paragraph": body(paragraph(run("Notice", WHITE), FILL.format("1F3864"))),
    "white text in a dark box": body(paragraph(run("See ") + shape("1F3864", paragraph(run("Notice", WHITE))))),
    "white text on a title picture": body(paragraph(shape("1F3864", behind="1") + run("Annual report", WHITE))),
    "white text on a black page": document(
        "", parts={
            "word/document.xml": part(
                "w:document", f'<w:background w:color="000000"/><w:body>{paragraph(run("Poster", WHITE))}</w:body>'
            )
        },
    ),
    "automatic text on a black cell, which Word turns white": body(table(FILL.format("000000"), run("Total"))),
    "white text on a black highlight": body(paragraph(run("Notice", WHITE + '<w:highlight w:val="black"/>'))),
    "yellow text": body(paragraph(run("Careful", '<w:color w:val="FFFF00"/>'))),
    "a light shading": body(paragraph(run(NAME), FILL.format("F2F2F2"))),
    "a style named Hidden": styled(
        STYLE.format("character").replace('"Inner"', '"Hidden"') + BASED.replace("Inner", "Hidden"), OF_STYLE, "<w:b/>", ""
    )[0],
    "hidden twice by styles is shown again": document(
        SHOWN + paragraph(run(NAME, '<w:rStyle w:val="Outer"/>'), '<w:pStyle w:val="P"/>'),
        styles=STYLE.format("character").replace("@", "<w:vanish/>") + BASED
        + STYLE.format("paragraph").replace("Inner", "P").replace("@", "<w:vanish/>"),
    ),
    "REDACTED under black highlight": body(paragraph(run("REDACTED", '<w:highlight w:val="black"/>'))),
    "XXXX under black highlight": body(paragraph(run("XXXXXX", '<w:highlight w:val="black"/>'))),
    "hidden blanks": body(paragraph(run("  ", "<w:vanish/>") + run("shown"))),
    "bookmarks of Word": body(
        paragraph('<w:bookmarkStart w:id="1" w:name="_Toc4711"/><w:bookmarkStart w:id="2" w:name="_GoBack"/>' + run("Head"))
    ),
    "bookmarks of forms": body(paragraph('<w:bookmarkStart w:id="1" w:name="Text12"/>' + run("Head"))),
    "page number, contents and date": body(
        field("PAGE") + field(r'TOC \o "1-3" \h \z \u') + field(r'DATE \@ "d MMMM yyyy"') + field(r"PAGEREF _Toc4711 \h")
    ),
    "a web link": linked("https://example.org/guides/mooring"),
    "a mail link that shows its address": linked("mailto:desk@example.org", "desk@example.org"),
    "a picture with Word's own description": body(
        picture(' descr="A Person Standing On The Pier Description automatically generated"')
    ),
    "a dark label in front of text": body(paragraph(run("Map ") + shape("000000", paragraph(run("Pier", WHITE))))),
    "a dark shape that text flows around": body(paragraph(run("Map ") + shape("000000", wrap="wrapSquare"))),
    "a header and a footer": margin("header", run("Harbour office"), "")[0],
    "formats changed while tracked": body(
        paragraph(run("met", f"<w:rPrChange {TRACKED}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))
    ),
    "numbering of list items": body(paragraph(run("first"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>')),
    "custom XML of SharePoint": with_part(
        "customXml", "customXml/item1.xml", '<FormTemplates xmlns="u"><Display>DocumentLibraryForm</Display></FormTemplates>', root=True
    ),
    "sources of a bibliography": with_part(
        "customXml", "customXml/item1.xml", '<Sources StyleName="APA" xmlns="u"/>', root=True
    ),
}  # fmt: skip
