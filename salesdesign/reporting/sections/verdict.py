"""The recommendation in a sentence, how far it leads, and how firmly it stands."""

from collections.abc import Iterable

from salesdesign.conditions.walk import evaluate
from salesdesign.model.advice import OptionAdvice
from salesdesign.model.pack import Option
from salesdesign.reporting.phrasing import bare, capital, lowered, readable, the_option, those
from salesdesign.reporting.sections.unknown import speaks_to_main
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import counted, list_of, number

HALF = 0.5
"""Of the draws: a choice that stands in fewer is told as the best so far."""


def recommendation(view: View) -> str:
    """The recommendation, with the people it is about."""
    company, chosen, today = view.advice.company, view.chosen, view.today
    if chosen is None:
        return f"Nothing can be recommended to {company} yet."
    new = the_option(view, chosen)
    match view.main.verdict, today:
        case "keep", _:
            return f"{company} should keep {new}{_for_whom(view)}."
        case "pilot", Option():
            return f"{company} should pilot {new} before it moves {_whom(view)} out of {the_option(view, today)}."
        case "change", Option():
            return f"{company} should move {_whom(view)} from {_from(view, today)} to {new}."
        case _ if _hardly_stands(view):
            return f"So far {new} fits {company} best."
        case _:
            return f"{company} should choose {new}{_for_whom(view)}."


def _hardly_stands(view: View) -> bool:
    """Whether the choice turns more often than it stays, as our judgement or what is unknown varies."""
    confidence = view.main.confidence
    return confidence is not None and min(confidence.facts, confidence.judgement) < HALF


def why_undecided(view: View) -> str:
    """Why no option can be recommended."""
    doubt = next((doubt.text for doubt in view.advice.warnings if doubt.code == f"undecided:{view.pack.main}"), "")
    return readable(view, doubt) or "What is known speaks for no option."


def lead(view: View, chosen: OptionAdvice) -> Iterable[str]:
    """By how much the choice leads or trails the nearest alternative and today's option, in sentences."""
    if view.rivals:
        yield _beside(view, chosen, view.rivals[0])
    elif view.main.options[1:]:
        yield "Every other option is ruled out."
    yield from _today_closed(view, chosen)
    yield from _too_soon(view)


def firmness(view: View, chosen: OptionAdvice) -> str:
    """Whether what is unknown could still turn the choice; empty where that cannot be said in a sentence."""
    ahead = [rival for rival in view.rivals if rival.high >= chosen.low]
    if ahead:
        return _in_doubt(view, ahead)
    doubtful = any(doubt.code.startswith("open-gate:") for doubt in view.advice.warnings)
    if doubtful or not view.rivals:
        return ""
    return "No open alternative can overtake it, whatever the unknown facts turn out to be."


def _in_doubt(view: View, ahead: list[OptionAdvice]) -> str:
    count = sum(speaks_to_main(view, name) for name in view.advice.unknown)
    names = list_of((the_option(view, rival) for rival in ahead), "or")
    facts = counted(count, "fact that is", "facts that are")
    return f"It hangs on {facts} unknown: if everything unknown spoke against it, {names} would be level or ahead."


def _beside(view: View, chosen: OptionAdvice, rival: OptionAdvice) -> str:
    gap, name = chosen.net - rival.net, the_option(view, rival)
    if gap > 0:
        today = _today_score(view, chosen)
        first = f"{capital(the_option(view, chosen))} scores {_score(chosen)} of 100"
        return f"{first}. {capital(name)} comes next with {_score(rival)}{today}."
    if gap == 0:
        return f"It is level with {name}, and the simpler of the two."
    worth = f"a change is worth its trouble from more than {bare(view.question.inertia)} on"
    return f"{capital(name)} fits better by {bare(gap)}, and {worth}."


def _score(option: OptionAdvice) -> str:
    return number(option.score, 0)


def _today_score(view: View, chosen: OptionAdvice) -> str:
    """What today's option scores, as the end of a sentence; empty where that is said already, or needs a sentence."""
    today = view.today
    standing = view.standing(today.id) if today else chosen
    if today is None or standing.excluded_by or standing.id in (chosen.id, view.rivals[0].id):
        return ""
    return f", and today's {the_option(view, today).removeprefix('the ')} has {_score(standing)}"


def _today_closed(view: View, chosen: OptionAdvice) -> Iterable[str]:
    today = view.today
    if today and today.id != chosen.id and view.standing(today.id).excluded_by:
        yield f"Today's answer, {the_option(view, today)}, is ruled out for a company like this."


def _too_soon(view: View) -> Iterable[str]:
    if view.main.verdict != "pilot":
        return
    settled = view.question.settled
    if settled and evaluate(settled, view.facts) is False:
        yield view.fill(view.question.too_soon) or "The last change is so recent that we try first."
    else:
        yield f"A lead of less than {bare(2 * view.question.inertia)} calls for a pilot first."


def _from(view: View, today: Option) -> str:
    name = today.called or lowered(today.name)
    return name if name == the_option(view, today) else f"the {name}"


def _whom(view: View) -> str:
    count = view.people
    if not count:
        return view.pack.organises
    return f"its one {view.pack.voice.person}" if count == 1 else f"its {those(view, count)}"


def _for_whom(view: View) -> str:
    return f" for {_whom(view)}" if view.people else ""
