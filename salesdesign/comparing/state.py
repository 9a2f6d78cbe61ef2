"""One of the two that are compared: a company with its advice."""

from dataclasses import replace

from salesdesign.advise import planned, unplannable
from salesdesign.engine.compile import Machine
from salesdesign.model.advice import Advice
from salesdesign.model.company import Company
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A company at one time, advised."""

    company: Company
    advice: Advice
    unplanned: str = ""
    """Why it has no plan although one was wanted, in a sentence."""


def both_planned(before: State, after: State, machine: Machine) -> tuple[State, State]:
    """The two with their plans where both have a basis for one; else without, and with what is missing."""
    missing = [unplannable(state.advice, machine.pack) for state in (before, after)]
    if any(missing):
        one, other = (replace(state, unplanned=why) for state, why in zip((before, after), missing, strict=True))
        return one, other
    one, other = (replace(state, advice=planned(state.advice, state.company, machine)) for state in (before, after))
    return one, other
