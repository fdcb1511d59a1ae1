"""A vocabulary has a code that it had not."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, Change, Kind, Snapshot, comparable_rows, is_code


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for table, before, after in comparable_rows(old, new):
        added = (row_id for row_id in after if row_id not in before and is_code(table, row_id))
        yield from (Change("code-added", table, row_id) for row_id in added)


KIND = Kind("code-added", __doc__, _find, bump=MINOR, frictionless=MINOR, croissant=MINOR, datasemver=MINOR)
