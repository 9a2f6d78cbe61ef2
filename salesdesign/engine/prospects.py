"""What each rule can come to, worked out once for a pack: most findings about a company are one of these."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.engine.missing import always_missing
from salesdesign.engine.points import range_of
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Expression, FactOf
from salesdesign.model.pack import Decision, Rule
from salesdesign.model.ranking import Finding, Outcome
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospects:
    """The findings that a rule can lead to, with the facts that are missing where no company makes a difference."""

    rule: Rule
    silent: Finding
    """Not met, or its exception holds."""
    met: Finding
    """Met, and no exception is open. Without points for a rule over a fact: they hang on its value."""
    doubted: Finding
    """Met, while the exception is unknown. Without points for a rule over a fact."""
    unknown: Finding


def prospects_of(decision: Decision, catalogue: Catalogue) -> tuple[Prospects, ...]:
    """The prospects of every rule of a decision, in the order of the pack."""
    return tuple(_prospects(rule, catalogue) for criterion in decision.criteria for rule in criterion.rules)


def question_of(rule: Rule) -> Expression:
    """What a rule asks of the facts: its condition, or the value of its fact."""
    return rule.when if rule.when is not None else FactOf(rule.over or "")


def met_with(rule: Rule, points: Mapping[str, int]) -> Finding:
    """The finding that a rule is met and gives these points for good."""
    return Finding(rule=rule, outcome=Outcome.MET, points=points, low=points, high=points)


def doubted(met: Finding) -> Finding:
    """The same finding while it is unknown whether the exception takes its points away."""
    return replace(
        met,
        low={option: min(0, points) for option, points in met.points.items()},
        high={option: max(0, points) for option, points in met.points.items()},
    )


def _prospects(rule: Rule, catalogue: Catalogue) -> Prospects:
    none = dict.fromkeys(rule.points, 0)
    ranges = {option: range_of(points) for option, points in rule.points.items()}
    met = met_with(rule, {option: points for option, points in rule.points.items() if isinstance(points, int)})
    exception = always_missing(rule.unless, catalogue) if rule.unless is not None else ()
    return Prospects(
        rule=rule,
        silent=Finding(rule=rule, outcome=Outcome.NOT_MET, points=none, low=none, high=none),
        met=met,
        doubted=replace(doubted(met), missing=exception),
        unknown=Finding(
            rule=rule,
            outcome=Outcome.UNKNOWN,
            points=none,
            low={option: least for option, (least, _) in ranges.items()},
            high={option: most for option, (_, most) in ranges.items()},
            missing=always_missing(question_of(rule), catalogue),
        ),
    )
