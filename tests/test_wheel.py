"""The wheel: it carries the data, and loads it offline from another folder."""

import os
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT

import seoul_tokyo as st

PROGRAM = """
import socket
def refuse(*_): raise OSError("offline")
socket.socket.connect = refuse
import seoul_tokyo as st
print(st.__file__)
print(st.version(), len(st.load("events")), len(st.timeline()))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return file


def test_the_wheel_holds_every_release_and_no_development_build(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for version in st.versions():
        assert f"seoul_tokyo/releases/{version}/events.parquet" in names
    assert not [name for name in names if ".dev0" in name or "partial" in name]
    assert "seoul_tokyo_schemas/vocabularies.toml" in names


def test_the_installed_wheel_loads_its_data_offline_from_another_folder(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    place, numbers = done.stdout.splitlines()
    assert place.startswith(str(site))
    assert numbers == f"{st.version()} {len(st.load('events'))} {len(st.timeline())}"
