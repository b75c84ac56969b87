"""The known form that a stranger is nearest to."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_LONGEST: Final = 64  # characters of a stranger that are compared at all
_ENOUGH: Final = 0.75  # of 1; NOFRON and NOFORN are at 0.83, two of three letters at 0.67

_FEW: Final = 3  # letters


class Nearest:
    """Looks for the nearest of some forms; each stranger is compared once and then remembered."""

    __slots__ = ("_by_length", "of")

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_length: Mapping[int, list[str]] = _sorted_by_length(forms)
        self.of = lru_cache(maxsize=2048)(self._of)

    def _of(self, stranger: str) -> str:
        if not 1 < len(stranger) <= _LONGEST:
            return ""
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(stranger)
        best, form = _ENOUGH, ""
        for other in self._candidates(stranger):
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best:
                ratio = matcher.ratio()
                if ratio > best or (ratio == best and not form):
                    best, form = ratio, other
        return form

    def _candidates(self, stranger: str) -> list[str]:
        # A form of another length than this cannot reach the ratio. Of a few letters no more is made than they are:
        # systems of three letters are not all published.
        size = len(stranger)
        span = range(int(size * 0.6), (size if size <= _FEW else int(size * 1.67) + 1) + 1)
        near = (form for length in span for form in self._by_length.get(length, ()))
        # CLASSIFIED is not meant as UNCLASSIFIED: where the first letter differs, hardly more may be missing.
        return [form for form in near if form[0] == stranger[0] or abs(len(form) - size) <= 1]


def _sorted_by_length(forms: Iterable[str]) -> dict[int, list[str]]:
    lengths: dict[int, list[str]] = {}
    for form in sorted(set(forms)):
        lengths.setdefault(len(form), []).append(form)
    return lengths
