"""Groups of countries, such as FVEY, and the countries that they stand for."""

from collections.abc import Iterable, Mapping

Members = Mapping[str, frozenset[str]]


def expanded(codes: Iterable[str], members: Members) -> frozenset[str]:
    """The countries that a list names, groups spelt out where their members are known."""
    return frozenset(country for code in codes for country in members.get(code, (code,)))
