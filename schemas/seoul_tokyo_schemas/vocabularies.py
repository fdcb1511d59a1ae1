"""The closed vocabularies: every code, what it means, and what it corresponds to elsewhere.

The codes stand in ``vocabularies.toml``, a table per vocabulary and a line per code. Mappings follow PLOVER 2
(event and mode), CAMEO 1.1b3 (code) with Goldstein's scale, and ICOW's issue types.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Code = Mapping[str, Any]
"""One code: ``definition``, and the mappings that it has."""


@cache
def vocabularies() -> Mapping[str, Mapping[str, Code]]:
    """All vocabularies by name, each with its codes in their documented order."""
    text = files(__package__).joinpath("vocabularies.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def codes_of(vocabulary: str) -> list[str]:
    """The codes of one vocabulary. Raises ``KeyError`` for a name that is none."""
    return list(vocabularies()[vocabulary])


def definition(vocabulary: str, code: str) -> str:
    """What a code means. Raises ``KeyError`` for a code that the vocabulary lacks."""
    return str(vocabularies()[vocabulary][code]["definition"])
