"""Conditions that no company, or every company, meets; that fall silent; that say the same as another."""

import math
from collections.abc import Iterable, Iterator
from itertools import combinations, islice, product

from salesdesign.conditions.solve import Goal
from salesdesign.model.expression import AllOf, Call, Compare, Comparison, Expression, FactOf, Function, Literal, Not
from salesdesign.model.pack import Rule
from salesdesign.pack.cited import Entry, entries
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.subject import Subject, at, rules_of
from salesdesign.pack.reach import spoken
from salesdesign.pack.roots import roots_of

_TRUE = Literal(True)

MOST_PAIRS = 1_000
"""Rules of one decision that are compared with each other, so that comparing them ends in seconds."""


def never_met(subject: Subject) -> Iterator[Finding]:
    """Questions to which no company can answer yes."""
    for entry in _asking(subject):
        if not subject.can_be(Goal(entry.asks[0]), avoided=entry.unless):
            yield _told(entry, "never-met", "can never be met by facts that the catalogue allows.")
    for rule in (rule for rule in subject.rules() if rule.over):
        silent = () if rule.unless is None else (rule.unless,)
        if not any(subject.can_be(goal, avoided=silent) for goal in _speaking(rule)):
            wrong = f"{rule.id} can never give points: {rule.over} is never where it has some."
            yield at(rule, "never-met", wrong, _LOOK)


def always_met(subject: Subject) -> Iterator[Finding]:
    """Questions to which every company that can answer says yes."""
    for entry in _asking(subject):
        if not subject.can_be(Goal(entry.asks[0], truth=False)):
            yield _told(entry, "always-met", "is met by every company that can answer it.")


def and_not(subject: Subject) -> Iterator[Finding]:
    """Rules that are silent while their exception is unknown."""
    for rule in subject.rules():
        if rule.when is not None and _falls_silent(rule.when):
            wrong = f"{rule.id} asks `{rule.asks}`, which falls silent while what follows `not` is unknown."
            yield at(rule, "and-not", wrong, "Move it to `unless`: it then counts until it is known to hold.")


def same_condition(subject: Subject) -> Iterator[Finding]:
    """Rules of one decision that ask the same, however it is written."""
    for decision in subject.pack.decisions:
        asking = [rule for rule in rules_of(decision) if rule.when is not None]
        for one, other in _reading_the_same(asking, subject):
            if one.unless == other.unless and _is_same(one.when or _TRUE, other.when or _TRUE, subject):
                wrong = f"{other.id} asks what {one.id} asks: `{one.asks}`."
                yield at(other, "same-condition", wrong, "Make one rule of the two, or let one go.")
        yield from _not_compared(_alike(asking, subject))


def counted_twice(subject: Subject) -> Iterator[Finding]:
    """Rules in two criteria that ask about the same facts and say the same of an option."""
    for decision in subject.pack.decisions:
        criteria = {rule.id: criterion.id for criterion in decision.criteria for rule in criterion.rules}
        for one, other in _reading_the_same(rules_of(decision), subject):
            if criteria[one.id] == criteria[other.id]:
                continue
            option = _doubled(one, other, subject)
            if option:
                wrong = f"{other.id} and {one.id}, in another criterion, ask about the same facts and both speak "
                mend = "Keep the one that says it better, or move both into one criterion."
                yield at(other, "counted-twice", f"{wrong}{option}.", mend)


_LOOK = "Look at its numbers and at the range in facts.yaml."


def _asking(subject: Subject) -> Iterator[Entry]:
    """Entries that ask a question, each of which comes first in `asks`."""
    return (entry for entry in entries(subject.pack) if entry.asks and not entry.over)


def _told(entry: Entry, code: str, what: str) -> Finding:
    wrong = f"{entry.place} {what}"
    return Finding(code=code, file=entry.file, line=entry.line, about=entry.id, wrong=wrong, mend=_LOOK)


def _speaking(rule: Rule) -> Iterator[Goal]:
    """Every way in which a rule over a fact gives points."""
    return (goal for points in rule.points.values() for goal, value in spoken(rule, points) if value)


def _falls_silent(expression: Expression) -> bool:
    """Whether an `and` has a `not` among its parts that can be unknown; known(...) never is."""
    if not isinstance(expression, AllOf):
        return False
    denied = (part.part for part in expression.parts if isinstance(part, Not))
    return any(not (isinstance(part, Call) and part.function is Function.KNOWN) for part in denied)


def _is_same(one: Expression, other: Expression, subject: Subject) -> bool:
    """Whether two conditions that read the same facts are always met together."""
    return one == other or (_implies(one, other, subject) and _implies(other, one, subject))


def _implies(one: Expression, other: Expression, subject: Subject) -> bool:
    return not subject.can_be(Goal(one), avoided=(other,))


def _reading_the_same(rules: Iterable[Rule], subject: Subject) -> Iterator[tuple[Rule, Rule]]:
    """Pairs of rules that hang on the same facts, or on signs of the same things: those of small groups first."""
    pairs = (pair for group in _alike(rules, subject) for pair in combinations(group, 2))
    return islice(pairs, MOST_PAIRS)


def _alike(rules: Iterable[Rule], subject: Subject) -> list[list[Rule]]:
    """Rules that hang on the same facts, the smallest group first."""
    alike: dict[frozenset[str], list[Rule]] = {}
    for rule in rules:
        alike.setdefault(roots_of(_question(rule), subject.pack.catalogue), []).append(rule)
    return sorted(alike.values(), key=len)


def _not_compared(groups: list[list[Rule]]) -> Iterator[Finding]:
    """That there are more pairs than are compared."""
    if sum(math.comb(len(group), 2) for group in groups) > MOST_PAIRS:
        largest = groups[-1]
        wrong = f"{len(largest)} rules hang on the facts on which {largest[0].id} hangs, too many to compare them all."
        yield at(largest[0], "same-condition", wrong, "Say the same with fewer rules: bands of a fact take one.")


def _doubled(one: Rule, other: Rule, subject: Subject) -> str:
    """The option, and the direction, in which both rules speak at once; empty where there is none."""
    if one.when is not None and one.when == other.when:
        return ""
    for option in sorted(one.points.keys() & other.points.keys()):
        for sign, word in ((1, "for"), (-1, "against")):
            if _both_say(one, other, option, sign, subject):
                return f"{word} {option}"
    return ""


def _both_say(one: Rule, other: Rule, option: str, sign: int, subject: Subject) -> bool:
    silent = tuple(rule.unless for rule in (one, other) if rule.unless is not None)
    first, second = (
        [goal for goal, value in spoken(rule, rule.points[option]) if value * sign > 0] for rule in (one, other)
    )
    places = set(second)
    same = one.over is not None and one.over == other.over  # a fact is at one place at a time
    pairs = ((goal, goal) for goal in first if goal in places) if same else product(first, second)
    return any(subject.can_be(*pair, avoided=silent) for pair in pairs)


def _question(rule: Rule) -> Expression:
    return rule.when if rule.when is not None else Compare(Comparison.EQUAL, FactOf(rule.over or ""), _TRUE)
