"""What users call, on the released data."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest
from pandas.api.types import CategoricalDtype

import seoul_tokyo as st
from seoul_tokyo import releases
from seoul_tokyo.verifying import files
from seoul_tokyo_schemas.layout import arrow_schema, columns, primary_key, tables

EVERY = [(version, table) for version in st.versions() for table in tables()]


@pytest.mark.parametrize(("version", "table"), EVERY)
def test_a_table_loads_with_the_documented_dtypes_and_so_it_does_without_us(version, table):
    ours, plain = st.load(table, version=version), pd.read_parquet(st.path(table, version))
    pd.testing.assert_frame_equal(ours, plain)
    text = "str" if pd.__version__ >= "3" else "object"
    kinds = {
        "string": text,
        "timestamp[us]": "datetime64[us]",
        "int16": "Int16",
        "double": "float64",
        "bool": "boolean",
    }
    for name, column in columns(table).items():
        if column.vocabulary:
            assert isinstance(ours[name].dtype, CategoricalDtype)
        else:
            assert str(ours[name].dtype) == kinds[str(column.arrow)], name


@pytest.mark.parametrize("table", tables())
def test_the_current_files_have_the_schema_of_the_models(table):
    import pyarrow.parquet as pq

    read = pq.read_schema(st.path(table))
    assert read.names == arrow_schema(table).names
    assert read.types == arrow_schema(table).types


@pytest.mark.parametrize("table", tables())
def test_keys_are_unique_and_categories_are_whole_vocabularies(table):
    from seoul_tokyo_schemas.vocabularies import codes_of

    frame = st.load(table)
    assert not frame.duplicated(list(primary_key(table))).any()
    for name, column in columns(table).items():
        if column.vocabulary and len(frame):  # Parquet keeps no dictionary for a table without rows
            assert list(frame[name].cat.categories) == codes_of(column.vocabulary)


def test_frames_say_which_data_they_are():
    attrs = st.load("events").attrs["seoul_tokyo"]
    assert attrs == {
        "table": "events",
        "version": st.version(),
        "fingerprint": releases.release(st.version())["fingerprint"],
    }


def test_tables_are_read_when_first_used():
    found = st.tables()
    assert list(found) == sorted(tables())
    assert found.events is found["events"]
    assert "events" in dir(found)
    with pytest.raises(KeyError):
        found["event"]
    with pytest.raises(AttributeError, match="no table 'event'"):
        _ = found.event


@pytest.mark.parametrize("name", ["event", "", "../events", "events.parquet", "EVENTS"])
def test_an_unknown_table_is_named_and_never_reaches_a_path(name):
    with pytest.raises(st.UnknownTable):
        st.load(name)


@pytest.mark.parametrize("version", ["9.9.9", "../0.1.0", "latest", "0.1.0/../0.1.0"])
def test_an_unknown_version_is_named_and_never_reaches_a_path(version):
    with pytest.raises(st.UnknownVersion, match=r"no version"):
        st.load("events", version=version)


def test_a_timeline_has_one_row_per_event_with_lists():
    whole = st.timeline()
    assert len(whole) == len(st.load("events"))
    assert whole["date_start"].is_monotonic_increasing
    part = st.timeline(dispute="wartime-labour", since="2018", until="2018")
    assert 0 < len(part) < len(whole)
    assert all("wartime-labour" in disputes for disputes in part["disputes"])
    assert part["date_start"].dt.year.eq(2018).all()
    assert all(part["articles"].map(len) > 0)
    with pytest.raises(st.UnknownRecord, match="did you mean 'wartime-labour'"):
        st.timeline(dispute="wartime-labor")


def test_a_citation_names_version_and_fingerprint():
    for style in ("text", "bibtex"):
        assert st.version() in st.cite(style)
        assert releases.release(st.version())["fingerprint"] in st.cite(style)
    with pytest.raises(ValueError, match="no citation style"):
        st.cite("mla")


def test_an_analysis_stops_on_other_data():
    st.require(f"=={st.version()}", fingerprint=releases.release(st.version())["fingerprint"])
    with pytest.raises(st.PinBroken, match="is installed"):
        st.require("==99.0")
    with pytest.raises(st.PinBroken, match="asks for"):
        st.require(f"=={st.version()}", fingerprint="sha256:0")
    with pytest.raises(ValueError, match="no version specifier"):
        st.require("latest")


def test_a_day_names_the_release_that_was_current_then():
    assert st.as_of("2999-01-01") == st.version()
    with pytest.raises(st.UnknownVersion, match="nothing had been released"):
        st.as_of("1999-01-01")


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The releases in a folder that a test may damage."""
    folder = tmp_path / "releases"
    shutil.copytree(releases.FOLDER, folder, ignore=shutil.ignore_patterns("*.dev0"))
    monkeypatch.setattr(releases, "FOLDER", folder)
    for cached in (releases._folders, releases.release):
        cached.cache_clear()
    yield folder
    monkeypatch.undo()
    for cached in (releases._folders, releases.release):
        cached.cache_clear()


def test_an_altered_table_is_refused_with_both_hashes(copied):
    file = st.path("events")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(st.AlteredFile, match=r"events of .* was altered: released as sha256:.* but it is sha256:"):
        st.load("events")


def test_verify_finds_one_flipped_bit_in_any_file_and_any_file_too_few_or_too_many(copied):
    folder = copied / st.version()
    assert files(st.version()) == []
    for file in sorted(folder.iterdir()):
        whole = file.read_bytes()
        flipped = bytearray(whole)
        flipped[len(whole) // 2] ^= 4
        file.write_bytes(flipped)
        assert files(st.version()), file.name
        file.unlink()
        assert files(st.version()), file.name
        file.write_bytes(whole)
    (folder / "extra.txt").write_text("?")
    assert files(st.version()) == ["extra.txt: was not released"]
