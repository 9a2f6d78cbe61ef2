"""What one rule comes to: met, not met, or open, with its band."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from salesdesign.engine.compile import compile_pack
from salesdesign.engine.evaluate import findings
from salesdesign.model.expression import Value
from salesdesign.model.pack import Line, Rule, Steps
from salesdesign.model.ranking import Finding, Outcome
from tests.engine.examples import criterion, decision, findings_of, found, over, when
from tests.strategies import pack_of

MET, NOT_MET, UNKNOWN = Outcome
BIG = when("crew.sailors > 3", raft=-2000, ship=1000)
EXCUSED = when("crew.sailors > 3", unless="water.kind == lake", raft=-2000, ship=1000)
SLOPE = over("crew.sailors", raft=Line(places=((2.0, 0), (4.0, -2000))), ship=Line(places=((2.0, 1000), (4.0, 3000))))
WATER = over("water.kind", raft=Steps(steps={"lake": 2000, "river": 0, "sea": -3000}), ship=Steps(steps={"sea": 1000}))
EXCUSED_WATER = over("water.kind", unless="trip.insured", raft=Steps(steps={"lake": 1000, "river": 500, "sea": 500}))


def finding(
    rule: Rule,
    outcome: Outcome,
    points: tuple[int, ...],
    band: tuple[tuple[int, ...], tuple[int, ...]] | None = None,
    missing: tuple[str, ...] = (),
) -> Finding:
    """A finding with points, and a band, in the order in which the rule names its options."""
    low, high = band or (points, points)
    by_option = [dict(zip(rule.points, values, strict=True)) for values in (points, low, high)]
    return Finding(
        rule=rule, outcome=outcome, points=by_option[0], low=by_option[1], high=by_option[2], missing=missing
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"crew.sailors": 4}, finding(BIG, MET, (-2000, 1000))),
        ({"crew.sailors": 3}, finding(BIG, NOT_MET, (0, 0))),
        ({}, finding(BIG, UNKNOWN, (0, 0), ((-2000, 0), (0, 1000)), ("crew.sailors",))),
    ],
)
def test_a_condition(facts: Mapping[str, Value], expected: Finding) -> None:
    assert found(BIG, facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"crew.sailors": 4, "water.kind": "sea"}, finding(EXCUSED, MET, (-2000, 1000))),
        ({"crew.sailors": 4, "water.kind": "lake"}, finding(EXCUSED, NOT_MET, (0, 0))),
        (
            {"crew.sailors": 4},
            finding(EXCUSED, MET, (-2000, 1000), ((-2000, 0), (0, 1000)), ("water.kind",)),
        ),
        ({"crew.sailors": 3}, finding(EXCUSED, NOT_MET, (0, 0))),
        (
            {"water.kind": "sea"},
            finding(EXCUSED, UNKNOWN, (0, 0), ((-2000, 0), (0, 1000)), ("crew.sailors",)),
        ),
        ({"water.kind": "lake"}, finding(EXCUSED, NOT_MET, (0, 0))),
        ({}, finding(EXCUSED, UNKNOWN, (0, 0), ((-2000, 0), (0, 1000)), ("crew.sailors",))),
    ],
)
def test_a_condition_with_an_exception(facts: Mapping[str, Value], expected: Finding) -> None:
    assert found(EXCUSED, facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"crew.sailors": 3}, finding(SLOPE, MET, (-1000, 2000))),
        ({"crew.sailors": 0}, finding(SLOPE, MET, (0, 1000))),
        ({}, finding(SLOPE, UNKNOWN, (0, 0), ((-2000, 0), (0, 3000)), ("crew.sailors",))),
    ],
)
def test_a_line_whose_band_also_holds_what_counts_meanwhile(facts: Mapping[str, Value], expected: Finding) -> None:
    assert found(SLOPE, facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"water.kind": "lake"}, finding(WATER, MET, (2000, 0))),
        ({"water.kind": "river"}, finding(WATER, NOT_MET, (0, 0))),
        ({"water.kind": "sea"}, finding(WATER, MET, (-3000, 1000))),
        ({}, finding(WATER, UNKNOWN, (0, 0), ((-3000, 0), (2000, 1000)), ("water.kind",))),
    ],
)
def test_steps(facts: Mapping[str, Value], expected: Finding) -> None:
    assert found(WATER, facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"water.kind": "sea", "trip.insured": False}, finding(EXCUSED_WATER, MET, (500,))),
        ({"water.kind": "sea", "trip.insured": True}, finding(EXCUSED_WATER, NOT_MET, (0,))),
        ({"water.kind": "sea"}, finding(EXCUSED_WATER, MET, (500,), ((0,), (500,)), ("trip.insured",))),
        ({"trip.insured": True}, finding(EXCUSED_WATER, NOT_MET, (0,))),
        ({}, finding(EXCUSED_WATER, UNKNOWN, (0,), ((0,), (1000,)), ("water.kind",))),
    ],
)
def test_steps_with_an_exception(facts: Mapping[str, Value], expected: Finding) -> None:
    assert found(EXCUSED_WATER, facts) == expected


def test_a_rule_that_gives_nothing_here_is_not_open_whatever_its_exception() -> None:
    rule = over("crew.sailors", unless="trip.insured", raft=Line(places=((1.0, 0), (2.0, 1000))))
    assert found(rule, {"crew.sailors": 1}) == finding(rule, NOT_MET, (0,))


def test_a_derived_fact_is_traced_to_the_stated_ones() -> None:
    rule = over("cargo.size", raft=Steps(steps={"light": 1000}))
    expected = finding(rule, UNKNOWN, (0,), ((0,), (1000,)), ("cargo.value",))
    assert found(rule, {"crew.sailors": 2}) == expected


def test_the_steps_of_bands_cover_the_bands() -> None:
    rule = over("cargo.size", raft=Steps(steps={"light": 1000, "heavy": 2000}), ship=Steps(steps={"light": -500}))
    assert found(rule, {}) == finding(rule, UNKNOWN, (0, 0), ((0, -500), (2000, 0)), ("cargo.value", "crew.sailors"))


def test_the_steps_of_a_decision_cover_its_options() -> None:
    steps = Steps(steps={"raft": 1000, "boat": 2000})
    rule = over("decided.vessel", raft=steps, ship=Steps(steps={"raft": 500}))
    routes = replace(decision(criterion("only", 1.0, rule)), id="route")
    machine = compile_pack(pack_of(decision(options="raft boat"), routes))
    assert findings(machine, routes, {}) == (finding(rule, UNKNOWN, (0, 0), ((0, 0), (2000, 500))),)


def test_several_facts_may_be_missing_for_an_exception() -> None:
    rule = when("yes", unless="trip.insured and crew.sailors > 2", raft=1000)
    assert found(rule, {}).missing == ("crew.sailors", "trip.insured")


def test_one_finding_a_rule_in_the_order_of_the_pack() -> None:
    asked = decision(criterion("one", 1.0, BIG, SLOPE), criterion("none", 1.0), criterion("two", 1.0, WATER))
    assert [item.rule for item in findings_of(asked, {})] == [BIG, SLOPE, WATER]
