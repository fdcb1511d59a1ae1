"""How fast loading, importing and building are, as ratios beside the alternative in one run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pandas as pd

import seoul_tokyo as st

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15


def seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def beside(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """The medians of both, taken in turns so that noise falls on both alike."""
    ours(), theirs()
    times = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return median(time for time, _ in times), median(time for _, time in times)


def python(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)


def main() -> None:
    for table in ("events", "evidence"):
        path = st.path(table)
        ours, theirs = beside(lambda table=table: st.load(table), lambda path=path: pd.read_parquet(path), 200)
        print(f"load {table}: {ours * 1e3:.2f} ms, pd.read_parquet {theirs * 1e3:.2f} ms, ratio {ours / theirs:.2f}")
    ours, theirs = beside(python("-c", "import pandas, seoul_tokyo"), python("-c", "import pandas"))
    print(f"import: {(ours - theirs) * 1e3:.0f} ms beyond pandas' {theirs * 1e3:.0f} ms")
    libraries = "import pandas, pyarrow.parquet, duckdb, pandera.pandas"
    ours, theirs = beside(python("build.py"), python("-c", libraries), 5)
    print(f"build: {ours:.2f} s, importing its libraries {theirs:.2f} s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
