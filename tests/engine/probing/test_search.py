"""The search for the first change, and the exact mathematics below it."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.conditions import parse_calculation
from salesdesign.engine.probing.curve import Curve, Moving, constant, curve_of, line, turning
from salesdesign.engine.probing.polynomial import Polynomial, trimmed, value_at, zeros
from salesdesign.engine.probing.search import Row, first_change, stretches
from tests.strategies import CATALOGUE, SCOPE

ENDS = Fraction(-20), Fraction(20)


def polynomial(*coefficients: int) -> Polynomial:
    return trimmed([Fraction(one) for one in coefficients])


@given(st.lists(st.integers(-5, 5), max_size=3), st.sampled_from([-1, 1, 3]))
def test_every_zero_of_a_product_of_lines_is_found(roots: list[int], factor: int) -> None:
    product: Polynomial = (Fraction(factor),)
    for root in roots:
        product = trimmed(
            [
                (product[place - 1] if place else Fraction(0)) - root * (product[place] if place < len(product) else 0)
                for place in range(len(product) + 1)
            ]
        )
    found = zeros(product, *ENDS)
    assert all(any(abs(place - root) < Fraction(1, 10**9) for place in found) for root in roots)


@pytest.mark.parametrize(
    ("coefficients", "wanted"),
    [((), ()), ((3,), ()), ((-3, 2), (Fraction(3, 2),)), ((0, 100), (Fraction(0),)), ((-90, 1), ())],
)
def test_a_line_is_zero_exactly_where_it_is(coefficients: Sequence[int], wanted: Sequence[Fraction]) -> None:
    assert zeros(polynomial(*coefficients), *ENDS) == wanted


def moving(**facts: float) -> Moving:
    stated = {name.replace("__", "."): value for name, value in facts.items()}
    return Moving(
        curves={"crew.sailors": line(Fraction(0), Fraction(1))}, facts=stated, stated=stated, catalogue=CATALOGUE
    )


def value(curve: Curve, place: int) -> Fraction:
    return value_at(curve.top, Fraction(place)) / value_at(curve.bottom, Fraction(place))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("crew.sailors * 2 + 1", 7),
        ("12 / crew.sailors - crew.sailors", 1),
        ("cargo.per_sailor", 3),
        ("first(crew.skill, crew.sailors)", 3),
        ("total(crew.skill, crew.sailors, cargo.value)", 12),
        ("cargo.value / (crew.sailors - 1) / crew.sailors", Fraction(3, 2)),
    ],
)
def test_a_calculation_is_followed_exactly(text: str, wanted: Fraction) -> None:
    curve = curve_of(parse_calculation(text, SCOPE), moving(cargo__value=9))
    assert curve is not None
    assert value(curve, 3) == wanted


@pytest.mark.parametrize("text", ["crew.skill + crew.sailors", "crew.sailors / 0", "count(water.hazards)"])
def test_what_is_unknown_has_no_curve(text: str) -> None:
    assert curve_of(parse_calculation(text, SCOPE), moving()) is None


def test_a_curve_turns_where_its_slope_is_zero_and_a_line_never() -> None:
    hill = Curve(polynomial(0, 4, -1), polynomial(1))
    assert (zeros(turning(hill).top, *ENDS), turning(line(Fraction(1), Fraction(2)))) == ((Fraction(2),), constant(1))


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        (range(1, 7), [range(1, 3), range(3, 4), range(4, 6), range(6, 7)]),
        (range(5, 1, -1), [range(5, 3, -1), range(3, 2, -1), range(2, 1, -1)]),
        (range(3, 4), [range(3, 4)]),
        (range(0), []),
    ],
)
def test_steps_are_cut_at_each_break(steps: range, wanted: list[range]) -> None:
    assert list(stretches([3, 6, 99], steps)) == wanted


@given(st.integers(0, 5000), st.integers(1, 3000), st.integers(1, 40))
def test_the_first_change_is_found_with_a_look_at_few_steps(change: int, length: int, rise: int) -> None:
    looks: list[int] = []

    def at(step: int) -> int:
        looks.append(step)
        return rise * step

    row = Row(
        at=at,
        changed=lambda net: net >= rise * change,
        steady=lambda one, other: other - one < (rise * change - one) + (rise * change - other),
    )
    assert first_change(row, range(length)) == (change if change < length else None)
    assert len(set(looks)) <= 60
