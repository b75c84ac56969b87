"""One marking while it is read: where we are, what was found, what is wrong."""

from datetime import date
from typing import Final

import msgspec

from validator.grammar.marking.compiling import UNKNOWN_RANK
from validator.grammar.marking.forms import Entry, Form
from validator.grammar.marking.lexer import BRACKET, END, WORD, Token, read_tokens
from validator.grammar.marking.nearest import Nearest
from validator.grammar.marking.tables import MarkingTables
from validator.grammar.marking.text import Part
from validator.model.level import Level
from validator.model.marking import AtomicControl, ControlSystem, CuiCategory, MarkingFault
from validator.vocabulary.terms import Term

_MOST_SUGGESTIONS: Final = 24  # strangers of one marking that are compared with all forms


class Gap(msgspec.Struct, frozen=True, gc=False):
    """What stands between two items: signs and blanks without the blanks around signs."""

    text: str
    start: int
    end: int


class Item(msgspec.Struct, frozen=True, gc=False):
    """One item between separators. `name` tells duplicates, `order` its place within its category (None: anywhere)."""

    category: str
    name: str
    order: tuple[int, str] | None
    start: int
    end: int
    gap: Gap

    def stretched(self, end: int) -> "Item":
        """The item with something more behind it."""
        return Item(self.category, self.name, self.order, self.start, end, self.gap)


class Draft:
    """The fields of a marking, as far as they are known."""

    def __init__(self) -> None:
        self.system = "us"
        self.level: Level | None = None
        self.owners: list[str] = []
        self.nato: str | None = None
        self.nato_controls: list[str] = []
        self.sci: list[ControlSystem] = []
        self.sap: list[ControlSystem] = []
        self.sap_multiple = False
        self.aea: list[AtomicControl] = []
        self.fgi: list[str] | None = None
        self.dissem: list[str] = []
        self.rel_to: list[str] | None = None
        self.eyes_only: list[str] | None = None
        self.display_only: list[str] | None = None
        self.non_ic: list[str] = []
        self.cui_word = ""
        self.cui_categories: list[CuiCategory] = []
        self.cui_dissem: list[str] = []
        self.declassification: str | None = None


