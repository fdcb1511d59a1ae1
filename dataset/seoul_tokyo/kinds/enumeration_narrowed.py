"""A column may no longer hold codes that it could."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, PATCH, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for first, table, former, name in same_column(old, new):
        before, after = old.columns(first)[former]["codes"], new.columns(table)[name]["codes"]
        if gone := [code for code in before if code not in after]:
            yield Change("enumeration-narrowed", table, "", name, ", ".join(gone), None)


KIND = Kind("enumeration-narrowed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=PATCH, datasemver=MINOR)
