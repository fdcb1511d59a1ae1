"""What a kind of change is: a name, what it demands of the version, and how it is found between two releases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from seoul_tokyo.errors import ComparisonFailed
from seoul_tokyo.fingerprint import OUTSIDE

if TYPE_CHECKING:
    import pyarrow

Row = Mapping[str, Any]


class Bump(IntEnum):
    """How much a change demands of the version."""

    PATCH = 0
    MINOR = 1
    MAJOR = 2


PATCH, MINOR, MAJOR = Bump


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two releases, in the names of the newer one where a name stands in both.

    A change of the interface has no table; its ``record_id`` is the public name and its ``column`` the parameter.
    """

    kind: str
    table: str
    record_id: str = ""
    column: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Snapshot:
    """One side of a comparison: tables, what the release says of them, and the public interface.

    ``described`` holds for every table its description, key, former names and columns, as ``described_by`` reads
    them from a Frictionless resource; ``interface`` the parameters by public name (``version=`` has a default).
    """

    tables: Mapping[str, pyarrow.Table]
    described: Mapping[str, Mapping[str, Any]]
    interface: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, Row]]:
        """The rows of every table by id: the values of the key, joined by ``/``. Two rows of one id are a failure."""
        found: dict[str, dict[str, Row]] = {}
        for name, table in self.tables.items():
            key = self.described[name]["key"]
            rows = table.drop_columns([column for column in OUTSIDE if column in table.column_names]).to_pylist()
            found[name] = {"/".join(str(row[column]) for column in key): row for row in rows}
            if len(found[name]) != len(rows):
                raise ComparisonFailed(
                    f"{name} holds two rows of one key ({', '.join(key)}), so rows cannot be compared"
                )
        return found

    def columns(self, table: str) -> Mapping[str, Mapping[str, Any]]:
        """The columns of a table with what is said of them, but those outside comparison."""
        return {name: said for name, said in self.described[table]["columns"].items() if name not in OUTSIDE}


def described_by(resource: Mapping[str, Any], table: pyarrow.Table) -> dict[str, Any]:
    """What a Frictionless resource and the Arrow schema say of one table, in the form that is compared."""
    schema = resource["schema"]
    said = {item["name"]: item for item in schema["fields"]}
    if said.keys() != set(table.column_names):
        raise ComparisonFailed(f"{resource['name']}: the data package names other columns than the table has")
    return {
        "description": resource["description"],
        "key": tuple(schema["primaryKey"]),
        "formerly": tuple(resource.get("formerly", ())),
        "columns": {
            name: {
                "type": str(table.schema.field(name).type),
                "required": said[name]["constraints"]["required"],
                "codes": tuple(said[name]["constraints"].get("enum", ())),
                "description": said[name]["description"],
                "formerly": tuple(said[name].get("formerly", ())),
            }
            for name in table.column_names
        },
    }


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. ``bump`` is what it demands here, the others what the policies of others would demand.

    Frictionless: the recipe "Data Package Version". Croissant: section "Version" of the specification 1.0.
    datasemver: its default rules, of which some go higher beyond a share of rows or nulls.
    """

    name: str
    law: str
    find: Callable[[Snapshot, Snapshot], Iterator[Change]]
    bump: Bump
    frictionless: Bump
    croissant: Bump
    datasemver: Bump


POLICIES = ("frictionless", "croissant", "datasemver")


def same_table(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, str]]:
    """The tables that stand on both sides, by their older and newer name."""
    for name, said in new.described.items():
        if name in old.described:
            yield name, name
        else:
            yield from ((former, name) for former in said["formerly"] if former in old.described)


def same_column(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, str, str, str]]:
    """The columns that stand on both sides: older and newer name of the table, older and newer name of the column."""
    for before, after in same_table(old, new):
        standing = old.columns(before)
        for name, said in new.columns(after).items():
            if name in standing:
                yield before, after, name, name
            else:
                yield from ((before, after, former, name) for former in said["formerly"] if former in standing)


def comparable_rows(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, Mapping[str, Row], Mapping[str, Row]]]:
    """The rows by id of every table with the same key on both sides: newer name of the table, rows before, after."""
    for before, after in same_table(old, new):
        if same_key(old, new, before, after):
            yield after, old.rows[before], new.rows[after]


def same_key(old: Snapshot, new: Snapshot, before: str, after: str) -> bool:
    """Whether the same columns name a row of a table on both sides, whatever their names."""
    pairs = same_column(old, new)
    renamed = {former: name for first, table, former, name in pairs if (first, table) == (before, after)}
    key = tuple(renamed.get(column, column) for column in old.described[before]["key"])
    return key == tuple(new.described[after]["key"])


def is_code(table: str, record_id: str) -> bool:
    """Whether a row is a code of a closed vocabulary; series and matters are records."""
    return table == "codes" and record_id.partition("/")[0] not in ("series", "matter")
