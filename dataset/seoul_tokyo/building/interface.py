"""The public interface as the code stands: every public name and command with its parameters."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import seoul_tokyo
from seoul_tokyo import commands


def current() -> dict[str, list[str]]:
    """Parameters by public name, in their order; ``version=`` may be left out. Of a class, its public members."""
    found = {f"st.{name}": _parameters(getattr(seoul_tokyo, name)) for name in seoul_tokyo.__all__}
    found |= _testing()
    for command in commands.app.registered_commands:
        if command.callback is not None:
            found[f"seoul-tokyo {command.name or command.callback.__name__}"] = _parameters(command.callback)
    return dict(sorted(found.items()))


def _parameters(named: object) -> list[str]:
    if inspect.isclass(named):
        return sorted(f"{name}=" for name in dir(named) if not name.startswith("_") and not hasattr(Exception, name))
    if not callable(named):
        return []
    parameters = inspect.signature(named).parameters.values()
    return [p.name + ("" if p.default is p.empty and p.kind != p.VAR_KEYWORD else "=") for p in parameters]


def _testing() -> dict[str, list[str]]:
    """The functions of ``seoul_tokyo.testing``, read and not imported: that would need the extra ``testing``."""
    tree = ast.parse((Path(seoul_tokyo.__file__).parent / "testing.py").read_text(encoding="utf-8"))
    public = (node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"))
    return {f"st.testing.{node.name}": [argument.arg for argument in node.args.args] for node in public}
