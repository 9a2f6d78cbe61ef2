"""A person who has a facts file at hand and answers the wizard from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import process_time

from salesdesign.advise import advise
from salesdesign.cases.case import Case
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.facts.derive import in_dollars
from salesdesign.facts.numbers import written
from salesdesign.facts.outline import outline_of
from salesdesign.facts.validate import validate
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.model.probing import Draws
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.names import STOP
from salesdesign.wizard.outlook import Outlook, look
from salesdesign.wizard.prompt import prompt_of
from salesdesign.wizard.questions import Kind
from salesdesign.wizard.reply import reply
from salesdesign.wizard.scoreboard import scoreboard_of
from salesdesign.wizard.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """How a conversation went until the first offer, or until the first round was over."""

    questions: int
    lines: int
    offered: bool
    chosen: tuple[str, ...]
    expected: tuple[str, ...]
    skipped: int
    seconds: tuple[float, ...]
    """Of the processor, for each prompt."""


def typed(fact: Fact, value: Stated) -> str:
    """A value as a person would type it; empty for one that is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, str):
        return value
    return f"{written(round(value * 100, 4))}%" if fact.type is FactType.SHARE or fact.low == -1 else written(value)


def answer(outlook: Outlook, facts: Mapping[str, Stated]) -> str:
    """What is typed for the question that is asked."""
    fact, question = outlook.fact, outlook.question
    assert fact is not None
    assert question is not None
    if question.kind is Kind.COUNTS:
        total = facts.get(question.facts[-1].name)
        return "dk" if total is None else f"total {written(total)}" if isinstance(total, (int, float)) else ""
    return typed(fact, facts.get(fact.name)) or ("dk" if question.kind is Kind.SHARES else "")


def interview(case: Case, desk: Desk, facts: Mapping[str, Stated] | None = None) -> Interview:
    """The conversation about a case, answered from its file, or from other facts."""
    company = validate(case.facts, case.file, desk.catalogue, {})
    if facts is not None:
        company = replace(company, facts=facts)
    advice = advise(company, desk.pack, machine=desk.machine)
    return _talk(company.facts, desk, advice.decisions[desk.pack.main].chosen)


def _talk(facts: Mapping[str, Stated], desk: Desk, expected: tuple[str, ...]) -> Interview:
    state, asked, lines, skipped, seconds = State(text=""), set[str](), 0, 0, list[float]()
    outlook = look(state, desk)
    while outlook.question is not None and outlook.question.kind is not Kind.OFFER:
        line = answer(outlook, facts)
        skipped += line in ("", "dk")
        start = process_time()
        turn = reply(outlook, line)
        assert turn.state is not outlook.state, (outlook.spot, line, turn.said)
        asked.add(outlook.question.id)
        lines += 1
        outlook = look(turn.state, desk)
        prompt_of(outlook)
        scoreboard_of(outlook)
        seconds.append(process_time() - start)
    return Interview(
        questions=len(asked),
        lines=lines,
        offered=outlook.question is not None and outlook.question.id == STOP,
        chosen=_chosen(outlook, desk),
        expected=expected,
        skipped=skipped,
        seconds=tuple(seconds),
    )


def _chosen(outlook: Outlook, desk: Desk) -> tuple[str, ...]:
    return outlook.advice.decisions[desk.pack.main].chosen


def completed(case: Case, desk: Desk, seed: int) -> Mapping[str, Stated]:
    """The facts of a case, and for those that its file leaves out one draw of what is likely, all valid together."""
    company = validate(case.facts, case.file, desk.catalogue, {})
    subject = Subject(
        machine=desk.machine,
        decision=desk.pack.decision(desk.pack.main),
        stated=in_dollars(company, desk.catalogue),
        weights={},
        impossible=outline_of(desk.catalogue).broken,
    )
    decisions = [desk.pack.decision(name) for name in (desk.pack.main,)]
    unknowns = unknowns_of(subject, decisions, desk.machine.derive(subject.stated))
    drawn = next(turns(subject, unknowns, Draws(count=1, seed=seed)))
    return {**company.facts, **drawn}
