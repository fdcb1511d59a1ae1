"""A column has another type."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for first, table, former, name in same_column(old, new):
        before, after = old.columns(first)[former]["type"], new.columns(table)[name]["type"]
        if before != after:
            yield Change("column-retyped", table, "", name, before, after)


KIND = Kind("column-retyped", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MAJOR)
