"""A table has another name."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, Change, Kind, Snapshot, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for before, after in same_table(old, new):
        if before != after:
            yield Change("table-renamed", after, before=before, after=after)


KIND = Kind("table-renamed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MAJOR)
