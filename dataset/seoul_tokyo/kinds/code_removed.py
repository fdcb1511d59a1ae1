"""A vocabulary has lost a code."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, MINOR, Change, Kind, Snapshot, comparable_rows, is_code


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for table, before, after in comparable_rows(old, new):
        gone = (row_id for row_id in before if row_id not in after and is_code(table, row_id))
        yield from (Change("code-removed", table, row_id) for row_id in gone)


KIND = Kind("code-removed", __doc__, _find, bump=MAJOR, frictionless=MAJOR, croissant=MAJOR, datasemver=MINOR)
