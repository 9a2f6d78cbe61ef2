"""What each rule can come to, worked out once for a pack: most findings about a company are one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesdesign.engine.missing import always_missing
from salesdesign.engine.points import range_of
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Expression, FactOf
from salesdesign.model.pack import Decision, Pack, Rule
from salesdesign.model.ranking import Finding, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospects:
    """The findings that a rule can lead to. For a rule over a fact, those with points wait for the fact.

    They name the missing facts where these are the same for every company.
    """

    rule: Rule
    silent: Finding
    """Not met, or its exception holds."""
    met: Finding
    """Met, and no exception is open."""
    doubted: Finding
    """Met, while the exception is unknown."""
    unknown: Finding
    """Its band always holds zero, which is what counts meanwhile."""


def prospects_of(decision: Decision, pack: Pack) -> tuple[Prospects, ...]:
    """The prospects of every rule of a decision, in the order of the pack."""
    choices = _choices(pack)
    rules = (rule for criterion in decision.criteria for rule in criterion.rules)
    return tuple(_prospects(rule, choices.get(rule.over or "", ()), pack.catalogue) for rule in rules)


def question_of(rule: Rule) -> Expression:
    """What a rule asks of the facts: its condition, or the value of its fact."""
    return rule.when if rule.when is not None else FactOf(rule.over or "")


def with_nothing(finding: Finding) -> Finding:
    """The same finding, its band stretched to the case that the rule gives nothing."""
    return replace(
        finding,
        low={option: min(0, low) for option, low in finding.low.items()},
        high={option: max(0, high) for option, high in finding.high.items()},
    )


def _prospects(rule: Rule, choices: tuple[str, ...], catalogue: Catalogue) -> Prospects:
    none = dict.fromkeys(rule.points, 0)
    ranges = {option: range_of(points, choices) for option, points in rule.points.items()}
    low = {option: least for option, (least, _) in ranges.items()}
    high = {option: most for option, (_, most) in ranges.items()}
    met = Finding(rule=rule, outcome=Outcome.MET, points=low, low=low, high=high)
    unknown = Finding(
        rule=rule,
        outcome=Outcome.UNKNOWN,
        points=none,
        low=low,
        high=high,
        missing=always_missing(question_of(rule), catalogue),
    )
    return Prospects(
        rule=rule,
        silent=Finding(rule=rule, outcome=Outcome.NOT_MET, points=none, low=none, high=none),
        met=met,
        doubted=with_nothing(replace(met, missing=always_missing(rule.unless, catalogue) if rule.unless else ())),
        unknown=with_nothing(unknown),
    )


def _choices(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The values that a fact can take, by fact: of the catalogue, and of decisions taken before."""
    catalogue = pack.catalogue
    return {
        **{f"decided.{decision.id}": tuple(option.id for option in decision.options) for decision in pack.decisions},
        **{name: tuple(band.id for band in derived.bands) for name, derived in catalogue.derived.items()},
        **{name: tuple(choice.id for choice in fact.choices) for name, fact in catalogue.facts.items()},
    }
