"""A column has another name."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for _, table, former, name in same_column(old, new):
        if former != name:
            yield Change("column-renamed", table, column=name, before=former, after=name)


KIND = Kind("column-renamed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MAJOR)
