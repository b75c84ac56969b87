"""Makes Word documents in memory, part by part, so that two can differ in one thing."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What a document by Word holds besides its text, as far as it says nothing.
APP = """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Normal.dotm\
</Template><TotalTime>3</TotalTime><Pages>1</Pages><Words>12</Words><Application>Microsoft Office Word</Application>\
<DocSecurity>0</DocSecurity><Company></Company><AppVersion>16.0000</AppVersion></Properties>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>\
<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>Microsoft Office User</cp:lastModifiedBy>\
<cp:revision>2</cp:revision><dcterms:created>2024-03-01T09:00:00Z</dcterms:created></cp:coreProperties>"""
STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"""


def run(text: str, properties: str = "") -> str:
    """A run of text with properties such as `<w:vanish/>`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs; of one run when the content has no tags."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def part(root: str, content: str) -> str:
    """A part with a root element such as `w:hdr`."""
    return f"<{root} {NAMESPACES}>{content}</{root}>"


def relation(number: int, kind: str, target: str, *, external: bool = False) -> str:
    """A relationship rId<number>."""
    kind = {"core-properties": _CORE, "thumbnail": _THUMBNAIL}.get(kind, _RELATION + kind)
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>'


def relations(*listed: str) -> str:
    """A list of relationships."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(listed)}</Relationships>'


def document(
    body: str,
    *,
    styles: str = "",
    core: tuple[str, str] = ("", ""),
    related: tuple[str, ...] = (),
    root: tuple[str, ...] = (),
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word document. `core`: title and author; `related`, `root`: further relationships from rId10 on; `parts` win."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>',
        "_rels/.rels": relations(
            relation(1, "officeDocument", "word/document.xml"),
            relation(2, "core-properties", "docProps/core.xml"),
            relation(3, "extended-properties", "docProps/app.xml"),
            *root,
        ),
        "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(relation(1, "styles", "styles.xml"), *related),
        "word/styles.xml": part("w:styles", STYLES + styles),
        "docProps/core.xml": CORE.format(title=core[0], creator=core[1]),
        "docProps/app.xml": APP,
    }
    return zipped({**made, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive, the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
