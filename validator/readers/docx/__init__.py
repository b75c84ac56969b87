"""Word documents (ECMA-376, ISO/IEC 29500): the text that Word shows, and what the file keeps besides.

Tracked insertions are shown by Word and stay in the text; deletions, hidden runs and text in the colour of its ground
are only observed. Standard values that every document carries (the template Normal.dotm, the names of programs and of
bookmarks that Word makes itself) are silent, so that a finding means something.
"""

import hashlib

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.readers import plain
from validator.readers.docx.document import read_document
from validator.readers.docx.elements import PartError, require
from validator.readers.docx.package import Package, printable
from validator.readers.options import ReadOptions


def read(name: str, data: bytes, options: ReadOptions) -> SourceText:
    """Reads a Word document. UnreadableError when it is damaged, encrypted or no Word document."""
    require(name)
    package = Package(name, data, options)
    main = package.main_part()
    try:
        out = read_document(package, main)
    except PartError as error:
        raise UnreadableError(name, f"a Word document whose {printable(main)} {error}") from error
    text = out.text()
    found = sorted([*out.observations, *plain.observe_text(text)], key=plain.start_of)
    return SourceText(
        name,
        "docx",
        text,
        hashlib.sha256(data).hexdigest(),
        tuple(found),
        tuple(out.stretches),
        tuple(package.skipped),
    )
