"""What can go wrong when the dataset is used, each with a message that says what to do."""

from __future__ import annotations


class SeoulTokyoError(Exception):
    """The base of all errors that this package raises on purpose."""


class UnknownTable(SeoulTokyoError, LookupError):
    """No table of that name stands in the release."""


class UnknownVersion(SeoulTokyoError, LookupError):
    """No release of that version is in the package."""


class UnknownRecord(SeoulTokyoError, LookupError):
    """No record of that id stands in the release."""


class UnknownColumn(SeoulTokyoError, LookupError):
    """No column of that name stands in the table."""


class ComparisonFailed(SeoulTokyoError):
    """Two releases cannot be compared."""


class AlteredFile(SeoulTokyoError):
    """A released file is not what was released."""


class PinBroken(SeoulTokyoError):
    """The installed data is not what an analysis asked for."""
