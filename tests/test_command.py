"""The command, as a user types it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

import seoul_tokyo as st
from seoul_tokyo.commands import app
from seoul_tokyo_schemas.seals import seal


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_info_shows_version_tables_and_citation():
    done = run("info")
    assert done.exit_code == 0
    for shown in (st.version(), "events", "participants", st.cite()):
        assert shown in done.output.replace("\n", " ") or shown in done.output


def test_pin_prints_lines_that_run():
    done = run("pin")
    assert f"seoul-tokyo=={st.version()}" in done.output
    line = next(line for line in done.output.splitlines() if line.startswith("st.require"))
    exec(line, {"st": st})
    assert "@misc{" in done.output


def test_verify_recomputes_every_hash():
    done = run("verify")
    assert done.exit_code == 0
    assert "every file is as released" in done.output


def test_verify_finds_sealed_quotes_and_says_which_texts_are_missing(tmp_path):
    evidence = st.load("evidence").dropna(subset="sealed")
    article = evidence["article_id"].iloc[0]
    (tmp_path / f"{article}.txt").write_text("nothing of the kind", encoding="utf-8")
    done = run("verify", "--texts", tmp_path)
    assert done.exit_code == 1
    assert f"not found: {article}" in done.output
    assert f"no text: {article}.txt" not in done.output
    assert "no text: " in done.output


def test_fmt_writes_the_canonical_form_and_check_only_tells(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text("[[place]]\nname = 'Seoul'\nid = 'seoul'\n")
    assert run("fmt", "--check", tmp_path).exit_code == 1
    assert run("fmt", tmp_path).exit_code == 0
    assert file.read_text() == '[[place]]\nid = "seoul"\nname = "Seoul"\n'
    assert run("fmt", "--check", tmp_path).exit_code == 0


def test_seal_hides_the_quote(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text('[[event]]\nid = "e"\n[[event.source]]\narticle = "a"\nquote = "한·일 高位級 economic talks"\n')
    assert run("seal", file).exit_code == 0
    assert seal("한·일 高位級 economic talks") in file.read_text()


@pytest.mark.parametrize("rule", ["interval-ordered", "id-is-slug", "key-is-unknown", "keys-are-unique"])
def test_explain_says_what_a_rule_demands(rule):
    done = run("explain", rule)
    assert done.exit_code == 0
    assert rule in done.output


@pytest.mark.parametrize(
    "arguments", [("explain", "no-such-rule"), ("info", "--version", "9.9"), ("nonsense",), ("fmt", "/no/such/folder")]
)
def test_wrong_usage_exits_2(arguments):
    assert run(*arguments).exit_code == 2


def test_a_bare_install_says_in_one_line_which_extra_it_misses():
    program = "import sys; sys.modules['typer'] = None; from seoul_tokyo.command import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "seoul-tokyo: typer is missing; run: pip install 'seoul-tokyo[build]'\n"


def test_loading_imports_only_pandas_pyarrow_and_packaging():
    program = (
        "import sys; before = set(sys.modules); import seoul_tokyo as st; st.load('events'); st.timeline();"
        "print(sorted({m.split('.')[0] for m in set(sys.modules) - before} & "
        "{'pandera', 'duckdb', 'typer', 'rich', 'hypothesis', 'seoul_tokyo_schemas'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
