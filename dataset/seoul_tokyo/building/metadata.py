"""A release described for others: a Frictionless data package, a Croissant file, and the codebook, from the models."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from seoul_tokyo.about import DESCRIPTION, LICENSE_URL, NAME, TITLE
from seoul_tokyo_schemas.columns import CODE, COUNT, DAY, FLAG, SCORE, TEXT, Column
from seoul_tokyo_schemas.layout import columns, primary_key, record_form, tables
from seoul_tokyo_schemas.vocabularies import codes_of, vocabularies

_FRICTIONLESS = {TEXT: "string", CODE: "string", DAY: "datetime", COUNT: "integer", SCORE: "number", FLAG: "boolean"}
_CROISSANT = {
    TEXT: "sc:Text", CODE: "sc:Text", DAY: "sc:Date", COUNT: "sc:Integer", SCORE: "sc:Float", FLAG: "sc:Boolean",
}  # fmt: skip
_PANDAS = {
    TEXT: "str", CODE: "category", DAY: "datetime64[us]", COUNT: "Int16", SCORE: "float64", FLAG: "boolean",
}  # fmt: skip

Release = Mapping[str, Any]


def about(table: str) -> str:
    """What one row of a table is."""
    return inspect.cleandoc(tables()[table].__doc__ or "")


def frictionless(release: Release) -> dict[str, Any]:
    """The data package (Data Package 2.0): a resource a table, with fields, keys and enumerations."""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": release["version"],
        "licenses": [{"name": "CC-BY-4.0", "path": LICENSE_URL}],
        "resources": [_resource(name, release["tables"][name]) for name in tables()],
    }
    if release["date"]:
        package["created"] = f"{release['date']}T00:00:00Z"
    return package


def _resource(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    said = described(name)
    schema = said.pop("schema")
    return {
        "name": said.pop("name"),
        "type": "table",
        **said,
        "path": table["file"],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": table["sha256"],
        "schema": schema,
    }


def described(name: str) -> dict[str, Any]:
    """What the models say of a table, whatever file holds it: name, description, former names, and schema."""
    links = {column: c.references for column, c in columns(name).items() if c.references}
    return {
        "name": name.replace("_", "-"),
        "description": about(name),
        **_formerly(tables()[name].Config.metadata or {}),
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(column, declared) for column, declared in columns(name).items()],
            "primaryKey": list(primary_key(name)),
            "foreignKeys": [
                {
                    "fields": [column],
                    "reference": {"resource": target.replace("_", "-"), "fields": [primary_key(target)[0]]},
                }
                for column, target in links.items()
            ],
        },
    }


def _formerly(said: Mapping[str, Any]) -> dict[str, list[str]]:
    return {"formerly": list(said["formerly"])} if said.get("formerly") else {}


def _field(name: str, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if column.vocabulary:
        constraints["enum"] = codes_of(column.vocabulary)
    return {
        "name": name,
        "type": _FRICTIONLESS[column.arrow],
        "description": column.description,
        **_formerly({"formerly": column.formerly}),
        "constraints": constraints,
    }


def croissant(release: Release) -> dict[str, Any]:
    """The Croissant 1.0 description: a file object and a record set a table."""
    content: dict[str, Any] = {
        "@context": _context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": DESCRIPTION,
        "license": LICENSE_URL,
        "version": release["version"],
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": table["file"],
                "name": table["file"],
                "contentUrl": table["file"],
                "encodingFormat": "application/vnd.apache.parquet",
                "sha256": table["sha256"].removeprefix("sha256:"),
            }
            for table in release["tables"].values()
        ],
        "recordSet": [_record_set(name, release["tables"][name]["file"]) for name in tables()],
    }
    if release["date"]:
        content["datePublished"] = release["date"]
    return content


def _record_set(name: str, file: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": about(name),
        "key": [{"@id": f"{name}/{column}"} for column in primary_key(name)],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{name}/{column}",
                "name": column,
                "description": declared.description,
                "dataType": _CROISSANT[declared.arrow],
                "source": {"fileObject": {"@id": file}, "extract": {"column": column}},
            }
            for column, declared in columns(name).items()
        ],
    }


def _context() -> dict[str, Any]:
    own = ("citeAs", "column", "dataType", "extract", "field", "fileObject", "format", "key", "recordSet", "source")
    context: dict[str, Any] = {
        "@language": "en",
        "@vocab": "https://schema.org/",
        "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/",
        "dct": "http://purl.org/dc/terms/",
        "conformsTo": "dct:conformsTo",
    }
    context |= {name: f"cr:{name}" for name in own}
    context["dataType"] = {"@id": "cr:dataType", "@type": "@vocab"}
    return context


def codebook() -> str:
    """The codebook as Markdown: every table, column and code with its meaning."""
    parts = ["# Codebook", "", "Generated from the models by `build.py`; a test proves it current.", ""]
    for name in tables():
        parts += _chapter(name)
    parts += ["# Vocabularies", ""]
    for vocabulary, codes in vocabularies().items():
        parts += [f"## {vocabulary}", "", "| code | meaning |", "|---|---|"]
        parts += [f"| `{code}` | {entry['definition']} |" for code, entry in codes.items()]
        parts.append("")
    return "\n".join(parts)


def _chapter(name: str) -> list[str]:
    key = ", ".join(f"`{column}`" for column in primary_key(name))
    lines = [f"## {name}", "", about(name), "", f"Key: {key}. Written in: `[[{record_form(name)}]]`.", ""]
    lines += ["| column | type | may be missing | in records | meaning |", "|---|---|---|---|---|"]
    for column, declared in columns(name).items():
        kind = _PANDAS[declared.arrow] + (f" of `{declared.vocabulary}`" if declared.vocabulary else "")
        written = f"`{declared.record}`" if declared.record else "computed"
        target = f" → `{declared.references}`" if declared.references else ""
        missing = "yes" if declared.nullable else ""
        lines.append(f"| `{column}` | {kind} | {missing} | {written} | {declared.description}{target} |")
    return [*lines, ""]
