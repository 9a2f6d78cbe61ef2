"""Generated Python means what the walk means."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import BUILTINS, source_of
from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import AllOf, AnyOf, Call, Expression, FactOf, Function, Literal, Not, Value
from tests.strategies import all_facts, conditions, numbers, stated_facts


def run(expression: Expression, facts: dict[str, Value]) -> object:
    """What the generated source gives."""
    names = Locals()
    source = source_of(expression, names)
    lines = ["def answer(facts):", "get = facts.get", *names.loads(), f"return {source}"]
    namespace: dict[str, object] = {"__builtins__": {}, "facts": facts, **BUILTINS}
    exec("\n    ".join(lines) + "\nanswer = answer(facts)", namespace)
    return namespace["answer"]


@given(st.one_of(conditions(3), numbers(3)), st.one_of(stated_facts(), all_facts()))
def test_generated_source_and_the_walk_agree(expression: Expression, facts: dict[str, Value]) -> None:
    assert repr(run(expression, facts)) == repr(evaluate(expression, facts))


def test_a_fact_is_loaded_once() -> None:
    names = Locals()
    source_of(AllOf((FactOf("trip.insured"), Not(FactOf("trip.insured")))), names)
    assert names.loads() == ["f0 = get('trip.insured')"]


def test_a_text_stays_a_text_whatever_it_holds() -> None:
    nasty = '\'); import os #\\\n""" {0} {facts}'
    assert run(Literal(nasty), {}) == nasty


def test_a_fact_of_any_name_is_only_looked_up() -> None:
    nasty = "x') or print('"
    assert run(FactOf(nasty), {nasty: 3}) == 3


@pytest.mark.parametrize(
    "expression",
    [
        Call(Function.FIRST, (FactOf("a.n"), Literal(3))),
        Call(Function.FIRST, (Literal("x"), FactOf("a.n"))),
        Call(Function.FIRST, (Literal(None), Literal(2))),
        Call(Function.FIRST, ()),
        Call(Function.COUNT, (Literal(("x", "y")),)),
        Call(Function.KNOWN, (FactOf("a.n"),)),
        AllOf((Literal(True), FactOf("a.n"))),
        AnyOf((Literal(False), Literal(None))),
        Not(Literal(False)),
        Literal(-2.5),
    ],
)
def test_written_values_raise_no_warning_and_mean_what_they_say(expression: Expression) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run(expression, {}) == evaluate(expression, {})
