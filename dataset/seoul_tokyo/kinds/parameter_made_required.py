"""A public function demands a parameter that could be left out or was not there."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for name, parameters in new.interface.items():
        before = old.interface.get(name, parameters)
        yield from (
            Change("parameter-made-required", "", name, parameter)
            for parameter in parameters
            if not parameter.endswith("=") and parameter not in before
        )


KIND = Kind(
    "parameter-made-required", __doc__, _find, bump=MAJOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH
)
