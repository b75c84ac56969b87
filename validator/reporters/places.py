"""Where a finding stands, for formats that know only lines of a file."""

from validator.findings import FileSpan, Finding


def has_lines(span: FileSpan) -> bool:
    """Whether the span counts lines of the file itself; those of a page or part mean nothing to an editor."""
    return span.page is None and span.part is None


def within(span: FileSpan) -> str:
    """The page or part, and the line in it where there is one; empty for a place in the lines of a file."""
    if span.page is not None:
        name = f"page {span.page}"
    elif span.part is not None:
        name = span.part
    else:
        return ""
    # A part such as a paragraph mostly has one line.
    alone = span.start == span.end or (span.page is None and span.start.line == 1)
    return name if alone else f"{name}, line {span.start.line}"


def message_with_place(finding: Finding) -> str:
    """The message, behind its page or part where a line cannot say it."""
    place = within(finding.span)
    return f"{place}: {finding.message}" if place else finding.message
