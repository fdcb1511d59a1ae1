"""A public name or a command is gone."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    yield from (Change("name-removed", "", name) for name in old.interface if name not in new.interface)


KIND = Kind("name-removed", __doc__, _find, bump=MAJOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
