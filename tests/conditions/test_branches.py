"""Statements that branch on an expression take the branch that the walk calls for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.conditions.branches import branches, indented
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import BUILTINS
from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import AllOf, Compare, Comparison, Expression, FactOf, Literal, Not, Value
from tests.strategies import all_facts, conditions, stated_facts

SAILORS = Compare(Comparison.AT_LEAST, FactOf("crew.sailors"), Literal(4))


def taken(expression: Expression, facts: dict[str, Value], unknown: str = "found = None") -> object:
    """True where the first branch is taken, None where the second is, False where neither is."""
    names = Locals()
    lines = branches(expression, names, ["found = True"], [unknown] if unknown else [])
    body = ["get = facts.get", *names.loads(), "found = False", *lines, "return found"]
    namespace: dict[str, object] = {"__builtins__": {}, "facts": facts, **BUILTINS}
    exec("\n".join(["def answer(facts):", *indented(body), "answer = answer(facts)"]), namespace)
    return namespace["answer"]


@given(conditions(3), st.one_of(stated_facts(), all_facts()))
def test_the_branch_is_that_of_the_walk(expression: Expression, facts: dict[str, Value]) -> None:
    assert taken(expression, facts) is evaluate(expression, facts)


@given(conditions(3), st.one_of(stated_facts(), all_facts()))
def test_what_is_unknown_may_be_left_out(expression: Expression, facts: dict[str, Value]) -> None:
    assert taken(expression, facts, unknown="") is (evaluate(expression, facts) is True)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"crew.sailors": 3}, False),
        ({"trip.insured": True}, False),
        ({"trip.insured": False}, None),
        ({"crew.sailors": 4, "trip.insured": False}, True),
    ],
)
def test_one_part_that_fails_settles_what_others_leave_open(facts: dict[str, Value], expected: object) -> None:
    assert taken(AllOf((SAILORS, Not(FactOf("trip.insured")))), facts) is expected
