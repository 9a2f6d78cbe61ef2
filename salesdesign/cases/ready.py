"""Ready cases for what is left untried: a company that shows it, and what must be said of it, as YAML."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from salesdesign.cases.case import Expected
from salesdesign.cases.subjects import Try
from salesdesign.cases.trial import trials
from salesdesign.cases.winning import company_of, with_earlier
from salesdesign.conditions.solve import Spent, Undecided
from salesdesign.engine.compile import Machine
from salesdesign.model.company import Company
from salesdesign.model.expression import Value
from salesdesign.pack.lint.subject import Subject

_FACTS = "  facts: "
_TRIES = 4
"""Companies that are looked at for each way to show something."""


def ready_cases(holes: Iterable[Try], subject: Subject, machine: Machine) -> str:
    """Cases that show what is untried, those that would show the same company and answer once.

    They end where the subject's steps do: its effort then says that it is spent.
    """
    told: dict[str, str] = {}
    with suppress(Spent):
        for hole in holes:
            case = ready_case(hole, subject, machine)
            told.setdefault(case.partition(_FACTS)[2], case)
    return "".join(told.values())


def ready_case(hole: Try, subject: Subject, machine: Machine) -> str:
    """A case that shows what is untried; empty where none was found.

    Raises: Spent.
    """
    rules = sum(map(len, machine.prospects.values()))
    for facts in _companies(hole, subject):
        subject.solver.effort.take(rules)
        company = company_of(with_earlier(facts, subject), subject.pack)
        trial = next(iter(trials(company, machine, Expected())))
        expected = hole.expectation(trial)
        if hole.seen(replace(trial, expected=expected)):
            return _written(hole, company, expected)
    return ""


def _companies(hole: Try, subject: Subject) -> Iterator[dict[str, Value]]:
    for goals, avoided in hole.wishes():
        try:
            yield from islice(subject.solver.models(goals, avoided), _TRIES)
        except Undecided:
            continue


def _written(hole: Try, company: Company, expected: Expected) -> str:
    facts: dict[str, object] = {"company.name": "Some company", **company.facts}
    if company.segments:
        facts["segments"] = tuple({"name": segment.name} for segment in company.segments)
    said = {"rules": dict(expected.rules), "gates": dict(expected.gates)}
    lines = [
        f"- id: {'-'.join(re.findall('[A-Za-z0-9]+', f'{hole.at.id} {hole.what}'))}",
        f"  name: A company in which {hole.at.id} {hole.what}",
        f"{_FACTS}{flow(nested(facts))}",
        f"  expect: {flow({key: value for key, value in said.items() if value})}",
    ]
    return "\n".join(lines) + "\n"


def nested(facts: Mapping[str, object]) -> dict[str, object]:
    """Dotted facts as sections within sections."""
    tree: dict[str, object] = {}
    for name, value in facts.items():
        *sections, last = name.split(".")
        place = tree
        for section in sections:
            place = place.setdefault(section, {})  # type: ignore[assignment]  # sections hold only sections and facts
        place[last] = value
    return tree


def flow(value: object) -> str:
    """A value as YAML writes it on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.12g}" if isinstance(value, float) else str(value)
