"""Likely values: by the typical range and the step of the catalogue."""

from dataclasses import replace
from statistics import fmean

import pytest

from salesdesign.engine.probing.likely import quantile_of, scaled
from salesdesign.engine.probing.streams import LEVELS
from salesdesign.model.catalogue import Choice, Fact, FactType
from salesdesign.model.expression import Value

PLACES = range(0, LEVELS, 16)


def fact(kind: FactType, low: float | None = None, high: float | None = None, step: float | None = None) -> Fact:
    typical = None if low is None or high is None else (low, high)
    return Fact(name="a.fact", type=kind, title="", question="", typical=typical, step=step)


def values(of: Fact) -> list[Value]:
    quantile = quantile_of(of)
    return [] if quantile is None else [quantile(place) for place in PLACES]


@pytest.mark.parametrize(
    ("of", "wanted"),
    [
        (fact(FactType.COUNT, 0, 4, 1), {0, 1, 2, 3, 4}),
        (fact(FactType.SHARE, 0.1, 0.3, 0.05), {0.1, 0.15, 0.2, 0.25, 0.3}),
        (fact(FactType.SCALE, 2, 4, 1), {2, 3, 4}),
        (fact(FactType.SCALE), {1, 2, 3, 4, 5}),
        (fact(FactType.YES_NO), {True, False}),
        (replace(fact(FactType.CHOICE), choices=(Choice(id="a", text=""), Choice(id="b", text=""))), {"a", "b"}),
    ],
)
def test_every_step_is_as_likely_as_another(of: Fact, wanted: set[Value]) -> None:
    found = values(of)
    assert set(found) == wanted
    assert all(found.count(value) == pytest.approx(len(found) / len(wanted), abs=1) for value in wanted)


def test_a_range_of_orders_of_magnitude_is_drawn_by_factors() -> None:
    found = values(fact(FactType.MONEY, 1000, 100_000, 1000))
    below = [value for value in found if isinstance(value, int) and value < 10_000]
    assert (min(found), max(found)) == (1000, 100_000)  # type: ignore[type-var]  # numbers
    assert len(below) / len(found) == pytest.approx(0.5, abs=0.02)
    assert all(isinstance(value, int) and value % 1000 == 0 for value in found)


def test_the_values_are_these_on_every_machine() -> None:
    found = quantile_of(fact(FactType.MONEY, 3000, 80_000))
    assert found is not None
    assert [found(place) for place in (0, 1, 40_000)] == [3000.0, 3000.1503065459488, 22_256.839732641834]


def test_a_share_is_drawn_evenly_however_wide_its_range_is() -> None:
    found = values(fact(FactType.SHARE, 0.01, 0.9))
    assert fmean(value for value in found if isinstance(value, float)) == pytest.approx(0.455, abs=0.01)


def test_numbers_without_a_step_are_drawn_as_they_fall() -> None:
    assert values(fact(FactType.NUMBER, 1.0, 2.0))[:2] == [1.0, 1.0 + 16 / LEVELS]


@pytest.mark.parametrize("kind", [FactType.TEXT, FactType.DATE, FactType.RECORDS, FactType.NUMBERS, FactType.COUNT])
def test_what_has_no_range_is_not_drawn(kind: FactType) -> None:
    assert quantile_of(fact(kind)) is None


def test_a_part_of_a_company_has_its_share_of_what_scales() -> None:
    people = fact(FactType.COUNT, 10, 60, 1)
    assert scaled(replace(people, scales=True), 0.5).typical == (5, 30)
    assert scaled(people, 0.5) is people
