"""A public function takes its parameters in another order."""

from __future__ import annotations

from collections.abc import Iterator

from seoul_tokyo.kinds.kind import MAJOR, PATCH, Change, Kind, Snapshot


def _find(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    functions = {name: said for name, said in new.interface.items() if not name.rpartition(".")[2][:1].isupper()}
    for name, parameters in functions.items():  # the members of a class have no order
        before = [parameter.rstrip("=") for parameter in old.interface.get(name, parameters)]
        after = [parameter.rstrip("=") for parameter in parameters]
        if [p for p in before if p in after] != [p for p in after if p in before] or _moved(before, after):
            yield Change("parameters-reordered", "", name)


def _moved(before: list[str], after: list[str]) -> bool:
    """Whether a parameter that stood has come to stand behind one that is new."""
    kept = [parameter in before for parameter in after]
    return kept != sorted(kept, reverse=True)


KIND = Kind("parameters-reordered", __doc__, _find, bump=MAJOR, frictionless=PATCH, croissant=PATCH, datasemver=PATCH)
