"""Which facts keep a question open."""

import pytest
from hypothesis import given

from salesdesign.conditions import parse_condition
from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.missing import always_missing, missing_facts
from salesdesign.model.expression import Expression, FactOf, Value
from tests.strategies import CATALOGUE, SCOPE, all_facts, lasting_conditions, pack_of, stated_facts


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("crew.sailors > 3", {}, ("crew.sailors",)),
        ("crew.sailors > 3", {"crew.sailors": 2}, ()),
        ("crew.sailors > cargo.value", {"crew.sailors": 2}, ("cargo.value",)),
        ("crew.sailors > cargo.value", {"cargo.value": 2.0}, ("crew.sailors",)),
        ("not trip.insured", {}, ("trip.insured",)),
        ("trip.insured and crew.sailors > 3", {}, ("crew.sailors", "trip.insured")),
        ("trip.insured and crew.sailors > 3", {"trip.insured": True}, ("crew.sailors",)),
        ("trip.insured and crew.sailors > 3", {"trip.insured": False}, ()),
        ("trip.insured or crew.sailors > 3", {"trip.insured": True}, ()),
        ("water.kind == sea and (trip.insured or crew.sailors > 3)", {"trip.insured": True}, ("water.kind",)),
        ("first(crew.sailors, crew.skill) > 3", {"crew.skill": 2}, ()),
        ("first(crew.sailors, crew.skill) > 3", {}, ("crew.sailors", "crew.skill")),
        ("total(crew.sailors, 1) > 3", {}, ()),
        ("count(water.hazards) > 1", {}, ("water.hazards",)),
        ("known(crew.sailors)", {}, ()),
        ("crew.sailors / 0 > 1", {"crew.sailors": 4}, ()),
        ("cargo.per_sailor > 1", {}, ("cargo.value", "crew.sailors")),
        ("cargo.per_sailor > 1", {"crew.sailors": 3}, ("cargo.value",)),
        ("cargo.size == heavy", {"cargo.value": 3.0}, ("crew.sailors",)),
        ("yes", {}, ()),
    ],
)
def test_the_stated_facts_that_keep_it_open(text: str, facts: dict[str, Value], expected: tuple[str, ...]) -> None:
    derived = compile_pack(pack_of()).derive(facts)
    assert missing_facts(parse_condition(text, SCOPE), derived, CATALOGUE) == expected


def test_nobody_can_be_asked_for_a_decision() -> None:
    assert missing_facts(FactOf("decided.vessel"), {}, CATALOGUE) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("crew.sailors > 3", ("crew.sailors",)),
        ("3 < crew.sailors", ("crew.sailors",)),
        ("not trip.insured", ("trip.insured",)),
        ("cargo.per_sailor > 1", ()),
        ("crew.sailors > cargo.value", ()),
        ("trip.insured and crew.sailors > 3", ()),
        ("crew.sailors / 2 > 3", ()),
    ],
)
def test_where_the_same_fact_is_missing_whoever_is_asked(text: str, expected: tuple[str, ...]) -> None:
    assert always_missing(parse_condition(text, SCOPE), CATALOGUE) == expected


@given(lasting_conditions(), stated_facts())
def test_what_is_always_missing_is_what_is_missing(condition: Expression, facts: dict[str, Value]) -> None:
    always, derived = always_missing(condition, CATALOGUE), compile_pack(pack_of()).derive(facts)
    if always and evaluate(condition, derived) is None:
        assert missing_facts(condition, derived, CATALOGUE) == always


@given(lasting_conditions(), stated_facts(), all_facts())
def test_once_they_are_told_only_a_division_by_zero_or_a_missing_band_keeps_it_open(
    condition: Expression, facts: dict[str, Value], complete: dict[str, Value]
) -> None:
    derive = compile_pack(pack_of()).derive
    told = {**facts}
    while missing := missing_facts(condition, derive(told), CATALOGUE):
        assert not told.keys() & set(missing)
        told |= {name: complete[name] for name in missing}
    assert evaluate(condition, derive(told)) == evaluate(condition, derive({**complete, **told}))
