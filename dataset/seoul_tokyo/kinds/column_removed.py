"""A column is gone, and no other says that it was called so."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, Change, Kind, Snapshot, same_column, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    standing = {(table, name) for table, _, name, _ in same_column(old, new)}
    for before, after in same_table(old, new):
        yield from (
            Change("column-removed", after, column=name)
            for name in old.columns(before)
            if (before, name) not in standing
        )


KIND = Kind("column-removed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MAJOR)
