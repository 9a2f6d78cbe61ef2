"""Which rules of a decision speak differently."""

from dataclasses import dataclass, field

from salesdesign.comparing.differences import RuleChange
from salesdesign.model.advice import DecisionAdvice

DECIMALS = 3
"""Points are held in thousandths."""


@dataclass(slots=True)
class _Spoken:
    """A rule as it spoke about all options."""

    criterion: str
    outcome: str
    because: str
    points: dict[str, float] = field(default_factory=dict)


def rule_changes(
    before: DecisionAdvice, after: DecisionAdvice, reads: dict[str, frozenset[str]], differ: frozenset[str]
) -> tuple[RuleChange, ...]:
    """The rules whose outcome or points differ, in the order of the pack; `differ` are the facts that do."""
    old, new = _spoken(before), _spoken(after)
    changes = (_change(rule, old.get(rule), new.get(rule), reads.get(rule, differ) & differ) for rule in {**new, **old})
    return tuple(change for change in changes if change.before != change.after or change.moved)


def _change(rule: str, old: _Spoken | None, new: _Spoken | None, facts: frozenset[str]) -> RuleChange:
    told = new or old
    assert told is not None  # noqa: S101  a rule is listed because one of the two has it
    return RuleChange(
        rule=rule,
        criterion=told.criterion,
        before=old.outcome if old else None,
        after=new.outcome if new else None,
        moved=_moved(old.points if old else {}, new.points if new else {}),
        because=new.because if new else "",
        facts=tuple(sorted(facts)),
    )


def _moved(old: dict[str, float], new: dict[str, float]) -> dict[str, float]:
    moved = {option: round(new.get(option, 0) - old.get(option, 0), DECIMALS) for option in sorted({**old, **new})}
    return {option: points for option, points in moved.items() if points}


def _spoken(decision: DecisionAdvice) -> dict[str, _Spoken]:
    spoken: dict[str, _Spoken] = {}
    for option in decision.options:
        for criterion in option.criteria:
            for rule in criterion.rules:
                said = spoken.setdefault(rule.id, _Spoken(criterion.id, rule.outcome, rule.because))
                said.points[option.id] = rule.points
    return spoken
