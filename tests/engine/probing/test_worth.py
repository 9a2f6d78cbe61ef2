"""What is worth knowing next: the facts that would change the choice, the likeliest first."""

from hypothesis import given, settings

from salesdesign.engine.decide import decide
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.worth import worth_knowing
from salesdesign.model.expression import Value
from salesdesign.model.pack import Pack
from salesdesign.model.probing import WorthKnowing
from tests.engine.examples import criterion, decision, when
from tests.engine.probing.examples import possible, probed_packs, subject_of
from tests.strategies import all_facts, stated_facts

Facts = dict[str, Value]


def worth(subject: Subject) -> tuple[WorthKnowing, ...]:
    ranking = decide(subject.machine, subject.decision, subject.machine.derive(subject.stated), subject.weights)
    return worth_knowing(subject, ranking, 0)


def test_what_would_change_the_choice_comes_before_what_would_not() -> None:
    asked = decision(
        criterion("crew", 3.0, when("trip.insured", raft=2000)),
        criterion("cargo", 1.0, when("crew.skill >= 4", boat=1000)),
        criterion("water", 3.0, when("water.kind == sea", ship=3000)),
    )
    found = worth(subject_of(asked, {"trip.insured": True}))
    assert [one.fact for one in found] == ["water.kind", "crew.skill"]
    assert (0.2 < found[0].change < 0.45, found[0].chosen, found[1]) == (
        True,
        {"ship": 1.0},
        WorthKnowing(fact="crew.skill", change=0.0, chosen={}),
    )


def test_of_facts_that_change_nothing_alone_those_come_first_that_change_something_together() -> None:
    asked = decision(
        criterion(
            "crew", 1.0, when("crew.sailors >= 0", raft=1500), when("crew.skill >= 3 and trip.insured", boat=3000)
        ),
        criterion("cargo", 3.0, when("cargo.value >= 3", raft=100)),
        options="raft boat",
    )
    found = worth(subject_of(asked, {"crew.sailors": 2}))
    assert {one.fact for one in found[:2]} == {"crew.skill", "trip.insured"}


@settings(max_examples=25)
@given(probed_packs(), stated_facts().filter(possible))
def test_shares_are_shares_and_every_fact_is_there_once(pack: Pack, facts: Facts) -> None:
    found = worth(subject_of(pack, facts))
    assert len({one.fact for one in found}) == len(found)
    assert all(0 <= one.change <= 1 and sum(one.chosen.values()) <= 1.000001 for one in found)
    assert facts.keys().isdisjoint(one.fact for one in found)


@settings(max_examples=25)
@given(probed_packs(), all_facts().filter(possible))
def test_where_everything_is_told_nothing_is_worth_knowing(pack: Pack, facts: Facts) -> None:
    assert worth(subject_of(pack, {**facts, "cargo.rest": 0.5})) == ()
