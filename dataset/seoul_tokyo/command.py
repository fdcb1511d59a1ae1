"""The command ``seoul-tokyo``. On a bare install it says in one line which extra it misses."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    try:
        from seoul_tokyo.commands import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("seoul_tokyo."):
            raise
        print(f"seoul-tokyo: {error.name} is missing; run: pip install 'seoul-tokyo[build]'", file=sys.stderr)
        sys.exit(2)
    app()
