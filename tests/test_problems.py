"""What an author is told: the mistakes that people make, each with its line and the way out."""

import json

import pytest

from seoul_tokyo.building.report import rendered
from seoul_tokyo_schemas.problem import Problem

GOOD = """
[[actor]]
id = "KOR"
name = "South Korea"
kind = "state"
country = "KOR"

[[official]]
id = "kim-example"
name = "Kim Example"
family_name = "Kim"
given_name = "Example"
country = "KOR"

[[event]]
id = "2023-12-21-example"
title = "An example"
summary = "An example of a test."
date = "2023-12-21"
type = "statement"
status = "occurred"
level = "minister"
format = "unilateral"
tone = "neutral"
subject = "general"
participants = [
  { actor = "KOR", official = "kim-example", role = "speaker", capacity = "former" },
]
"""


def told(problems, text, rule):
    found = [problem for problem in problems(text) if problem.rule == rule]
    assert len(found) == 1, [str(problem) for problem in problems(text)]
    line = text.splitlines()[found[0].line - 1]
    return found[0], line


def test_a_misspelt_official_is_told_with_the_nearest_name(problems):
    problem, line = told(
        problems, GOOD.replace('official = "kim-example"', 'official = "kim-exampel"'), "foreign-keys-hold"
    )
    assert "kim-exampel" in line
    assert "did you mean kim-example?" in problem.hint


def test_an_impossible_date_is_told(problems):
    problem, line = told(problems, GOOD.replace('date = "2023-12-21"', 'date = "2023-02-30"'), "date-is-edtf")
    assert line == 'date = "2023-02-30"'
    assert "2023-02 has no day 30, it ends on 2023-02-28" in problem.message


def test_text_that_is_no_date_is_told(problems):
    _, line = told(problems, GOOD.replace('date = "2023-12-21"', 'date = "21 December 2023"'), "date-is-edtf")
    assert line == 'date = "21 December 2023"'


def test_an_unknown_code_is_told_with_the_nearest_code(problems):
    problem, line = told(problems, GOOD.replace('"statement"', '"statment"'), "code-is-known")
    assert line == 'type = "statment"'
    assert "did you mean statement?" in problem.hint


def test_a_missing_value_is_told_at_its_record(problems):
    problem, line = told(problems, GOOD.replace('summary = "An example of a test."\n', ""), "value-is-missing")
    assert line == "[[event]]"
    assert problem.message == "summary is missing"


def test_a_wrong_type_is_told_once_and_not_again_as_missing(problems):
    text = GOOD.replace('summary = "An example of a test."', "summary = 3")
    assert "value-is-missing" not in {problem.rule for problem in problems(text)}
    told(problems, text, "value-has-wrong-type")


def test_a_reference_to_nothing_is_told(problems):
    text = GOOD.replace('subject = "general"', 'subject = "general"\nplace = "nowhere"')
    problem, line = told(problems, text, "foreign-keys-hold")
    assert line == 'place = "nowhere"'
    assert "not among the places" in problem.message


def test_invisible_characters_are_told(problems):
    _, line = told(problems, GOOD.replace("An example of", "An example\u202e of"), "text-is-plain")
    assert line.startswith("summary")


def test_a_duplicate_id_is_told_once(problems):
    text = GOOD + '\n[[actor]]\nid = "KOR"\nname = "Korea again"\nkind = "state"\n'
    _, line = told(problems, text, "id-is-duplicate")
    assert line == 'id = "KOR"'
    assert "keys-are-unique" not in {problem.rule for problem in problems(text)}


SOURCED = (
    GOOD
    + """
[[article]]
id = "paper"
title = "A headline"
url = "https://example.org/paper"
publisher = "Paper"
publisher_country = "USA"
language = "en"
kind = "news"
published = "2023-12-22"
extent = "whole"
derivation = "original"
retrieved = "2026-01-01"
"""
)


@pytest.mark.parametrize(
    ("source", "idle"),
    [
        ('says = { date = "2023-12" }', True),
        ('supports = ["summary"]', True),
        ('supports = ["summary"]\nreported = { summary = "in other words" }', True),
        ("", True),
        ('says = { date = "2023-12", type = "proposal" }', False),
        ('reported = { summary = "another cause" }', False),
    ],
)
def test_a_reason_that_nothing_needs_is_told_at_its_line(problems, source, idle):
    head = '[[event.source]]\narticle = "paper"\npart = "body"\nmodality = "realised"\n'
    text = SOURCED.replace("\n[[article]]", f'\n{head}reason = "It errs."\n{source}\n\n[[article]]')
    if idle:
        problem, line = told(problems, text, "reason-has-contradiction")
        assert line == 'reason = "It errs."'
        assert problem.severity == "warning"
    else:
        assert "reason-has-contradiction" not in {problem.rule for problem in problems(text)}


PROBLEM = Problem("a-rule", "error", "events", "x", "date_edtf", "50% wrong: a, b", "mend it", "records/x.toml", 7)


def test_people_read_one_format_with_a_count():
    assert rendered([PROBLEM]) == (
        "records/x.toml:7: error: a-rule: 50% wrong: a, b\n  date_edtf · mend it\n1 error, 0 warnings"
    )


def test_machines_read_the_same_problems_as_json():
    found = json.loads(rendered([PROBLEM], "json"))
    assert found == {"problems": [PROBLEM.as_dict()], "errors": 1, "warnings": 0}


def test_github_reads_annotations():
    assert rendered([PROBLEM], "github").splitlines()[0] == (
        "::error file=records/x.toml,line=7,title=a-rule::50%25 wrong: a, b · mend it"
    )
