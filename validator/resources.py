"""Where the rule files, schemas and completions are, in an installed wheel and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_data"


def folder(name: str) -> Path:
    """The folder `rules`, `schemas` or `completions`: inside the wheel, else beside the package."""
    shipped = _SHIPPED / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
