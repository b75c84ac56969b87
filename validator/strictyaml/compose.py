"""YAML text to a tree with places; duplicate keys, aliases, tags and further documents are faults."""

from collections.abc import Iterator
from typing import Final

import yaml

from validator.strictyaml.syntax import syntax_fault
from validator.strictyaml.tree import At, Bare, Fault, Mark, Plain, Tree

DEEPEST: Final = 40
"""Levels of nesting; a hostile file must not exhaust the stack."""

# libyaml is some ten times as fast; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UnusableError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, event: yaml.Event, reason: str) -> None:
        self.fault = Fault(_mark(event), reason)
        super().__init__(reason)


def compose(text: str) -> Tree:
    """The tree of one file, whatever is wrong with it."""
    tree = Tree()
    try:
        _Composer(tree, text).compose_file()
        tree.complete = True
    except yaml.YAMLError as error:
        tree.faults.append(syntax_fault(error, text))
    except _UnusableError as error:
        tree.faults.append(error.fault)
    return tree


class _Composer:
    """Walks the events of the parser. Nodes would be simpler, but do not show anchors and tags."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.tree, self.text = tree, text
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)

    def compose_file(self) -> None:
        next(self.events)
        first = next(self.events)
        if isinstance(first, yaml.StreamEndEvent):
            raise _UnusableError(first, "the file is empty; see docs/rule-format.md for what belongs here")
        self.tree.data = self.value(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise _UnusableError(after, "a second YAML document; give it a file of its own")

    def value(self, event: yaml.Event, at: At) -> Plain:
        self.tree.values[at] = _mark(event)
        if len(at) > DEEPEST:
            raise _UnusableError(event, f"nested deeper than {DEEPEST} levels; make it flatter")
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, f"an alias, '*{event.anchor}'; write the value out")
            return None
        self.refuse_anchor_and_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            # A plain scalar has style '' from libyaml and None from the parser in Python.
            return event.value if event.style else Bare(event.value)
        self.tree.containers.add(at)
        return self.mapping(at) if isinstance(event, yaml.MappingStartEvent) else self.sequence(at)

    def sequence(self, at: At) -> list[Plain]:
        items: list[Plain] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*at, len(items))))
        return items

    def mapping(self, at: At) -> dict[str, Plain]:
        entries: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, at, entries)
            value = next(self.events)
            self.refuse_tab(event, value)
            if key in entries:
                self.value(value, (*at, f"a second {key}"))
            else:
                self.tree.keys[(*at, key)] = _mark(event)
                entries[key] = self.value(value, (*at, key))
        return entries

    def key(self, event: yaml.Event, at: At, entries: dict[str, Plain]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise _UnusableError(event, "a key is one word; quote what is text")
        self.refuse_anchor_and_tag(event)
        key = str(event.value)
        if key in entries:
            line, _ = self.tree.keys[(*at, key)]
            self.fault(event, f"duplicate key '{key}'; it stands in line {line} already, remove one")
        return key

    def refuse_anchor_and_tag(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self.fault(event, f"an anchor, '&{anchor}'; remove it and write values out")
        if tag is not None:
            self.fault(event, f"a tag, '{tag}'; remove it, and quote what is text")

    def refuse_tab(self, key: yaml.Event, value: yaml.Event) -> None:
        assert key.end_mark is not None and value.start_mark is not None
        if "\t" in self.text[key.end_mark.index : value.start_mark.index]:
            self.fault(value, "a tab before the value; use spaces, not tabs")

    def fault(self, event: yaml.Event, reason: str) -> None:
        self.tree.faults.append(Fault(_mark(event), reason))


def _mark(event: yaml.Event) -> Mark:
    assert event.start_mark is not None, "every event of a parser has a place"
    return event.start_mark.line + 1, event.start_mark.column + 1
