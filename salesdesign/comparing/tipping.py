"""What moved a choice: a gate, the criteria, or what today's organisation is said to be."""

from collections.abc import Iterable

from salesdesign.comparing.differences import RuleChange, Tip
from salesdesign.model.advice import DecisionAdvice, OptionAdvice
from salesdesign.reporting.phrasing import bare, lowered, sentence
from salesdesign.wording.numbers import list_of

MOST = 2
"""A reader wants the reason, not all of them."""


def what_tipped(
    before: DecisionAdvice, after: DecisionAdvice, rules: tuple[RuleChange, ...], facts: dict[str, tuple[str, ...]]
) -> tuple[Tip, ...]:
    """What moved the choice, the strongest first; `facts` are those that differ, by the gate that reads them."""
    if (before.chosen, before.verdict) == (after.chosen, after.verdict):
        return ()
    left, taken = _pair(before, after)
    gates = [*_opened(before, after, taken, facts), *_closed(before, after, left, facts)]
    return (*gates, *_today(before, after), *_swings(before, after, (left, taken), rules))


def _pair(before: DecisionAdvice, after: DecisionAdvice) -> tuple[str | None, str | None]:
    """The option that was left and the one that was taken; where only the verdict differs, today's and the best."""
    left = next((option for option in before.chosen if option not in after.chosen), None)
    taken = next((option for option in after.chosen if option not in before.chosen), None)
    if left is None and taken is None and after.current != after.best_fit:
        return after.current, after.best_fit
    return left, taken


def _opened(
    before: DecisionAdvice, after: DecisionAdvice, option: str | None, facts: dict[str, tuple[str, ...]]
) -> Iterable[Tip]:
    old, new = _standing(before, option), _standing(after, option)
    if old and new and old.excluded_by and not new.excluded_by:
        gates = tuple(gate.gate for gate in old.excluded_by)
        text = f"No longer ruled out (gate {list_of(gates)}): {lowered(new.name)}."
        yield Tip(what=text, swing=None, rules=gates, facts=_joined(gates, facts))


def _closed(
    before: DecisionAdvice, after: DecisionAdvice, option: str | None, facts: dict[str, tuple[str, ...]]
) -> Iterable[Tip]:
    old, new = _standing(before, option), _standing(after, option)
    if old and new and new.excluded_by and not old.excluded_by:
        gates = tuple(gate.gate for gate in new.excluded_by)
        because = sentence(new.excluded_by[0].because)
        text = f"Ruled out now (gate {list_of(gates)}): {lowered(new.name)}. {because}"
        yield Tip(what=text, swing=None, rules=gates, facts=_joined(gates, facts))


def _today(before: DecisionAdvice, after: DecisionAdvice) -> Iterable[Tip]:
    if before.current != after.current:
        text = f"Today's organisation was {_named(before.current)}, and is {_named(after.current)} now."
        yield Tip(what=text, swing=None, rules=(), facts=())


def _swings(
    before: DecisionAdvice,
    after: DecisionAdvice,
    pair: tuple[str | None, str | None],
    rules: tuple[RuleChange, ...],
) -> Iterable[Tip]:
    """The criteria that moved most towards the option that was taken, and away from the one that was left."""
    left, taken = pair
    swings = {
        criterion: round(_net(after, taken, criterion) - _net(after, left, criterion) - was, 3)
        for criterion, was in _leads(before, pair).items()
    }
    strongest = sorted((criterion for criterion in swings if swings[criterion] > 0), key=lambda name: -swings[name])
    for criterion in strongest[:MOST]:
        behind = [rule for rule in rules if rule.criterion == criterion and _towards(rule, pair) > 0]
        yield Tip(
            what=_swing_text(_criterion_name(after, criterion), swings[criterion], behind),
            swing=swings[criterion],
            rules=tuple(rule.rule for rule in behind),
            facts=tuple(dict.fromkeys(fact for rule in behind for fact in rule.facts)),
        )


def _leads(decision: DecisionAdvice, pair: tuple[str | None, str | None]) -> dict[str, float]:
    criteria = dict.fromkeys(criterion.id for option in decision.options for criterion in option.criteria)
    return {name: _net(decision, pair[1], name) - _net(decision, pair[0], name) for name in criteria}


def _swing_text(criterion: str, swing: float, behind: list[RuleChange]) -> str:
    rules = f" ({'rule' if len(behind) == 1 else 'rules'} {list_of(rule.rule for rule in behind)})" if behind else ""
    said = next((f" {sentence(rule.because)}" for rule in behind if rule.after == "met"), "")
    return f"{criterion} moved the balance by {bare(swing)}{rules}.{said}"


def _towards(rule: RuleChange, pair: tuple[str | None, str | None]) -> float:
    left, taken = (rule.moved.get(option, 0.0) if option else 0.0 for option in pair)
    return taken - left


def _net(decision: DecisionAdvice, option: str | None, criterion: str) -> float:
    standing = _standing(decision, option)
    return sum(found.net for found in standing.criteria if found.id == criterion) if standing else 0.0


def _standing(decision: DecisionAdvice, option: str | None) -> OptionAdvice | None:
    return next((standing for standing in decision.options if standing.id == option), None)


def _criterion_name(decision: DecisionAdvice, criterion: str) -> str:
    named = (found.name for option in decision.options for found in option.criteria if found.id == criterion)
    return next(named, criterion)


def _joined(gates: tuple[str, ...], facts: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for gate in gates for fact in facts.get(gate, ())))


def _named(option: str | None) -> str:
    return lowered(option.replace("_", " ")) if option else "not known"
