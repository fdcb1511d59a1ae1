"""A column may be empty that could not."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, PATCH, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for first, table, former, name in same_column(old, new):
        if old.columns(first)[former]["required"] and not new.columns(table)[name]["required"]:
            yield Change("column-made-nullable", table, column=name)


KIND = Kind("column-made-nullable", __doc__, _find, bump=MAJOR, frictionless=MINOR, croissant=PATCH, datasemver=MINOR)
