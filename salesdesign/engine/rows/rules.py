"""The source of one rule: its question, and what follows from each answer."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias, cast

from salesdesign.conditions.branches import branches, indented, surely
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import source_of
from salesdesign.engine.rows.tally import Tally, certain, in_doubt, measured, measured_in_doubt, open_to
from salesdesign.model.expression import FactOf
from salesdesign.model.pack import Line, Rule, Steps

_Given: TypeAlias = Callable[[Mapping[str, int], Mapping[str, Tally]], list[str]]
_Measured: TypeAlias = Callable[[str, Tally], list[str]]


def rule_source(rule: Rule, tallies: Mapping[str, Tally], names: Locals) -> list[str]:
    """The statements of a rule; `tallies` are those of the options that it names and that the decision has."""
    if not tallies:
        return []
    if rule.unless is None:
        return _asked(rule, tallies, names, certain, measured)
    exception = names.value()
    return [
        f"{exception} = {source_of(rule.unless, names)}",
        f"if {exception} is False:",
        *indented(_asked(rule, tallies, names, certain, measured)),
        f"elif {exception} is None:",
        *indented(_asked(rule, tallies, names, in_doubt, measured_in_doubt)),
    ]


def certain_source(rule: Rule, tallies: Mapping[str, Tally], names: Locals) -> list[str]:
    """The statements of a rule where only what is known counts: what it may yet come to is not asked."""
    if not tallies:
        return []
    spared = "" if rule.unless is None else f" and not {surely(rule.unless, names)}"
    if rule.when is not None:
        points = cast("Mapping[str, int]", rule.points)  # cast: a rule with `when` has whole points only
        return [f"if {surely(rule.when, names)}{spared}:", *indented(certain(points, tallies))]
    value = source_of(FactOf(rule.over or ""), names)
    return [f"if {value} is not None{spared}:", *indented(over_source(rule, value, tallies, certain, measured))]


def _asked(rule: Rule, tallies: Mapping[str, Tally], names: Locals, given: _Given, valued: _Measured) -> list[str]:
    if rule.when is not None:
        points = cast("Mapping[str, int]", rule.points)  # cast: a rule with `when` has whole points only
        return branches(rule.when, names, given(points, tallies), open_to(rule.points, tallies))
    value = source_of(FactOf(rule.over or ""), names)
    unknown = open_to(rule.points, tallies)
    return [f"if {value} is not None:", *indented(over_source(rule, value, tallies, given, valued)), *_else(unknown)]


def _else(lines: list[str]) -> list[str]:
    return ["else:", *indented(lines)] if lines else []


def over_source(rule: Rule, value: str, tallies: Mapping[str, Tally], given: _Given, valued: _Measured) -> list[str]:
    """What a known value gives: a constant for each choice, and a height on each line."""
    fixed: dict[str, int] = {}
    steps: dict[str, Mapping[str, int]] = {}
    lines: list[str] = []
    for option in tallies:
        match rule.points[option]:
            case Line() as line:
                lines += valued(_height(line, value), tallies[option])
            case Steps(steps=own):
                steps[option] = own
            case points:
                fixed[option] = points
    return [*_stepped(steps, value, lambda points: given(points, tallies)), *lines, *given(fixed, tallies)]


def _stepped(
    steps: Mapping[str, Mapping[str, int]], value: str, given: Callable[[Mapping[str, int]], list[str]]
) -> list[str]:
    choices = sorted({choice for own in steps.values() for choice in own})
    lines: list[str] = []
    for choice in choices:
        points = {option: own.get(choice, 0) for option, own in steps.items()}
        lines += [f"{'elif' if lines else 'if'} {value} == {choice!r}:", *indented(given(points))]
    return lines


def _height(line: Line, value: str) -> str:
    """The points at a value, level outside the ends of the line, rounded half-even."""
    places = line.places
    pieces = [f"{places[0][1]} if {value} < {places[0][0]!r}"]
    for (start, low), (end, high) in pairwise(places):
        rise = f"{high - low} * ({value} - {start!r}) / {end - start!r}"
        pieces.append(f"round({low} + {rise}) if {value} < {end!r}")
    return f"{' else '.join(pieces)} else {places[-1][1]}"
