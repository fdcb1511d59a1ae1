"""Check whole tables: the models on each column, then the rules across them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import pandas as pd
import pyarrow
import pyarrow.compute
from pandera.errors import SchemaErrors

from seoul_tokyo_schemas import rulebook
from seoul_tokyo_schemas.columns import CHECKS
from seoul_tokyo_schemas.layout import columns, primary_key, tables
from seoul_tokyo_schemas.problem import Problem, in_order
from seoul_tokyo_schemas.vocabularies import codes_of


def check(given: Mapping[str, pyarrow.Table]) -> list[Problem]:
    """Every problem in a set of whole tables, sorted.

    ``given`` are Arrow tables of the models' schemas by name. Where some are missing, the rules that need them are
    not run, and a warning ``not-checked`` says so for each missing table.
    """
    problems = [problem for name, table in given.items() for problem in check_values(name, table)]
    unchecked = [_not_checked(name) for name in tables() if name not in given]
    return in_order(problems + rulebook.run(_fit_for_rules(given, problems)) + unchecked)


def _fit_for_rules(given: Mapping[str, pyarrow.Table], problems: list[Problem]) -> dict[str, pyarrow.Table]:
    """The tables without what the models have refused and rules cannot bear.

    A row that lacks part of its key is left out, for it cannot be named; a date that is none is emptied, for a rule
    would compare it, and `infinity` stops a query.
    """
    readable = dict(given)
    for name, column in {(p.table, p.field) for p in problems if p.rule == "value-is-missing"}:
        if column in primary_key(name):
            readable[name] = readable[name].filter(readable[name][column].is_valid())
    for name, column in {(p.table, p.field) for p in problems if p.rule in ("date-is-edtf", "end-is-edtf")}:
        holds = CHECKS["end-is-edtf"].holds(readable[name][column].to_pandas())
        values = pyarrow.compute.if_else(pyarrow.array(holds), readable[name][column], None)
        place = readable[name].column_names.index(column)
        readable[name] = readable[name].set_column(place, readable[name].schema.field(place), values)
    return readable


def _not_checked(name: str) -> Problem:
    concerned = [rule.id for rule in rulebook.rules().values() if name in rule.tables]
    message = f"without the table {name}, {len(concerned)} rules were not checked"
    return Problem("not-checked", "warning", name, "", "", message, ", ".join(concerned))


def check_values(name: str, table: pyarrow.Table) -> list[Problem]:
    """Hold one table against its pandera model, one column at a time."""
    frame = table.to_pandas(ignore_metadata=True)
    try:
        tables()[name].to_schema().validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        return [_problem(name, frame, case) for case in cases.to_dict("records")]
    return []


def _problem(name: str, frame: pd.DataFrame, case: Mapping[Any, Any]) -> Problem:
    column, value, rule = str(case["column"]), case["failure_case"], _rule_id(str(case["check"]))
    record_id = "/".join(str(frame[key].iat[int(case["index"])]) for key in primary_key(name))
    field = columns(name)[column].record or column
    if rule == "value-is-missing":
        return Problem(rule, "error", name, record_id, column, f"{field} is missing", "give it a value")
    if rule == "code-is-known":
        vocabulary = columns(name)[column].vocabulary or ""
        message, hint = f"{_short(value)} is no code of {vocabulary}", _nearest(str(value), codes_of(vocabulary))
        return Problem(rule, "error", name, record_id, column, message, hint)
    law = CHECKS[rule]
    shown = _short(repr(value))
    message = f"{field} is {shown}: {law.law}" if law.explain is None else f"{field}: {law.explain(str(value))}"
    return Problem(rule, "error", name, record_id, column, message, law.mend)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _rule_id(check_name: str) -> str:
    if check_name == "not_nullable":
        return "value-is-missing"
    if check_name.startswith("isin"):
        return "code-is-known"
    return check_name.replace("_", "-")


def _nearest(value: str, codes: list[str]) -> str:
    close = get_close_matches(value[:100], codes, n=1, cutoff=0.6)
    return (
        f"did you mean {close[0]}?" if close else "known: " + ", ".join(codes[:12]) + (" …" if len(codes) > 12 else "")
    )
