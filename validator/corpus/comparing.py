"""From the results of two runs to what differs: documents by name, findings by name and fingerprint."""

from collections.abc import Iterator
from typing import Final

from validator.corpus.accounting import plan_of, run_in
from validator.corpus.differences import (
    SUPPRESSED,
    Differences,
    DocumentChange,
    Example,
    Move,
    OnlyIn,
    Setup,
)
from validator.corpus.results import Results, Run
from validator.corpus.warehouse import Warehouse, warehouse

EXAMPLES: Final = 5


def _both(column: str) -> str:
    """The value of a column in each run. A name may occur twice in a collection: then its least and its greatest."""
    return ", ".join(
        f"concat_ws(' and ', min({column}) FILTER ({which}), nullif(max({column}) FILTER ({which}),"
        f" min({column}) FILTER ({which}))) AS {side}_{column}"
        for side, which in (("old", "NOT fresh"), ("new", "fresh"))
    )


# Rows of both runs are counted together, which DuckDB can do in parts; a join of two large tables it can do less well.
_DOCUMENTS: Final = f"""
CREATE TEMP TABLE compared AS
SELECT name, count(*) FILTER (NOT fresh) AS before, count(*) FILTER (fresh) AS after,
  {_both("status")}, {_both("kind")},
  sum(digest) FILTER (NOT fresh) <> sum(digest) FILTER (fresh) AS edited
FROM (
  SELECT false AS fresh, name, status, kind, hash(sha256)::HUGEINT AS digest FROM old_documents
  UNION ALL SELECT true, name, status, kind, hash(sha256)::HUGEINT FROM new_documents
)
GROUP BY name
HAVING before <> after OR old_status <> new_status OR old_kind <> new_kind OR edited
"""
_ONLY: Final = """
SELECT coalesce(sum({more} - {less}), 0) FROM compared WHERE {more} > {less}
"""
_ONLY_NAMES: Final = "SELECT name FROM compared WHERE {more} > {less} ORDER BY name LIMIT ?"
_CHANGES: Final = """
SELECT {old}, {new}, count(*), list_sort(min(name, ?))
FROM compared WHERE before > 0 AND after > 0 AND {differs}
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
"""
_STATE: Final = f"CASE WHEN suppressed THEN '{SUPPRESSED}' ELSE severity END AS state"
_FINDINGS: Final = f"""
CREATE TEMP TABLE differing AS
SELECT name, rule, fingerprint, count(*) FILTER (NOT fresh) AS before, count(*) FILTER (fresh) AS after,
  min(state) FILTER (NOT fresh) AS old, min(state) FILTER (fresh) AS new
FROM (
  SELECT false AS fresh, name, rule, fingerprint, {_STATE} FROM old_findings
  UNION ALL SELECT true, name, rule, fingerprint, {_STATE} FROM new_findings
)
GROUP BY name, rule, fingerprint HAVING before <> after OR old <> new
"""
# What a document has that only one run knows is no difference in findings.
_MOVES: Final = """
CREATE TEMP TABLE moves AS
SELECT * FROM (
  SELECT rule, old, new, name, fingerprint, least(before, after) AS findings FROM differing WHERE old <> new
  UNION ALL SELECT rule, old, NULL, name, fingerprint, before - after FROM differing WHERE before > after
  UNION ALL SELECT rule, NULL, new, name, fingerprint, after - before FROM differing WHERE after > before
) AS moved
ANTI JOIN (SELECT name FROM compared WHERE before = 0 OR after = 0) AS lone USING (name)
"""
_COUNTED: Final = """
SELECT * FROM (SELECT rule, old, new, sum(findings) AS findings FROM moves GROUP BY ALL)
ORDER BY old IS NOT NULL, new IS NOT NULL, findings DESC, rule, old, new
"""
_EXAMPLES: Final = """
CREATE TEMP TABLE examples AS
SELECT rule, old, new, name, fingerprint FROM moves
QUALIFY row_number() OVER (PARTITION BY rule, old, new ORDER BY name, fingerprint) <= ?
"""
_TOLD: Final = """
SELECT examples.rule, old, new, name, min(line) AS line, min(message)
FROM examples JOIN {side}_findings USING (name, fingerprint) WHERE {has}
GROUP BY examples.rule, old, new, name, fingerprint ORDER BY name, line, fingerprint
"""


