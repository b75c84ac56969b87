"""Bars are as long as what they count, labels are escaped and do not touch."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from validator.corpus.charts import Bar, by_severity, lying, standing

SVG = "{http://www.w3.org/2000/svg}"


def drawn(lines: object) -> ElementTree.Element:
    text = "".join(lines)  # type: ignore[call-overload]
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def sizes(chart: ElementTree.Element, key: str) -> list[float]:
    return [float(bar.get(key) or 0) for bar in chart.iter(f"{SVG}rect")]


def test_lying_bars_are_in_proportion_and_have_their_numbers() -> None:
    chart = drawn(
        lying("A title", [Bar("a", (("error", 1000),)), Bar("b", (("info", 250),)), Bar("c", (("info", 0),))])
    )
    assert sizes(chart, "width") == [570.0, 142.5]
    assert [each.text for each in chart.iter(f"{SVG}text")] == ["a", "1,000", "b", "250", "c", "0"]
    assert chart.get("aria-label") == "A title"


def test_standing_bars_are_stacked_errors_below() -> None:
    chart = drawn(standing("t", [by_severity("1998", 10, 20, 30), by_severity("1999", 0, 0, 80)]))
    assert sizes(chart, "height") == [27.5, 55.0, 82.5, 220.0]
    assert sizes(chart, "y") == [200.5, 145.5, 63.0, 8.0]
    assert [each.get("class") for each in chart.iter(f"{SVG}rect")] == ["error", "warning", "info", "info"]


@pytest.mark.parametrize(
    ("most", "top"),
    [
        (0, 2),
        (1, 2),
        (2, 2),
        (3, 4),
        (10, 10),
        (11, 20),
        (79, 80),
        (81, 100),
        (100, 100),
        (101, 200),
        (9_999_999, 10_000_000),
    ],
)
def test_the_scale_ends_at_a_round_number_above_the_longest(most: int, top: int) -> None:
    chart = drawn(standing("t", [by_severity("x", most, 0, 0)]))
    assert [each.text for each in chart.iter(f"{SVG}text")][2] == f"{top:,}"


def test_no_bars_are_a_chart_without_bars() -> None:
    assert sizes(drawn(standing("t", [])), "height") == sizes(drawn(lying("t", [])), "width") == []


@pytest.mark.parametrize("count", [1, 38, 120])
def test_labels_below_do_not_touch(count: int) -> None:
    chart = drawn(standing("t", [by_severity(str(1900 + year), 1, 0, 0) for year in range(count)]))
    below = [float(each.get("x") or 0) for each in chart.iter(f"{SVG}text") if each.get("class") == "middle"]
    assert below
    assert all(right - left >= 36 for left, right in pairwise(below))


def test_a_label_is_escaped_and_cut() -> None:
    text = "".join(lying('<&"', [Bar("<b>" * 30, (("error", 1),))]))
    assert "<b>" not in text
    assert 'aria-label="&lt;&amp;&quot;"' in text
    assert re.findall(r'class="end">((?:&lt;b&gt;)*)…</text>', text) == ["&lt;b&gt;" * 13]
