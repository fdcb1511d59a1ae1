"""Seoul–Tokyo: an open, evidence-linked, versioned dataset of relations between South Korea and Japan.

>>> import seoul_tokyo as st
>>> events = st.load("events")
>>> st.timeline(dispute="wartime-labour", since="2018")  # doctest: +SKIP
"""

from seoul_tokyo.citing import cite, require
from seoul_tokyo.comparing import Diff, changes, diff
from seoul_tokyo.errors import (
    AlteredFile,
    ComparisonFailed,
    PinBroken,
    SeoulTokyoError,
    UnknownColumn,
    UnknownRecord,
    UnknownTable,
    UnknownVersion,
)  # fmt: skip
from seoul_tokyo.loading import Tables, load, tables
from seoul_tokyo.releases import as_of, path, version, versions
from seoul_tokyo.timelines import timeline
from seoul_tokyo.validating import validate

__all__ = [
    "AlteredFile",
    "ComparisonFailed",
    "Diff",
    "PinBroken",
    "SeoulTokyoError",
    "Tables",
    "UnknownColumn",
    "UnknownRecord",
    "UnknownTable",
    "UnknownVersion",
    "as_of",
    "changes",
    "cite",
    "diff",
    "load",
    "path",
    "require",
    "tables",
    "timeline",
    "validate",
    "version",
    "versions",
]


RENAMED: dict[str, str] = {}
"""Public names that are gone, and what took their place."""


def __getattr__(name: str) -> str:
    if name == "__version__":
        return version()
    instead = f"; it is now called {RENAMED[name]!r}" if name in RENAMED else ""
    raise AttributeError(f"module 'seoul_tokyo' has no attribute {name!r}{instead}")
