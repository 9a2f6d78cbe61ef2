"""What comes of one line that was typed."""

from dataclasses import replace
from enum import StrEnum

from salesdesign.records import dataclass
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.state import Spot, State


class Ending(StrEnum):
    """How a conversation ends."""

    SAVED = "saved"
    """Left for another day."""
    ADVICE = "advice"
    """With the advice for what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The state after a line, and what is said about it."""

    state: State
    said: tuple[str, ...] = ()
    ending: Ending | None = None


def puzzled(outlook: Outlook, line: str) -> Turn:
    """The same question again, with the line that says what is accepted."""
    return Turn(state=outlook.state, said=(line,))


def answered(outlook: Outlook, state: State, said: tuple[str, ...] = (), following: Spot | None = None) -> Turn:
    """On to what is due, or to a part that follows at once; the answered spot can be gone back to."""
    trail = outlook.state.trail
    spot = outlook.spot
    if spot is not None and spot not in trail:
        trail = (*trail, spot)
    return Turn(state=replace(state, asked=following, trail=trail), said=said)
