"""Confidence in decisions of which several options can be chosen: all of them together, and each for itself."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.decide import decide
from salesdesign.engine.probing.firmness import firmness
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.worth import worth_knowing
from salesdesign.model.expression import Compare, Comparison, FactOf, Literal, Value
from salesdesign.model.pack import Choose, Decision, GateKind, Limit, Pack
from salesdesign.model.probing import Draws
from salesdesign.model.ranking import Ranking
from tests.engine.examples import criterion, decision, gate, when
from tests.engine.probing.examples import PROBED, possible, subject_of
from tests.strategies import all_facts, conditions, pack_of, packs, stated_facts

Facts = dict[str, Value]
FEW = Draws(count=40)
MANY = Draws(count=4000)


def several_packs() -> st.SearchStrategy[Pack]:
    """Packs of one decision of which several vessels can be chosen."""
    return packs(conditions(1)).map(
        lambda pack: pack_of(replace(pack.decisions[0], choose=Choose.SEVERAL), catalogue=PROBED)
    )


def ranking_of(subject: Subject) -> Ranking:
    facts = subject.machine.derive(dict(subject.stated))
    return decide(subject.machine, subject.decision, facts, subject.weights)


def together(asked: Decision, threshold: float = 1.0, limit: Limit | None = None) -> Decision:
    return replace(asked, choose=Choose.SEVERAL, threshold=threshold, limits=(limit,) if limit else ())


@settings(max_examples=60, deadline=None)
@given(several_packs(), all_facts().filter(possible))
def test_where_everything_that_is_read_is_known_facts_alter_nothing(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, {**facts, "cargo.rest": 0.5})
    found, today = firmness(subject, FEW), ranking_of(subject).chosen
    assert found.by_facts == 1
    assert {option for option, share in found.facts.items() if share} == set(today)


@settings(max_examples=60, deadline=None)
@given(several_packs(), stated_facts().filter(possible), st.integers(0, 5))
def test_what_is_chosen_together_cannot_come_out_more_often_than_each_of_it(
    pack: Pack, facts: Facts, seed: int
) -> None:
    subject = subject_of(pack, facts)
    found, today = firmness(subject, Draws(count=30, seed=seed)), set(ranking_of(subject).chosen)
    for again, shares in (
        (found.by_facts, found.facts),
        (found.judgement.again, found.judgement.chosen),
    ):
        assert 0 <= again <= 1
        _at_most_each(again, shares, today)


def _at_most_each(again: float, shares: Mapping[str, float], today: set[str]) -> None:
    for option, share in shares.items():
        assert again <= (share if option in today else 1 - share) + 1e-9


def test_an_option_far_above_the_threshold_is_always_called_for_and_one_far_below_never() -> None:
    rules = [replace(when("trip.insured", raft=3000, boat=-3000), id=name) for name in "abcdef"]
    asked = together(decision(*(criterion(rule.id, 3.0, rule) for rule in rules), options="raft boat"))
    found = firmness(subject_of(asked, {"trip.insured": True}), FEW)
    assert (found.judgement.again, found.judgement.chosen) == (1, {"raft": 1, "boat": 0})


def test_an_option_that_stands_at_the_threshold_hangs_on_a_point() -> None:
    """One point more or less moves its net by the whole weight: above in a quarter of the draws, at it in half."""
    asked = together(decision(criterion("crew", 1.0, when("trip.insured", raft=1000)), options="raft boat"))
    found = firmness(subject_of(asked, {"trip.insured": True}), MANY)
    assert found.judgement.chosen["raft"] == pytest.approx(0.75, abs=0.03)
    assert found.judgement.again == found.judgement.chosen["raft"]


def test_a_set_that_hangs_on_a_coin_stands_in_half_of_the_draws() -> None:
    asked = together(
        decision(
            criterion("crew", 1.0, when("crew.sailors >= 0", raft=1000), when("trip.insured", boat=2000)),
            options="raft boat",
        )
    )
    found = firmness(subject_of(asked, {"crew.sailors": 3}), MANY)
    assert found.facts == pytest.approx({"raft": 1.0, "boat": 0.5}, abs=0.03)
    assert found.by_facts == pytest.approx(0.5, abs=0.03)


def test_none_of_them_is_an_answer_that_can_stand() -> None:
    asked = together(decision(criterion("crew", 1.0, when("trip.insured", raft=2000)), options="raft boat"))
    found = firmness(subject_of(asked, {"trip.insured": False}), FEW)
    assert (found.by_facts, found.judgement.again, set(found.facts.values())) == (1, 1, {0})


def test_the_order_in_which_they_are_chosen_makes_no_other_choice() -> None:
    """With or without insurance both are called for, now the one first and now the other."""
    asked = together(
        decision(
            criterion("crew", 1.0, when("crew.sailors >= 0", raft=2000, boat=1500), when("trip.insured", boat=1000)),
            options="raft boat",
        )
    )
    assert firmness(subject_of(asked, {"crew.sailors": 3}), FEW).by_facts == 1


def test_a_limit_holds_in_every_draw() -> None:
    always = Compare(Comparison.AT_LEAST, FactOf("crew.sailors"), Literal(0))
    limit = Limit(when=always, at_most=1, because="", evidence=())
    asked = together(
        decision(criterion("crew", 1.0, when("crew.sailors >= 0", raft=2000, boat=2000)), options="raft boat"),
        limit=limit,
    )
    found = firmness(subject_of(asked, {"crew.sailors": 3}), MANY)
    assert sum(found.judgement.chosen.values()) <= 1 + 1e-9
    assert evaluate(always, {"crew.sailors": 3}) is True


def test_a_closed_option_is_never_called_for() -> None:
    asked = replace(
        together(decision(criterion("crew", 1.0, when("trip.insured", raft=3000, boat=3000)), options="raft boat")),
        gates=(gate(GateKind.EXCLUDES, "trip.insured", "raft"),),
    )
    found = firmness(subject_of(asked, {"trip.insured": True}), FEW)
    assert (found.judgement.chosen, found.facts) == ({"raft": 0.0, "boat": 1.0}, {"raft": 0.0, "boat": 1.0})


def test_a_fact_is_worth_knowing_where_it_adds_an_option_to_those_chosen() -> None:
    asked = together(
        decision(
            criterion("crew", 1.0, when("crew.sailors >= 0", raft=2000), when("trip.insured", boat=2000)),
            options="raft boat",
        )
    )
    subject = subject_of(asked, {"crew.sailors": 3})
    (worth,) = worth_knowing(subject, ranking_of(subject), 0)
    assert (worth.fact, worth.chosen) == ("trip.insured", {"raft": 1.0, "boat": 1.0})
    assert worth.change == pytest.approx(0.5, abs=0.05)
