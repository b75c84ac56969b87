"""Pairs of a bad and a good PDF that differ in one thing of the file's structure. All words are invented."""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

SHOWN = ("The port authority raised its fees in June.", "Two shipping agents had expected more.")
SECRET = "Ann Example of Nordhaven"


class Pair(NamedTuple):
    """A file with the fault and its twin without it; `finds` is the observation of the first."""

    name: str
    finds: str
    bad: bytes
    good: bytes


def page(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    made = io.BytesIO()
    drawing = canvas.Canvas(made, pagesize=letter, invariant=True)
    drawing.setTitle("")
    drawing.setAuthor("")
    drawing.setSubject("")
    for number, line in enumerate(lines):
        drawing.drawString(72, 720 - 20 * number, line)
    drawing.showPage()
    drawing.save()
    return made.getvalue()


def changed(change: Callable[[pikepdf.Pdf], None], *lines: str) -> bytes:
    """A page after a change of its objects."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(page(*(lines or SHOWN)))) as pdf:
        change(pdf)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def appended(earlier: bytes, number: int, body: bytes) -> bytes:
    """The file with a further revision, in which one object is another."""
    start = earlier.rindex(b"startxref") + len(b"startxref")
    table = int(earlier[start:].split()[0])
    size = int(earlier[earlier.rindex(b"/Size") + 5 :].split()[0])
    root = earlier[earlier.rindex(b"/Root") + 5 :].split(b"R")[0].strip()
    place = len(earlier)
    block = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    tail = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %s R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    )
    return earlier + block + tail % (number, place, size, root, table, place + len(block))


def content_number(data: bytes) -> int:
    """The number of the object that holds what the first page draws."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        contents: Any = pdf.pages[0].obj.Contents
        stream = contents[0] if isinstance(contents, Array) else contents
        return int(stream.objgen[0])


def drawn(*lines: str) -> bytes:
    """The content stream that draws these lines, as an object's body."""
    rows = [f"1 0 0 1 72 {720 - 20 * at} Tm ({line}) Tj" for at, line in enumerate(lines)]
    data = zlib.compress(f"BT /F1 12 Tf {' '.join(rows)} ET".encode())
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)


def revised(first: tuple[str, ...], second: tuple[str, ...]) -> bytes:
    """A file whose first revision drew other lines than its second."""
    earlier = page(*first)
    return appended(earlier, content_number(earlier), drawn(*second))


def orphaned(words: str) -> bytes:
    """A file with an object in its table to which nothing leads."""
    earlier = page(*SHOWN)
    with pikepdf.open(io.BytesIO(earlier)) as pdf:
        number = len(pdf.objects) + 1
    # An appended section would be a revision: the object goes into the only table there is.
    table = earlier.rindex(b"xref\n0 ")
    size = int(earlier[table + 7 :].split()[0])
    block = b"%d 0 obj\n%s\nendobj\n" % (number, drawn(words))
    rows = earlier[earlier.index(b"\n", table + 7) + 1 : earlier.rindex(b"trailer")]
    trailer = earlier[earlier.rindex(b"trailer") : earlier.rindex(b"startxref")]
    trailer = trailer.replace(b"/Size %d" % size, b"/Size %d" % (size + 1))
    head = b"xref\n0 %d\n" % (size + 1)
    row = b"%010d 00000 n \n" % table
    return (
        earlier[:table]
        + block
        + head
        + rows
        + row
        + trailer
        + b"startxref\n%d\n%%%%EOF\n" % (table + len(block))
    )


