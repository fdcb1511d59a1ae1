"""The kinds of change between two releases, a small file each; see ``kind.py`` for what a kind is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from seoul_tokyo.kinds.kind import Kind


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of change by name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if found.name != "kind"]
    return {module.KIND.name: module.KIND for module in modules}
