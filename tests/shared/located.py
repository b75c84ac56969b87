"""Where the labelled cases and real documents lie. They stay outside this repository; only their ids may enter."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(os.environ.get("REDMARK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
ABSENT = pytest.mark.skipif(not ROOT.is_dir(), reason="the shared folder is not beside this checkout")


def json_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines; none when it is not there."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def cases(name: str) -> list[Any]:
    """One parameter for each labelled case, named by its id; a skipped one when the folder is absent."""
    found = json_lines(ROOT / "cases" / f"{name}.jsonl")
    if not found:
        return [
            pytest.param({}, marks=pytest.mark.skip(reason="the shared folder is not beside this checkout"))
        ]
    return [pytest.param(case, id=str(case.get("id", number))) for number, case in enumerate(found, 1)]


def documents(folder: str) -> list[Path]:
    """The texts of one corpus or folder, by name."""
    return sorted((ROOT / folder).rglob("*.txt"))
