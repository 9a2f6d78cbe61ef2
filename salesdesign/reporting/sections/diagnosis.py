"""Is structure the problem at all? What to mend first, where something else weighs more."""

from collections.abc import Iterable

from salesdesign.model.advice import DecisionAdvice, OptionAdvice, RuleTrace
from salesdesign.reporting.blocks import Block, Details, Phrase, Point, Points, Prose, Tone
from salesdesign.reporting.phrasing import capital, lowered, sentences, the_option
from salesdesign.reporting.selection import (
    DIAGNOSIS,
    STRUCTURE,
    cause_elsewhere,
    claims_of,
    reasons_against,
    reasons_for,
)
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of


def diagnosis(view: View) -> tuple[Block, ...]:
    """What holds the work back by the facts given; empty where the pack does not ask."""
    decision = view.advice.decisions.get(DIAGNOSIS)
    if decision is None or not any(map(_heard, decision.options)):
        return ()
    found = [option for option in decision.options if option.id in decision.chosen]
    points = (Points(items=tuple(_point(view, option) for option in found)),) if found else ()
    return (Prose(phrases=(Phrase(text=_verdict(view, decision)),)), *points, *_rest(decision))


def question(view: View) -> str:
    """What the section asks."""
    return f"Is {lowered(view.question.name)} the problem at all?"


def comes_first(view: View) -> str:
    """What to do before any reorganisation, in a sentence; empty where structure is the problem, or nothing is."""
    if not cause_elsewhere(view):
        return ""
    return f"First mend what no structure cures: {list_of(_others(view.advice.decisions[DIAGNOSIS]))}."


def _verdict(view: View, decision: DecisionAdvice) -> str:
    others = _others(decision)
    if STRUCTURE not in decision.chosen:
        return f"{comes_first(view)} {_then(view)}" if others else _nothing(decision)
    if view.main.verdict == "keep":
        return _stays(view, others)
    if others:
        verb = "is" if len(others) == 1 else "are"
        return f"{_way(view)} is part of the problem. So {verb} {list_of(others)}."
    return f"{_way(view)} is the problem: no other cause shows in the facts given."


def _way(view: View) -> str:
    return f"The way {view.pack.organises} is organised"


def _stays(view: View, others: list[str]) -> str:
    """What to say where today's structure hurts and yet no other is worth the change."""
    better = view.main.best_fit not in view.main.chosen
    rival = "the one that fits better is not worth the change" if better else "no other one fits better"
    besides = f" What hurts besides: {list_of(others)}." if others else ""
    return f"Part of what hurts comes from today's structure, but {rival}: it stays, and its seams are mended.{besides}"


def _others(decision: DecisionAdvice) -> list[str]:
    return [
        lowered(option.name) for option in decision.options if option.id in decision.chosen and option.id != STRUCTURE
    ]


def _then(view: View) -> str:
    if view.chosen is None or view.main.verdict in (None, "keep"):
        return "Today's structure is not what holds you back."
    return f"{capital(the_option(view, view.chosen))} comes after that."


def _nothing(decision: DecisionAdvice) -> str:
    judged = [lowered(option.name) for option in decision.options if _heard(option)]
    none = "Neither" if len(judged) == 2 else "It does not stand out" if len(judged) == 1 else "None of it"
    none = none if len(judged) == 1 else f"{none} stands out"
    return f"We looked at {list_of(judged)}. {none} as a problem in the facts given."


def _point(view: View, option: OptionAdvice) -> Point:
    described = view.option(DIAGNOSIS, option.id)
    rules = reasons_for(option)
    return Point(
        label=capital(option.name),
        text=sentences(rule.because for rule in rules) or (described.summary if described else ""),
        evidence=claims_of(rules)[:2],
        tone=Tone.AGAINST,
    )


def _rest(decision: DecisionAdvice) -> Iterable[Block]:
    options = [option for option in decision.options if option.id not in decision.chosen]
    told = frozenset(
        rule.because for option in decision.options if option.id in decision.chosen for rule in _spoke(option)
    )
    points = tuple(_short(option, told) for option in options if {rule.because for rule in _spoke(option)} - told)
    silent = [lowered(option.name) for option in options if not _heard(option)]
    quiet = (Prose(phrases=(Phrase(text=f"No fact given speaks of {list_of(silent, 'or')}."),)),) if silent else ()
    listed = (Points(items=points),) if points else ()
    if listed or quiet:
        yield Details(summary="What else was looked at", blocks=(*listed, *quiet))


def _short(option: OptionAdvice, told: frozenset[str]) -> Point:
    rules = [rule for rule in _spoke(option) if rule.because not in told]
    claims = claims_of(rules)[:2]
    text = sentences(rule.because for rule in rules)
    return Point(label=capital(option.name), text=f"{text} That is not enough to call it a cause.", evidence=claims)


def _heard(option: OptionAdvice) -> bool:
    return bool(_spoke(option))


def _spoke(option: OptionAdvice) -> tuple[RuleTrace, ...]:
    return reasons_for(option) or reasons_against(option)
