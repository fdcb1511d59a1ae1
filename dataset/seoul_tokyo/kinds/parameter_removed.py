"""A public function no longer takes a parameter."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for name, parameters in old.interface.items():
        kept = {parameter.rstrip("=") for parameter in new.interface.get(name, parameters)}
        gone = (parameter.rstrip("=") for parameter in parameters if parameter.rstrip("=") not in kept)
        yield from (Change("parameter-removed", "", name, parameter) for parameter in gone)


KIND = Kind("parameter-removed", __doc__, _find, bump=MAJOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
