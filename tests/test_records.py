"""A record is what the standard library's dataclass would be."""

import copy
import dataclasses
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from salesdesign import records


def _made(dataclass: Callable[..., Any]) -> Any:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Harbour:
        """A place for ships."""

        name: str
        berths: int = 2
        depth: Mapping[str, float] = field(default_factory=dict)
        note: str = field(default="", compare=False)

    return Harbour


OURS, THEIRS = _made(records.dataclass), _made(dataclasses.dataclass)


@records.dataclass(frozen=True, slots=True)
class Berth:
    """A place for one ship."""

    number: int
    free: bool = True


@pytest.mark.parametrize(
    "told",
    [
        lambda harbour: repr(harbour(name="Elbe")),
        lambda harbour: harbour(name="Elbe") == harbour(name="Elbe", note="busy"),
        lambda harbour: harbour(name="Elbe") == harbour(name="Elbe", berths=3),
        lambda harbour: harbour(name="Elbe") == "Elbe",
        lambda harbour: repr(replace(harbour(name="Elbe"), depth={"north": 9.5})),
        lambda harbour: harbour(name="Elbe").depth is harbour(name="Oder").depth,
        lambda harbour: copy.deepcopy(harbour(name="Elbe")) == harbour(name="Elbe"),
        lambda harbour: [one.name for one in dataclasses.fields(harbour)],
        lambda harbour: harbour.__slots__,
    ],
)
def test_a_record_answers_as_a_dataclass_does(told: Callable[[Any], object]) -> None:
    assert told(OURS) == told(THEIRS)


@pytest.mark.parametrize("given", [{}, {"name": "Elbe", "ships": 1}])
def test_a_wrong_call_is_refused_in_the_same_words(given: Mapping[str, Any]) -> None:
    said = []
    for harbour in (OURS, THEIRS):
        with pytest.raises(TypeError) as refused:
            harbour(**given)
        said.append(str(refused.value))
    assert said[0] == said[1]


def test_a_record_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Berth(1).number = 2  # type: ignore[misc]  # that is what is tried
    with pytest.raises(FrozenInstanceError):
        del Berth(1).number


def test_a_record_goes_into_sets_matches_by_place_and_travels_to_other_processes() -> None:
    assert {Berth(1), Berth(1, True), pickle.loads(pickle.dumps(Berth(2)))} == {Berth(1), Berth(2)}
    match Berth(3, False):
        case Berth(number, free):
            assert (number, free) == (3, False)
