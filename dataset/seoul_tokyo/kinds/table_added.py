"""A table stands that was not there."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, Change, Kind, Snapshot, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    standing = {after for _, after in same_table(old, new)}
    yield from (Change("table-added", name) for name in new.described if name not in standing)


KIND = Kind("table-added", __doc__, _find, bump=MINOR, frictionless=MINOR, croissant=MINOR, datasemver=MINOR)
