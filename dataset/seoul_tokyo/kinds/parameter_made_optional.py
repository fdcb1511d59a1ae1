"""A parameter of a public function may be left out that could not."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MINOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for name, parameters in new.interface.items():
        before = old.interface.get(name, parameters)
        yield from (
            Change("parameter-made-optional", "", name, parameter[:-1])
            for parameter in parameters
            if parameter.endswith("=") and parameter[:-1] in before
        )


KIND = Kind(
    "parameter-made-optional", __doc__, _find, bump=MINOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH
)