def differences_of(old: Results, new: Results, examples: int = EXAMPLES) -> Differences:
    """The comparison, with so many examples of each kind."""
    runs = run_in(old), run_in(new)
    plans = plan_of(old, runs[0]), plan_of(new, runs[1])
    with warehouse({"old_": old, "new_": new}) as house:
        house.rows(_DOCUMENTS)
        house.rows(_FINDINGS)
        house.rows(_MOVES)
        moves = tuple(_moves(house, examples))
        changes = tuple(_changes(house, examples))
        alone = _only(house, "before", "after", examples), _only(house, "after", "before", examples)
        total: int = house.rows("SELECT count(*) FROM old_documents")[0][0]
    return Differences(
        complete=all(plan.complete for plan in plans),
        same=not (moves or changes or any(each.documents for each in alone)),
        old=plans[0],
        new=plans[1],
        setup=tuple(_setup(*runs)),
        documents_in_both=total - alone[0].documents,
        only_in_old=alone[0],
        only_in_new=alone[1],
        documents=changes,
        appeared=sum(each.findings for each in moves if each.old is None),
        vanished=sum(each.findings for each in moves if each.new is None),
        changed=sum(each.findings for each in moves if None not in (each.old, each.new)),
        findings=moves,
    )


def _only(house: Warehouse, more: str, less: str, examples: int) -> OnlyIn:
    sides = {"more": more, "less": less}
    names = tuple(name for (name,) in house.rows(_ONLY_NAMES.format(**sides), examples))
    return OnlyIn(house.rows(_ONLY.format(**sides))[0][0], names)


def _changes(house: Warehouse, examples: int) -> Iterator[DocumentChange]:
    for what in ("status", "kind"):
        old, new = f"old_{what}", f"new_{what}"
        question = _CHANGES.format(old=old, new=new, differs=f"{old} <> {new}")
        for before, after, count, names in house.rows(question, examples):
            yield DocumentChange(what, before, after, count, tuple(names))
    edited = _CHANGES.format(old="NULL", new="NULL", differs="edited")
    for _, _, count, names in house.rows(edited, examples):
        yield DocumentChange("content", None, None, count, tuple(names))


def _moves(house: Warehouse, examples: int) -> Iterator[Move]:
    """Line and message of an example are looked up in a run that has it."""
    house.rows(_EXAMPLES, examples)
    told: dict[tuple[str, str | None, str | None], list[Example]] = {}
    for side, has in (("new", "new IS NOT NULL"), ("old", "new IS NULL")):
        for rule, old, new, name, line, message in house.rows(_TOLD.format(side=side, has=has)):
            told.setdefault((rule, old, new), []).append(Example(name, line, message))
    for rule, old, new, count in house.rows(_COUNTED):
        yield Move(rule, old, new, count, tuple(told[rule, old, new]))


def _setup(old: Run, new: Run) -> Iterator[Setup]:
    """How the runs were made: who judged, by which rules, settings, and what."""
    before, after = _made(old), _made(new)
    for what in {**before, **after}:
        if before.get(what) != after.get(what):
            yield Setup(what, before.get(what), after.get(what))
    hidden = (old.tool, old.settings) == (new.tool, new.settings) and old.judged_by != new.judged_by
    if hidden:  # the folder has a hash of all settings, and only some of them by name
        yield Setup("other settings or choice of rules", old.judged_by, new.judged_by)


def _made(run: Run) -> dict[str, str | None]:
    settings, columns = run.settings, run.columns
    return {
        "version": run.tool.version,
        **{f"pack {pack.name}": f"{pack.version}, sha256 {pack.sha256}" for pack in run.tool.packs},
        "dialect": settings.dialect,
        "fail-on": settings.fail_on,
        "excerpts": settings.excerpts,
        "as-of": settings.as_of,
        "sources": ", ".join(run.sources),
        "text-column": columns.text,
        "name-column": columns.name,
    }
