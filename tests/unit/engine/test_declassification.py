"""One declassification instruction, judged by the order of its day."""

from datetime import date

from validator import judge_declassification


def test_x1_is_the_exemption_of_the_order_of_the_day() -> None:
    of_1977, of_2000 = (
        judge_declassification("X1", dated=day) for day in (date(1977, 5, 3), date(2000, 5, 3))
    )
    assert (of_1977.kind, of_1977.order, of_1977.valid) == ("xgds", "11652", True)
    assert (of_2000.kind, of_2000.exemptions, of_2000.valid) == ("exemption", ("X1",), True)


def test_x1_without_a_date_is_read_as_the_index_of_the_seventies_writes_it() -> None:
    assert judge_declassification("X4").kind == "xgds"
