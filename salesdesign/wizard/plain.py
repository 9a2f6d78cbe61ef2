"""The plain front: one question at a time in lines, never redrawn, for pipes, slow lines and screen readers."""

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from salesdesign.characters import visible
from salesdesign.wizard.names import PLAN
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.prompt import Prompt
from salesdesign.wizard.scoreboard import scoreboard_of

WIDTH = 80
MARK = "> "

Read = Callable[[], str]
"""The next line that was typed; empty at the end, else with its line break."""

Write = Callable[[str], None]


class Plain:
    """Asks in lines and reads lines."""

    def __init__(self, read: Read, write: Write, *, echo: bool) -> None:
        """`echo` repeats each line that was read, where no terminal has shown it."""
        self._read = read
        self._write = write
        self._echo = echo
        self._asked: Prompt | None = None

    def ask(self, outlook: Outlook, prompt: Prompt, said: tuple[str, ...]) -> str:
        """One line, as it was typed. After a bad answer the question is not said again.

        Raises:
            EOFError: there are no more.
        """
        again = prompt == self._asked and len(said) == 1
        self._asked = prompt
        lines = [*wrapped(said)] if again else [*wrapped(said), *_standing(outlook, said), *_lines(prompt)]
        self._write("\n".join([*lines, MARK]))
        line = self._read()
        if not line:
            raise EOFError
        typed = _ESCAPES.sub("", line).strip("\r\n")
        self._write(f"{visible(typed)}\n" if self._echo else "")
        return typed


_ESCAPES = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")
"""What arrow keys leave in a line."""


def _standing(outlook: Outlook, said: Iterable[str]) -> Iterator[str]:
    """Who is in front, in words, once somebody is; nothing between the parts of one question."""
    board = scoreboard_of(outlook)
    inside = outlook.spot is not None and outlook.spot.part > 0
    if outlook.state.offers.get(PLAN):
        yield from wrapped((f"{board.left[:1].upper()}{board.left[1:]}.",))
    elif said and board.stands and not inside:
        yield from wrapped((f"In front: {board.leader}, {board.stands}; {board.left}.",))
    yield ""


def _lines(prompt: Prompt) -> Iterator[str]:
    yield from wrapped(("" if prompt.begun else prompt.text, prompt.part, prompt.help, prompt.why))
    yield from prompt.table
    for number, choice in enumerate(prompt.choices, 1):
        yield from wrap(visible(f"{number:>2}  {choice.text}"), WIDTH, subsequent_indent="    ")
    enter = f"[Enter: {prompt.enter}]" if prompt.enter else ""
    yield from wrapped((" ".join(filter(None, (prompt.accepts, enter))),))


def wrapped(texts: Iterable[str], width: int = WIDTH) -> Iterator[str]:
    """Texts as lines of a width, each with its own indentation."""
    for text in texts:
        lead = text[: len(text) - len(text.lstrip())]
        yield from wrap(visible(text), width, subsequent_indent=lead)
