"""The columns stand in another order, so that code by position gives other answers."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, PATCH, Change, Kind, Snapshot, same_column, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for before, after in same_table(old, new):
        pairs = [
            (former, name) for first, table, former, name in same_column(old, new) if (first, table) == (before, after)
        ]
        places = list(old.columns(before))
        order = [places.index(former) for former, _ in pairs]
        if order != sorted(order):
            yield Change("columns-reordered", after)


KIND = Kind("columns-reordered", __doc__, _find, bump=MINOR, frictionless=MAJOR, croissant=PATCH, datasemver=PATCH)
