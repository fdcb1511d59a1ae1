"""The canonical form: written by ``fmt``, checked by the build, and nothing is ever lost."""

import tomllib
from pathlib import Path

import pytest
from conftest import RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo.building.canonical import canonical, check_form, rewrite, sealed
from seoul_tokyo_schemas.problem import Problem
from seoul_tokyo_schemas.seals import seal

UNTIDY = """[[event]]
title = "T"
id = 'e'
disputes=[{effect="about",dispute="d"}]

[[place]]
id = "p"
[[event]]
id = "f"
[[event.source]]
article = "a"
says = { date = "2023" }
"""
TIDY = """[[event]]
id = "e"
title = "T"
disputes = [
  { dispute = "d", effect = "about" },
]

[[place]]
id = "p"

[[event]]
id = "f"

[[event.source]]
article = "a"
says = { date = "2023" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.toml"


def test_keys_follow_the_models_rows_stand_one_a_line_and_blocks_keep_their_order(file):
    file.write_text(UNTIDY)
    assert canonical(file) == TIDY


def test_the_canonical_form_is_its_own(file):
    file.write_text(TIDY)
    assert canonical(file) == TIDY
    assert check_form([file]) == []


def test_what_is_not_canonical_is_told_with_the_first_line_that_differs(file):
    file.write_text(TIDY.replace('id = "p"', "id = 'p'"))
    (problem,) = check_form([file])
    assert (problem.rule, problem.line) == ("form-is-canonical", 9)


def test_a_comment_is_never_dropped(file):
    file.write_text('[[place]]\nid = "p" # here\n')
    (problem,) = rewrite([file], canonical)
    assert (problem.rule, problem.line) == ("comment-would-be-lost", 2)
    assert "# here" in file.read_text()


def test_a_hash_inside_text_is_no_comment(file):
    file.write_text('[[place]]\nid = "p"\nname = "a # b"\nnote = """c\n# d"""\n')
    assert not isinstance(canonical(file), Problem)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=20)
VALUES = st.recursive(
    TEXTS | st.integers(-(2**62), 2**62) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.sampled_from(["event", "article", "place"]))
def test_writing_and_reading_give_the_same_values_back(tmp_path, body, kind):
    from seoul_tokyo.building.canonical import _block
    from seoul_tokyo.building.forms import forms

    text = "\n\n".join(_block(kind, body, forms()[kind]))
    assert tomllib.loads(text)[kind] == [body]


def test_a_quote_becomes_a_seal_and_leaves_no_word_behind(file):
    passage = "“South Korea and Japan held high-level economic talks” 한·일 高位"
    file.write_text(f'[[event]]\nid = "e"\n[[event.source]]\narticle = "a"\nquote = "{passage}"\n')
    assert rewrite([file], sealed) == []
    assert f'sealed = "{seal(passage)}"' in file.read_text()
    assert "quote" not in file.read_text()


def test_a_quote_that_is_too_short_stops_the_whole_file(file):
    text = '[[event]]\nid = "e"\n[[event.source]]\narticle = "a"\nquote = "too short"\n'
    file.write_text(text)
    (problem,) = rewrite([file], sealed)
    assert (problem.rule, problem.line) == ("quote-is-sealable", 5)
    assert file.read_text() == text


def test_an_unsealed_quote_does_not_build(problems):
    text = '[[event]]\nid = "e"\n[[event.source]]\narticle = "a"\nquote = "one two three four five"\n'
    assert "quote-is-unsealed" in {problem.rule for problem in problems(text)}


def test_the_project_s_own_records_are_canonical():
    assert check_form(sorted(RECORDS.rglob("*.toml"))) == []
