"""A public function takes one more parameter, which may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for name, parameters in new.interface.items():
        known = {parameter.rstrip("=") for parameter in old.interface.get(name, parameters)}
        added = (parameter[:-1] for parameter in parameters if parameter.endswith("=") and parameter[:-1] not in known)
        yield from (Change("parameter-added", "", name, parameter) for parameter in added)


KIND = Kind("parameter-added", __doc__, _find, bump=MINOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
