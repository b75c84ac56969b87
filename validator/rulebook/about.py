"""What a rule says of itself, in words: for `redmark explain` and for its page in docs/rules."""

from collections.abc import Iterator

from validator.rulebook.rule import Citation, InForce, Rule


def scope(rule: Rule) -> str:
    """The documents that the rule speaks of."""
    return "; ".join(_scope(rule)) or "every document"


def _scope(rule: Rule) -> Iterator[str]:
    applies = rule.applies_to
    named = (("kinds", applies.kinds), ("eras", applies.eras), ("dialects", applies.dialects))
    yield from (f"{label} {', '.join(values)}" for label, values in named if values)
    if applies.in_force:
        yield f"documents {_period(applies.in_force)}"
    if applies.needs:
        yield f"needs {', '.join(applies.needs)}"
    if applies.when:
        yield f"when {flow(applies.when)}"


def _period(in_force: InForce) -> str:
    first, last = in_force.starts, in_force.ends
    if first is None:
        return f"until {last}"
    return f"from {first} on" if last is None else f"from {first} until {last}"


def authority(citation: Citation) -> str:
    """An authority with its days and its dialect."""
    limits = (("from", citation.starts), ("until", citation.ends), ("dialect", citation.dialect))
    known = ", ".join(f"{word} {limit}" for word, limit in limits if limit)
    return f"{citation.cite} ({known})" if known else citation.cite


def flow(value: object) -> str:
    """A condition on one line, as a rule file may write it."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(part)}' for key, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return str(value).lower() if value is None or isinstance(value, bool) else str(value)


def spelt(text: str) -> str:
    """The text with characters that cannot be seen, or would turn the line round, by their numbers."""
    return (
        text
        if text.isprintable()
        else "".join(each if each.isprintable() else _number(each) for each in text)
    )


def _number(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
