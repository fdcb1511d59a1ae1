"""Releases: built from the records in the tree, byte for byte, and never changed again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest
from conftest import RECORDS, ROOT
from packaging.version import Version

import seoul_tokyo as st
from seoul_tokyo import fingerprint, releases
from seoul_tokyo.building import changelog, compare, documents, metadata, release
from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.check import check
from seoul_tokyo.building.coverage import coverage
from seoul_tokyo.building.read import read
from seoul_tokyo.building.write import replacing
from seoul_tokyo.kinds.kind import Bump
from seoul_tokyo_schemas.layout import columns, primary_key, tables


def build(*arguments, cwd=ROOT, processors=None, **environment):
    bound = ["taskset", "-c", ",".join(map(str, range(processors)))] if processors and shutil.which("taskset") else []
    return subprocess.run(
        [*bound, sys.executable, str(ROOT / "build.py"), *map(str, arguments)],
        cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_records_in_the_tree_have_no_error():
    reading = read([RECORDS])
    assert [str(p) for p in check(assemble(reading.records, "0.1.0"), reading) if p.severity == "error"] == []


def test_the_tree_s_records_are_the_highest_release():
    plan = compare.plan(assemble(read([RECORDS]).records, "0.1.0"))
    assert plan.unchanged, release.summary(plan)


def test_every_release_promises_what_its_changes_demand():
    for old, new in pairwise(st.versions()):
        assert Version(new) >= Version(compare.next_version(old, Bump[st.diff(old, new).bump]))
        told = json.loads(releases.content("changes.json", new))
        assert told == st.diff(old, new).to_dict()
        section = changelog.section(ROOT / "CHANGELOG.md", new)
        assert (
            section
            and changelog.unsaid(
                ROOT / "CHANGELOG.md", section, st.diff(old, new).found, st.load("articles")["article_id"]
            )
            == []
        )


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == st.version() == st.__version__
    assert f"version: {st.version()}\n" in (ROOT / "CITATION.cff").read_text()
    for version in st.versions():
        section = changelog.section(ROOT / "CHANGELOG.md", version)
        assert section and section.day == releases.release(version)["date"]
        assert version in json.loads(releases.INTERFACE.read_text())


@pytest.mark.parametrize("version", st.versions())
def test_a_released_folder_never_changes(version):
    held = json.loads((ROOT / "tests" / "released.json").read_text())
    assert held[version] == fingerprint.of_file(releases.folder(version) / "SHA256SUMS")
    from seoul_tokyo.verifying import files

    assert files(version) == []


SETTINGS = (
    {"TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "OMP_NUM_THREADS": "1"},
)


@pytest.mark.parametrize(("settings", "processors"), [(SETTINGS[0], 1), (SETTINGS[1], None)])
def test_a_rebuild_gives_the_released_bytes_wherever_and_however_it_runs(tmp_path, settings, processors):
    done = build("--out", tmp_path / "out", cwd=tmp_path, processors=processors, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the same data as released, the same bytes" in done.stdout
    built, released = tmp_path / "out" / st.version(), releases.folder(st.version())
    assert {f.name: f.read_bytes() for f in built.iterdir()} == {f.name: f.read_bytes() for f in released.iterdir()}


def test_changed_records_become_a_development_build(tmp_path: Path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "place.toml").write_text('[[place]]\nid = "test-place"\nname = "Test place"\ncountry = "KOR"\n')
    done = build("--records", own, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = (tmp_path / "out").iterdir()
    assert Version(folder.name).is_devrelease
    assert "places: 1 × row-added" in done.stdout
    changes = json.loads((folder / "changes.json").read_text())["changes"]
    assert {"kind": "row-added", "bump": "MINOR", "table": "places", "record_id": "test-place"} in changes


def test_errors_exit_1_and_write_nothing(tmp_path: Path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "place.toml").write_text('[[place]]\nid = "Test place"\nname = "Test place"\ncountry = "KOR"\n')
    done = build("--records", own, "--out", tmp_path / "out", "--format", "json")
    assert done.returncode == 1
    assert {problem["rule"] for problem in json.loads(done.stdout)["problems"]} == {"id-is-slug"}
    assert not (tmp_path / "out").exists()


def test_wrong_usage_exits_2():
    assert build("--nonsense").returncode == 2
    assert build("--release", "--check").returncode == 2


def test_a_build_that_fails_half_way_leaves_what_was_there(tmp_path: Path):
    target = tmp_path / "0.1.0"
    target.mkdir()
    (target / "kept.txt").write_text("kept")

    def write_half() -> None:
        with replacing(target) as folder:
            (folder / "half.txt").write_text("half")
            raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        write_half()
    assert [path.name for path in tmp_path.rglob("*")] == ["0.1.0", "kept.txt"]


def test_generated_documents_are_current():
    for path, text in documents.documents(assemble(read([RECORDS]).records, "0.1.0")).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path}: run python build.py"


def counts_by_year(found: Tables) -> dict[str, list[int]]:
    lines = [line.strip("| ").split(" | ") for line in coverage(found).splitlines()]
    start = next(number for number, line in enumerate(lines) if line[:2] == ["year", "events"]) + 2
    rows = lines[start : lines.index([""], start)]
    return {year: [int(count.partition(" ")[0].replace(",", "")) for count in counts] for year, *counts in rows}


def test_the_table_of_years_counts_what_the_tables_hold():
    found = assemble(read([RECORDS]).records, "0.1.0")
    counts = counts_by_year(found)
    events, evidence = found["events"].to_pandas(), found["evidence"].to_pandas()
    dates = evidence[(evidence["record_table"] == "events") & (evidence["field"] == "date_edtf")]
    years = events["date_start"].map(lambda day: str(day.year))
    for year, some in [*events.groupby(years), ("all", events), ("since 2013", events[years >= "2013"])]:
        sealed = dates[dates["record_id"].isin(some["event_id"]) & dates["sealed"].notna()]["record_id"].nunique()
        exact, two = (some["date_precision"] == "day").sum(), (some["n_origins"] > 1).sum()
        assert counts[year] == [len(some), exact, two, counts[year][3], sealed]


def test_own_documents_and_agencies_of_either_country_are_counted_apart():
    found = assemble(read([RECORDS]).records, "0.1.0")
    status = found["events"].to_pandas()["status"]
    events = int((status != "unconfirmed").sum())

    def all_of(table: str, values: dict[str, str | None]) -> pa.Table:
        changed = found[table]
        for name, value in values.items():
            column = pa.array([value] * changed.num_rows, changed.schema.field(name).type)
            changed = changed.set_column(changed.schema.get_field_index(name), changed.schema.field(name), column)
        return changed

    def close(articles: dict[str, str | None], **others: dict[str, str | None]) -> int:
        changed = {table: all_of(table, values) for table, values in {"articles": articles, **others}.items()}
        return counts_by_year(found | changed)["all"][3]

    plain = {"kind": "news", "publisher": "A newsroom", "agency": None, "publisher_country": "FRA"}
    agency = plain | {"agency": "Kyodo News"}
    assert close(plain) == close(plain | {"agency": "Reuters"}) == 0
    assert close(agency) == close(plain | {"publisher": "Newsis"}) == events
    own = [plain | {"kind": "official-release", "publisher_country": country} for country in ("KOR", "JPN")]
    assert all(0 < close(pages) < events for pages in own)
    assert all(close(pages, participants={"role": "recipient"}) == 0 for pages in own)
    assert close(agency, evidence={"modality": "scheduled"}) == 0
    assert close(agency, evidence={"modality": "scheduled"}, events={"status": "postponed"}) == len(status)


def test_the_events_without_such_a_source_are_named():
    found = assemble(read([RECORDS]).records, "0.1.0")
    named = re.findall("`([^`]+)`", coverage(found).rpartition("country tells:")[2])
    assert len(named) == found["events"].num_rows - counts_by_year(found)["all"][3] > 0
    assert set(named) <= set(found["events"]["event_id"].to_pylist()) and len(set(named)) == len(named)


def test_every_event_since_2013_has_a_page_of_the_acting_body_or_of_an_agency():
    events, _, _, close, _ = counts_by_year(assemble(read([RECORDS]).records, "0.1.0"))["since 2013"]
    assert close == events


@pytest.mark.parametrize("table", tables())
def test_every_product_of_the_models_says_the_same(table):
    folder = releases.folder(st.version())
    package = json.loads((folder / "datapackage.json").read_text())
    resource = next(item for item in package["resources"] if item["path"] == f"{table}.parquet")
    croissant = json.loads((folder / "croissant.json").read_text())
    record_set = next(item for item in croissant["recordSet"] if item["name"] == table)
    assert [field["name"] for field in resource["schema"]["fields"]] == list(columns(table))
    assert [field["name"] for field in record_set["field"]] == list(columns(table))
    assert resource["schema"]["primaryKey"] == list(primary_key(table))
    assert [field["constraints"]["required"] for field in resource["schema"]["fields"]] == [
        not column.nullable for column in columns(table).values()
    ]
    assert resource["description"] == record_set["description"] == metadata.about(table)
