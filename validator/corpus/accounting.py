"""From the results of a run to the report on it: what is counted, and in which order it stands."""

from collections import Counter
from typing import Final

from validator.corpus.account import (
    Account,
    Group,
    Groups,
    Left,
    Matrix,
    Named,
    NotJudged,
    Plan,
    Reason,
    RuleCount,
    RuleYears,
    Totals,
    Unread,
    Worst,
)
from validator.corpus.partition import CorpusError
from validator.corpus.results import Results, Run
from validator.corpus.warehouse import Warehouse, warehouse

TOP: Final = 100
MATRIX_RULES: Final = 10
SINGLE_FILES: Final = "(single files)"
_BY_TIME: Final = ("era", "year")  # the others have the largest group first

_SUMS: Final = "sum(documents), sum(bytes), sum(error), sum(warning), sum(info), sum(suppressed)"
# One reading of the table; a cell for each combination of values, of which there are thousands and not millions.
_CELLS: Final = """
CREATE TEMP TABLE cells AS
SELECT status, kind, nullif(format, '') AS format, era, left(date, 4) AS year, post,
  count(*) AS documents, sum(bytes) AS bytes,
  sum(error) AS error, sum(warning) AS warning, sum(info) AS info, sum(suppressed) AS suppressed
FROM documents GROUP BY ALL
"""
# First by document, so that no set of documents is held for each rule.
_RULES: Final = """
SELECT rule, pack, severity, sum(counted), count(*) FILTER (counted > 0), sum(aside)
FROM (
  SELECT rule, pack, severity, count(*) FILTER (NOT suppressed) AS counted,
    count(*) FILTER (suppressed) AS aside
  FROM findings GROUP BY rule, pack, severity, partition, position
)
GROUP BY ALL ORDER BY 4 DESC, rule, pack, severity
"""
_YEARS: Final = """
SELECT rule, left(date, 4) AS year, count(*)
FROM findings JOIN documents USING (partition, position)
WHERE NOT findings.suppressed AND date IS NOT NULL AND error + warning + info > 0 AND list_contains(?, rule)
GROUP BY ALL
"""
_UNREAD: Final = """
SELECT coalesce(not_checked[1], 'no reason given') AS reason, count(*)
FROM documents WHERE status = 'unreadable' GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT ?
"""
_NAMES: Final = """
SELECT name, coalesce(not_checked[1], 'no reason given')
FROM documents WHERE status = 'unreadable' ORDER BY name, partition, position LIMIT ?
"""
_NOT_JUDGED: Final = """
SELECT reason, count(*)
FROM (
  SELECT unnest(list_distinct(not_checked)) AS reason
  FROM documents WHERE status <> 'unreadable' AND len(not_checked) > 0
)
GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT ?
"""
_UNREADABLE: Final = "SELECT coalesce(sum(documents), 0) FROM cells WHERE status = 'unreadable'"
_PARTLY: Final = "SELECT count(*) FROM documents WHERE status <> 'unreadable' AND len(not_checked) > 0"
_WORST: Final = """
SELECT name, kind, error, warning, info
FROM documents WHERE error + warning > 0
ORDER BY error DESC, warning DESC, name, partition, position LIMIT ?
"""


def account_of(results: Results, top: int = TOP) -> Account:
    """The report; lists of documents and of reasons have `top` entries at most."""
    asked = run_in(results)
    plan = plan_of(results, asked)
    with warehouse({"": results}) as house:
        house.rows(_CELLS)
        totals = Totals(*(total or 0 for total in house.rows(f"SELECT {_SUMS} FROM cells")[0]))
        rules = tuple(RuleCount(*row) for row in house.rows(_RULES))
        return Account(
            complete=plan.complete,
            plan=plan,
            sources=asked.sources,
            columns=asked.columns,
            tool=asked.tool,
            settings=asked.settings,
            totals=totals,
            documents=_groups(house),
            rules=rules,
            rules_by_year=_matrix(house, rules),
            unread=_unread(house, top),
            not_judged=_not_judged(house, top),
            worst=tuple(Worst(*row) for row in house.rows(_WORST, top)),
        )


def run_in(results: Results) -> Run:
    """What was asked of the run in a folder. CorpusError where there is none."""
    run = results.run()
    if run is None:
        raise CorpusError(f"corpus: {results.place}: no run.json; give the folder that was --out of a run")
    return run


def plan_of(results: Results, run: Run) -> Plan:
    """How much is done; the plan is read only where something is left."""
    done = set(results.numbers_done())
    if len(done) == run.partitions:
        return Plan(run.partitions, len(done))
    left = Counter(each.source or SINGLE_FILES for each in results.plan() if each.number not in done)
    return Plan(run.partitions, len(done), tuple(Left(source, left[source]) for source in sorted(left)))


def _groups(house: Warehouse) -> Groups:
    return Groups(**{name: _group(house, name) for name in Groups.__struct_fields__})


def _group(house: Warehouse, column: str) -> tuple[Group, ...]:
    order = "" if column in _BY_TIME else "2 DESC, "
    question = f"SELECT {column}, {_SUMS} FROM cells GROUP BY 1 ORDER BY {order}1 NULLS LAST"
    return tuple(Group(*row) for row in house.rows(question))


def _matrix(house: Warehouse, rules: tuple[RuleCount, ...]) -> Matrix:
    """Years without a finding of these rules, but with documents, are in it too."""
    names = list(dict.fromkeys(each.rule for each in rules if each.findings))[:MATRIX_RULES]
    years = tuple(
        year for (year,) in house.rows("SELECT DISTINCT year FROM cells WHERE year IS NOT NULL ORDER BY 1")
    )
    counts = {(rule, year): count for rule, year, count in house.rows(_YEARS, names)}
    return Matrix(
        years,
        tuple(RuleYears(rule, tuple(counts.get((rule, year), 0) for year in years)) for rule in names),
    )


def _unread(house: Warehouse, top: int) -> Unread:
    return Unread(
        house.rows(_UNREADABLE)[0][0],
        tuple(Reason(*row) for row in house.rows(_UNREAD, top)),
        tuple(Named(*row) for row in house.rows(_NAMES, top)),
    )


def _not_judged(house: Warehouse, top: int) -> NotJudged:
    reasons = tuple(Reason(*row) for row in house.rows(_NOT_JUDGED, top))
    return NotJudged(house.rows(_PARTLY)[0][0], reasons)
