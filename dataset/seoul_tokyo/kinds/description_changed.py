"""A table or column is described in other words."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import PATCH, Change, Kind, Snapshot, same_column, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for before, after in same_table(old, new):
        was, stands = old.described[before]["description"], new.described[after]["description"]
        if was != stands:
            yield Change("description-changed", after, "", "", was, stands)
    for first, table, former, name in same_column(old, new):
        was, stands = old.columns(first)[former]["description"], new.columns(table)[name]["description"]
        if was != stands:
            yield Change("description-changed", table, "", name, was, stands)


KIND = Kind("description-changed", __doc__, _find, bump=PATCH, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
