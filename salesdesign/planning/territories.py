"""Territories: how uneven the potential per seller is, and shares that make it even."""

from salesdesign.model.company import Territory
from salesdesign.model.plan import TerritoryRow


def territory_rows(territories: tuple[Territory, ...], sellers: int) -> tuple[TerritoryRow, ...]:
    """Each territory with its potential per seller, today and evened out over the sellers of the plan.

    Whole sellers go where potential per seller is highest; what still differs is evened by handing accounts over.
    """
    known = [one for one in territories if one.potential is not None]
    people = [one.sellers if one.sellers is not None else 1.0 for one in known]
    potential = [one.potential or 0.0 for one in known]
    total = sum(potential)
    if not known or not sum(people) or not total:
        return ()
    mean = total / sum(people)
    after = _seats(potential, max(sellers, len(known)))
    even = total / sum(after)
    held = [_within(has, count * even) for has, count in zip(potential, after, strict=True)]
    held = _balanced(held, total, [count * even for count in after])
    return tuple(
        TerritoryRow(
            name=one.name,
            sellers=people[at],
            potential=potential[at],
            per_seller=round(potential[at] / people[at], 2) if people[at] else 0.0,
            evenness=round(potential[at] / people[at] / mean, 4) if people[at] else 0.0,
            potential_after=round(held[at], 2),
            evenness_after=round(held[at] / after[at] / even, 4),
            sellers_after=float(after[at]),
        )
        for at, one in enumerate(known)
    )


def _seats(potential: list[float], people: int) -> list[int]:
    """One seller each, every further one where potential per seller is highest."""
    seats = [1] * len(potential)
    for _ in range(people - len(potential)):
        best = max(range(len(potential)), key=lambda at: (potential[at] / seats[at], -at))
        seats[best] += 1
    return seats


def _within(potential: float, fair: float) -> float:
    """What a territory keeps: all of it between 0.8 and 1.2 of a fair share."""
    return min(max(potential, 0.8 * fair), 1.2 * fair)


def _balanced(held: list[float], total: float, fair: list[float]) -> list[float]:
    """The same total: what is too much or too little comes from those with room, in proportion to it."""
    over = sum(held) - total
    room = [(has - 0.8 * due) if over > 0 else (1.2 * due - has) for has, due in zip(held, fair, strict=True)]
    space = sum(room)
    if not space:
        return held
    share = abs(over) / space
    sign = -1 if over > 0 else 1
    return [has + sign * share * free for has, free in zip(held, room, strict=True)]
