"""The source of one decision as figures: how its options stand, what closes them, how many may be chosen."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from typing import TypeAlias

from salesdesign.conditions.python import Locals, source_of
from salesdesign.engine.rows.rules import indented, rule_source
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


def criterion_source(criterion: Criterion, weight: float, places: Mapping[str, int], rule_of: RuleSource) -> list[str]:
    """The statements that add what a criterion gives to the nets; `places` are those of the options, by id."""
    named = {option for rule in criterion.rules for option in rule.points}
    reached = {option: reach(criterion, option) for option in places if option in named}
    held = [option for option in reached if needs_holding(reached[option], weight)]
    tallies = {
        option: apart(places[option], weight) if option in held else direct(places[option], weight)
        for option in reached
    }
    rules = [
        rule_of(rule, {option: tallies[option] for option in rule.points if option in tallies})
        for rule in criterion.rules
    ]
    return [
        *started(tallies[option] for option in held),
        *chain.from_iterable(rules),
        *(line for option in held for line in closed(places[option], weight, reached[option])),
    ]


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
