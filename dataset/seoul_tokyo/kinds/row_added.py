"""A row stands that was not there."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, Change, Kind, Snapshot, comparable_rows, is_code, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    standing = {after for _, after in same_table(old, new)}
    for table in new.described:
        if table not in standing:
            yield from (Change("row-added", table, row_id) for row_id in new.rows[table])
    for table, before, after in comparable_rows(old, new):
        added = (row_id for row_id in after if row_id not in before and not is_code(table, row_id))
        yield from (Change("row-added", table, row_id) for row_id in added)


KIND = Kind("row-added", __doc__, _find, bump=MINOR, frictionless=MINOR, croissant=MINOR, datasemver=MINOR)
