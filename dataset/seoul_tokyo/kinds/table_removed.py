"""A table is gone, and no other says that it was called so."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, Change, Kind, Snapshot, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    standing = {before for before, _ in same_table(old, new)}
    yield from (Change("table-removed", name) for name in old.described if name not in standing)


KIND = Kind("table-removed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MAJOR)
