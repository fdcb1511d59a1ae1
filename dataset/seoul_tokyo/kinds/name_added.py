"""A public name or a command stands that was not there."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    yield from (Change("name-added", "", name) for name in new.interface if name not in old.interface)


KIND = Kind("name-added", __doc__, _find, bump=MINOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
