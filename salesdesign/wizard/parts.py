"""Questions that are answered part by part: jobs that are summed, shares that reach 100 %."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from salesdesign.facts.values import Stated
from salesdesign.facts.wholes import ROUNDING
from salesdesign.model.catalogue import Fact
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.shown import value_said
from salesdesign.wizard.state import Spot
from salesdesign.wizard.stating import Given, state_facts
from salesdesign.wizard.turn import Turn, answered, puzzled
from salesdesign.wizard.understanding import Puzzled, understand
from salesdesign.wording.numbers import share

_IN_ALL = re.compile(r"(?:in )?(?:total|all|sum)[:=]? +(.+)|(.+?) (?:in all|in total|altogether|all told)\.?")
_LIST = re.compile(r"\s*[;/+]\s*|,\s+|\s+")


def several_in(question: Question, typed: str) -> list[str]:
    """The answers to several parts that were typed on one line: 50 30 20, or 6, 1, 2; else the line itself."""
    pieces = [piece for piece in _LIST.split(typed.strip()) if piece]
    numeric = all(re.fullmatch(r"~?\d[\d.]*%?", piece) for piece in pieces)
    return pieces if numeric and 1 < len(pieces) <= len(question.facts) else [typed]


def total_in(question: Question, typed: str) -> str:
    """The sum that was typed in place of its parts: total 10, 10 in all; empty where none was."""
    found = _IN_ALL.fullmatch(typed.strip().lower()) if question.kind is Kind.COUNTS else None
    return (found[1] or found[2]) if found else ""


def take_part(outlook: Outlook, typed: str, *, declined: bool) -> Turn:
    """The turn after one part was answered; `typed` is empty for Enter."""
    question, spot, fact = outlook.question, outlook.spot, outlook.fact
    assert question is not None and spot is not None and fact is not None  # noqa: S101, PT018  a part is asked
    value = _taken(outlook, fact, typed, declined=declined)
    if isinstance(value, Puzzled):
        return puzzled(outlook, value.line)
    step = _summed if question.kind is Kind.COUNTS else _shared
    told = step(outlook, question, spot.part, value)
    if isinstance(told, Puzzled):
        return puzzled(outlook, told.line)
    state = state_facts(outlook.state, {**told.given, **dict.fromkeys(told.withdrawn)}, outlook.desk)
    if isinstance(state, Puzzled):
        return puzzled(outlook, state.line)
    named = {part.name: part for part in question.facts}
    said = tuple(value_said(named[name], value, outlook.currency) for name, value in told.given.items())
    return answered(outlook, state, said, _following(question, spot, told))


class Told(NamedTuple):
    """What one part says about all of them."""

    given: Given
    withdrawn: tuple[str, ...] = ()
    """Parts that were said before and have to be told again."""


def _following(question: Question, spot: Spot, told: Told) -> Spot | None:
    later = range(spot.part + 1, len(question.facts))
    still = [number for number in later if question.facts[number].name not in told.given]
    return Spot(question.id, still[0]) if still else None


def total_alone(outlook: Outlook, typed: str) -> Turn:
    """The turn after the sum was given in place of its parts."""
    question = outlook.question
    assert question is not None  # noqa: S101  a part is asked
    total = question.facts[-1]
    value = understand(total, typed)
    if isinstance(value, Puzzled):
        return puzzled(outlook, value.line)
    state = state_facts(outlook.state, {total.name: value.value}, outlook.desk)
    if isinstance(state, Puzzled):
        return puzzled(outlook, state.line)
    return answered(outlook, state, (value_said(total, value.value, outlook.currency),))


def _taken(outlook: Outlook, fact: Fact, typed: str, *, declined: bool) -> Stated | Puzzled:
    """The value of a part. Enter keeps what is stated, else takes nobody for a job and nothing known for a share."""
    if declined:
        return None
    if not typed:
        kept = outlook.file.company.facts.get(fact.name)
        return 0 if kept is None and _is_job(outlook, fact) else kept
    understood = understand(fact, typed, outlook.currency)
    return understood if isinstance(understood, Puzzled) else understood.value


def _is_job(outlook: Outlook, fact: Fact) -> bool:
    question = outlook.question
    return question is not None and question.kind is Kind.COUNTS and fact is not question.facts[-1]


def _summed(outlook: Outlook, question: Question, part: int, value: Stated) -> Told | Puzzled:
    """The part, and the sum once it is known; a sum that is stated grows with its parts until then."""
    *jobs, total = question.facts
    if question.facts[part] is total:
        return Told({total.name: value})
    known = {**outlook.file.company.facts, jobs[part].name: value}
    counts = [known.get(job.name) for job in jobs]
    whole = int(_sum(counts))
    if part == len(jobs) - 1 and None not in counts:
        return Told({jobs[part].name: value, total.name: whole})
    stated = known.get(total.name)
    grown = {total.name: whole} if isinstance(stated, (int, float)) and stated < whole else {}
    return Told({**grown, jobs[part].name: value})


def _shared(outlook: Outlook, question: Question, part: int, value: Stated) -> Told | Puzzled:
    """The part, and the last of all where it follows; later parts that cannot stay are to be told again."""
    stated, mine = outlook.file.company.facts, question.facts[part].name
    before = [stated.get(fact.name) for fact in question.facts[:part]]
    later = [fact.name for fact in question.facts[part + 1 :]]
    room = 1 - _sum(before)
    rest = round(room - _sum([value]), 4)
    if rest < -ROUNDING:
        return Puzzled(f"Together that makes {share(1 - rest)}: at most {share(max(room, 0))} is left here.")
    complete = None not in before and value is not None
    if complete and not later and rest > ROUNDING:
        return Puzzled(f"{share(rest)} would be missing: type {share(room)}, or go back and change another.")
    if rest < ROUNDING / 2 or (complete and len(later) == 1):
        return Told({mine: value, **dict.fromkeys(later, 0.0), **dict.fromkeys(later[-1:], max(rest, 0.0))})
    return Told({mine: value}, () if _fits(later, stated, rest) else tuple(later))


def _fits(later: Sequence[str], stated: Given, rest: float) -> bool:
    """Whether what was said of later parts before can stay until they are asked again."""
    total = _sum(stated.get(name) for name in later)
    return total <= rest + ROUNDING / 2 and (total >= rest - ROUNDING or not all(name in stated for name in later))


def _sum(values: Iterable[Stated]) -> float:
    return sum(value for value in values if isinstance(value, (int, float)))
