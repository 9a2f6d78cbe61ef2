"""The benchmarks of the shipped pack, as a plan reads them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from salesdesign.model.pack import Benchmark

RULES = Path(__file__).parents[2] / "rules" / "plan" / "benchmarks.yaml"


@cache
def _read() -> tuple[Benchmark, ...]:
    entries: list[dict[str, Any]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))  # as YAML has it
    return tuple(Benchmark(**_frozen(entry)) for entry in entries)


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:  # as YAML has it
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def benchmarks() -> dict[str, Benchmark]:
    """By id."""
    return {one.id: one for one in _read()}
