"""What each criterion gives all options at once, remembered: the same answers come back in most draws."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from salesdesign.engine.points import points_at
from salesdesign.model.expression import Value
from salesdesign.model.pack import POINTS_LIMIT, Decision, Points, Rule
from salesdesign.records import dataclass

Speaking: TypeAlias = tuple[tuple[int, Points], ...]
"""The points of a rule, by the place of the option."""


class Said(NamedTuple):
    """What a criterion says of the options, in their order."""

    nets: tuple[int, ...]
    """Thousandths."""
    supported: int
    """A bit for each option that some rule speaks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A criterion of a decision, and where its rules stand among all of them."""

    criterion: str
    rules: slice
    points: tuple[Speaking, ...]
    """Of each rule."""
    weight: float
    options: int
    _known: dict[tuple[tuple[Value, ...], tuple[Value, ...]], Said] = field(default_factory=dict)

    def says(self, answers: tuple[Value, ...], exceptions: tuple[Value, ...]) -> Said:
        """What the criterion says, given all answers and exceptions of the decision's rules."""
        key = (answers[self.rules], exceptions[self.rules])  # exceptions tell a False from a 0
        said = self._known.get(key)
        if said is None:
            said = self._known[key] = self._worked_out(key[0])
        return said

    def weighing(self, weight: float) -> "Part":
        """The same criterion with another weight."""
        return replace(self, weight=weight, _known={})

    def _worked_out(self, answers: Sequence[Value]) -> Said:
        totals = [0] * self.options
        supported = 0
        for speaking, answer in zip(self.points, answers, strict=True):
            if answer is None or answer is False:
                continue
            for place, given in speaking:
                points = points_at(given, answer)
                totals[place] += points
                if points > 0 and self.weight > 0:
                    supported |= 1 << place
        held = (max(-POINTS_LIMIT, min(POINTS_LIMIT, total)) for total in totals)
        return Said(tuple(round(self.weight * points) for points in held), supported)


def parts_of(decision: Decision, weights: Mapping[str, float]) -> tuple[Part, ...]:
    """The criteria of a decision; `weights` replace those of criteria, by id."""
    places = {option.id: place for place, option in enumerate(decision.options)}
    ends = list(accumulate(len(criterion.rules) for criterion in decision.criteria))
    return tuple(
        Part(
            criterion=criterion.id,
            rules=slice(end - len(criterion.rules), end),
            points=tuple(_speaking(rule, places) for rule in criterion.rules),
            weight=weights.get(criterion.id, criterion.weight),
            options=len(places),
        )
        for criterion, end in zip(decision.criteria, ends, strict=True)
    )


def _speaking(rule: Rule, places: Mapping[str, int]) -> Speaking:
    return tuple((places[option], points) for option, points in rule.points.items() if option in places)
