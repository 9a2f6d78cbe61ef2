"""Where a conversation stands: the file as it is, and what was asked in this sitting."""

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from salesdesign.records import dataclass


class Spot(NamedTuple):
    """A question, and which of its parts is asked."""

    question: str
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A conversation, whole: the same state always asks the same."""

    text: str
    """The facts file. Everything that was answered is in it."""
    asked: Spot | None = None
    """What a person went back to, or a question begun and not ended; None asks what is due."""
    trail: tuple[Spot, ...] = ()
    """What was answered in this sitting, in its order, to go back."""
    offers: Mapping[str, bool] = field(default_factory=dict)
    """How offers were answered; a table that is closed counts as one."""
    rows: tuple[str, ...] = ()
    """The file before each row of the table that was typed in this sitting, to take rows back."""
