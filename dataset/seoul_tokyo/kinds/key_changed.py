"""Other columns name a row."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, PATCH, Change, Kind, Snapshot, same_key, same_table


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for before, after in same_table(old, new):
        if not same_key(old, new, before, after):
            was, stands = (", ".join(side.described[name]["key"]) for side, name in ((old, before), (new, after)))
            yield Change("key-changed", after, "", "", was, stands)


KIND = Kind("key-changed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=PATCH)
