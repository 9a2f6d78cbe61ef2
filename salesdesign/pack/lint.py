"""What is legal in a pack and probably wrong: one function a code."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeAlias

from salesdesign.model.expression import AllOf, Call, Expression, Function, Not, facts_in
from salesdesign.model.pack import POINT, Criterion, Decision, Gate, Line, Pack, Rule
from salesdesign.pack.cited import Entry, entries
from salesdesign.pack.finding import Finding
from salesdesign.pack.homes import homes
from salesdesign.pack.reach import beyond_reach, highest
from salesdesign.pack.texts import named_in
from salesdesign.pack.thresholds import Threshold, thresholds_of

Check: TypeAlias = Callable[[Pack], Iterator[Finding]]


def lint(pack: Pack) -> tuple[Finding, ...]:
    """Everything that is doubtful about a pack, by file, line and code."""
    return tuple(sorted(chain.from_iterable(check(pack) for check in CHECKS.values())))


def _and_not(pack: Pack) -> Iterator[Finding]:
    for rule in _rules(pack):
        if rule.when is not None and _falls_silent(rule.when):
            wrong = f"{rule.id} asks `{rule.asks}`, which falls silent while what follows `not` is unknown."
            yield _at(rule, "and-not", wrong, "Move it to `unless`: it then counts until it is known to hold.")


def _several_thresholds(pack: Pack) -> Iterator[Finding]:
    for criterion in _criteria(pack):
        first: dict[str, Threshold] = {}
        for threshold in thresholds_of(criterion, pack.catalogue):
            before = first.setdefault(threshold.fact, threshold)
            if before.rule.id != threshold.rule.id and before.limits != threshold.limits:
                wrong = f"{before.rule.id} and {threshold.rule.id} each set a limit on {threshold.fact}."
                mend = f"Let one rule go `over: {threshold.fact}`, so that there is no cliff and no double count."
                yield _at(threshold.rule, "several-thresholds", wrong, mend)


def _evidence_unused(pack: Pack) -> Iterator[Finding]:
    for claim, places in homes(pack).items():
        if not places and claim not in pack.library.homeless:
            found = pack.claims[claim]
            wrong, mend = f"Nothing uses {claim}.", "Cite it where it belongs, or give the reason under `homeless`."
            yield Finding(code="evidence-unused", file=found.file, line=found.line, wrong=wrong, mend=mend)


def _homeless_used(pack: Pack) -> Iterator[Finding]:
    used = homes(pack)
    for claim in (claim for claim in pack.library.homeless if used[claim]):
        found = pack.claims[claim]
        wrong, mend = f"{claim} is listed under `homeless`, and yet it is used.", "Take it off the list."
        yield Finding(code="homeless-used", file=found.file, line=found.line, wrong=wrong, mend=mend)


def _evidence_missing(pack: Pack) -> Iterator[Finding]:
    gates = (gate for decision in pack.decisions for gate in decision.gates)
    for found in chain[Rule | Gate](_rules(pack), gates):
        if not found.evidence:
            wrong, mend = f"{found.id} rests on nothing.", "Cite a claim, or add one that says whose judgement it is."
            yield _at(found, "evidence-missing", wrong, mend)


def _points_unreachable(pack: Pack) -> Iterator[Finding]:
    for decision in pack.decisions:
        for criterion, option in ((c, o) for c in decision.criteria for o in decision.options):
            for found in beyond_reach(criterion, option.id):
                first = next(rule for rule in criterion.rules if rule.id == found.rules[0])
                given = f"{', '.join(found.rules)} can give {option.id} {found.points / POINT:g} points together"
                mend = "Lower some of them, or move one to a criterion of its own."
                yield _at(first, "points-unreachable", f"{given}; a criterion ends at 3.", mend)


def _text_names_unread_fact(pack: Pack) -> Iterator[Finding]:
    for entry in entries(pack):
        if not entry.asks and not entry.over:
            continue
        unread = sorted(_named(entry) - _read(entry, pack))
        if unread:
            wrong = f"{entry.place} names {', '.join(unread)} in its text and does not ask for it: it may be unknown."
            mend = "Ask for it with known(...), or say `{{ ... if it }}`."
            yield Finding(code="text-names-unread-fact", file=entry.file, line=entry.line, wrong=wrong, mend=mend)


def _option_unspoken(pack: Pack) -> Iterator[Finding]:
    for decision in pack.decisions:
        spoken = {option for rule in _rules_of(decision) for option in rule.points if highest(rule.points[option]) > 0}
        for option in decision.options:
            if option.id not in spoken:
                wrong = f"No rule of {decision.id} speaks for {option.id}."
                mend = "Write one that does, or leave the option away."
                yield Finding(code="option-unspoken", file=option.file, line=1, wrong=wrong, mend=mend)


def _curve_outside_range(pack: Pack) -> Iterator[Finding]:
    for rule in _rules(pack):
        fact = pack.catalogue.facts.get(rule.over or "")
        if fact is None:
            continue
        low = float("-inf") if fact.low is None else fact.low
        high = float("inf") if fact.high is None else fact.high
        lines = (points for points in rule.points.values() if isinstance(points, Line))
        places = sorted({place for line in lines for place, _ in line.places})
        outside = [f"{place:g}" for place in places if not low <= place <= high]
        if outside:
            wrong = f"{rule.id} has points at {', '.join(outside)}, which {fact.name} can never be."
            yield _at(rule, "curve-outside-range", wrong, "Keep to the range that facts.yaml gives.")


CHECKS: dict[str, Check] = {
    "and-not": _and_not,
    "several-thresholds": _several_thresholds,
    "evidence-unused": _evidence_unused,
    "homeless-used": _homeless_used,
    "evidence-missing": _evidence_missing,
    "points-unreachable": _points_unreachable,
    "text-names-unread-fact": _text_names_unread_fact,
    "option-unspoken": _option_unspoken,
    "curve-outside-range": _curve_outside_range,
}
"""Each check by the code of what it finds."""


def _at(rule: Rule | Gate, code: str, wrong: str, mend: str) -> Finding:
    return Finding(code=code, file=rule.file, line=rule.line, wrong=wrong, mend=mend)


def _criteria(pack: Pack) -> Iterator[Criterion]:
    return (criterion for decision in pack.decisions for criterion in decision.criteria)


def _rules(pack: Pack) -> Iterator[Rule]:
    return (rule for criterion in _criteria(pack) for rule in criterion.rules)


def _rules_of(decision: Decision) -> Iterator[Rule]:
    return (rule for criterion in decision.criteria for rule in criterion.rules)


def _falls_silent(expression: Expression) -> bool:
    """Whether an `and` has a `not` among its parts that can be unknown; known(...) never is."""
    if not isinstance(expression, AllOf):
        return False
    denied = (part.part for part in expression.parts if isinstance(part, Not))
    return any(not (isinstance(part, Call) and part.function is Function.KNOWN) for part in denied)


def _named(entry: Entry) -> set[str]:
    """The facts that the texts of an entry print without asking whether they are known."""
    texts = [named_in(text) for text in entry.texts]
    return {fact for text in texts for fact in text.facts} - {fact for text in texts for fact in text.tested}


def _read(entry: Entry, pack: Pack) -> set[str]:
    """The facts that an entry asks for, and those that these are derived from."""
    read: set[str] = set()
    ahead = [entry.over, *(name for expression in entry.asks for name in facts_in(expression))]
    while ahead:
        name = ahead.pop()
        if name not in read:
            read.add(name)
            derived = pack.catalogue.derived.get(name)
            ahead.extend(facts_in(derived.value) if derived else ())
    return read
