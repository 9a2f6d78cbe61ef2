"""The source of one decision as figures: how its options stand, what closes them, how many may be chosen."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from typing import TypeAlias

from salesdesign.conditions.branches import indented
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import source_of
from salesdesign.engine.rows.rules import rule_source
from salesdesign.engine.rows.tally import Tally, apart, closed, direct, needs_holding, reach, started
from salesdesign.model.pack import Criterion, Decision, Gate, GateKind, Limit, Rule


def weigh_source(name: str, decision: Decision, weights: Mapping[str, float]) -> str:
    """The source of a function of facts that returns a `Weighed`; `weights` replace those of criteria, by id."""
    names = Locals()
    ids = [option.id for option in decision.options]
    places = {option: place for place, option in enumerate(ids)}
    nets = [direct(place, 1) for place in places.values()]
    criteria = [
        criterion_source(
            criterion, weights.get(criterion.id, criterion.weight), places, partial(rule_source, names=names)
        )
        for criterion in decision.criteria
    ]
    body = [
        *started(nets),
        "s = g = 0",
        *chain.from_iterable(criteria),
        *(gate_source(gate, places, names) for gate in decision.gates),
        f"m = {len(decision.options)}",
        *(limit_source(limit, names) for limit in decision.limits),
        f"settled = {source_of(decision.settled, names)}" if decision.settled else "settled = True",
        f"return Weighed({', '.join(_tuple(form, nets) for form in _NETS)}, g, s, m, settled)",
    ]
    return "\n".join([f"def {name}(facts):", *indented(["get = facts.get", *names.loads(), *body])]) + "\n"


RuleSource: TypeAlias = Callable[[Rule, Mapping[str, Tally]], list[str]]
"""The statements of a rule, given the tallies of the options that it speaks about."""

Closing: TypeAlias = Callable[[int, float, tuple[int, int]], list[str]]
"""The statements that add points that gathered apart to the net, given the place of the option, weight and reach."""


def criterion_source(
    criterion: Criterion, weight: float, places: Mapping[str, int], rule_of: RuleSource, close: Closing = closed
) -> list[str]:
    """The statements that add what a criterion gives to the nets; `places` are those of the options, by id."""
    tallies = tallies_of(criterion, weight, places)
    held = [option for option, tally in tallies.items() if not tally.is_direct]
    rules = [
        rule_of(rule, {option: tallies[option] for option in rule.points if option in tallies})
        for rule in criterion.rules
    ]
    return [
        *started(tallies[option] for option in held),
        *chain.from_iterable(rules),
        *(line for option in held for line in close(places[option], weight, reach(criterion, option))),
    ]


def tallies_of(criterion: Criterion, weight: float, places: Mapping[str, int]) -> Mapping[str, Tally]:
    """Where the points of a criterion gather for each option that it speaks about."""
    named = {option for rule in criterion.rules for option in rule.points}
    return {
        option: (apart if needs_holding(reach(criterion, option), weight) else direct)(place, weight)
        for option, place in places.items()
        if option in named
    }


def gate_source(gate: Gate, places: Mapping[str, int], names: Locals) -> str:
    """The statement that closes what a gate closes."""
    bits = sum(1 << places[option] for option in gate.options if option in places)
    how = "is" if gate.kind is GateKind.EXCLUDES else "is not"
    return f"if {source_of(gate.when, names)} {how} True: g |= {bits}"


def limit_source(limit: Limit, names: Locals) -> str:
    """The statement that lets no more be chosen than a limit that is known to hold."""
    return f"if {source_of(limit.when, names)} is True and m > {limit.at_most}: m = {limit.at_most}"


_NETS = ("n{0}", "n{0} + d{0}", "n{0} + u{0}")


def _tuple(form: str, nets: list[Tally]) -> str:
    return "(" + "".join(f"{form.format(place)}, " for place in range(len(nets))) + ")"
