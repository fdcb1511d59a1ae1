"""What a rule or check demands, in words: the text of ``seoul-tokyo explain`` and of the catalogue."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches

from seoul_tokyo.building.examples import FOLDER
from seoul_tokyo_schemas.columns import CHECKS
from seoul_tokyo_schemas.rulebook import rules

STAGES = {
    "key-is-unknown": "A record has only the keys of its form.",
    "value-has-wrong-type": "A value has the type of its column; dates are quoted; text has at most 10,000 characters.",
    "id-is-duplicate": "An id stands once among the records of its kind.",
    "file-is-not-toml": "A file of records is TOML 1.0.",
    "file-is-not-utf8": "A file of records is UTF-8 without a byte order mark.",
    "file-is-too-large": "A file of records has at most 8 MB.",
    "file-is-too-deep": "Brackets nest at most 16 deep, and a dotted key has at most 8 parts.",
    "file-is-unreadable": "A file of records can be read.",
    "file-is-unwritable": "A file of records can be written anew.",
    "folder-is-missing": "A folder of records exists.",
    "folder-is-unreadable": "A folder of records can be listed.",
    "line-is-not-json": "A line of a JSON Lines file is JSON.",
    "line-is-no-record": "A line of a JSON Lines file is one record with its table.",
    "form-is-canonical": "A file of records is in the form that `seoul-tokyo fmt` writes.",
    "form-keeps-everything": "The canonical form reads back as the same records.",
    "comment-would-be-lost": "Records have no comments; `note` takes their place.",
    "quote-is-unsealed": "No sentence of a source stands in the records: a quote is sealed before it is built.",
    "quote-is-sealable": "A quote has 5 to 60 tokens and at least 12 characters.",
    "reason-has-contradiction": "A reason stands where a source contradicts what is stored; elsewhere it were lost.",
    "value-is-missing": "A value that every row has is given.",
    "code-is-known": "A code stands in its vocabulary.",
    "not-checked": "All tables are there; without one of them the rules that need it are not checked.",
    "table-is-unknown": "A table is one of the dataset's.",
    "column-is-unknown": "A table has only its own columns.",
    "column-is-missing": "A table has all of its columns.",
    "column-is-duplicate": "A column stands once.",
    "ids-never-disappear": "An id that was released stands, or is retired with a reason.",
    "ids-never-reused": "A retired id never stands again.",
}
"""The laws that the stages hold outside the models and the rule book."""

OF_RECORDS = ("reason-has-contradiction",)
"""Those of them that have an example beside the rules: the records break them, and no table shows it."""

WARNINGS = frozenset({"not-checked", "reason-has-contradiction"})
"""Those of them that stop no build."""


def explain(rule_id: str) -> str | None:
    """The law, its reason and the mend; ``None`` for an id that is no rule."""
    if rule_id in rules():
        rule = rules()[rule_id]
        text = f"{rule.id} ({rule.severity})\n\n{rule.law}\nWhy: {rule.reason}\nMend: {rule.mend}"
        return f"{text}\n\nA break, laid over the consistent example in rules/base:\n\n{example(rule_id)}"
    if rule_id in CHECKS:
        return f"{rule_id} (error)\n\n{CHECKS[rule_id].law}\nMend: {CHECKS[rule_id].mend}"
    if rule_id in STAGES:
        text = f"{rule_id} ({'warning' if rule_id in WARNINGS else 'error'})\n\n{STAGES[rule_id]}"
        return f"{text}\n\nA break:\n\n{example(rule_id)}" if rule_id in OF_RECORDS else text
    return None


def _aside(stage_law: str) -> str:
    return " A warning." if stage_law in WARNINGS else ""


def example(rule_id: str) -> str:
    """The records, or the statements on computed columns, that break a rule and nothing else."""
    text = FOLDER.joinpath(f"{rule_id}.toml").read_text(encoding="utf-8")
    return textwrap.indent(text.partition("\n")[2].strip(), "    ")


def catalogue() -> str:
    """Every law, as Markdown."""
    lines = ["# Rules", "", "Generated from the rules by `build.py`; a test proves it current. Run", ""]
    lines += ["`seoul-tokyo explain RULE` for one of them.", "", "## Across columns and tables", ""]
    for rule in rules().values():
        lines += [f"### {rule.id}", "", f"{rule.severity.capitalize()}. {rule.law}", "", f"- Why: {rule.reason}"]
        lines += [f"- Message: `{rule.message}`", f"- Mend: {rule.mend}", ""]
    lines += ["## One value at a time", ""]
    lines += [f"- **{name}**: {check.law} Mend: {check.mend}." for name, check in sorted(CHECKS.items())]
    lines += ["", "## Reading and releasing", ""]
    lines += [f"- **{name}**: {law}{_aside(name)}" for name, law in sorted(STAGES.items())]
    return "\n".join(lines) + "\n"


def unknown(rule_id: str) -> str:
    """What to say of an id that is no rule."""
    known = sorted({*rules(), *CHECKS, *STAGES})
    near = get_close_matches(rule_id, known, n=1)
    return f"there is no rule {rule_id!r}; " + (f"did you mean {near[0]}?" if near else "rules: " + ", ".join(known))
