"""PDF: the text that a reader of the pages sees, and the words that only a machine sees.

PDFium and qpdf work in a child process, as a damaged file may crash them; nothing of a file is ever left on disk.
"""

import functools

from validator.model.document import SourceText
from validator.readers.enclosed import Reader, not_followed
from validator.readers.options import ReadOptions
from validator.readers.pdf.assembly import assemble
from validator.readers.pdf.client import WorkerPool
from validator.readers.pdf.nested import with_structure
from validator.readers.pdf.remote import RemoteDocument


def read(name: str, data: bytes, options: ReadOptions, read_nested: Reader = not_followed) -> SourceText:
    """Reads a PDF, and by `read_nested` what is attached to it.

    UnreadableError when it is damaged, wants a password or pypdfium2 is missing.
    """
    pool = worker_pool()
    with pool.lock:
        document = RemoteDocument(pool, name, data, options)
        pages = list(document.pages())
        examined = document.examined(" ".join(page.text for page in pages))
        document.close()
    source = assemble(name, data, pages, document.not_checked)
    return with_structure(source, examined, options, read_nested)


@functools.cache
def worker_pool() -> WorkerPool:
    """The worker of this process, which outlives a call: to start one takes longer than to read most files."""
    return WorkerPool()
