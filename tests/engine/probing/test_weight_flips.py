"""How much more a criterion would have to count, held against a walk over every tenth."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.engine.probing.weight_flips import FINER, STEP, weight_flips
from salesdesign.model.expression import Value
from salesdesign.model.pack import HEAVIEST, Choose, Pack
from salesdesign.model.probing import WeightFlip
from tests.engine.examples import criterion, decision, when
from tests.engine.probing.examples import chosen, probed_packs, subject_of
from tests.strategies import stated_facts

Facts = dict[str, Value]


def weighing(pack: Pack, facts: Facts, criterion_id: str, weight: float) -> str | None:
    return chosen(subject_of(pack, facts, {criterion_id: weight}))


@settings(max_examples=40)
@given(probed_packs(), stated_facts(), st.data())
def test_the_smallest_change_is_that_of_a_walk_over_every_tenth(pack: Pack, facts: Facts, data: st.DataObject) -> None:
    flips = {flip.criterion: flip for flip in weight_flips(subject_of(pack, facts))}
    asked = data.draw(st.sampled_from(pack.decisions[0].criteria))
    today = chosen(subject_of(pack, facts))
    tenths = sorted(range(int(HEAVIEST / STEP) + 1), key=lambda tenth: abs(tenth * STEP - Fraction(asked.weight)))
    near = [tenth for tenth in tenths if abs(tenth * STEP - Fraction(asked.weight)) <= 4]
    first = next((tenth for tenth in near if weighing(pack, facts, asked.id, tenth / 10) != today), None)
    flip = flips.get(asked.id)
    if first is None:
        assert flip is None or abs(flip.to - asked.weight) > 4
    else:
        assert flip is not None
        assert abs(flip.to - asked.weight) <= abs(first / 10 - asked.weight) + 1e-9


@settings(max_examples=40)
@given(probed_packs(), stated_facts())
def test_a_flip_flips_and_half_of_it_does_not(pack: Pack, facts: Facts) -> None:
    today = chosen(subject_of(pack, facts))
    for flip in weight_flips(subject_of(pack, facts)):
        assert weighing(pack, facts, flip.criterion, flip.to) == flip.chosen != today
        tiny = float(STEP / 10**FINER) * (1 if flip.to > flip.from_ else -1)
        at_once = weighing(pack, facts, flip.criterion, flip.from_ + tiny) != today
        assert at_once or weighing(pack, facts, flip.criterion, (flip.from_ + flip.to) / 2) == today


def test_a_lead_of_two_points_is_made_up_by_a_weight_of_more_than_three() -> None:
    asked = decision(
        criterion("crew", 3.0, when("trip.insured", raft=1000)),
        criterion("cargo", 1.0, when("trip.insured", boat=1000)),
        options="raft boat",
    )
    assert weight_flips(subject_of(asked, {"trip.insured": True})) == (
        WeightFlip(criterion="cargo", from_=1.0, to=3.1, chosen="boat"),
        WeightFlip(criterion="crew", from_=3.0, to=0.9, chosen="boat"),
    )


def test_where_several_are_chosen_there_are_none() -> None:
    asked = replace(decision(criterion("crew", 1.0, when("trip.insured", raft=1000))), choose=Choose.SEVERAL)
    assert weight_flips(subject_of(asked, {"trip.insured": True})) == ()
