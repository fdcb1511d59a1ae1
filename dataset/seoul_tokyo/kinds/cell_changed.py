"""A value of a row that stood is another."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, PATCH, Change, Kind, Snapshot, comparable_rows, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    names: dict[str, list[tuple[str, str]]] = {}
    for _, table, former, name in same_column(old, new):
        names.setdefault(table, []).append((former, name))
    for table, before, after in comparable_rows(old, new):
        for row_id in before.keys() & after.keys():
            for former, name in names[table]:
                was, stands = before[row_id][former], after[row_id][name]
                if was != stands:
                    yield Change("cell-changed", table, row_id, name, was, stands)


KIND = Kind("cell-changed", __doc__, _find, bump=MINOR, frictionless=PATCH, croissant=MAJOR, datasemver=MINOR)
