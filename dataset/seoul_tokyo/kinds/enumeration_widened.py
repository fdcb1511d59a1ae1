"""A column may hold codes that it could not."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, PATCH, Change, Kind, Snapshot, same_column


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for first, table, former, name in same_column(old, new):
        before, after = old.columns(first)[former]["codes"], new.columns(table)[name]["codes"]
        if added := [code for code in after if code not in before]:
            yield Change("enumeration-widened", table, "", name, None, ", ".join(added))


KIND = Kind("enumeration-widened", __doc__, _find, bump=MINOR, frictionless=MINOR, croissant=PATCH, datasemver=MINOR)
