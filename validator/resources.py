"""Where the rule files, schemas and completions are, in an installed wheel and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_data"
COMPILED = "compiled"


def folder(name: str) -> Path:
    """The folder `rules`, `schemas` or `completions`: inside the wheel, else beside the package."""
    shipped = _SHIPPED / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def compiled(name: str) -> bytes | None:
    """What the build of the wheel made of `rules` or `vocabulary`; None in a checkout, where they may change."""
    try:
        return (_SHIPPED / COMPILED / f"{name}.msgpack").read_bytes()
    except FileNotFoundError:
        return None
