"""The published schema: every file of the shipped pack keeps to it, and what a reader would refuse it refuses."""

from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from salesdesign.pack.read import read_pack
from salesdesign.pack.schema import pack_schema
from salesdesign.resources import rules_folder
from tests.pack.packs import SMALL, Change

HOUSE = "name: house\nversion: 1\nextends: salesdesign\n"


def files_in(folder: Traversable) -> list[Traversable]:
    """Every YAML file below a folder."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [
        file
        for entry in entries
        for file in (files_in(entry) if entry.is_dir() else [entry])
        if file.name.endswith(".yaml")
    ]


def as_json(value: object) -> object:
    """What an editor makes of YAML: keys are texts, dates are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def complaints(schema: object, data: str) -> list[str]:
    validator = Draft202012Validator(schema)  # type: ignore[arg-type]  # a mapping, as its making says
    return [error.message for error in validator.iter_errors(as_json(yaml.load(data, yaml.CSafeLoader)))]


@pytest.mark.parametrize("folder", [rules_folder(), SMALL], ids=["shipped", "small"])
def test_every_file_of_a_pack_keeps_to_the_schema(folder: Traversable) -> None:
    schema = pack_schema(read_pack(folder))
    Draft202012Validator.check_schema(schema)
    found = {str(file): complaints(schema, file.read_text(encoding="utf-8")) for file in files_in(folder)}
    assert {file: messages for file, messages in found.items() if messages} == {}


WRONG = [
    Change("decisions/desk/queue.yaml", "weight: 3", "wieght: 3"),
    Change("decisions/desk/queue.yaml", "[HB-1]", "[HB-9]"),
    Change("decisions/desk/queue.yaml", "desks_by_task: 2", "desks_by_tasks: 2"),
    Change("decisions/desk/queue.yaml", "desks_by_task: 2", "desks_by_task: 4"),
    Change("decisions/desk/decision.yaml", "choose: one", "choose: two"),
    Change("facts.yaml", "type: count", "type: amount"),
    Change("evidence.yaml", "publisher: The staff", "author: The staff"),
    Change("options/machines.yaml", "summary", "summery"),
    Change("plan/practices.yaml", "priority: 1", "priority: 4"),
    Change("plan/roles.yaml", "department: desk", "department: dusk"),
    Change("plan/risks.yaml", "when: readers.cards,", "when: readers.cards, if: x,"),
    Change("plan/benchmarks.yaml", "unit: a day", "units: a day"),
    Change("pack.yaml", "version: 1.0.0", "versions: 1.0.0"),
    Change("tests/desk.yaml", "desk: [desks_by_task]", "dusk: [desks_by_task]"),
]


@pytest.mark.parametrize("change", WRONG, ids=lambda change: change.new)
def test_a_mistake_is_told(change: Change, tmp_path: Path) -> None:
    schema = pack_schema(read_pack(SMALL))
    assert complaints(schema, (change.make(tmp_path) / change.file).read_text()) != []


def test_a_pack_that_extends_another_need_not_repeat_it(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(HOUSE)
    schema = pack_schema(read_pack(tmp_path))
    change = "criterion: deal\nrules: [{id: mostly-small-customers, because: So it is.}]\n"
    assert (complaints(schema, change), complaints(schema, HOUSE)) == ([], [])
