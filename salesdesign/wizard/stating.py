"""Answers put into the file: each with its question above it and its unit beside it, and judged by the catalogue."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from salesdesign.errors import BadInput
from salesdesign.facts.typed import typed
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.document import put
from salesdesign.wizard.reading import DECLINED, read_text
from salesdesign.wizard.spans import Uneditable
from salesdesign.wizard.state import State
from salesdesign.wizard.statement import Statement
from salesdesign.wizard.understanding import Puzzled

Given: TypeAlias = Mapping[str, Stated]
"""Values by fact; None for one that is declined."""


def state_facts(state: State, given: Given, desk: Desk) -> State | Puzzled:
    """The state with facts given or declined; a line where the catalogue refuses them."""
    text, before = state.text, read_text(state.text, desk.catalogue).company.facts
    try:
        for name, value in given.items():
            if value != before.get(name, DECLINED):
                text = put(
                    text, _statement(desk.catalogue.facts[name], value, before.get(name)), tuple(desk.catalogue.facts)
                )
        read_text(text, desk.catalogue)
    except BadInput as error:
        return Puzzled(f"{error.problems[0].wrong} {error.problems[0].mend}".strip())
    except Uneditable:
        return Puzzled(
            f"The file is written in a way that cannot be changed here: give {', '.join(given)} in an editor."
        )
    return replace(state, text=text)


def _statement(fact: Fact, value: Stated, before: Stated) -> Statement:
    return Statement(
        name=fact.name,
        value=DECLINED if value is None else typed(fact, value),
        above=fact.question,
        beside=_beside(fact, value),
        beside_before=_beside(fact, before),
    )


def _beside(fact: Fact, value: Stated) -> str:
    """The unit of a figure, or what a choice means."""
    if fact.type in (FactType.CHOICE, FactType.SCALE):
        return {choice.id: choice.text for choice in fact.choices}.get(str(value), "")
    return fact.unit
