"""Where a decision is said to stand between two states, it stands in every state between them."""

from dataclasses import replace
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.engine.compile import Answers
from salesdesign.engine.probing.course import Step, Taken
from salesdesign.engine.probing.steady import stands
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose
from tests.engine.examples import decision

OPTIONS = ("raft", "boat", "ship")
ALL = 0b111
SILENT = Answers((), (), (), (), None)
FEW = st.integers(-6, 6)
"""Nets in thousandths: so few that most are near to where something else comes out."""

nets = st.tuples(FEW, FEW, FEW)


class Way(NamedTuple):
    """Nets at the start, on the way, and at the end."""

    before: tuple[int, ...]
    between: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def travelled(self) -> list[int]:
        """How far the net of each option goes."""
        places = zip(self.before, self.between, self.after, strict=True)
        return [abs(between - before) + abs(after - between) for before, between, after in places]


def answers_no_rule(facts: object) -> Answers:
    raise AssertionError(facts)


def step_of(choose: Choose, thousandths: int) -> Step:
    """A decision with a threshold or an inertia of so many thousandths."""
    amount = thousandths / 1000
    asked = replace(decision(), choose=choose, current="vessel", threshold=amount, inertia=abs(amount))
    places: dict[Value, int] = {option: place for place, option in enumerate(OPTIONS)}
    return Step(decision=asked, judge=answers_no_rule, parts=(), places=places, closing=())


def taken(step: Step, found: tuple[int, ...], today: str | None) -> Taken:
    """The decision with these nets, every option open and supported."""
    facts = {"vessel": today}
    chosen = step.chosen((found, 0, ALL, len(OPTIONS)), facts)
    return Taken(found, (0, 1, 2), ALL, step.current(0, facts), chosen, SILENT)


ways = st.builds(Way, nets, nets, nets)
todays = st.sampled_from([None, *OPTIONS])


@settings(max_examples=2_000)
@given(ways, todays, FEW)
def test_one_choice_that_stands_is_the_same_everywhere_on_the_way(way: Way, today: str | None, inertia: int) -> None:
    step = step_of(Choose.ONE, inertia)
    before, between, after = (taken(step, found, today) for found in way)
    if stands(step, before, after, way.travelled):
        assert between.chosen[0] == before.chosen[0]


@settings(max_examples=2_000)
@given(ways, FEW)
def test_several_choices_that_stand_are_the_same_everywhere_on_the_way(way: Way, threshold: int) -> None:
    step = step_of(Choose.SEVERAL, threshold)
    before, between, after = (taken(step, found, None) for found in way)
    if before.chosen == after.chosen and stands(step, before, after, way.travelled):
        assert between.chosen == before.chosen


@given(nets, todays, FEW)
def test_what_does_not_move_stands(found: tuple[int, ...], today: str | None, inertia: int) -> None:
    step = step_of(Choose.ONE, inertia)
    still = taken(step, found, today)
    assert stands(step, still, still, [0, 0, 0])


def test_a_lead_that_is_larger_than_what_moves_stands_and_a_smaller_one_does_not() -> None:
    step = step_of(Choose.ONE, 0)
    ahead = taken(step, (10, 0, 0), None)
    assert stands(step, ahead, ahead, [10, 9, 0])
    assert not stands(step, ahead, ahead, [20, 20, 0])
