"""The roll-up of a long document looks at each portion a fixed number of times."""

from collections.abc import Iterator

from validator.grammar.roll_up import order_of, roll_up
from validator.model.level import Level
from validator.model.marking import Marking
from validator.vocabulary.load import builtin as vocabularies


class Counted(list[Marking]):
    """Portions that know how often one was handed out."""

    given = 0

    def __iter__(self) -> Iterator[Marking]:
        for portion in super().__iter__():
            self.given += 1
            yield portion


def handed_out(count: int) -> int:
    portions = Counted([Marking(system="us", level=Level.CONFIDENTIAL)] * count)
    assert roll_up(portions, order_of(vocabularies())).marking.level == Level.CONFIDENTIAL
    return portions.given


def test_the_work_for_ten_times_the_portions_is_at_most_ten_times_the_work() -> None:
    assert handed_out(1_000) <= 10 * handed_out(100)
