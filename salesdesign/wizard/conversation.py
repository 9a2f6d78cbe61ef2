"""The conversation itself: look, ask, reply, save, until it ends. Both fronts and a file of answers go through here."""

from collections.abc import Callable
from typing import Protocol

from salesdesign.records import dataclass
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.outlook import Outlook, look
from salesdesign.wizard.prompt import Prompt, prompt_of
from salesdesign.wizard.reply import reply
from salesdesign.wizard.scoreboard import effect, meaning
from salesdesign.wizard.state import State
from salesdesign.wizard.turn import Ending


class Front(Protocol):
    """Where questions are shown and answers typed."""

    def ask(self, outlook: Outlook, prompt: Prompt, said: tuple[str, ...]) -> str:
        """One line, as it was typed.

        Raises:
            EOFError: no line will come any more.
            KeyboardInterrupt: the person wants to leave.
        """


Save = Callable[[State], None]
"""Puts a state where nothing can be lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a conversation ended, and where it stood."""

    outlook: Outlook
    said: tuple[str, ...]
    """What was left to say."""
    ending: Ending


def converse(state: State, desk: Desk, front: Front, save: Save, said: tuple[str, ...] = ()) -> Ended:
    """The end of a conversation; every answer is saved before the next question is asked.

    Raises:
        EOFError, KeyboardInterrupt: from the front; nothing is lost.
    """
    outlook = look(state, desk)
    while outlook.question is not None:
        turn = reply(outlook, front.ask(outlook, prompt_of(outlook), said))
        if turn.state.text != outlook.state.text:
            save(turn.state)
        before, outlook = outlook, look(turn.state, desk)
        said = (*turn.said, *_effect(before, outlook))
        if turn.ending is not None:
            return Ended(outlook=outlook, said=said, ending=turn.ending)
    return Ended(outlook=outlook, said=said, ending=Ending.ADVICE)


def _effect(before: Outlook, after: Outlook) -> tuple[str, ...]:
    if before.state.text == after.state.text:
        return ()
    return tuple(filter(None, (effect(before, after), meaning(before, after))))
