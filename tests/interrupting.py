"""Release a small project over and over, each time killed at another moment or refused more room, and look at the rest.

Run by ``test_interrupted.py`` as a process of its own, because it forks: ``python interrupting.py PROJECT kill|room``.
The project holds one release and records that make a second. Every line that it prints is something that went wrong;
the last line counts the moments.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import resource
import shutil
import signal
import sys
import traceback
from pathlib import Path

WRITES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree")
OPTIONS = argparse.Namespace(records=[], out=None, release=True, check=False, format="text")


def prepared(project: Path):
    """The project's own build, with what needs no repeating done once."""
    sys.path.insert(0, str(project))
    import build  # the copy in the project

    assert project == build.ROOT, build.ROOT
    build.check = lambda tables, reading: reading.problems  # the rules write nothing, and are most of the time

    return build


def in_a_child(run, before=lambda: None) -> tuple[int, str]:
    """Run in a forked child; its exit code (negative for a signal) and what it printed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        said = io.StringIO()
        code = 70
        try:
            with contextlib.redirect_stdout(said):
                before()
                code = run()
        except BaseException:
            said.write(traceback.format_exc())
        with contextlib.suppress(OSError):
            os.write(writing, said.getvalue().encode()[-60_000:])
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said


def kill_at(moment: int):
    """Die by SIGKILL when the process does its n-th act on files; 0 never, and print how many there were."""
    count = 0

    def hook(event: str, arguments: tuple) -> None:
        nonlocal count
        if event in WRITES or (event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")):
            count += 1
            if count == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return lambda: count


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def main(project: Path, how: str) -> int:
    pristine = project.with_name("pristine")
    shutil.copytree(project, pristine)
    build = prepared(project)
    shelf = project / "dataset" / "seoul_tokyo" / "releases"
    first = content(shelf / "0.1.0")

    def again():
        for name in ("dataset/seoul_tokyo/releases", "tests", "docs"):
            shutil.rmtree(project / name, ignore_errors=True)
            shutil.copytree(pristine / name, project / name)
        for name in ("CHANGELOG.md", "pyproject.toml", "CITATION.cff", "dataset/seoul_tokyo/interface.json"):
            shutil.copy(pristine / name, project / name)

    counted: list[int] = []

    def counting() -> int:
        count = kill_at(0)
        code = build.build(OPTIONS)
        print(f"acts: {count()}")
        return code

    code, said = in_a_child(counting)
    assert code == 0, said
    acts = int(said.rsplit("acts: ", 1)[1])
    second = content(shelf / "0.1.1")
    wrong = 0
    if how == "kill":
        moments = range(1, acts + 1)
        starts = [lambda moment=moment: kill_at(moment) for moment in moments]
    else:
        sizes = sorted({0, 1, 10, *(len(file) // 2 for file in second.values()), max(map(len, second.values())) - 1})
        moments = sizes
        starts = [
            lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            for size in sizes
        ]
    for moment, start in zip(moments, starts, strict=True):
        again()
        code, said = in_a_child(lambda: build.build(OPTIONS), start)
        counted.append(code)
        complaints = []
        if code not in ((-signal.SIGKILL, 0) if how == "kill" else (1, 0)) or "Traceback" in said:
            complaints.append(f"ended with {code}: {said[-2000:]}")
        if content(shelf / "0.1.0") != first:
            complaints.append("the first release has changed")
        if (shelf / "0.1.1").exists() and content(shelf / "0.1.1") != second:
            complaints.append("a half-written release stands")
        texts = ("CHANGELOG.md", "pyproject.toml", "CITATION.cff")
        cut = [name for name in texts if len((project / name).read_text()) < len((pristine / name).read_text()) - 1]
        if cut:
            complaints.append(f"cut off: {cut}")
        code, said = in_a_child(lambda: build.build(OPTIONS))
        if code != 0:
            complaints.append(f"the next build ended with {code}: {said[-2000:]}")
        elif content(shelf / "0.1.1") != second:
            complaints.append("the next build made another release")
        leftovers = [path.name for end in ("partial", "replaced") for path in project.rglob(f"*.{end}")]
        if leftovers:
            complaints.append(f"left behind: {leftovers}")
        wrong += len(complaints)
        print("".join(f"{how} at {moment}: {complaint}\n" for complaint in complaints), end="")
    print(f"{len(counted)} moments, {sum(code != 0 for code in counted)} interrupted")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2]))
