"""How much surer a choice would be if one more fact were known, told from draws of all unknown facts at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from salesdesign.engine.probing.course import Course
from salesdesign.engine.probing.shares import NOTHING
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts

Chosen: TypeAlias = int
"""The place of the option that is chosen, NOTHING for none."""

GAINED = 256
"""From so many draws questions are ranked, in a report as at a prompt, so that both ask in one order."""

GROUPS = 5
"""Into so many groups of equal size are the values of a number put."""


class Drawn(NamedTuple):
    """How the unknown facts turned out in each draw, and what was chosen."""

    turns: Sequence[Mapping[str, Value]]
    chosen: Sequence[Chosen]


Choosing: TypeAlias = Callable[[Mapping[str, Value]], Chosen]
"""What is chosen once some unknown facts are these."""


def gains(choosing: Choosing, drawn: Drawn) -> Mapping[str, float]:
    """By drawn fact, how much knowing it is worth, the most first.

    Two things count. How much narrower the answer makes what is chosen over all draws: the fall of Gini's impurity, by
    which decision trees pick their questions (Breiman and others 1984). And in how many more draws the choice that is
    made from what is known then comes out: an answer can open a gate.
    """
    names = dict.fromkeys(name for turn in drawn.turns for name in turn)
    found = {name: _gain(name, choosing, drawn) for name in names}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _gain(name: str, choosing: Choosing, drawn: Drawn) -> float:
    values = [turn.get(name) for turn in drawn.turns]
    listed = {item for value in values if isinstance(value, tuple) for item in value}
    if listed:
        return sum(_narrowed([item in _items(value) for value in values], drawn.chosen) for item in sorted(listed))
    groups = _groups(values)
    return _narrowed(groups, drawn.chosen) + max(0.0, _caught_up(name, choosing, drawn, groups))


def _items(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()


def _groups(values: Sequence[Value]) -> Sequence[Value]:
    """Each value's group: its own where there are few values, else the fifth of all values in which it lies."""
    if len(set(values)) <= GROUPS + 1:
        return values
    numbers = sorted(value for value in values if isinstance(value, (int, float)))
    if len(numbers) < len(values):
        return values
    limits = [numbers[len(numbers) * part // GROUPS] for part in range(1, GROUPS)]
    return [sum(value >= limit for limit in limits) for value in values if isinstance(value, (int, float))]


def _narrowed(groups: Sequence[Value], chosen: Sequence[Chosen]) -> float:
    """By how much impurity falls once it is known in which group a draw is; unbiased, so it can be below zero."""
    parts: dict[Value, Counter[Chosen]] = defaultdict(Counter)
    for group, choice in zip(groups, chosen, strict=True):
        parts[group][choice] += 1
    left = sum(part.total() * _impurity(part) for part in parts.values())
    return _impurity(Counter(chosen)) - left / len(chosen)


def _impurity(found: Counter[Chosen]) -> float:
    """The chance that two different draws choose differently."""
    total = found.total()
    if total < 2:
        return 0.0
    return (total * total - sum(times * times for times in found.values())) / (total * (total - 1))


def _caught_up(name: str, choosing: Choosing, drawn: Drawn, groups: Sequence[Value]) -> float:
    """In how much larger a share of draws the choice comes out that is made from what is known and this fact."""
    members: dict[Value, list[int]] = defaultdict(list)
    for draw, group in enumerate(groups):
        members[group].append(draw)
    agreeing = 0
    for draws in members.values():
        choice = choosing({name: _middle([drawn.turns[draw].get(name) for draw in draws])})
        agreeing += sum(drawn.chosen[draw] == choice for draw in draws)
    today = choosing({})
    return (agreeing - sum(choice == today for choice in drawn.chosen)) / len(drawn.chosen)


def _middle(values: Sequence[Value]) -> Value:
    """The middle one of some numbers; of other values the first, for all in a group are the same."""
    numbers = sorted(value for value in values if isinstance(value, (int, float)))
    return numbers[len(numbers) // 2] if len(numbers) == len(values) else values[0]


def choice_of(course: Course, stated: Facts) -> Chosen:
    """What is chosen for these facts; of equal options, the one that is chosen first."""
    chosen = course.last(stated).chosen
    return chosen[0] if chosen else NOTHING
