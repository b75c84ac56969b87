"""Marking values to banners and portion marks, in the form of a dialect."""

from collections.abc import Iterator
from typing import Final

from validator.grammar.marking.forms import Form
from validator.grammar.marking.tables import MarkingTables
from validator.model.level import Level
from validator.model.marking import AtomicControl, Compartment, ControlSystem, Marking

_DOD: Final = "dod"


def write_banner(
    marking: Marking, tables: MarkingTables, dialect: str = "ic", *, titles: bool = False
) -> str:
    """The banner line of a marking; with long forms where `titles` asks for them."""
    return _Writer(marking, tables, dialect, portion=False, titles=titles).text()


def write_portion(marking: Marking, tables: MarkingTables, dialect: str = "ic") -> str:
    """The portion mark of a marking, in parentheses."""
    return f"({_Writer(marking, tables, dialect, portion=True, titles=False).text()})"


class _Writer:
    def __init__(
        self, marking: Marking, tables: MarkingTables, dialect: str, *, portion: bool, titles: bool
    ) -> None:
        self.marking = marking
        self.tables = tables
        self.dialect = dialect
        self.portion = portion
        self.titles = titles and marking.system != "cui"  # CUI has no long forms

    def text(self) -> str:
        """All categories that are there, in order, with // between them."""
        return "//".join(part for part in self._categories() if part)

    def _categories(self) -> Iterator[str]:
        marking = self.marking
        yield from self._head()
        yield "/".join(map(self._control, marking.nato_controls))
        yield "/".join(map(self._system, marking.sci))
        yield self._programs()
        yield "/".join(map(self._atomic, marking.aea))
        yield self._foreign()
        if marking.system != "cui":
            yield marking.cui_word
        yield "/".join(("SP-" if some.specified else "") + some.name for some in marking.cui_categories)
        yield "/".join(self._dissemination())
        yield "/".join(map(self._control, marking.non_ic))
        yield marking.declassification or ""

    def _head(self) -> Iterator[str]:
        """The level; a leading empty string gives the // of markings that are not of the US alone."""
        marking = self.marking
        if marking.system == "cui":
            yield "CUI" if self.portion else marking.cui_word
        elif marking.system == "us":
            yield self._level(marking.level)
        else:
            yield "//" + self._foreign_head()

    def _foreign_head(self) -> str:
        marking, level = self.marking, self._level(self.marking.level)
        if marking.system == "nato":
            return self._nato(level)
        owners = " ".join(marking.owners)
        words = ("JOINT", level, owners) if marking.system == "joint" else (owners, level)
        return " ".join(word for word in words if word)

    def _nato(self, level: str) -> str:
        marking = self.marking
        if marking.nato not in ("NATO", "COSMIC"):
            letter = next((k for k, v in self.tables.activities.items() if v == marking.nato), "")
            initials = self.portion and letter
            return f"N{letter}{level}" if initials else f"NATO {marking.nato} {level}"
        entries = self.tables.entries.values()
        found = [some for some in entries if some.category == "nato" and some.level == marking.level]
        return found[0].written(self.portion) if found else ""

    def _level(self, level: Level | None) -> str:
        return self.tables.entries[level.title].written(self.portion) if level is not None else ""

    def _control(self, name: str) -> str:
        entry = self.tables.entries.get(name)
        if entry is None:
            return name
        return entry.title if self.titles else entry.written(self.portion)

    def _system(self, system: ControlSystem) -> str:
        forms = self.tables.compartments.get(system.name, {})
        return "-".join(
            (self._control(system.name), *(self._compartment(some, forms) for some in system.compartments))
        )

    def _compartment(self, compartment: Compartment, forms: dict[str, Form]) -> str:
        form = forms.get(compartment.name)
        name = form.entry.title if form is not None and self.titles else compartment.name
        return " ".join((name, *compartment.subs))

    def _programs(self) -> str:
        marking = self.marking
        programs = [
            "-".join((some.name, *(" ".join((c.name, *c.subs)) for c in some.compartments)))
            for some in marking.sap
        ]
        if marking.sap_multiple:
            programs.append("MULTIPLE PROGRAMS")
        return f"{self._control('SAR')}-{'/'.join(programs)}" if programs else ""

    def _atomic(self, control: AtomicControl) -> str:
        words = [self._control(control.name)]
        if control.cnwdi:
            words.append("N" if self.dialect == _DOD else self._control("CNWDI"))
        if control.sigmas:
            words.append(" ".join((self._control("SIGMA"), *map(str, control.sigmas))))
        return "-".join(words)

    def _foreign(self) -> str:
        fgi = self.marking.fgi
        return "" if fgi is None else " ".join((self._control("FGI"), *fgi))

    def _dissemination(self) -> list[str]:
        """The controls in Register order, those with a list among them."""
        marking = self.marking
        written = [(self.tables.rank(name), self._control(name)) for name in marking.dissem]
        if marking.rel_to is not None:
            written.append((self.tables.rank("REL TO"), self._release(marking.rel_to)))
        if marking.eyes_only is not None:
            written.append((self.tables.rank("EYES ONLY"), self._eyes(marking.eyes_only)))
        if marking.display_only is not None:
            words = f"{self._control('DISPLAY ONLY')} {', '.join(marking.display_only)}"
            written.append((self.tables.rank("DISPLAY ONLY"), words.rstrip()))
        written.sort(key=lambda pair: pair[0])
        return [*(text for _, text in written), *map(self._cui_control, marking.cui_dissem)]

    def _release(self, codes: tuple[str, ...]) -> str:
        return f"{self._control('REL TO')} {', '.join(codes)}" if codes else "REL"

    def _eyes(self, codes: tuple[str, ...]) -> str:
        return f"{'/'.join(codes)} EYES ONLY" if codes else self._control("EYES ONLY")

    def _cui_control(self, name: str) -> str:
        form = self.tables.cui.get(name.upper())
        return form.entry.written(self.portion) if form is not None else name
