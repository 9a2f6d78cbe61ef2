"""Whether a decision can come out otherwise between two states of a company, judged by how far its nets can swing."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import ceil, floor
from typing import TypeAlias

from salesdesign.engine.points import points_at
from salesdesign.engine.probing.course import Step, Taken
from salesdesign.engine.probing.parts import Part
from salesdesign.model.pack import POINT, Choose

Pair: TypeAlias = tuple[int, int | None]
"""Two options whose difference matters, or one whose net does."""


def steady(step: Step, one: Taken, other: Taken) -> bool:
    """Whether the same comes out everywhere between two states, where every question keeps its answer between them.

    Every number that a line is drawn over has to only rise or only fall on the way.
    """
    return stands(step, one, other, swings(step, one, other))


def stands(step: Step, one: Taken, other: Taken, swung: Sequence[int]) -> bool:
    """Whether the same comes out while the net of each option travels as far as `swung` says, in thousandths."""
    if one.chosen[:1] != other.chosen[:1] or one.supported != other.supported:
        return False
    if not any(swung):
        return True
    before, after = _slack(step, one), _slack(step, other)
    return before.keys() == after.keys() and all(
        slack + after[pair] + 2 > swung[pair[0]] + (0 if pair[1] is None else swung[pair[1]])
        for pair, slack in before.items()
    )


def swings(step: Step, one: Taken, other: Taken) -> list[int]:
    """For each option, how far its net travels at most between two states, in thousandths."""
    swung = [0] * len(one.nets)
    for part in step.parts:
        for place, swing in _of_part(part, one, other).items():
            swung[place] += swing
    return swung


def _of_part(part: Part, one: Taken, other: Taken) -> Mapping[int, int]:
    moved: dict[int, int] = {}
    answers = zip(one.answers.rules[part.rules], other.answers.rules[part.rules], part.points, strict=True)
    for before, after, speaking in answers:
        if before != after:
            for place, points in speaking:
                swing = abs(points_at(points, before) - points_at(points, after))
                moved[place] = moved.get(place, 0) + swing
    rounding = 0 if float(part.weight).is_integer() else 2
    return {place: ceil(part.weight * swing) + rounding for place, swing in moved.items() if swing}


def _slack(step: Step, taken: Taken) -> Mapping[Pair, int]:
    """By how many thousandths each difference may shrink before something else comes out."""
    if step.decision.choose is Choose.SEVERAL:
        return _slack_of_several(step, taken)
    if not taken.chosen:
        return {}
    chosen, inertia = taken.chosen[0], step.decision.inertia * POINT
    leads = {rival: taken.nets[chosen] - taken.nets[rival] for rival in taken.places if rival != chosen}
    if chosen == taken.current:
        return {(chosen, rival): floor(lead + inertia) for rival, lead in leads.items()}
    slack: dict[Pair, int] = {(chosen, rival): lead - (rival < chosen) for rival, lead in leads.items()}
    if taken.current is not None:
        slack[chosen, taken.current] = ceil(leads[taken.current] - inertia) - 1
    return slack


def _slack_of_several(step: Step, taken: Taken) -> Mapping[Pair, int]:
    threshold = step.decision.threshold * POINT
    counting = [place for place in taken.places if taken.supported >> place & 1]
    over = {place: taken.nets[place] - threshold for place in counting}
    slack: dict[Pair, int] = {
        (place, None): floor(lead) if lead >= 0 else ceil(-lead) - 1 for place, lead in over.items()
    }
    for one, other in combinations(counting, 2):
        slack[one, other] = abs(taken.nets[one] - taken.nets[other]) - 1
    return slack
