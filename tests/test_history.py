"""Releases one after another, as users see them: what moved, why, and which version that demands."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as hypothesis
from typer.testing import CliRunner

import seoul_tokyo as st
from seoul_tokyo import releases, verifying
from seoul_tokyo.building import changelog, compare, metadata
from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.read import Record
from seoul_tokyo.commands import app
from seoul_tokyo.fingerprint import of_file
from seoul_tokyo.loading import unknown_record
from seoul_tokyo_schemas.problem import Problem

SCHEMA = json.loads((Path(st.__file__).parent / "changes.schema.json").read_text())
LANDING, RULING, DAILY = "test-2012-08-10-landing", "test-2018-02-05-ruling", "test-daily-2018"


@pytest.fixture
def two(shelf):
    """A first release, and a second that corrects a title, names a place, and adds a place."""
    shelf.release(day="2026-01-01")
    shelf.change("event", RULING, title="A court rules on the pensions")
    shelf.change(
        "place", "test-seoul", note="unused", names=[{"name": "서울", "language": "ko-Hang", "kind": "native"}]
    )
    shelf.records["place", "test-sejong"] = Record(
        "place", {"id": "test-sejong", "name": "Sejong", "country": "KOR"}, "", 1
    )
    shelf.release(day="2026-02-01", reason=f"the first title was too long [{DAILY}]")
    return shelf


def test_a_correction_is_told_with_its_reason(two):
    found = st.diff("0.1.0")
    assert (found.old, found.new, found.bump) == ("0.1.0", "0.1.1", "MINOR")
    cell = found.changed[found.changed["table"] == "events"].iloc[0]
    assert (cell["record_id"], cell["column"], cell["after"]) == (RULING, "title", "A court rules on the pensions")
    assert cell["reason"] == f"the first title was too long [{DAILY}]"
    assert ("places", "test-sejong") in set(found.added.itertuples(index=False, name=None))
    assert len(found.removed) == 0
    assert found.why == ["cell-changed: 1 in events", "row-added: 2 in names", "row-added: 1 in places"]
    for text in (str(found), found.to_markdown()):
        assert "0.1.0 → 0.1.1: MINOR" in text and "the first title was too long" in text and "test-sejong" in text


def test_the_way_back_and_the_same_release(two):
    assert st.diff("0.1.1", "0.1.0").removed["record_id"].tolist()[-1] == "test-sejong"
    same = st.diff("0.1.1", "0.1.1")
    assert (len(same.changes), same.bump) == (0, "PATCH") and "nothing differs" in str(same)


def test_a_comparison_gives_the_reasons_of_the_releases_between(two):
    long, verb = f"the first title was too long [{DAILY}]", f"the verb was wrong [{DAILY}]"
    two.change("event", RULING, title="A court decides on the pensions")
    two.release(day="2026-03-01", reason=verb)

    def said(old, new):
        changed = st.diff(old, new).changed
        return set(changed[changed["record_id"] == RULING]["reason"].dropna())

    assert (said("0.1.0", "0.1.1"), said("0.1.1", "0.1.2"), said("0.1.0", "0.1.2")) == ({long}, {verb}, {verb})
    assert said("0.1.2", "0.1.1") == said("0.1.2", "0.1.0") == set()
    assert st.changes("events", RULING)["reason"].tolist()[1:] == [long, verb]


def same_rows(one, other):
    return all(one[name].to_pylist() == other[name].to_pylist() for name in one.keys() | other.keys())


def test_what_stands_unchanged_is_the_highest_release_with_its_stamps(shelf):
    first = shelf.plan()
    assert (first.version, first.against, first.unchanged, first.demanded.name) == ("0.1.0", None, False, "MINOR")
    assert first.needed == "0.1.0" and {change.kind for change in first.found} >= {"row-added", "table-added"}
    assert first.diff([]).found == () and first.diff([]).old == ""
    shelf.release(day="2026-01-01")
    again = shelf.plan()
    assert (again.version, again.against, again.unchanged, list(again.pending)) == ("0.1.0", None, True, [])
    assert again.found == first.found and same_rows(again.tables, first.tables)
    shelf.change("event", RULING, title="A court rules on the pensions")
    second = shelf.release(day="2026-02-01")
    again = shelf.plan()
    assert (again.version, again.against, again.unchanged, list(again.pending)) == ("0.1.1", "0.1.0", True, [])
    assert again.found == second.found and same_rows(again.tables, second.tables)


def test_json_keeps_its_published_schema(two):
    for content in (
        st.diff("0.1.0").to_json(),
        *((releases.folder(v) / "changes.json").read_text() for v in st.versions()),
    ):
        jsonschema.validate(json.loads(content), SCHEMA)
    assert json.loads(st.diff("0.1.0").to_json()) == json.loads((releases.folder("0.1.1") / "changes.json").read_text())


def test_the_command_tells_the_same(two):
    run = CliRunner().invoke
    assert run(app, ["diff", "0.1.0"]).stdout.strip() == str(st.diff("0.1.0"))
    assert json.loads(run(app, ["diff", "0.1.0", "0.1.1", "--format", "json"]).stdout)["bump"] == "MINOR"
    assert run(app, ["diff", "0.1.0", "--format", "markdown"]).stdout.startswith("# 0.1.0 → 0.1.1")
    wrong = run(app, ["diff", "0.9.9"])
    assert wrong.exit_code == 2 and "there is no version '0.9.9'" in wrong.stderr


def test_one_record_through_all_releases(two):
    told = st.changes("events", RULING)
    assert told[["version", "date", "kind"]].values.tolist() == [
        ["0.1.0", "2026-01-01", "row-added"], ["0.1.1", "2026-02-01", "cell-changed"],
    ]  # fmt: skip
    assert told["column"].tolist()[1:] == ["title"] and told["reason"].tolist()[1].startswith("the first title")
    title = st.load("events", version="0.1.0").set_index("event_id").loc[RULING, "title"]
    assert list(told.columns) == ["version", "date", "kind", "column", "before", "after", "reason"]
    assert told.iloc[1].tolist()[4:] == [
        title,
        "A court rules on the pensions",
        f"the first title was too long [{DAILY}]",
    ]
    assert told.iloc[0][["column", "before", "after", "reason"]].isna().all()
    assert st.changes("places", "test-sejong")["version"].tolist() == ["0.1.1"]
    with pytest.raises(
        st.UnknownRecord, match=f"no row of events has the id 'test-2018-02-05-rulin'; did you mean '{RULING}'"
    ):
        st.changes("events", "test-2018-02-05-rulin")
    with pytest.raises(st.UnknownTable, match="did you mean 'events'"):
        st.changes("event", RULING)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=hypothesis.data())
def test_added_in_and_changed_in_are_what_the_comparisons_say(two, data):
    table = data.draw(hypothesis.sampled_from(sorted(set(releases.release("0.1.1")["tables"]) - {"codes", "names"})))
    rows = st.load(table)
    key = json.loads(releases.content("datapackage.json", "0.1.1"))["resources"]
    key = next(item["schema"]["primaryKey"] for item in key if item["path"] == f"{table}.parquet")
    if len(rows) == 0:
        return
    row = rows.iloc[data.draw(hypothesis.integers(0, len(rows) - 1))]
    told = st.changes(table, "/".join(str(row[column]) for column in key))
    assert (row["added_in"], row["changed_in"]) == (told["version"].iloc[0], told["version"].iloc[-1])


def test_every_release_stays_loadable(two):
    assert (
        st.load("events", version="0.1.0").set_index("event_id").loc[RULING, "title"] != "A court rules on the pensions"
    )
    assert (st.as_of("2026-01-31"), st.as_of("2026-02-01")) == ("0.1.0", "0.1.1")
    with pytest.raises(st.UnknownVersion, match=r"nothing had been released on 2025-12-31; the first is 0\.1\.0"):
        st.as_of("2025-12-31")
    assert st.load("places", version="0.1.0").attrs["seoul_tokyo"]["version"] == "0.1.0"


def test_an_analysis_that_pinned_the_first_release_is_told_what_moved(two):
    pinned = releases.release("0.1.0")["fingerprint"]
    with pytest.raises(st.PinBroken) as told:
        st.require("==0.1.0", fingerprint=pinned)
    assert "asks for seoul-tokyo ==0.1.0, but 0.1.1 is installed" in str(told.value)
    assert "Since 0.1.0 (MINOR):\n  events: 1 × cell-changed\n" in str(told.value)
    assert "seoul-tokyo diff 0.1.0 0.1.1" in str(told.value) and "version='0.1.0'" in str(told.value)
    with pytest.raises(st.PinBroken, match=r"Since 0\.1\.0"):
        st.require("~=0.1.0", fingerprint=pinned)
    st.require("~=0.1.0", fingerprint=releases.release("0.1.1")["fingerprint"])


def test_a_retired_id_names_its_successor(two):
    body = {
        "record_table": "places",
        "record_id": "test-sejong",
        "reason": "it lies in Seoul",
        "successor": "test-seoul",
    }
    del two.records["place", "test-sejong"]
    two.records["retired", "test-sejong"] = Record("retired", body, "", 1)
    two.release(day="2026-03-01")
    gone = st.changes("places", "test-sejong")
    assert gone["kind"].tolist() == ["row-added", "row-removed"] and gone["reason"].iloc[-1] == "it lies in Seoul"
    retired = st.load("retired").iloc[0]
    assert (retired["retired_in"], retired["added_in"]) == ("0.1.2", "0.1.2")
    two.change("event", LANDING, title="The president lands")
    two.release(day="2026-04-01")
    assert st.load("retired").iloc[0]["retired_in"] == "0.1.2"
    assert str(unknown_record("places", "test-sejong")) == (
        "'test-sejong' was retired from places in 0.1.2: it lies in Seoul; use 'test-seoul'"
    )


def test_a_dispute_or_official_that_is_not_there_is_named_with_the_nearest(two):
    with pytest.raises(st.UnknownRecord, match="did you mean 'test-paint'"):
        st.timeline(dispute="test-pain")
    with pytest.raises(st.UnknownRecord, match="no row of officials has the id"):
        st.timeline(official="nobody")
    someone = st.load("participants").dropna(subset="official_id")["official_id"].iloc[0]
    assert all(someone in people for people in st.timeline(official=someone)["officials"])


def test_a_renamed_column_or_table_names_its_successor(two, monkeypatch):
    described = metadata.described

    def renamed(name):
        said = described(name)
        if name == "places":
            said["formerly"] = ["locations"]
            said["schema"]["fields"][1]["formerly"] = ["title"]
        return said

    monkeypatch.setattr(metadata, "described", renamed)
    two.change("place", "test-sejong", name="Sejong City")
    two.release(day="2026-03-01")
    with pytest.raises(st.UnknownColumn, match=r"places has no column 'title' in 0\.1\.2; it is now called 'name'"):
        st.load("places", columns=["title"])
    with pytest.raises(st.UnknownTable, match=r"there is no table 'locations' in 0\.1\.2; it is now called 'places'"):
        st.load("locations")
    with pytest.raises(st.UnknownColumn, match="did you mean 'country'"):
        st.load("places", columns=["contry"])
    assert list(st.load("places", columns=["country", "place_id"]).columns) == ["country", "place_id"]


def test_a_version_that_promises_too_little_is_refused(two):
    table = two.plan().tables["places"]
    plan = two.plan()
    column = table.column_names.index("country")
    assert table.schema.field(column).name == "country"
    major = compare.Plan(
        "0.1.2", plan.tables, "0.1.1", [compare.Change("column-removed", "places", column="country")], False
    )
    (told,) = compare.kept_promise(major, two.root)
    assert told.message == "0.1.2 promises less than MAJOR, which column-removed places country demand"
    assert told.hint == "name 0.2.0 or higher" and major.needed == "0.2.0"
    assert (told.rule, told.severity, told.line) == ("version-keeps-promise", "error", 1)
    assert told.file == str(two.root / "pyproject.toml")
    three, five = ([compare.Change("column-removed", "places", column=name) for name in "abcde"[:n]] for n in (3, 5))
    (told,) = compare.kept_promise(replace(major, found=three), two.root)
    named = "column-removed places a; column-removed places b; column-removed places c"
    assert told.message == f"0.1.2 promises less than MAJOR, which {named} demand"
    (told,) = compare.kept_promise(replace(major, found=five), two.root)
    assert told.message == f"0.1.2 promises less than MAJOR, which {named} and 2 more demand"
    assert compare.kept_promise(replace(major, unchanged=True), two.root) == []
    assert compare.kept_promise(replace(major, against=None), two.root) == []
    assert compare.kept_promise(replace(major, version="0.2.0"), two.root) == []
    assert compare.kept_promise(replace(major, version="1.0.0"), two.root) == []


def test_the_author_may_ask_for_a_higher_version(two):
    project = two.root / "pyproject.toml"
    assert compare.wished(two.root) == (None, [])
    project.write_text(project.read_text().replace('version = "0.1.1"', 'version = "1.0.0"'))
    assert compare.wished(two.root) == ("1.0.0", [])
    plan = two.release(wish="1.0.0", day="2026-03-01")
    assert (plan.version, plan.demanded.name, st.version()) == ("1.0.0", "PATCH", "1.0.0")
    assert st.load("events")["changed_in"].max() == "0.1.1"
    project.write_text(project.read_text().replace('version = "1.0.0"', 'version = "0.9.0"'))
    line = next(n for n, text in enumerate(project.read_text().splitlines(), 1) if text.startswith("version = "))
    lower = ("0.9.0 is no release and lies below 1.0.0, the highest", "name the next version, or the highest release")
    asked, told = compare.wished(two.root)
    assert (asked, told) == ("0.9.0", [of_version("version-is-next", *lower, project, line)])
    log = two.root / "CHANGELOG.md"
    log.write_text(log.read_text().replace("## [1.0.0]", "## [1.1.0]", 1))
    project.write_text(project.read_text().replace('version = "0.9.0"', 'version = "1.2.0"'))
    two_names = "pyproject.toml names 1.2.0, and the first section of CHANGELOG.md 1.1.0"
    mend = "let both name the version to be released"
    assert compare.wished(two.root) == ("1.2.0", [of_version("versions-agree", two_names, mend, project, line)])


def of_version(rule, message, mend, file, line):
    return Problem(rule, "error", "", "", "", message, mend, str(file), line)


def test_a_correction_without_a_reason_is_no_release(two):
    two.change("event", LANDING, title="The president lands", summary="A president lands on the rocks.")
    plan = two.plan()
    log = two.root / "CHANGELOG.md"
    changelog.put_first(log, changelog.draft("0.1.2", "2026-03-01", plan.found, {}))
    section = changelog.section(log, "0.1.2")
    (told,) = changelog.unsaid(log, section, plan.found, [])
    assert (told.message, told.line) == ("the line still says WHY", section.line + 4)
    log.write_text(log.read_text().replace(": WHY [ARTICLES]", ": it was wrong [some-article]"))
    section = changelog.section(log, "0.1.2")
    (told,) = changelog.unsaid(log, section, plan.found, [])
    assert told.message == "some-article is no recorded article"
    assert changelog.unsaid(log, section, plan.found, ["some-article"]) == []
    (told,) = changelog.unsaid(log, changelog.section(log, "0.1.1"), plan.found, [DAILY])
    assert told.message == f"the section does not say why events/{LANDING} was corrected (summary, title)"


def test_a_value_where_there_was_none_needs_no_reason(two):
    two.change("place", "test-sejong", country="KOR", names=[{"name": "세종", "language": "ko-Hang", "kind": "native"}])
    assert changelog.corrections(two.plan().found) == {}


def test_a_comparison_that_cannot_be_made_is_a_failure(two):
    file = releases.folder("0.1.1") / "events.parquet"
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(st.AlteredFile):
        two.plan()
    with pytest.raises(st.AlteredFile):
        st.diff("0.1.0")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=hypothesis.data())
def test_one_flipped_bit_in_any_file_is_found(two, data):
    folder = releases.folder("0.1.1")
    file = data.draw(hypothesis.sampled_from(sorted(folder.iterdir())))
    content = file.read_bytes()
    bit = data.draw(hypothesis.integers(0, 8 * len(content) - 1))
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    file.write_bytes(changed)
    try:
        assert verifying.files("0.1.1")
        held = two.root / "tests" / "released.json"
        assert [problem.rule for problem in compare.untouched(held)] == ["release-is-untouched"]
    finally:
        file.write_bytes(content)
    assert verifying.damages("0.1.1") == [] == compare.untouched(two.root / "tests" / "released.json")


def test_a_released_folder_that_was_written_anew_is_refused_though_its_sums_hold(two):
    folder = releases.folder("0.1.0")
    (folder / "changes.json").write_text("{}")
    sums = folder / "SHA256SUMS"
    lines = [line for line in sums.read_text().splitlines() if not line.endswith("changes.json")]
    digest = of_file(folder / "changes.json").removeprefix("sha256:")
    sums.write_text("\n".join(sorted([*lines, f"{digest}  changes.json"], key=lambda line: line[66:])) + "\n")
    assert verifying.damages("0.1.0") == []
    (told,) = compare.untouched(two.root / "tests" / "released.json")
    message = "the released folder 0.1.0 has changed: SHA256SUMS is another one"
    mend = "put it back as it was; correct in the next release"
    assert told == of_version("release-is-untouched", message, mend, folder, 1)
    for name in ("events.parquet", "places.parquet"):
        (releases.folder("0.1.1") / name).unlink()
    (folder / "SHA256SUMS").unlink()
    messages = [problem.message for problem in compare.untouched(two.root / "tests" / "released.json")]
    gone = "the released folder 0.1.1 has changed: events.parquet: missing; places.parquet: missing"
    assert messages == [message, gone]


def test_an_id_that_was_released_stays_or_is_retired(two):
    def lost():
        return compare.lost_ids(assemble(two.records.values(), "0.1.0"))

    assert lost() == []
    record = two.records.pop(("place", "test-sejong"))
    message = "test-sejong stands in 0.1.1, but neither here nor in retired.toml"
    mend = "put it back, or retire it with a reason and its successor"
    assert lost() == [Problem("ids-never-disappear", "error", "places", "test-sejong", "place_id", message, mend)]
    body = {"record_table": "places", "record_id": "test-sejong", "reason": "it lies in Seoul"}
    two.records["retired", "test-sejong"] = Record("retired", body, "", 1)
    assert lost() == []
    two.records["place", "test-sejong"] = record
    message = "test-sejong is retired, but stands again"
    again = Problem("ids-never-reused", "error", "places", "test-sejong", "place_id", message, "mint another id")
    assert lost() == [again]
    two.records["retired", "test-sejong"] = Record("retired", body | {"record_table": "events"}, "", 1)
    assert lost() == []


def test_an_id_of_an_older_release_is_told_once_with_the_last_that_held_it(two):
    two.records.pop(("event", LANDING))
    two.records.pop(("event", RULING))
    told = compare.lost_ids(assemble(two.records.values(), "0.1.0"))
    assert [problem.message.split(",")[0] for problem in told if problem.table == "events"] == [
        f"{LANDING} stands in 0.1.1", f"{RULING} stands in 0.1.1",
    ]  # fmt: skip


def test_a_comparison_that_failed_is_told_with_its_cause():
    message = "the comparison with the last release failed: no room"
    mend = "without a comparison no version can be promised; put the released folders back as they were"
    told = compare.impossible(st.SeoulTokyoError("no room"))
    assert told == of_version("comparison-is-possible", message, mend, compare.shown(releases.FOLDER), 1)


def test_an_unchanged_plan_tells_what_waits_outside_the_records(two, monkeypatch):
    described = metadata.described
    monkeypatch.setattr(metadata, "described", lambda name: described(name) | {"description": "Other words."})
    plan = two.plan()
    assert plan.unchanged and {change.kind for change in plan.pending} == {"description-changed"}
    assert plan.waiting.name == "PATCH"
    assert two.release(wish="0.1.2", day="2026-03-01").demanded.name == "PATCH"
    assert pd.Series(st.load("places")["changed_in"]).max() == "0.1.1"
