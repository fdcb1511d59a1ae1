"""How fast the strategies draw, and how much of the vocabularies they meet: ``python benchmarks/strategies.py``.

Prints seconds per 100 datasets, their size, and the share of codes met in 100 and in 1000 draws, with the codes
that were not met.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pandas as pd
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.testing import arrow_datasets, datasets
from seoul_tokyo_schemas.layout import columns, tables
from seoul_tokyo_schemas.vocabularies import codes_of


def draw(strategy: st.SearchStrategy[Any], count: int, take: Callable[[Any], object]) -> None:
    @seed(20231221)
    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def collect(value: Any) -> None:
        take(value)

    collect()


def speed() -> None:
    drawn: list[dict[str, pd.DataFrame]] = []
    draw(datasets(), 5, lambda _: None)  # vocabularies, models and strategies are made once
    start, used = time.perf_counter(), time.process_time()
    draw(datasets(), 100, drawn.append)
    seconds, cpu = time.perf_counter() - start, time.process_time() - used
    rows = sum(len(frame) for frames in drawn for name, frame in frames.items() if name != "codes")
    events = sum(len(frames["events"]) for frames in drawn)
    size = f"{events / len(drawn):.1f} events, {rows / len(drawn):.0f} rows each"
    print(f"{len(drawn)} datasets in {seconds:.1f} s ({cpu:.1f} s of CPU); {size}")


def variety(count: int) -> None:
    met: dict[str, set[object]] = {}

    def note(dataset: Tables) -> None:
        for table in tables():
            for name, column in columns(table).items():
                if column.vocabulary:
                    known = met.setdefault(column.vocabulary, set())
                    known.update(dataset[table][name].unique().to_pylist())

    draw(arrow_datasets(), count, note)
    missing = {name: [code for code in codes_of(name) if code not in codes] for name, codes in met.items()}
    total = sum(len(codes_of(name)) for name in met)
    lost = sum(map(len, missing.values()))
    print(f"{count} draws meet {total - lost} of {total} codes, {100 * (total - lost) / total:.1f} %")
    for name, codes in missing.items():
        if codes:
            print(f"  {name}: {', '.join(codes[:12])}{' …' if len(codes) > 12 else ''}")


if __name__ == "__main__":
    speed()
    variety(100)
    variety(1000)
