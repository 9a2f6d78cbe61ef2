"""The meaning of expressions, case by case."""

import pytest

from salesdesign.conditions.walk import evaluate, total
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Function,
    Literal,
    Not,
    Operator,
    Value,
)

YES, NO, UNKNOWN = Literal(True), Literal(False), FactOf("nobody.knows")


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, True, True),
        (YES, NO, False, True),
        (NO, NO, False, False),
        (YES, UNKNOWN, None, True),
        (NO, UNKNOWN, False, None),
        (UNKNOWN, UNKNOWN, None, None),
    ],
)
def test_and_and_or_are_kleenes_in_either_order(
    left: Expression, right: Expression, both: Value, either: Value
) -> None:
    answers = [evaluate(form(parts), {}) for form in (AllOf, AnyOf) for parts in ((left, right), (right, left))]
    assert answers == [both, both, either, either]


def test_not_turns_the_known_and_leaves_the_unknown() -> None:
    assert [evaluate(Not(part), {}) for part in (YES, NO, UNKNOWN)] == [False, True, None]


@pytest.mark.parametrize(
    ("how", "expected"),
    [(Operator.ADD, 8), (Operator.SUBTRACT, 4), (Operator.MULTIPLY, 12), (Operator.DIVIDE, 3.0)],
)
def test_arithmetic(how: Operator, expected: float) -> None:
    assert evaluate(Arithmetic(how, FactOf("a.six"), Literal(2)), {"a.six": 6}) == expected


@pytest.mark.parametrize("how", Operator)
def test_arithmetic_with_an_unknown_is_unknown(how: Operator) -> None:
    sides: list[tuple[Expression, Expression]] = [(UNKNOWN, Literal(0)), (Literal(0), UNKNOWN)]
    assert [evaluate(Arithmetic(how, left, right), {}) for left, right in sides] == [None, None]


def test_dividing_by_zero_is_unknown() -> None:
    assert evaluate(Arithmetic(Operator.DIVIDE, Literal(1), FactOf("a.zero")), {"a.zero": 0.0}) is None


@pytest.mark.parametrize(
    ("how", "below", "equal", "above"),
    [
        (Comparison.EQUAL, False, True, False),
        (Comparison.UNEQUAL, True, False, True),
        (Comparison.BELOW, True, False, False),
        (Comparison.AT_MOST, True, True, False),
        (Comparison.ABOVE, False, False, True),
        (Comparison.AT_LEAST, False, True, True),
    ],
)
def test_comparisons_on_both_sides_of_their_limit(how: Comparison, below: bool, equal: bool, above: bool) -> None:
    answers = [evaluate(Compare(how, Literal(value), Literal(3)), {}) for value in (2, 3, 4)]
    assert answers == [below, equal, above]


@pytest.mark.parametrize("how", Comparison)
def test_a_comparison_with_an_unknown_is_unknown(how: Comparison) -> None:
    known = Literal(("a",)) if how in (Comparison.IN, Comparison.NOT_IN) else Literal("a")
    assert [evaluate(Compare(how, UNKNOWN, known), {}), evaluate(Compare(how, known, UNKNOWN), {})] == [None, None]


def test_membership() -> None:
    hazards = FactOf("water.hazards")
    forms = [
        Compare(how, Literal(word), hazards) for how in (Comparison.IN, Comparison.NOT_IN) for word in ("fog", "ice")
    ]
    assert [evaluate(form, {"water.hazards": ("fog",)}) for form in forms] == [True, False, False, True]


def test_known_is_never_unknown() -> None:
    facts: dict[str, Value] = {"a.no": False, "a.zero": 0, "a.none": None}
    asked = ["a.no", "a.zero", "a.none", "a.missing"]
    assert [evaluate(Call(Function.KNOWN, (FactOf(name),)), facts) for name in asked] == [True, True, False, False]


def test_first_takes_the_first_known_even_if_it_is_zero() -> None:
    answers = [
        evaluate(Call(Function.FIRST, arguments), {"a.zero": 0})
        for arguments in ((UNKNOWN, FactOf("a.zero"), Literal(5)), (UNKNOWN, UNKNOWN))
    ]
    assert answers == [0, None]


def test_total_leaves_the_unknown_out_and_is_unknown_of_nothing() -> None:
    assert [total(1, None, 2.5), total(None, 0), total(None, None), total()] == [3.5, 0, None, None]


def test_count() -> None:
    names = ["water.hazards", "a.empty", "a.missing"]
    facts: dict[str, Value] = {"water.hazards": ("fog", "ice"), "a.empty": ()}
    assert [evaluate(Call(Function.COUNT, (FactOf(name),)), facts) for name in names] == [2, 0, None]
