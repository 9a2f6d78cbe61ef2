"""Points that are cut off, that cancel out, that lie where no company is, and options that none speaks for."""

from collections.abc import Iterator

from salesdesign.model.catalogue import bounds_of
from salesdesign.model.pack import POINT, POINTS_LIMIT, Choose, Criterion, Decision, Line, Rule
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.subject import Subject, at, at_criterion, rules_of
from salesdesign.pack.reach import Together, highest
from salesdesign.pack.thresholds import Threshold, thresholds_of


def several_thresholds(subject: Subject) -> Iterator[Finding]:
    """Rules of a criterion that each set a limit on one fact."""
    for _, criterion in subject.criteria():
        first: dict[str, Threshold] = {}
        for threshold in thresholds_of(criterion, subject.pack.catalogue):
            before = first.setdefault(threshold.fact, threshold)
            if before.rule.id != threshold.rule.id and before.limits != threshold.limits:
                wrong = f"{before.rule.id} and {threshold.rule.id} each set a limit on {threshold.fact}."
                mend = f"Let one rule go `over: {threshold.fact}`, so that there is no cliff and no double count."
                yield at(threshold.rule, "several-thresholds", wrong, mend)


def points_beyond_bound(subject: Subject) -> Iterator[Finding]:
    """Criteria in which rules that can hold together give an option more than three points."""
    for decision, criterion in subject.criteria():
        option, found = max(_most(decision, criterion, subject), key=lambda most: abs(most[1].points))
        if abs(found.points) > POINTS_LIMIT:
            given = f"{', '.join(found.rules)} can give {option} {found.points / POINT:g} points together"
            mend = "Lower some of them, move one to a criterion of its own, or accept it with the reason."
            wrong = f"{given}; a criterion ends at {'' if found.points > 0 else '-'}3."
            yield at_criterion(criterion, "points-beyond-bound", wrong, mend)


def bound_out_of_reach(subject: Subject) -> Iterator[Finding]:
    """Criteria that never speak as strongly as their weight says."""
    for decision, criterion in subject.criteria():
        most = max((abs(found.points) for _, found in _most(decision, criterion, subject)), default=0)
        if 0 < most < POINTS_LIMIT:
            wrong = (
                f"{criterion.id} never gives an option more than {most / POINT:g} points, so its weight counts in part."
            )
            mend = "Raise the points of what matters most to 3 and lower the weight, or accept it with the reason."
            yield at_criterion(criterion, "bound-out-of-reach", wrong, mend)


def points_cancel(subject: Subject) -> Iterator[Finding]:
    """Rules that change nothing: no points at all, or the same for every option of which one is chosen."""
    for decision in subject.pack.decisions:
        for rule in rules_of(decision):
            if not any(map(_speaks, rule.points.values())):
                yield at(
                    rule, "points-cancel", f"{rule.id} gives no option any points.", "Give it points, or let it go."
                )
            elif _same_for_all(rule, decision):
                wrong = f"{rule.id} gives every option the same points, which moves none before another."
                yield at(rule, "points-cancel", wrong, "Give points to those only that it speaks for.")


def option_unspoken(subject: Subject) -> Iterator[Finding]:
    """Options that no rule speaks for."""
    for decision in subject.pack.decisions:
        spoken = {option for rule in rules_of(decision) for option in rule.points if highest(rule.points[option]) > 0}
        for option in decision.options:
            if option.id not in spoken:
                wrong = f"No rule of {decision.id} speaks for {option.id}."
                mend = "Write one that does, or leave the option away."
                yield Finding(code="option-unspoken", file=option.file, line=1, about=option.id, wrong=wrong, mend=mend)


def curve_outside_range(subject: Subject) -> Iterator[Finding]:
    """Lines with places that their fact can never reach."""
    for rule in subject.rules():
        fact = subject.pack.catalogue.facts.get(rule.over or "")
        low, high = bounds_of(fact) if fact else (None, None)
        lines = (points for points in rule.points.values() if isinstance(points, Line))
        places = sorted({place for line in lines for place, _ in line.places})
        outside = [f"{place:g}" for place in places if _is_outside(place, low, high)]
        if outside:
            wrong = f"{rule.id} has points at {', '.join(outside)}, which {rule.over} can never be."
            yield at(rule, "curve-outside-range", wrong, "Keep to the range that facts.yaml gives.")


def _most(decision: Decision, criterion: Criterion, subject: Subject) -> Iterator[tuple[str, Together]]:
    """For each option, the rules that together say most for it, and those that say most against it."""
    for option in decision.options:
        for sign in (1, -1):
            yield option.id, subject.reach.furthest(criterion, option.id, sign)


def _speaks(points: object) -> bool:
    return any(value for _, value in points.places) if isinstance(points, Line) else bool(_steps(points))


def _steps(points: object) -> object:
    steps = getattr(points, "steps", None)
    return points if steps is None else any(steps.values())


def _same_for_all(rule: Rule, decision: Decision) -> bool:
    given = list(rule.points.values())
    alike = all(points == given[0] for points in given)
    everybody = {option.id for option in decision.options} == rule.points.keys() and len(given) > 1
    return decision.choose is Choose.ONE and alike and everybody


def _is_outside(place: float, low: float | None, high: float | None) -> bool:
    return (low is not None and place < low) or (high is not None and place > high)
