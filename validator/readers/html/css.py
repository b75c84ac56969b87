"""Styles: declarations of elements, and the rules of <style> for tags, classes and ids.

Rules with pseudo-classes or attributes, and those for print or small screens, are not applied. A rule for elements
within others (`.icons span`) is not worked out: the properties that it sets are unknown for every such element.
"""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

Declarations: TypeAlias = dict[str, str]

_BRACE = re.compile(r"([{}])")
_SELECTOR = re.compile(r"(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+){0,8}", re.IGNORECASE)
_WITHIN = re.compile(r"[\w.#*-]++(?: ?[ >+~] ?[\w.#*-]++){1,8}")
_UNSURE: Final = frozenset({"background", "background-color", "color", "font-size", "visibility"})
_NAMES = re.compile(r"[.#]?[\w-]+|\*")
_SCREEN = re.compile(r"@(?:layer|supports|media\s+(?:only\s+)?(?:screen|all)\s*$)", re.IGNORECASE)
_MOST_JOINED = 200  # rules for several names at once that one name may head
_LONGEST_PRELUDE = 10_000  # characters before a brace
# The properties that can hide text; the others are not kept.
_KEPT_NAMES = (
    "background background-color background-image bottom clip clip-path color content-visibility display font"
    " font-size height left margin-left max-height max-width opacity overflow overflow-x overflow-y position right"
    " text-indent top transform visibility width"
)
_KEPT: Final = frozenset(_KEPT_NAMES.split())


class Sheet:
    """The rules of a page. `cut` is whether some were left out because there were too many for one name."""

    def __init__(self) -> None:
        self._single: dict[str, Declarations] = {}  # "p", ".note", "#cover"
        self._joined: dict[str, list[tuple[frozenset[str], Declarations]]] = {}
        self._unsure: dict[str, set[str]] = {}  # name -> properties that some rule for it within others sets
        self._known: dict[tuple[str, str, str], Declarations] = {}
        self.cut = False

    def add(self, css: str) -> None:
        """Takes the rules of one style element."""
        for prelude, body in _rules(css):
            said = declarations(body)
            for selector in prelude.split(",") if said else ():
                self._add(" ".join(selector.split()), said)

    def of(self, tag: str, classes: str, identity: str) -> Declarations:
        """What the rules say of an element: of its tag, then its classes, then its id; what is closer wins."""
        key = (tag, classes, identity)
        if key not in self._known:
            names = ["*", tag, *(f".{name}" for name in classes.split()), f"#{identity}"]
            own = frozenset(names)
            said: Declarations = {}
            for name in names:
                said |= self._single.get(name, {})
                for needed, more in self._joined.get(name, ()):
                    if needed <= own:
                        said |= more
            for name in names:
                said |= dict.fromkeys(self._unsure.get(name, ()), "unknown")
            self._known[key] = said
        return self._known[key]

    def _add(self, selector: str, said: Declarations) -> None:
        if _SELECTOR.fullmatch(selector):
            self._add_rule(_NAMES.findall(selector), said)
        elif _WITHIN.fullmatch(selector):
            last = _NAMES.findall(selector)[-1:]
            self._unsure.setdefault("".join(last), set()).update(said.keys() & _UNSURE)

    def _add_rule(self, names: list[str], said: Declarations) -> None:
        if len(names) == 1:
            self._single.setdefault(names[0], {}).update(said)
        elif names:
            joined = self._joined.setdefault(names[-1], [])
            if len(joined) < _MOST_JOINED:
                joined.append((frozenset(names), said))
            else:
                self.cut = True


def declarations(style: str) -> Declarations:
    """The declarations of a `style` attribute or rule that can hide text, values in small letters."""
    said: Declarations = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in _KEPT:
            said[name] = value.lower().replace("!important", "").strip()
    return said


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold on a screen."""
    blocks: list[str] = []  # the preludes of the blocks that are open
    unfit = 0  # of those, how many are for other media than a screen
    text = ""
    for piece in _BRACE.split(_uncommented(css)):
        if piece == "{":
            blocks.append(text.rpartition(";")[2].strip()[:_LONGEST_PRELUDE])
            unfit += not _fits(blocks[-1])
        elif piece == "}":
            if blocks:
                prelude = blocks.pop()
                if not unfit and not prelude.startswith("@"):
                    yield prelude, text
                unfit -= not _fits(prelude)
        else:
            text = piece
            continue
        text = ""


def _uncommented(css: str) -> str:
    pieces, at = [], 0
    while (start := css.find("/*", at)) >= 0:
        pieces.append(css[at:start])
        end = css.find("*/", start + 2)
        at = len(css) if end < 0 else end + 2
    return " ".join([*pieces, css[at:]])


def _fits(prelude: str) -> bool:
    return not prelude.startswith("@") or _SCREEN.match(prelude) is not None
