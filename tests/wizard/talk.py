"""A conversation in a test: lines in, the last outlook and everything that was said out."""

from dataclasses import dataclass

from salesdesign.model.company import Values
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.outlook import Outlook, look
from salesdesign.wizard.reply import reply
from salesdesign.wizard.state import State
from salesdesign.wizard.turn import Ending

MUSTS = ("Acme", "total 8", "island", "3", "3", "20k")
"""What every company is asked, answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How a conversation stands after some lines."""

    outlook: Outlook
    said: tuple[str, ...]
    """What was said to the last line."""
    ending: Ending | None

    @property
    def asked(self) -> str:
        """The id of the question, and of its part where it has several."""
        spot = self.outlook.spot
        return "" if spot is None else f"{spot.question}/{spot.part}" if spot.part else spot.question

    @property
    def facts(self) -> Values:
        """What is stated."""
        return self.outlook.file.company.facts

    @property
    def text(self) -> str:
        """The facts file."""
        return self.outlook.state.text


def talk(desk: Desk, *lines: str, text: str = "") -> Talk:
    """The conversation after these lines, begun with a facts file."""
    outlook = look(State(text=text), desk)
    said: tuple[str, ...] = ()
    ending: Ending | None = None
    for line in lines:
        turn = reply(outlook, line)
        outlook, said, ending = look(turn.state, desk), turn.said, turn.ending
    return Talk(outlook=outlook, said=said, ending=ending)
