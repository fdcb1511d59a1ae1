"""A column that could be empty always holds a value."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, PATCH, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for first, table, former, name in same_column(old, new):
        if new.columns(table)[name]["required"] and not old.columns(first)[former]["required"]:
            yield Change("column-made-required", table, column=name)


KIND = Kind("column-made-required", __doc__, _find, bump=MINOR, frictionless=MAJOR, croissant=PATCH, datasemver=PATCH)
