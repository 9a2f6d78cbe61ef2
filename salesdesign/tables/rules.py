"""Rules as columns: the outcome of each, and the points that it gives each option, now and at its worst and best."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from salesdesign.engine.points import range_of
from salesdesign.model.expression import Comparison, Operator
from salesdesign.model.pack import Line, Points, Rule
from salesdesign.model.pack import Steps as StepPoints
from salesdesign.model.ranking import Outcome
from salesdesign.tables.columns import Column, Constant, Held, Kind, Rounded, Unknown
from salesdesign.tables.folding import (
    FALSE,
    TRUE,
    ZERO,
    calculated,
    case,
    compared,
    every,
    first,
    flagged,
    known,
    largest,
    opposite,
    smallest,
    some,
    summed,
    surely,
)
from salesdesign.tables.lower import NOWHERE, lowered
from salesdesign.tables.program import Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a rule gives one option, in thousandths of a point."""

    points: Column
    low: Column
    high: Column
    speaks_for: Column
    """Whether the points are above zero."""
    range: tuple[int, int]
    """Between these all of them lie, and so does zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A rule asked of every row."""

    outcome: Column
    options: Mapping[str, Spoken]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """How far a rule is decided: truths that are never null."""

    counts: Column
    """It gives its points now."""
    firm: Column
    """It gives them whatever else becomes known."""
    may: Column
    """It gives them now, or may once all is known."""


def judged(rule: Rule, name: str, facts: Mapping[str, Column], steps: Steps) -> Judged:
    """A rule as columns; `name` is that of its helping columns."""
    if rule.when is None:
        return _over(rule, name, facts, steps)
    stand = _stand(lowered(rule.when, facts), _exception(rule, name, facts, steps), name, steps)
    given = {option: _constant(points, stand) for option, points in rule.points.items()}
    return Judged(outcome=_outcome(stand.counts, stand.may), options=given)


def _exception(rule: Rule, name: str, facts: Mapping[str, Column], steps: Steps) -> Column:
    return steps.add(f"{name}_unless", lowered(rule.unless, facts)) if rule.unless else FALSE


def _stand(answer: Column, exception: Column, name: str, steps: Steps) -> _Stand:
    asked = steps.add(f"{name}_asks", answer)
    spared = opposite(surely(exception))
    counts = every((surely(asked), spared))
    if exception != FALSE:
        counts = steps.add(f"{name}_counts", counts)
    return _Stand(
        counts=counts,
        firm=steps.add(f"{name}_firm", every((surely(asked), surely(opposite(exception))))),
        may=steps.add(f"{name}_may", every((first((asked, TRUE)), spared))),
    )


def _outcome(met: Column, may: Column) -> Column:
    return case(
        [(met, Constant(str(Outcome.MET))), (may, Constant(str(Outcome.UNKNOWN)))], Constant(str(Outcome.NOT_MET))
    )


def _constant(points: Points, stand: _Stand) -> Spoken:
    """One number of points: at its worst a good one is not certain, and a bad one may come."""
    if not isinstance(points, int):
        raise TypeError("a rule with a condition gives one number of points")
    worst, best = (stand.firm, stand.may) if points > 0 else (stand.may, stand.firm)
    return Spoken(
        points=flagged(stand.counts, points),
        low=flagged(worst, points),
        high=flagged(best, points),
        speaks_for=stand.counts if points > 0 else FALSE,
        range=range_of(points),
    )


def _over(rule: Rule, name: str, facts: Mapping[str, Column], steps: Steps) -> Judged:
    exception = _exception(rule, name, facts, steps)
    spared = opposite(surely(exception))
    fact = facts.get(rule.over or "", NOWHERE)
    value = steps.add(f"{name}_value", case([(spared, fact)], Unknown(_kind_over(rule))))
    given = {option: steps.add(f"{name}_{option}", _at(points, value, steps)) for option, points in rule.points.items()}
    met = steps.add(f"{name}_met", some(compared(Comparison.UNEQUAL, points, ZERO) for points in given.values()))
    waits = steps.add(f"{name}_waits", every((opposite(known(fact)), spared)))
    doubted = FALSE if exception == FALSE else opposite(known(exception))
    options = {
        option: _valued(points, range_of(rule.points[option]), waits, doubted) for option, points in given.items()
    }
    return Judged(outcome=_outcome(met, waits), options=options)


def _kind_over(rule: Rule) -> Kind:
    words = any(isinstance(points, StepPoints) for points in rule.points.values())
    return Kind.TEXT if words else Kind.NUMBER


def _valued(points: Column, ends: tuple[int, int], waits: Column, doubted: Column) -> Spoken:
    """The points at a value: while it is not known, the band has both ends of the line."""
    low, high = ends
    return Spoken(
        points=points,
        low=summed((case([(doubted, smallest((points, ZERO)))], points), flagged(waits, low))),
        high=summed((case([(doubted, largest((points, ZERO)))], points), flagged(waits, high))),
        speaks_for=compared(Comparison.ABOVE, points, ZERO),
        range=ends,
    )


def _at(points: Points, value: Column, steps: Steps) -> Column:
    """The points at each row's value of a fact; none where the value is not known."""
    if isinstance(value, Unknown):
        return ZERO
    match points:
        case Line(places=places):
            return first((Rounded(_on_line(places, value, steps)), ZERO))
        case StepPoints(steps=given):
            return summed(flagged(_is(value, choice, steps), given[choice]) for choice in given if given[choice])
        case _:
            return flagged(known(value), points)


def _is(value: Column, choice: str, steps: Steps) -> Column:
    return steps.add(f"is_{choice}", compared(Comparison.EQUAL, value, Constant(choice)))


def _on_line(places: tuple[tuple[float, int], ...], value: Column, steps: Steps) -> Column:
    """The height of a line, level outside its ends: an end itself is as high as the level beyond it."""
    held = steps.add("held", Held(value, float(places[0][0]), float(places[-1][0])))
    pieces = [(end[0], _between(start, end, held)) for start, end in pairwise(places)]
    inner = [(compared(Comparison.BELOW, held, Constant(float(end))), height) for end, height in pieces[:-1]]
    return case(inner, pieces[-1][1])


def _between(start: tuple[float, int], end: tuple[float, int], value: Column) -> Column:
    """The height between two places, calculated in the order in which the engine does."""
    (before, low), (after, high) = start, end
    way = calculated(Operator.SUBTRACT, value, Constant(float(before)))
    rise = calculated(Operator.MULTIPLY, way, Constant(float(high - low)))
    part = calculated(Operator.DIVIDE, rise, Constant(float(after - before)))
    return calculated(Operator.ADD, part, Constant(float(low)))
