"""The measurements can be started, and what they compute from figures is right."""

import importlib
import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from bench import compare, generate, growth, plots
from bench.figures import table
from bench.runs import Ran
from validator import check_text
from validator.api.checking import Checker
from validator.engine.settings import Settings

BENCH = Path(__file__).resolve().parents[3] / "bench"


@pytest.mark.parametrize("name", sorted(path.stem for path in BENCH.glob("*.py")))
def test_every_measurement_can_be_imported(name: str) -> None:
    assert importlib.import_module(f"bench.{name}").__doc__


def test_columns_are_aligned_words_to_the_left_and_numbers_to_the_right() -> None:
    assert table([{"tool": "a", "times_x": 1.0}, {"tool": "long", "times_x": 1234.5}]) == (
        "tool   times x\na         1.00\nlong  1,234.50"
    )


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_is_the_power_that_the_points_follow(power: float) -> None:
    assert plots.exponent([(x, 3 * x**power) for x in (10.0, 100.0, 1000.0)]) == pytest.approx(power)


def test_only_the_larger_half_of_the_points_is_fitted() -> None:
    points = [(1.0, 5.0), (10.0, 5.0), (100.0, 5.0), (1000.0, 50.0), (10000.0, 500.0)]
    assert growth.upper_half(points) == points[2:]
    assert growth.upper_half(points[:2]) == points[:2]


def test_a_longer_bar_stands_for_more() -> None:
    drawn = ElementTree.fromstring(plots.bars({"one file": {"redmark": 10.0, "peer & co": 1000.0}}, "ms"))
    rectangles = list(drawn.iter("{http://www.w3.org/2000/svg}rect"))[1:]  # the first is the page
    widths = [float(bar.get("width", "")) for bar in rectangles]
    assert widths == [pytest.approx(46.0), pytest.approx(460.0)]


def test_a_curve_goes_up_where_its_values_do() -> None:
    drawn = ElementTree.fromstring(plots.curves("t", "x", "y", {"a": [(1, 1), (10, 10), (100, 100)]}))
    (line,) = drawn.iter("{http://www.w3.org/2000/svg}polyline")
    heights = [float(point.split(",")[1]) for point in line.get("points", "").split()]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3


def test_yaml_for_peers_is_sound_and_about_as_long_as_the_text() -> None:
    text = generate.telegram(random.Random("1/1"))
    written = compare.as_yaml(text)
    assert 0.95 * len(text) < len(written) <= len(text)
    assert len(yaml.safe_load(written)["paragraphs"]) > 10


def test_a_budget_is_met_up_to_its_limit_and_not_beyond() -> None:
    starts = {
        "version": {"redmark": Ran(3.0, 3.0, 0), compare.EMPTY: Ran(1.0, 1.0, 0)},
        "one file": {"redmark": Ran(8.1, 7.9, 0), compare.EMPTY: Ran(1.0, 1.0, 0)},
    }
    whole = {name: {"redmark": Ran(2.0, 1.5, 80.5)} for name in compare.BODIES}
    assert [each.met for each in compare.budgets(starts, whole, 1000)] == ["yes", "no", "yes", "yes", "no"]


@pytest.mark.parametrize(("pieces", "kind"), [(growth.long_telegram, "telegram"), (growth.long_memo, "memo")])
def test_long_documents_are_read_as_what_they_are_and_nothing_is_found(
    pieces: Callable[[int], Iterator[str]], kind: str
) -> None:
    (report,) = check_text("".join(pieces(30_000))).files
    assert (report.kind, report.findings, report.not_checked) == (kind, (), ())


def test_faults_are_found_as_often_as_they_are_planted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "PORTIONS", 100)
    (report,) = check_text("".join(growth.memo_with_faults(10))).files
    assert len(report.findings) == 10


def test_a_generated_pack_has_as_many_rules_as_were_asked_for(tmp_path: Path) -> None:
    folder = growth.grown_pack(tmp_path / "pack", 130)
    assert len(Checker(Settings(select=("grown",)), packs=[folder]).rules()) == 130
