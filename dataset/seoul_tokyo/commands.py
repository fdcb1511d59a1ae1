"""What the command ``seoul-tokyo`` can do. Exit codes: 0 fine, 1 errors found, 2 wrong usage."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from seoul_tokyo import citing, comparing, releases, validating, verifying
from seoul_tokyo.errors import SeoulTokyoError

app = typer.Typer(
    help="Seoul–Tokyo: relations between South Korea and Japan, as data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Style(StrEnum):
    """How problems are shown."""

    text = "text"
    json = "json"
    github = "github"


Release = Annotated[str | None, typer.Option("--version", help="A release in the package; the current one by default.")]
Paths = Annotated[list[Path], typer.Argument(help="TOML files, or folders of them.", exists=True)]


def _fail(message: str, code: int = 2) -> typer.Exit:
    print(f"seoul-tokyo: {message}", file=sys.stderr)
    return typer.Exit(code)


@app.command()
def info(version: Release = None) -> None:
    """Show the release, its tables and how to cite it."""
    try:
        release = releases.release(version or releases.version())
    except SeoulTokyoError as error:
        raise _fail(str(error)) from None
    print(f"seoul-tokyo {release['version']} of {release['date'] or 'no date: a development build'}")
    print(f"fingerprint {release['fingerprint']}")
    print(f"in the package: {', '.join(releases.versions()) or 'no release'}\n")
    shown = Table("table", "rows", box=None, pad_edge=False)
    shown.columns[1].justify = "right"
    for name, entry in release["tables"].items():
        shown.add_row(name, f"{entry['rows']:,}")
    Console().print(shown)
    print("\n" + citing.cite("text", release["version"]))


@app.command()
def pin(version: Release = None) -> None:
    """Print what an analysis needs to run on exactly this data, and to cite it."""
    try:
        release = releases.release(version or releases.version())
    except SeoulTokyoError as error:
        raise _fail(str(error)) from None
    number = release["version"]
    print(f"# requirements.txt\nseoul-tokyo=={number}\n")
    print("# first lines of the analysis\nimport seoul_tokyo as st\n")
    print(f'st.require("=={number}", fingerprint="{release["fingerprint"]}")\n')
    print(f"# methods section\nData: {citing.cite('text', number)}\n\n# BibTeX\n{citing.cite('bibtex', number)}")


@app.command()
def verify(
    version: Release = None,
    texts: Annotated[
        Path | None,
        typer.Option(help="A folder with <article_id>.txt: check the sealed quotes.", exists=True, file_okay=False),
    ] = None,
) -> None:
    """Recompute every hash of an installed release; with --texts, find the sealed quotes in the articles."""
    try:
        number = version or releases.version()
        complaints = verifying.files(number)
        seals = verifying.seals(number, texts) if texts else None
    except SeoulTokyoError as error:
        raise _fail(str(error)) from None
    for complaint in complaints:
        print(complaint)
    print(f"{number}: {'every file is as released' if not complaints else 'NOT as released'}")
    if seals:
        for line in seals.wrong:
            print(f"not found: {line}")
        for article in seals.missing:
            print(f"no text: {article}.txt")
        print(f"{seals.found:,} sealed quotes found, {len(seals.wrong):,} not found, {seals.unchecked:,} not checked")
    if complaints or (seals and seals.wrong):
        raise typer.Exit(1)


class Form(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="The older release.")],
    new: Annotated[str | None, typer.Argument(help="The newer one; the current one by default.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How the comparison is written.")] = Form.text,
) -> None:
    """Show what differs between two releases: rows and cells, and what that demands of the version."""
    try:
        found = comparing.diff(old, new)
    except SeoulTokyoError as error:
        raise _fail(str(error)) from None
    print({"json": found.to_json, "markdown": found.to_markdown, "text": found.__str__}[form.value]())


@app.command()
def validate(
    path: Annotated[
        Path, typer.Argument(help="A folder of Parquet, CSV or record files, or one of them.", exists=True)
    ],
    style: Annotated[Style, typer.Option("--format", help="How problems are shown.")] = Style.text,
) -> None:
    """Hold tables or records against every model and rule."""
    from seoul_tokyo.building import report

    problems = validating.validate(path)
    print(report.rendered(problems, style.value))
    raise typer.Exit(1 if report.has_errors(problems) else 0)


@app.command()
def fmt(
    paths: Paths,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")] = False,
) -> None:
    """Write records in their canonical form. A file with comments is refused: nothing may be lost."""
    from seoul_tokyo.building import canonical, read, report

    files = [file for file in read.record_files(paths) if file.suffix == ".toml"]
    problems = canonical.check_form(files) if check else canonical.rewrite(files, canonical.canonical)
    print(report.rendered(problems))
    raise typer.Exit(1 if problems else 0)


@app.command()
def seal(paths: Paths) -> None:
    """Turn every quote = "…" of the files into a seal, and write them in canonical form."""
    from seoul_tokyo.building import canonical, read, report

    files = [file for file in read.record_files(paths) if file.suffix == ".toml"]
    problems = canonical.rewrite(files, canonical.sealed)
    print(report.rendered(problems))
    raise typer.Exit(1 if problems else 0)


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="The id of a rule, as problems name it.")]) -> None:
    """Say what a rule demands, why, and how to mend a break."""
    from seoul_tokyo.building import explaining

    text = explaining.explain(rule)
    if text is None:
        raise _fail(explaining.unknown(rule))
    print(text)
