"""What follows from stated facts."""

import math

import pytest
from hypothesis import given

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import compile_pack
from salesdesign.model.catalogue import Band, Catalogue, Derived, Fact, FactType
from salesdesign.model.expression import Arithmetic, Expression, FactOf, Literal, Operator, Value
from salesdesign.model.pack import Facts
from tests.strategies import CATALOGUE, pack_of, stated_facts

DOUBLE = Arithmetic(Operator.MULTIPLY, FactOf("a.stated"), Literal(2))


def derived(name: str, value: Expression, *bands: Band) -> Derived:
    return Derived(name=name, type=FactType.NUMBER, title=name, value=value, bands=bands)


def derive(facts: Facts, *following: Derived) -> Facts:
    """The facts with all that follows, over a catalogue that states `a.stated` and `a.other`."""
    stated = [Fact(name=name, type=FactType.NUMBER, title=name, question=name) for name in ("a.stated", "a.other")]
    catalogue = Catalogue(
        sections={}, facts={fact.name: fact for fact in stated}, derived={item.name: item for item in following}
    )
    return compile_pack(pack_of(catalogue=catalogue)).derive(facts)


def test_a_derived_fact_is_added_to_a_new_mapping() -> None:
    facts: dict[str, Value] = {"a.stated": 3}
    assert (derive(facts, derived("a.double", DOUBLE)), facts) == ({"a.stated": 3, "a.double": 6}, {"a.stated": 3})


def test_what_cannot_be_calculated_is_not_there() -> None:
    assert derive({}, derived("a.double", DOUBLE)) == {}


def test_one_derived_fact_reads_another() -> None:
    more = Arithmetic(Operator.ADD, FactOf("a.double"), Literal(1))
    assert derive({"a.stated": 3}, derived("a.double", DOUBLE), derived("a.more", more))["a.more"] == 7


def test_a_derived_fact_stands_in_only_where_nothing_is_stated() -> None:
    stand_in = derived("a.other", FactOf("a.stated"))
    given_facts: list[Facts] = [{"a.stated": 3}, {"a.stated": 3, "a.other": 0}, {}, {"a.other": 1}]
    assert [derive(facts, stand_in) for facts in given_facts] == [
        {"a.stated": 3, "a.other": 3},
        {"a.stated": 3, "a.other": 0},
        {},
        {"a.other": 1},
    ]


def test_what_stands_in_is_read_by_those_that_follow() -> None:
    more = derived("a.more", Arithmetic(Operator.ADD, FactOf("a.other"), Literal(1)))
    stand_in = derived("a.other", FactOf("a.stated"))
    assert [derive(facts, stand_in, more).get("a.more") for facts in ({"a.stated": 3}, {"a.other": 0}, {})] == [
        4,
        1,
        None,
    ]


@pytest.mark.parametrize(
    ("value", "band"),
    [(-0.5, None), (0, "small"), (4.99, "small"), (5, "medium"), (24.9, "medium"), (25, "large"), (1e9, "large")],
)
def test_a_band_reaches_from_its_start_to_the_next(value: float, band: str | None) -> None:
    bands = [Band(id=name, text=name, start=start) for name, start in (("small", 0), ("medium", 5), ("large", 25))]
    assert derive({"a.stated": value}, derived("a.size", FactOf("a.stated"), *bands)).get("a.size") == band


def test_the_lowest_band_may_have_no_start() -> None:
    bands = [Band(id="below", text="below", start=-math.inf), Band(id="above", text="above", start=0)]
    facts: list[Facts] = [{"a.stated": -1e12}, {"a.stated": 0}, {}]
    assert [derive(each, derived("a.size", FactOf("a.stated"), *bands)).get("a.size") for each in facts] == [
        "below",
        "above",
        None,
    ]


def test_a_band_may_stand_in_for_a_stated_choice() -> None:
    stand_in = derived("a.other", FactOf("a.stated"), Band(id="some", text="some", start=1))
    given_facts: list[Facts] = [{"a.stated": 3}, {"a.stated": 3, "a.other": "none"}, {"a.stated": 0}]
    assert [derive(facts, stand_in).get("a.other") for facts in given_facts] == ["some", "none", None]


def test_it_may_be_asked_again_when_a_decision_was_added() -> None:
    following = derived("a.after", FactOf("decided.vessel"))
    before = derive({}, following)
    assert [before, derive({**before, "decided.vessel": "raft"}, following)] == [
        {},
        {"decided.vessel": "raft", "a.after": "raft"},
    ]


def test_what_no_longer_follows_is_taken_out() -> None:
    assert derive({"a.stated": None, "a.double": 6}, derived("a.double", DOUBLE)) == {"a.stated": None}


@given(stated_facts())
def test_derived_facts_are_what_the_walk_gives(facts: dict[str, Value]) -> None:
    found = compile_pack(pack_of()).derive(facts)
    per_sailor = evaluate(CATALOGUE.derived["cargo.per_sailor"].value, facts)
    assert found.get("cargo.per_sailor") == per_sailor
    assert {name: value for name, value in found.items() if name in facts} == facts


@given(stated_facts())
def test_deriving_twice_changes_nothing(facts: dict[str, Value]) -> None:
    machine = compile_pack(pack_of())
    once = machine.derive(facts)
    assert machine.derive(once) == once
