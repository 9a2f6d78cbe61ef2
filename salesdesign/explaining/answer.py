"""The answer to "why not a pod?": how far it is behind, what makes the difference, and what would have to change."""

from collections.abc import Iterable

from salesdesign.explaining.explanation import Answer, Gap
from salesdesign.model.advice import CriterionTrace, DecisionAdvice, OptionAdvice
from salesdesign.model.pack import Choose, Decision
from salesdesign.reporting.phrasing import bare, exact, lowered, sentence, signed, title_of
from salesdesign.reporting.sections.turning import FAR, flipped
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of

TOLD = 3
"""So many criteria are named in the answer; the trace has them all."""

DECIMALS = 3


def answered(view: View, decision: Decision, option: str) -> Answer:
    """Why an option was chosen, or was not."""
    advice = view.advice.decisions[decision.id]
    asked = next(standing for standing in advice.options if standing.id == option)
    other = _other(advice, asked)
    gaps = _gaps(asked, other) if other else ()
    changes = tuple(_changes(view, decision, asked)) if option not in advice.chosen else ()
    short = (*_closed(asked), *_standing(decision, advice, asked, other), *_differences(gaps), *changes)
    return Answer(option=option, against=other.id if other else None, short=short, gaps=gaps, changes=changes)


def _other(advice: DecisionAdvice, asked: OptionAdvice) -> OptionAdvice | None:
    """What the option is held against: the chosen one; for the chosen one itself, the best of the others."""
    others = [standing for standing in advice.options if standing.id != asked.id]
    if asked.id in advice.chosen or not advice.chosen:
        return next((standing for standing in others if standing.rank is not None), None)
    return next(standing for standing in others if standing.id == advice.chosen[0])


def _closed(asked: OptionAdvice) -> Iterable[str]:
    for gate in asked.excluded_by:
        yield f"{asked.name} is ruled out (gate {gate.gate}): {sentence(gate.because)}"


def _standing(
    decision: Decision, advice: DecisionAdvice, asked: OptionAdvice, other: OptionAdvice | None
) -> Iterable[str]:
    if decision.choose is Choose.SEVERAL:
        yield _threshold(decision, advice, asked)
    elif other is None:
        yield f"{asked.name} has a net of {signed(asked.net)}; no other option is open."
    else:
        yield _against(decision, advice, asked, other)


def _threshold(decision: Decision, advice: DecisionAdvice, asked: OptionAdvice) -> str:
    verb = "is chosen" if asked.id in advice.chosen else "is not chosen"
    needed = f"{signed(decision.threshold)} are needed, and a rule that speaks for it"
    return f"{asked.name} {verb}: its net is {signed(asked.net)}, and {needed}."


def _against(decision: Decision, advice: DecisionAdvice, asked: OptionAdvice, other: OptionAdvice) -> str:
    name, lead = lowered(other.name), asked.net - other.net
    nets = f"{asked.name} has a net of {signed(asked.net)}, {name} {signed(other.net)}"
    if not advice.chosen:
        return f"{nets}. Nothing is chosen: no rule speaks for any open option."
    if asked.id in advice.chosen:
        return f"{nets}: {_by(lead)}, {_kept(decision, asked) if lead < 0 else 'and chosen'}."
    held = lead >= 0 and not asked.excluded_by and other.id == advice.current
    return f"{nets}: {_by(lead)}{', but ' + _kept(decision, other) if held else ''}."


def _by(lead: float) -> str:
    if round(lead, DECIMALS) == 0:
        return "level"
    return f"{bare(lead)} {'ahead' if lead > 0 else 'behind'}"


def _kept(decision: Decision, today: OptionAdvice) -> str:
    return f"{lowered(today.name)} is in place and stays until another leads by more than {exact(decision.inertia)}"


def _differences(gaps: tuple[Gap, ...]) -> Iterable[str]:
    if gaps:
        told = [f"{lowered(gap.name)} {signed(gap.net)} ({', '.join(gap.rules)})" for gap in gaps[:TOLD]]
        yield f"What makes the difference: {list_of(told)}."


def _gaps(asked: OptionAdvice, other: OptionAdvice) -> tuple[Gap, ...]:
    pairs = zip(asked.criteria, other.criteria, strict=True)
    gaps = [_gap(mine, theirs) for mine, theirs in pairs if round(mine.net - theirs.net, DECIMALS)]
    return tuple(sorted(gaps, key=lambda gap: -abs(gap.net)))


def _gap(mine: CriterionTrace, theirs: CriterionTrace) -> Gap:
    own, others = ({rule.id: rule.points for rule in trace.rules} for trace in (mine, theirs))
    differing = [rule for rule in {**own, **others} if own.get(rule, 0) != others.get(rule, 0)]
    net = round(mine.net - theirs.net, DECIMALS)
    return Gap(criterion=mine.id, name=mine.name, net=net, rules=tuple(differing))


def _changes(view: View, decision: Decision, asked: OptionAdvice) -> Iterable[str]:
    """The smallest changes of single facts and weights that lead to it; probed for the main decision alone."""
    if decision.id != view.pack.main or decision.choose is not Choose.ONE:
        return
    facts = [flip for flip in view.advice.flips if flip.chosen == asked.id]
    weights = [flip for flip in view.advice.weight_flips if flip.chosen == asked.id and flip.to <= FAR * flip.from_]
    for flip in facts:
        yield f"{title_of(view, flip.fact)}: {flipped(view, flip)}"
    for weight in weights:
        name = next(criterion.name for criterion in asked.criteria if criterion.id == weight.criterion)
        yield f"The weight of {lowered(name)}: with {exact(weight.to)} instead of {exact(weight.from_)} it is chosen."
    if not facts and not weights:
        yield f"No smallest change of a single fact leads to it, nor any one weight made up to {FAR} times as large."
