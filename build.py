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

import pyarrow  # noqa: E402

from seoul_tokyo import releases  # noqa: E402
from seoul_tokyo.building import changelog, compare, documents, release  # noqa: E402
from seoul_tokyo.building.assemble import assemble  # noqa: E402
from seoul_tokyo.building.canonical import check_form  # noqa: E402
from seoul_tokyo.building.check import check, located  # noqa: E402
from seoul_tokyo.building.compare import Plan  # noqa: E402
from seoul_tokyo.building.read import read, record_files  # noqa: E402
from seoul_tokyo.building.report import Format, has_errors, rendered  # noqa: E402
from seoul_tokyo.building.write import write  # noqa: E402
from seoul_tokyo.errors import SeoulTokyoError  # noqa: E402
from seoul_tokyo_schemas.problem import Problem  # noqa: E402

RECORDS, CHANGELOG, HELD = ROOT / "dataset" / "records", ROOT / "CHANGELOG.md", ROOT / "tests" / "released.json"


def build(options: argparse.Namespace) -> int:
    """Run every stage; return the exit code."""
    folders = [RECORDS, *options.records]
    reading = read(folders)
    tables = assemble(reading.records, compare.FIRST_VERSION)
    problems = check_form(record_files(folders), reading.parsed) + check(tables, reading)
    if options.records:
        problems = [problem for problem in problems if problem.severity == "error" or not _is_ours(problem.file)]
    else:
        problems += located(compare.lost_ids(tables), reading)
    wish, wrong = (None, []) if options.records else compare.wished(ROOT)
    problems += wrong + compare.untouched(HELD)
    if has_errors(problems) or options.check:
        return told(problems, options.format)
    try:
        with release.alone(options.out or releases.FOLDER):
            try:
                plan = compare.plan(tables, wish)
            except (SeoulTokyoError, pyarrow.ArrowException) as error:
                return told([*problems, compare.impossible(error)], options.format)
            problems += compare.kept_promise(plan, ROOT)
            return told(problems, options.format) or finish(plan, options)
    except OSError as error:
        message = f"{error.filename or 'the release'} could not be written or read: {error.strerror or error}"
        mend = "what was released is untouched; make room or choose another folder, and build again"
        return told([Problem("release-is-written", "error", "", "", "", message, mend)])


def told(problems: list[Problem], form: Format = "text") -> int:
    """Show the problems, if any; return the exit code that they mean."""
    if problems or form != "text":
        print(rendered(problems, form))
    return 1 if has_errors(problems) else 0


def finish(plan: Plan, options: argparse.Namespace) -> int:
    """Write what the plan says: a release, the same release again, or a development build."""
    if not options.records:
        for path in documents.refresh(ROOT, plan.tables):
            print(f"written anew: {path}")
    if plan.unchanged:
        code = rebuild(plan, options.out)
        if options.release and code == 0:
            hint = f"; to release what waits, name {compare.next_version(plan.version, plan.waiting)} in pyproject.toml"
            print(f"nothing to release: the records are those of {plan.version}" + (hint if plan.pending else ""))
        return code
    return make_release(plan) if options.release else write_development(plan, options.out)


def _is_ours(file: str) -> bool:
    """Whether a file is one of the project's: who adds records need not read the warnings of those that stand."""
    return Path(file).resolve().is_relative_to(RECORDS)


def make_release(plan: Plan) -> int:
    """CHANGELOG section, version, folder, in this order; stops where the author must first say why."""
    section = changelog.section(CHANGELOG, plan.version)
    if section is None:
        drafted = changelog.draft(plan.version, release.today(), plan.found, release.retired(plan))
        changelog.put_first(CHANGELOG, drafted)
        section = changelog.section(CHANGELOG, plan.version)
        assert section is not None
        print(f"drafted the section {plan.version} of CHANGELOG.md")
    known = plan.tables["articles"]["article_id"].to_pylist()
    if unsaid := changelog.unsaid(CHANGELOG, section, plan.found if plan.against else (), known):
        print("write this by hand, then run python build.py --release again")
        return told(unsaid)
    target = release.publish(plan, ROOT, section)
    print(f"released {plan.version}\n{release.summary(plan)}\n  {target}")
    return 0


def rebuild(plan: Plan, out: Path | None) -> int:
    """Rebuild the released version and compare it with what was released."""
    section = changelog.section(CHANGELOG, plan.version)
    if section is None:
        message = f"{plan.version} has no section with its day in CHANGELOG.md"
        mend = f"write: ## [{plan.version}] - {releases.release(plan.version)['date']}"
        return told([Problem("release-has-section", "error", "", "", "", message, mend, str(CHANGELOG), 1)])
    with tempfile.TemporaryDirectory() as scratch:
        folder = (out or Path(scratch)) / plan.version
        write(plan.tables, plan.version, section.day, plan.diff(section.reasons()).to_dict(), folder)
        others = release.other_bytes(folder, plan.version)
    if others is None:
        said = "bytes not compared: another pyarrow"
    elif others:
        said = f"OTHER BYTES in {', '.join(others)}"
    else:
        said = "the same bytes"
        release.hold(HELD, releases.folder(plan.version))
    print(f"{plan.version} rebuilt: the same data as released, {said}")
    print(f"  {releases.release(plan.version)['fingerprint']}")
    if plan.pending:
        kinds = ", ".join(sorted({change.kind for change in plan.pending}))
        print(f"  since then, outside the records ({plan.waiting.name}): {kinds}")
    return 1 if any(name.endswith(".parquet") or not plan.pending for name in others or ()) else 0


def write_development(plan: Plan, out: Path | None) -> int:
    """Write what the records are now, for looking at; git ignores it."""
    version = f"{plan.version}.dev0"
    target = (out or releases.FOLDER) / version
    section = changelog.section(CHANGELOG, plan.version)
    write(plan.tables, version, None, plan.diff(section.reasons() if section else ()).to_dict(), target)
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
