"""What is shown first when there is more than a reader takes in: reasons, actions, practices."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from salesdesign.model.advice import CriterionTrace, OptionAdvice, Practice, RuleTrace
from salesdesign.reporting.view import View

FIRST = 3
"""So many actions are begun at once."""

PRACTICES, BESIDE_A_CHANGE = 6, 3
"""So many practices a reader can hold on to; fewer where an organisation changes at the same time."""

CHANGE = "transition"
"""The topic of the steps from today's option to the chosen one, which are told in their own order."""


DIAGNOSIS, STRUCTURE = "diagnosis", "structure_fit"
"""The decision that asks what hurts, and its answer that the structure does."""


def claims_of(rules: Iterable[RuleTrace]) -> tuple[str, ...]:
    """The claims that rules rest on: the first of each rule, then the second of each, and so on."""
    turns = zip_longest(*(rule.evidence for rule in rules))
    return tuple(dict.fromkeys(claim for turn in turns for claim in turn if claim is not None))


def met_rules(criterion: CriterionTrace) -> tuple[RuleTrace, ...]:
    """The rules of a criterion that spoke, the strongest first."""
    spoke = (rule for rule in criterion.rules if rule.outcome == "met" and rule.points)
    return tuple(sorted(spoke, key=lambda rule: -abs(rule.points)))


def reasons_for(option: OptionAdvice) -> tuple[RuleTrace, ...]:
    """The strongest reason for an option from each criterion that favours it, strongest criterion first."""
    in_favour = sorted((part for part in option.criteria if part.net > 0), key=lambda part: -part.net)
    return tuple(next(rule for rule in met_rules(part) if rule.points > 0) for part in in_favour)


def reasons_against(option: OptionAdvice) -> tuple[RuleTrace, ...]:
    """Every reason against an option, by weight."""
    weighed = [(part.weight * rule.points, rule) for part in option.criteria for rule in met_rules(part)]
    return tuple(rule for net, rule in sorted(weighed, key=lambda pair: pair[0]) if net < 0)


def cause_elsewhere(view: View) -> bool:
    """Whether something hurts that no structure cures, and the structure does not: it is then mended first."""
    decision = view.advice.decisions.get(DIAGNOSIS)
    return decision is not None and bool(decision.chosen) and STRUCTURE not in decision.chosen


def first_actions(view: View) -> tuple[Practice, ...]:
    """The few things to begin with: what the stage calls for and the most pressing practices, each on its own topic."""
    here = view.advice.roadmap[0].actions if view.advice.roadmap else ()
    steps = (*_standing(view), *here) if cause_elsewhere(view) else (*here, *_standing(view))
    candidates = [step for step in steps if step.owner and step.measure]
    return spread(_once(candidates), FIRST)


def further_practices(view: View) -> tuple[Practice, ...]:
    """The practices that matter after the first actions."""
    begun = {step.id for step in first_actions(view)}
    count = BESIDE_A_CHANGE if of_the_change(view) else PRACTICES
    return spread([practice for practice in _standing(view) if practice.id not in begun], count)


def of_the_change(view: View) -> tuple[Practice, ...]:
    """The steps from today's option to the chosen one, in their order."""
    return tuple(practice for practice in view.advice.practices if practice.topic == CHANGE)


def _standing(view: View) -> tuple[Practice, ...]:
    """The practices that hold whatever changes."""
    return tuple(practice for practice in view.advice.practices if practice.topic != CHANGE)


def spread(steps: Sequence[Practice], count: int) -> tuple[Practice, ...]:
    """At most `count` of them by priority; within a priority every topic has its turn before one has a second."""
    turn = {step.id: _turn(steps, index) for index, step in enumerate(steps)}
    return tuple(sorted(steps, key=lambda step: (step.priority, turn[step.id]))[:count])


def _turn(steps: Sequence[Practice], index: int) -> int:
    step = steps[index]
    return sum(1 for other in steps[:index] if other.topic == step.topic and other.priority == step.priority)


def _once(steps: Iterable[Practice]) -> list[Practice]:
    return list({step.id: step for step in steps}.values())
