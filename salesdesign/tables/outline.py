"""A whole pack as columns: every decision in its order, and the results that a table shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from salesdesign.model.expression import Operator
from salesdesign.model.pack import Choose, Decision, Pack
from salesdesign.tables.checks import wrong
from salesdesign.tables.choice import choose_one, choose_several
from salesdesign.tables.columns import Column, Constant, Kind, Picked, Rounded, Unknown
from salesdesign.tables.derive import in_dollars, stated, with_derived
from salesdesign.tables.folding import calculated, case, every, known
from salesdesign.tables.lower import lowered
from salesdesign.tables.nets import in_points, nets, score
from salesdesign.tables.program import Steps
from salesdesign.tables.rules import Judged, judged
from salesdesign.tables.standing import Leaders, Standing, closes, leaders, rank, standings


class Detail(StrEnum):
    """How much a table of results shows."""

    DECISIONS = "decisions"
    """What is chosen, the best fit, the runner-up, the margin, the verdict."""
    OPTIONS = "options"
    """Also how every option stands."""
    RULES = "rules"
    """Also what every rule and every gate answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The columns of a pack for a table that has certain facts."""

    steps: Steps
    results: Mapping[str, Column]
    """In the order in which they are shown."""
    facts: Mapping[str, Column]
    """As the rules see them, all that follows and all that was decided among them."""
    wrong: Column
    """Whether a row holds anything that it may not; never null."""


def outlined(pack: Pack, given: Collection[str], weights: Mapping[str, float], detail: Detail) -> Outline:
    """A pack as columns; `given` are the facts that the table has, `weights` replace those of criteria, by id."""
    steps = Steps(given)
    facts = in_dollars(pack.catalogue, stated(pack.catalogue, given), steps)
    seen = with_derived(pack.catalogue, facts, steps)
    broken = wrong(pack.catalogue, given, seen)
    results: dict[str, Column] = {}
    for decision in pack.decisions:
        shown, facts[f"decided.{decision.id}"] = _decided(decision, seen, weights, steps)
        results |= {name: column for (least, name), column in shown.items() if _shows(detail, least)}
        seen = with_derived(pack.catalogue, facts, steps)
    return Outline(steps=steps, results={**results, **_amounts(pack, seen)}, facts=seen, wrong=broken)


_Shown = dict[tuple[Detail, str], Column]
"""Results by the least detail at which they are shown, and their name."""


def _shows(detail: Detail, least: Detail) -> bool:
    order = list(Detail)
    return order.index(detail) >= order.index(least)


def _decided(
    decision: Decision, facts: Mapping[str, Column], weights: Mapping[str, float], steps: Steps
) -> tuple[_Shown, Column]:
    """The results of one decision, and the decision as a fact for those after it."""
    asked = (rule for criterion in decision.criteria for rule in criterion.rules)
    rules = [judged(rule, f"{decision.id}_{place}", facts, steps) for place, rule in enumerate(asked, start=1)]
    gates = [steps.add(f"{decision.id}_gate", closes(gate, facts)) for gate in decision.gates]
    among = standings(decision, nets(decision, rules, weights, steps), gates, steps)
    first_two = leaders(decision.id, among, steps)
    taken, flags, fact = _taken(decision, among, first_two, facts, steps)
    shown: _Shown = {
        **{(Detail.DECISIONS, f"{decision.id}.{name}"): column for name, column in taken.items()},
        **{(Detail.OPTIONS, name): column for name, column in _options(decision, among, flags).items()},
        **{(Detail.RULES, name): column for name, column in _answers(decision, rules, gates).items()},
    }
    return shown, fact


def _taken(
    decision: Decision, among: tuple[Standing, ...], first_two: Leaders, facts: Mapping[str, Column], steps: Steps
) -> tuple[dict[str, Column], Mapping[str, Column], Column]:
    """What is shown of a choice, whether each of several options is chosen, and the choice as a fact."""
    beside = {
        "best_fit": first_two.best_fit,
        "runner_up": first_two.runner_up,
        "margin": in_points(first_two.margin),
    }
    if decision.choose is Choose.SEVERAL:
        several = choose_several(decision, among, facts, steps)
        return {"chosen": several.chosen, **beside}, several.flags, Picked(tuple(several.flags.items()))
    one = choose_one(decision, among, first_two, facts, steps)
    today = {"current": one.current, "lead": in_points(one.lead), "verdict": one.verdict} if decision.current else {}
    return {"chosen": one.chosen, **beside, **today}, {}, one.chosen


def _options(decision: Decision, among: tuple[Standing, ...], flags: Mapping[str, Column]) -> Mapping[str, Column]:
    shown: dict[str, Column] = {}
    for item in among:
        one = {
            "net": in_points(item.net.net),
            "score": score(item.net.net, decision.scale),
            "low": score(item.net.low, decision.scale),
            "high": score(item.net.high, decision.scale),
            "rank": rank(item, among),
            "closed": item.closed,
            **({"chosen": flags[item.net.option]} if flags else {}),
        }
        shown |= {f"{decision.id}.{item.net.option}.{name}": column for name, column in one.items()}
    return shown


def _answers(decision: Decision, rules: list[Judged], gates: list[Column]) -> Mapping[str, Column]:
    named = [rule.id for criterion in decision.criteria for rule in criterion.rules]
    outcomes = {f"{decision.id}.rule.{name}": rule.outcome for name, rule in zip(named, rules, strict=True)}
    closing = {f"{decision.id}.gate.{gate.id}": column for gate, column in zip(decision.gates, gates, strict=True)}
    return {**outcomes, **closing}


def _amounts(pack: Pack, facts: Mapping[str, Column]) -> Mapping[str, Column]:
    """How many people an option calls for, where the pack says so."""
    shown: dict[str, Column] = {}
    for decision in pack.decisions:
        for option in decision.options:
            people = [(lowered(amount.when, facts), lowered(amount.people, facts)) for amount in option.amounts]
            branches = [(every((when, known(count))), _tenths(count)) for when, count in people]
            if branches:
                shown[f"{decision.id}.{option.id}.people"] = case(branches, Unknown(Kind.NUMBER))
    return shown


def _tenths(number: Column) -> Column:
    ten = Constant(10.0)
    return calculated(Operator.DIVIDE, Rounded(calculated(Operator.MULTIPLY, number, ten)), ten)
