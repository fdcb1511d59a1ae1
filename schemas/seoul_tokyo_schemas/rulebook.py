"""The rules across columns and tables: one SQL file each, and a Python check where SQL cannot say it.

A rule file opens with its header, comment lines ``-- key: value``:

    -- law: one sentence that holds in every consistent dataset
    -- reason: why a reader may rely on it
    -- severity: error or warning
    -- message: a template over the columns of the query
    -- mend: what to do about it

The query returns ``record_table, record_id, field, certainty`` and the values of the message. A rule on dates
is three-valued: ``certain`` breaks are of the rule's severity, ``possible`` ones are warnings. A Python check
has the same header in its docstring and yields the same columns.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import duckdb
import pyarrow

from seoul_tokyo_schemas import python_rules, python_rules_events, python_rules_officials
from seoul_tokyo_schemas.conforming import empty
from seoul_tokyo_schemas.layout import tables
from seoul_tokyo_schemas.problem import Problem, Severity

Breaks = Iterator[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One law: what it says, why, how bad a break is, how a break is told, and how to mend it."""

    id: str
    law: str
    reason: str
    severity: Severity
    message: str
    mend: str
    sql: str | None = None
    check: Callable[[Mapping[str, pyarrow.Table]], Breaks] | None = None

    @property
    def tables(self) -> frozenset[str]:
        """The tables without which the rule says nothing; empty for a rule that takes any."""
        if self.sql:
            return _read_by(self.sql)
        declared = re.search(r"^\s*reads: (.+)$", (self.check.__doc__ or "") if self.check else "", re.MULTILINE)
        return frozenset(declared[1].split(", ")) if declared else frozenset()


def _read_by(sql: str) -> frozenset[str]:
    """The tables behind a query, through the views of the prelude."""
    sources = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", sql))
    views = {name: _read_by(query) for name, query in _views().items() if name in sources}
    return frozenset(sources & set(tables())).union(*views.values())


@cache
def _views() -> Mapping[str, str]:
    """The queries of the views of the prelude by name."""
    return dict(re.findall(r"^CREATE VIEW (\w+) AS\n(.*?);$", _prelude(), re.MULTILINE | re.DOTALL))


def _prelude() -> str:
    return files(__package__).joinpath("prelude.sql").read_text(encoding="utf-8")


MOST_TOLD = 5_000
IN_PYTHON = (python_rules, python_rules_events, python_rules_officials)
_HEADER = ("law", "reason", "severity", "message", "mend")


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in alphabetical order."""
    found = [_from_sql(file.name, file.read_text(encoding="utf-8")) for file in _sql_files()]
    found += [_from_function(check) for module in IN_PYTHON for check in module.CHECKS]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def run(given: Mapping[str, pyarrow.Table], *, only: frozenset[str] | None = None) -> list[Problem]:
    """Run the rules and return every break.

    ``given`` are Arrow tables of the models' schemas by name; a rule whose tables are not all there is left out.
    ``only`` names the rules to run.
    """
    problems: list[Problem] = []
    spill: dict[str, Any] = {"temp_directory": tempfile.gettempdir()}  # DuckDB would spill into the working folder
    with duckdb.connect(":memory:", config=spill) as connection:
        for name in tables():
            connection.register(name, given[name] if name in given else empty(name))
        # Many rules read each view, so that it is computed once.
        connection.execute(_prelude().replace("CREATE VIEW", "CREATE TABLE"))
        for rule in rules().values():
            if (only is None or rule.id in only) and rule.tables <= given.keys():
                breaks = _query(connection, rule.sql) if rule.sql else rule.check(given) if rule.check else iter(())
                problems += _told(rule, breaks)
    return problems


def _told(rule: Rule, breaks: Breaks) -> list[Problem]:
    """The problems of one rule, so many at most: a rule broken by every pair of rows would fill memory and screen."""
    problems = [_problem(rule, values) for values in islice(breaks, MOST_TOLD)]
    if len(problems) == MOST_TOLD and next(breaks, None) is not None:
        message = f"{rule.id} is broken more often than {MOST_TOLD:,} times; the rest is not told"
        problems.append(Problem(rule.id, rule.severity, problems[0].table, "", "", message, rule.mend))
    return problems


def _query(connection: duckdb.DuckDBPyConnection, sql: str) -> Breaks:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    while row := cursor.fetchone():
        yield dict(zip(names, row, strict=True))


def _problem(rule: Rule, values: Mapping[str, Any]) -> Problem:
    shown = {name: _shown(value) for name, value in values.items()}
    possible = values["certainty"] == "possible"
    message = rule.message.format_map(shown) + (" (possibly: a date is too coarse to be sure)" if possible else "")
    severity: Severity = "warning" if possible else rule.severity
    hint = " · ".join(part for part in (shown.get("hint", ""), rule.mend) if part)
    return Problem(rule.id, severity, shown["record_table"], shown["record_id"], shown["field"], message, hint)


def _shown(value: Any) -> str:
    if hasattr(value, "date"):
        return str(value.date())
    return "nothing" if value is None else str(value)


def _sql_files() -> list[Any]:
    return [file for file in files(__package__).joinpath("rules").iterdir() if file.name.endswith(".sql")]


def _from_sql(name: str, text: str) -> Rule:
    lines = (line for line in text.splitlines() if line.startswith("-- "))
    return _rule(name.removesuffix(".sql"), (line[3:] for line in lines), sql=text)


def _from_function(check: Callable[..., Breaks]) -> Rule:
    lines = (line.strip() for line in (check.__doc__ or "").splitlines())
    return _rule(check.__name__.replace("_", "-"), lines, check=check)


def _rule(rule_id: str, lines: Iterator[str], **how: Any) -> Rule:
    header: dict[str, Any] = dict(line.split(": ", 1) for line in lines if line.partition(": ")[0] in _HEADER)
    missing = [name for name in _HEADER if name not in header]
    if missing:
        raise ValueError(f"rule {rule_id}: the header lacks {', '.join(missing)}")
    return Rule(id=rule_id, **header, **how)
