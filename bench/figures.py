"""Figures as text: tables with aligned columns, and the machine they were taken on."""

import datetime
import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any


def rows_of(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Named tuples as plain data."""
    return [entry._asdict() for entry in entries]


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Aligned columns: words to the left, numbers to the right."""
    heads = [name.replace("_", " ") for name in rows[0]]
    lines = [heads, *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    is_word = [isinstance(value, str) for value in rows[0].values()]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if word else cell.rjust(width)
            for cell, width, word in zip(line, widths, is_word, strict=True)
        ).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def machine() -> str:
    """Day, processor, cores and Python, without which no figure means anything."""
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if "model name" in line] if info.exists() else []
    name = names[0].partition(":")[2].strip() if names else platform.processor()
    day = datetime.date.today().isoformat()
    return f"{day}, {name}, {os.cpu_count()} cores of which one was used, Python {platform.python_version()}"
