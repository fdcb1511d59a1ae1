"""A row is gone; an id of a record then stands among the retired ones, with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, Change, Kind, Snapshot, comparable_rows, is_code


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for table, before, after in comparable_rows(old, new):
        gone = (row_id for row_id in before if row_id not in after and not is_code(table, row_id))
        yield from (Change("row-removed", table, row_id) for row_id in gone)


KIND = Kind("row-removed", __doc__, _find, bump=MINOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MINOR)
