"""Seoul–Tokyo: an open, evidence-linked, versioned dataset of relations between South Korea and Japan.

>>> import seoul_tokyo as st
>>> events = st.load("events")
>>> st.timeline(dispute="wartime-labour", since="2018")  # doctest: +SKIP
"""

from seoul_tokyo.citing import cite, require
from seoul_tokyo.errors import AlteredFile, PinBroken, SeoulTokyoError, UnknownRecord, UnknownTable, UnknownVersion
from seoul_tokyo.loading import Tables, load, tables
from seoul_tokyo.releases import as_of, path, version, versions
from seoul_tokyo.timelines import timeline
from seoul_tokyo.validating import validate

__all__ = [
    "AlteredFile",
    "PinBroken",
    "SeoulTokyoError",
    "Tables",
    "UnknownRecord",
    "UnknownTable",
    "UnknownVersion",
    "as_of",
    "cite",
    "load",
    "path",
    "require",
    "tables",
    "timeline",
    "validate",
    "version",
    "versions",
]


def __getattr__(name: str) -> str:
    if name == "__version__":
        return version()
    raise AttributeError(f"module 'seoul_tokyo' has no attribute {name!r}")
