"""Hold any tables against the models and rules of the dataset: frames, files, or records."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow

if TYPE_CHECKING:
    from seoul_tokyo_schemas.problem import Problem

LARGEST_CELL = 1_000_000


def validate(tables: Mapping[str, pd.DataFrame] | str | os.PathLike[str]) -> list[Problem]:
    """Every problem of some tables; an empty list where all is well.

    ``tables`` is a dict of DataFrames by table name, or a path: a folder of ``<table>.parquet`` or ``<table>.csv``
    files, or of records (TOML, JSON Lines), or one such file. Frames are brought to the documented dtypes first; a
    value that does not fit is a problem. A part of the tables will do: what could not be checked without the others
    is told as a warning ``not-checked``. A problem has rule, severity (``error`` or ``warning``), table, record_id,
    field, message, hint, file and line; its text is what the command prints.

    Needs the extra ``build``. Raises ``FileNotFoundError`` where the path does not exist.
    """
    if isinstance(tables, Mapping):
        return _checked({str(name): frame for name, frame in tables.items()}, {})
    path = Path(tables)
    if not path.exists():
        raise FileNotFoundError(f"there is no file or folder {path}")
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    if not any(file.suffix in (".parquet", ".csv") for file in files):
        return _records(path)
    frames: dict[str, pd.DataFrame] = {}
    lines: dict[str, tuple[str, list[int]]] = {}
    problems: list[Problem] = []
    for file in files:
        if file.suffix in (".parquet", ".csv"):
            try:
                frames[file.stem], numbers = _csv(file) if file.suffix == ".csv" else (_parquet(file), [])
                lines[file.stem] = str(file), numbers
            except (OSError, ValueError, csv.Error, pyarrow.ArrowException) as error:
                problems.append(_unreadable(file, error))
    return problems + _checked(frames, lines)


def _checked(frames: Mapping[str, pd.DataFrame], lines: Mapping[str, tuple[str, list[int]]]) -> list[Problem]:
    from seoul_tokyo_schemas import checking, conforming
    from seoul_tokyo_schemas.layout import tables as known
    from seoul_tokyo_schemas.problem import in_order

    problems, given = [], {}
    for name, frame in frames.items():
        if name not in known():
            problems.append(conforming.unknown_table(name))
            continue
        given[name], unfit = conforming.conform(name, frame.reset_index(drop=True))
        problems += unfit
    told = {(problem.table, problem.field, problem.record_id) for problem in problems}
    columns_told = {(problem.table, problem.field) for problem in problems if not problem.record_id}
    for problem in checking.check(given):
        empty = problem.rule == "value-is-missing"
        if not (
            empty
            and (
                (problem.table, problem.field) in columns_told
                or (problem.table, problem.field, problem.record_id) in told
            )
        ):
            problems.append(problem)
    return in_order(list(_placed(problems, given, lines)))


def _placed(
    problems: list[Problem], given: Mapping[str, pyarrow.Table], lines: Mapping[str, tuple[str, list[int]]]
) -> Iterator[Problem]:
    """The problems with the file of their table, and with the line of their row where the file is text."""
    from seoul_tokyo_schemas.layout import primary_key

    rows: dict[str, dict[str, int]] = {}
    for problem in problems:
        if problem.table not in lines:
            yield problem
            continue
        file, numbers = lines[problem.table]
        if numbers and problem.table not in rows:
            keys = [given[problem.table][key].to_pylist() for key in primary_key(problem.table)]
            ids = ["/".join(map(str, row)) for row in zip(*keys, strict=True)]
            rows[problem.table] = dict(zip(reversed(ids), reversed(numbers), strict=True))
        yield replace(problem, file=file, line=rows.get(problem.table, {}).get(problem.record_id, 1))


def _parquet(file: Path) -> pd.DataFrame:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(file)
    table.validate(full=True)  # text that is not UTF-8 would raise far from here
    if len(set(table.column_names)) < table.num_columns:  # pandas would read such a table, and lose a column
        raise ValueError("two columns have one name")
    frame: pd.DataFrame = table.to_pandas(ignore_metadata=True)
    return frame


def _csv(file: Path) -> tuple[pd.DataFrame, list[int]]:
    """A CSV file as text, and the line on which each of its rows ends."""
    csv.field_size_limit(LARGEST_CELL)
    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text)
        header = next(reader, [])
        rows, numbers = [], []
        for row in reader:
            if len(row) not in (0, len(header)):
                raise ValueError(f"line {reader.line_num} has {len(row)} cells, the header has {len(header)}")
            if row:
                rows.append(row)
                numbers.append(reader.line_num)
    return pd.DataFrame(rows, columns=pd.Index(header, dtype=object), dtype=object), numbers


def _records(path: Path) -> list[Problem]:
    from seoul_tokyo.building.assemble import assemble
    from seoul_tokyo.building.check import check
    from seoul_tokyo.building.read import read

    reading = read([path])
    return check(assemble(reading.records, "unreleased"), reading)


def _unreadable(file: Path, error: Exception) -> Problem:
    from seoul_tokyo_schemas.problem import Problem

    message = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Problem("file-is-unreadable", "error", file.stem, "", "", message, "", str(file), 1)
