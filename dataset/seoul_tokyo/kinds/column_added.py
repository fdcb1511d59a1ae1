"""A column stands that was not there."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, Change, Kind, Snapshot, same_column, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    standing = {(table, name) for _, table, _, name in same_column(old, new)}
    for _, table in same_table(old, new):
        yield from (
            Change("column-added", table, column=name) for name in new.columns(table) if (table, name) not in standing
        )


KIND = Kind("column-added", __doc__, _find, bump=MINOR, frictionless=MAJOR, croissant=MINOR, datasemver=MINOR)
