"""Build the dataset: hand-curated records in, a checked release out.

    python build.py                 check the records; rebuild the release, or write a development build
    python build.py --release       make the next release: version, CHANGELOG section, folder
    python build.py --records DIR   add the records of a folder of your own
    python build.py --check         check only, write nothing

Exit codes: 0 fine (warnings included), 1 errors found, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "dataset"), str(ROOT / "schemas")]  # a clone builds without being installed

from seoul_tokyo import releases  # noqa: E402
from seoul_tokyo.building import documents, release  # noqa: E402
from seoul_tokyo.building.assemble import assemble  # noqa: E402
from seoul_tokyo.building.canonical import check_form  # noqa: E402
from seoul_tokyo.building.check import check, located  # noqa: E402
from seoul_tokyo.building.read import read, record_files  # noqa: E402
from seoul_tokyo.building.report import has_errors, rendered  # noqa: E402
from seoul_tokyo.building.write import write  # noqa: E402

RECORDS, CHANGELOG = ROOT / "dataset" / "records", ROOT / "CHANGELOG.md"


def build(options: argparse.Namespace) -> int:
    """Run every stage; return the exit code."""
    folders = [RECORDS, *options.records]
    reading = read(folders)
    tables = assemble(reading.records, release.FIRST_VERSION)
    problems = check_form(record_files(folders)) + check(tables, reading)
    if options.records:
        problems = [problem for problem in problems if problem.severity == "error" or not _is_ours(problem.file)]
    else:
        problems += located(release.lost_ids(tables), reading)
    if problems or options.format != "text":
        print(rendered(problems, options.format))
    if has_errors(problems):
        return 1
    if options.check:
        return 0
    plan = release.plan(tables)
    if not options.records:
        for path in documents.refresh(ROOT, tables):
            print(f"written anew: {path}")
    if options.release:
        return make_release(plan)
    return rebuild(plan, options.out) if plan.unchanged else write_development(plan, options.out)


def _is_ours(file: str) -> bool:
    """Whether a file is one of the project's: who adds records need not read the warnings of those that stand."""
    return Path(file).resolve().is_relative_to(RECORDS)


def make_release(plan: release.Plan) -> int:
    """Version, CHANGELOG, folder, in this order."""
    if plan.unchanged:
        print(f"nothing to release: the records are those of {plan.version}")
        return 0
    if release.dated(CHANGELOG, plan.version) is None:
        release.draft_section(CHANGELOG, plan)
        print(f"drafted the section {plan.version} of CHANGELOG.md: add reasons and corrected ids by hand")
    day = release.dated(CHANGELOG, plan.version)
    release.set_version(ROOT, plan.version, str(day))
    target = releases.FOLDER / plan.version
    write(plan.tables, plan.version, day, release.as_json(plan.changes), target)
    release.hold(ROOT / "tests" / "released.json", target)
    print(f"released {plan.version}\n{release.summary(plan)}\n  {target}")
    return 0


def rebuild(plan: release.Plan, out: Path | None) -> int:
    """Rebuild the released version and compare it with what was released."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = (out or Path(scratch)) / plan.version
        day = release.dated(CHANGELOG, plan.version)
        write(plan.tables, plan.version, day, release.as_json(plan.changes), folder)
        same = release.same_bytes(folder, plan.version)
    said = {True: "the same bytes", False: "OTHER BYTES", None: "bytes not compared: another pyarrow"}[same]
    print(f"{plan.version} rebuilt: the same data as released, {said}")
    print(f"  {releases.release(plan.version)['fingerprint']}")
    return 1 if same is False else 0


def write_development(plan: release.Plan, out: Path | None) -> int:
    """Write what the records are now, for looking at; git ignores it."""
    version = f"{plan.version}.dev0"
    target = (out or releases.FOLDER) / version
    write(plan.tables, version, None, release.as_json(plan.changes), target)
    print(f"{release.summary(plan)}\n  written to {target}")
    return 0


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--release", action="store_true", help="make the next release")
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    parser.add_argument("--records", type=Path, action="append", default=[], metavar="DIR", help="add your own records")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write below this folder instead")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how problems are shown")
    found = parser.parse_args(arguments)
    if found.release and (found.records or found.out or found.check):
        parser.error("--release takes the project's own records and writes its own folder")
    return found


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where the terminal lacks Hangul, escapes, not a traceback
    sys.exit(build(options()))