def pairs() -> Iterator[Pair]:
    """Every class of the structure."""
    good = page(*SHOWN)
    yield Pair(
        "earlier revision",
        "earlier-revision",
        revised((*SHOWN, f"He met {SECRET}."), SHOWN),
        revised(SHOWN, (*SHOWN, "And more.")),
    )
    yield Pair("orphan object", "orphan-object", orphaned(SECRET), orphaned(SHOWN[0]))
    for key in ("Title", "Subject", "Keywords", "Author", "Case"):
        yield Pair(
            f"property {key}",
            "metadata-words",
            changed(_property(key, SECRET)),
            changed(_property(key, SHOWN[0])),
        )
    yield Pair("XMP description", "metadata-words", changed(_xmp(SECRET)), changed(_xmp(SHOWN[0])))
    yield Pair("attachment", "attachment", changed(_attach), good)
    yield Pair("bookmark", "bookmark-words", changed(_bookmark(SECRET)), changed(_bookmark(SHOWN[1])))
    yield Pair(
        "named destination",
        "destination-name",
        changed(_destination("interview.Ann_Example")),
        changed(_destination("section.2.1")),
    )
    yield Pair(
        "hidden field",
        "form-value",
        changed(_field(SECRET, hidden=True)),
        changed(_field(SHOWN[0], hidden=True)),
    )
    yield Pair(
        "field painted over",
        "form-value",
        changed(_field(SECRET, picture=" ")),
        changed(_field(SECRET, picture=SECRET)),
    )
    yield Pair(
        "actual text",
        "tag-text",
        changed(_tag("/ActualText", SECRET)),
        changed(_tag("/ActualText", SHOWN[0])),
    )
    yield Pair(
        "alternative text",
        "alternative-text",
        changed(_tag("/Alt", "Photo of Ann Example")),
        changed(_tag("/Alt", "A chart of fees by month")),
    )
    yield Pair("marked content", "tag-text", changed(_marked(SECRET)), changed(_marked("fees")))
    yield Pair("script", "script", changed(_script), good)
    yield Pair("comment", "comment", changed(_note(SECRET)), changed(_note("fees in June")))
    yield Pair(
        "link to a person",
        "link-target",
        changed(_link("mailto:ann.example@nordhaven.example")),
        changed(_link("https://harbor.example/agents")),
    )
    yield Pair(
        "link to a file",
        "link-target",
        changed(_link("file:///C:/cases/Example_Ann/report.doc")),
        changed(_link("#page=2")),
    )
    yield Pair("thumbnail", "thumbnail", changed(_thumbnail), good)


def traps() -> Iterator[tuple[str, bytes]]:
    """Ordinary files on which a reader of structures may stumble."""
    yield "a plain page", page(*SHOWN)
    yield "rewritten with object streams", _saved(object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield "linearized", _saved(linearize=True)
    yield "signed by appending, nothing taken out", revised(SHOWN, SHOWN)
    yield "a printer driver's title", changed(_property("Title", "Microsoft Word - fees-final.docx"))
    yield "bookmarks in a loop", changed(_loop)
    yield "a free text note", changed(_note(SECRET, "/FreeText"))


def _saved(**how: Any) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(page(*SHOWN))) as pdf:
        pdf.save(made, deterministic_id=True, **how)
    return made.getvalue()


def _property(key: str, text: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.docinfo.__setitem__(f"/{key}", String(text))


def _xmp(text: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:description"] = text

    return change


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["names.txt"] = pikepdf.AttachedFileSpec(pdf, f"{SECRET}\n".encode(), filename="names.txt")


def _bookmark(title: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(title, 0))

    return change


def _loop(pdf: pikepdf.Pdf) -> None:
    first = pdf.make_indirect(Dictionary(Title=String("Fees")))
    first.Next = first
    first.First = first
    pdf.Root.Outlines = Dictionary(First=first, Last=first)


def _destination(name: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        target = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(name), target])))

    return change


def _field(value: str, *, hidden: bool = False, picture: str = "") -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(f"BT /Helv 10 Tf ({picture}) Tj ET".encode())
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("agent"),
            V=String(value),
            Rect=Array([72, 600, 300, 620]),
            F=2 if hidden else 4,
            AP=Dictionary(N=look),
        )
        field = pdf.make_indirect(widget)
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    return change


def _tag(key: str, text: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        element = pdf.make_indirect(
            Dictionary({"/Type": Name.StructElem, "/S": Name.Figure, key: String(text)})
        )
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([element])))
        element.P = root
        pdf.Root.StructTreeRoot = root

    return change


def _marked(text: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        drawing = f"/Span <</ActualText ({text})>> BDC BT /F1 12 Tf 72 500 Td (fees) Tj ET EMC"
        pdf.pages[0].contents_add(pdf.make_stream(drawing.encode()))

    return change


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('fees')"))


def _note(text: str, subtype: str = "/Text") -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(subtype), Contents=String(text), Rect=Array([72, 400, 92, 420])
        )
        pdf.pages[0].obj.Annots = Array([note])

    return change


def _link(target: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI=String(target))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, A=action, Rect=Array([72, 710, 200, 730]))
        pdf.pages[0].obj.Annots = Array([link])

    return change


def _thumbnail(pdf: pikepdf.Pdf) -> None:
    small = pdf.make_stream(bytes(64), Width=8, Height=8, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    pdf.pages[0].obj.Thumb = small
