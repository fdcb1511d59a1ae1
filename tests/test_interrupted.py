"""Nothing half-written: releases killed at every act, without room, without leave to write, and two at once."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PLACE = '[[place]]\nid = "test-{0}"\nname = "Test {0}"\ncountry = "KOR"\n'


def run(project, *arguments, **options):
    return subprocess.run(
        [sys.executable, str(project / "build.py"), *arguments], capture_output=True, text=True, check=False, **options
    )


def copied(folder: Path) -> Path:
    """The project with one small record and no release."""
    project = folder / "project"
    nothing = shutil.ignore_patterns("__pycache__", "0.*", "interface.json", ".*")
    for name in ("schemas", "docs", "dataset/seoul_tokyo"):
        shutil.copytree(ROOT / name, project / name, ignore=nothing)
    for name in ("build.py", "CITATION.cff"):
        shutil.copy(ROOT / name, project / name)
    (project / "tests").mkdir()
    (project / "dataset/seoul_tokyo/releases").mkdir(exist_ok=True)
    text = re.sub(r'(?m)^version = ".*"$', 'version = "0.1.0"', (ROOT / "pyproject.toml").read_text())
    (project / "pyproject.toml").write_text(text)
    records = project / "dataset/records"
    records.mkdir()
    (records / "places.toml").write_text(PLACE.format("one"))
    return project


@pytest.fixture(scope="module")
def waiting(tmp_path_factory):
    """A project with one release and records for a second."""
    project = copied(tmp_path_factory.mktemp("waiting"))
    done = run(project, "--release")
    assert done.returncode == 0, done.stdout + done.stderr
    (project / "dataset/records/more.toml").write_text(PLACE.format("two"))
    return project


@pytest.fixture
def project(waiting, tmp_path):
    return shutil.copytree(waiting, tmp_path / "project")


def obey_permissions():
    """Take from root the right to write where it may not (CAP_DAC_OVERRIDE, by PR_CAPBSET_DROP)."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


def shelf(project):
    return project / "dataset/seoul_tokyo/releases"


def files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("how", ["kill", "room"])
def test_a_release_interrupted_anywhere_leaves_what_stood_and_the_next_build_ends_it(project, how):
    driver = Path(__file__).parent / "interrupting.py"
    done = subprocess.run(
        [sys.executable, str(driver), str(project), how], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    moments = re.fullmatch(r"(\d+) moments, (\d+) interrupted\n", done.stdout)
    assert moments and int(moments[2]) > 20, done.stdout


def test_two_releases_at_once_make_one(project):
    command = [sys.executable, str(project / "build.py"), "--release"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    said = sorted(process.communicate()[0] for process in both)
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("\nreleased 0.1.1" in text for text in said) == 1, said
    assert sum("nothing to release: the records are those of 0.1.1" in text for text in said) == 1, said
    assert sorted(path.name for path in shelf(project).iterdir() if path.is_dir()) == ["0.1.0", "0.1.1"]
    assert (project / "CHANGELOG.md").read_text().count("## [0.1.1]") == 1


def test_a_tree_that_may_not_be_written_says_so_in_one_line(project):
    first = files(shelf(project) / "0.1.0")
    for folder in (project, *(path for path in project.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    try:
        done = run(project, "--release", cwd="/", preexec_fn=obey_permissions)
    finally:
        for folder in (project, *(path for path in project.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stdout + done.stderr
    assert done.stdout.count("error:") == 1 and "could not be written or read: Permission denied" in done.stdout
    assert files(shelf(project) / "0.1.0") == first and not (shelf(project) / "0.1.1").exists()


def test_a_development_build_that_was_being_replaced_comes_back(project):
    assert run(project).returncode == 0
    built = shelf(project) / "0.1.1.dev0"
    before = files(built)
    built.rename(shelf(project) / ".0.1.1.dev0.abcdefgh.replaced")
    (shelf(project) / ".0.1.1.dev0.abcdefgh.partial").mkdir()
    assert run(project).returncode == 0
    assert files(built) == before
    assert not [path for path in shelf(project).iterdir() if path.name.endswith((".partial", ".replaced"))]


def test_a_lower_version_than_the_changes_demand_is_refused(project):
    models = project / "schemas/seoul_tokyo_schemas/tables.py"
    start, found, rest = models.read_text().partition("class Places(")
    models.write_text(start + found + rest.replace('record="name")', 'record="name", nullable=True)', 1))
    project_file = project / "pyproject.toml"
    project_file.write_text(project_file.read_text().replace('version = "0.1.0"', 'version = "0.1.1"'))
    done = run(project, "--release")
    assert done.returncode == 1
    assert "0.1.1 promises less than MAJOR, which column-made-nullable places name demand" in done.stdout, done.stdout
    project_file.write_text(project_file.read_text().replace('version = "0.1.1"', 'version = "0.2.0"'))
    done = run(project, "--release")
    assert done.returncode == 0 and "released 0.2.0" in done.stdout, done.stdout + done.stderr
