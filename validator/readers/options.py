"""How far a reader goes into a file before it says that it went no further."""

import msgspec

MEGABYTE = 1024 * 1024


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and choices of reading. What a limit leaves out is named in `SourceText.not_checked`.

    `side_channels` looks for what widths and positions give away; it costs time and finds much that is harmless.
    """

    max_bytes: int = 128 * MEGABYTE
    side_channels: bool = False
    max_pages: int = 5_000  # of one PDF
    max_objects: int = 200_000  # on one page, those of nested forms included
    max_pixels: int = 40_000_000  # of one rendered page
    max_nesting: int = 16  # forms within forms, files within files
    page_seconds: float = 20.0
    unpacked_bytes: int = 256 * MEGABYTE  # of all parts of a package together


DEFAULTS = ReadOptions()
