"""A pack as functions of facts that return nets alone, with or without what each rule answered."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, count
from typing import Any, TypeAlias, cast

from salesdesign.conditions.branches import branches, indented, surely
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import BUILTINS
from salesdesign.engine.rows.counts import Count, constants_of, count_of
from salesdesign.engine.rows.rules import certain_source, over_source
from salesdesign.engine.rows.tally import Tally, certain, closed_for_sure, measured
from salesdesign.engine.rows.weigh import RuleSource, criterion_source, tallies_of
from salesdesign.model.pack import Criterion, Decision, Facts, Pack, Rule

Nets: TypeAlias = Callable[[Facts], tuple[int, ...]]
"""The net of every option of a decision in whole thousandths, in their order; the facts are derived already."""

Traced: TypeAlias = Callable[[Facts], tuple[tuple[int, ...], int, int]]
"""The same, and as bits, in the order of the pack, which rules are met, and of which that is unknown.

A rule over a fact is met where the fact is known. A rule whose exception is known to hold is not met.
"""


def compile_nets(pack: Pack, weights: Mapping[str, float] | None = None) -> Mapping[str, Nets]:
    """Nets by decision; `weights` replace those of criteria, by id."""
    return {decision.id: _compiled(_nets(decision, weights or {})) for decision in pack.decisions}


def compile_traced(pack: Pack, weights: Mapping[str, float] | None = None) -> Mapping[str, Traced]:
    """Nets and answers by decision; `weights` replace those of criteria, by id."""
    return {decision.id: _compiled(_traced(decision, weights or {})) for decision in pack.decisions}


def _compiled(source: str) -> Callable[[Facts], Any]:  # Any: which of the two it is, the source says
    namespace: dict[str, Any] = {"__builtins__": {}, "round": round, **BUILTINS}
    exec(compile(source, "<nets>", "exec"), namespace)  # noqa: S102 - our own source
    weigh: Callable[[Facts], Any] = namespace["weigh"]
    return weigh


def _nets(decision: Decision, weights: Mapping[str, float]) -> str:
    names = Locals()
    body = _body(decision, weights, lambda rule, tallies: certain_source(rule, tallies, names))
    return _function(names, [], body, "")


def _traced(decision: Decision, weights: Mapping[str, float]) -> str:
    names, places = Locals(), count()
    body = _body(decision, weights, lambda rule, tallies: _answered(rule, tallies, names, 1 << next(places)))
    return _function(names, ["met = unknown = 0"], body, ", met, unknown")


def _answered(rule: Rule, tallies: Mapping[str, Tally], names: Locals, bit: int) -> list[str]:
    """The statements that give the points of a rule and note what it answered."""
    met, unknown = [f"met += {bit}"], [f"unknown += {bit}"]
    if rule.when is not None:
        points = cast("Mapping[str, int]", rule.points)  # cast: a rule with `when` has whole points only
        lines = branches(rule.when, names, [*met, *certain(points, tallies)], unknown)
    else:
        value = names.fact(rule.over or "")
        given = over_source(rule, value, tallies, certain, measured)
        lines = [f"if {value} is None:", *indented(unknown), "else:", *indented([*met, *given])]
    return lines if rule.unless is None else [f"if not {surely(rule.unless, names)}:", *indented(lines)]


def _body(decision: Decision, weights: Mapping[str, float], rule_of: RuleSource) -> tuple[list[str], str]:
    """The statements that weigh the options, and the source of their nets."""
    places = {option.id: place for place, option in enumerate(decision.options)}
    counts = _counts(decision, weights, places)
    criteria = [
        criterion_source(
            criterion,
            _weight(criterion, weights),
            places,
            lambda rule, tallies: rule_of(rule, {option: counts[option].tally(own) for option, own in tallies.items()}),
            closed_for_sure,
        )
        for criterion in decision.criteria
    ]
    begun = chain.from_iterable(each.started() for each in counts.values())
    nets = "".join(f"{each.net()}, " for each in counts.values())
    return [*begun, *chain.from_iterable(criteria)], nets


def _counts(decision: Decision, weights: Mapping[str, float], places: Mapping[str, int]) -> Mapping[str, Count]:
    """By option, how the constants that go straight into its net are counted."""
    given: dict[str, list[int]] = {option: [] for option in places}
    for criterion in decision.criteria:
        for option, tally in tallies_of(criterion, _weight(criterion, weights), places).items():
            speaking = [rule.points[option] for rule in criterion.rules if option in rule.points and tally.is_direct]
            given[option] += [tally.weight * amount for points in speaking for amount in constants_of(points)]
    return {option: count_of(place, given[option]) for option, place in places.items()}


def _weight(criterion: Criterion, weights: Mapping[str, float]) -> float:
    return weights.get(criterion.id, criterion.weight)


def _function(names: Locals, begin: Sequence[str], body: tuple[list[str], str], trace: str) -> str:
    lines, nets = body
    whole = ["get = facts.get", *names.loads(), *begin, *lines, f"return ({nets}){trace}"]
    return "\n".join(["def weigh(facts):", *indented(whole)]) + "\n"