class Reading:
    """The tokens of one marking, a place in them, and what has been found so far."""

    def __init__(
        self, tables: MarkingTables, text: str, start: int, end: int, *, portion: bool, fragment: bool = False
    ) -> None:
        self.tables = tables
        self.text = text
        self.portion = portion
        self.tokens, self.faults = read_tokens(text, start, end)
        self.words = [token.text for token in self.tokens]
        self.at = 0
        self.items: list[Item] = []
        self.parts: list[Part] = []
        self.draft = Draft()
        self.mixed_case: set[int] = set()  # tokens that may be in small letters
        self.eyes: dict[int, int] = {}  # the first token of a list that EYES closes, and the token of EYES
        self.fragment = fragment  # one category alone, without a level
        self.headless = False  # no level was written
        self.hyphenated = False  # `(CAN-C)`
        self.understood = False  # anything at all
        self._suggestions = 0

    @property
    def token(self) -> Token:
        """The token at this place."""
        return self.tokens[self.at]

    @property
    def last_end(self) -> int:
        """Where the token before this place ends."""
        return self.tokens[self.at - 1].end

    def kind_ahead(self, steps: int = 1) -> int:
        """The kind of a token further on; END behind the end."""
        place = self.at + steps
        return self.tokens[place].kind if place < len(self.tokens) else END

    def gap(self) -> Gap:
        """Everything up to the next word; a bracket does not belong here."""
        first = at = self.at
        tokens = self.tokens
        while tokens[at].kind not in (WORD, END):
            if tokens[at].kind == BRACKET:
                self.fault("parenthesis-wrong", tokens[at].start, tokens[at].end)
            at += 1
        self.at = at
        if at == first + 1:
            return Gap(tokens[first].text, tokens[first].start, tokens[first].end)
        text = "".join(self.words[first:at]).strip()
        return Gap(text, tokens[first].start, tokens[at - 1].end if at > first else tokens[at].start)

    def known(self, steps: int = 0) -> Form | None:
        """The form of the Register that begins some tokens further on."""
        found = self.tables.register.match(self.words, self.at + steps)
        return found[0] if found is not None else None

    def level_ahead(self, steps: int = 0) -> Form | None:
        """The level that stands some tokens further on."""
        form = self.known(steps)
        return form if form is not None and form.entry.category == "level" else None

    def country_ahead(self, steps: int = 0) -> bool:
        """Whether a country stands some tokens further on."""
        return self.tables.countries.match(self.words, self.at + steps) is not None

    def take(self, form: Form, length: int) -> int:
        """Steps over a form, with the fault of its form; gives its start."""
        start = self.tokens[self.at].start
        self.at += length
        self.fault_of_form(form, start, self.last_end)
        return start

    def fault(self, code: str, start: int, end: int, meant: str = "", group: str = "") -> None:
        """A fault in all dialects, at all times."""
        self.faults.append(MarkingFault(code, start, end, self.text[start:end], meant, group))

    def fault_in(self, dialects: tuple[str, ...], code: str, start: int, end: int, group: str) -> None:
        """A fault in some dialects only."""
        found = self.text[start:end]
        self.faults.append(MarkingFault(code, start, end, found, group=group, dialects=dialects))

    def fault_of_form(self, form: Form, start: int, end: int) -> None:
        """The fault that a form is in this place, if it is one."""
        code = form.in_portion if self.portion else form.in_banner
        if code:
            meant = form.entry.written(self.portion) if form.meant is None else form.meant
            found, group = self.text[start:end], form.entry.category
            self.faults.append(MarkingFault(code, start, end, found, meant, group, form.dialects, form.until))

    def fault_of_way(self, way: str, start: int, end: int, meant: str = "", code: str = "") -> None:
        """A way of writing that is out of use, or in use in another dialect only."""
        term = self.tables.ways[way]
        code = code or ("legacy-form" if term.ends is not None else "form-of-another-dialect")
        found = self.text[start:end]
        self.faults.append(MarkingFault(code, start, end, found, meant, way, term.dialects, term.ends))

    def fault_of_term(self, term: Term, start: int, end: int) -> None:
        """A word that is out of use."""
        found, meant = self.text[start:end], " or ".join(term.instead)
        fault = MarkingFault(
            "retired-token", start, end, found, meant, term.group or "", term.dialects, term.ends
        )
        self.faults.append(fault)

    def fault_until(self, code: str, start: int, end: int, until: date, group: str = "") -> None:
        """What was right until a day."""
        self.faults.append(MarkingFault(code, start, end, self.text[start:end], group=group, until=until))

    def part(self, category: str, canonical: str, start: int, end: int, meaning: str = "") -> None:
        """A part that is understood."""
        self.understood = True
        self.strange_part(category, canonical, start, end, meaning)

    def strange_part(self, category: str, canonical: str, start: int, end: int, meaning: str = "") -> None:
        """A part that stands where one is meant, understood or not."""
        self.parts.append(Part(category, canonical, self.text[start:end], start, end, meaning))

    def control(self, entry: Entry, start: int, gap: Gap, name: str = "") -> None:
        """An item with its place in the Register; what is out of the Register has none."""
        order = (entry.rank, name or entry.name) if entry.rank != UNKNOWN_RANK else None
        self.item(entry.category, name or entry.name, order, start, gap)

    def item(self, category: str, name: str, order: tuple[int, str] | None, start: int, gap: Gap) -> None:
        """An item that ends before this place."""
        self.items.append(Item(category, name, order, start, self.last_end, gap))

    def suggestion(self, nearest: Nearest, stranger: str) -> str:
        """The known form nearest to a stranger; only some are looked up in one marking, for time's sake."""
        self._suggestions += 1
        return nearest.of(stranger) if self._suggestions <= _MOST_SUGGESTIONS else ""
