"""What stands where on the live screen: the question, its choices, the scoreboard, as styled lines."""

from collections.abc import Iterator
from textwrap import wrap

from salesdesign.characters import visible
from salesdesign.reporting.blocks import Place
from salesdesign.reporting.drawing import Signs
from salesdesign.wizard.picking import Picker
from salesdesign.wizard.prompt import Prompt
from salesdesign.wizard.scoreboard import Scoreboard, board_lines

Line = tuple[str, str]
"""A style and a text."""

BESIDE = 108
"""From this many columns on the scoreboard stands beside the question, else above it."""

BOARD = 54
"""How wide the scoreboard is."""


def board_panel(board: Scoreboard, signs: Signs, width: int) -> list[Line]:
    """The options with their bars, then who is in front and how much is left to ask."""
    styles = {Place.CHOSEN: "class:chosen", Place.CLOSED: "class:closed", Place.OPEN: ""}
    drawn = board_lines(board, signs, width)
    lines = [(styles[bar.place], line) for bar, line in zip(board.bars, drawn, strict=True)]
    told = ", ".join(filter(None, (board.leader, board.stands)))
    told_lines = wrap(visible(f"{told}; {board.left}"), width)
    legend = [("class:hint", line) for line in wrap(visible(board.legend), width)]
    return [*lines, *(("class:told", line) for line in told_lines), *legend]


def question_panel(prompt: Prompt, width: int) -> list[Line]:
    """The question with all that explains it."""
    parts = [("class:question", prompt.text), ("class:part", prompt.part), ("", prompt.help), ("class:why", prompt.why)]
    lines = [(style, line) for style, text in parts if text for line in wrap(visible(text), width)]
    return [*lines, *(("class:table", row[:width]) for row in prompt.table)]


def choice_panel(prompt: Prompt, picker: Picker, width: int) -> list[Line]:
    """The choices, each on as many lines as it needs, the one under the cursor marked by more than its colour."""
    return [line for number in range(picker.count) for line in _choice(prompt, picker, number, width)]


def cursor_line(prompt: Prompt, picker: Picker, width: int) -> int:
    """On which line of the choices the cursor is."""
    return sum(len(list(_choice(prompt, picker, number, width))) for number in range(picker.cursor or 0))


def hint_panel(prompt: Prompt, understood: str, width: int) -> list[Line]:
    """How to answer, what Enter takes, and how what was typed so far is understood."""
    enter = f"Enter: {prompt.enter}." if prompt.enter else ""
    text = f"= {understood}" if understood else " ".join(filter(None, (prompt.accepts, enter)))
    style = "class:understood" if understood else "class:hint"
    return [(style, line) for line in wrap(visible(text), width)]


def keys_panel(prompt: Prompt, width: int) -> list[Line]:
    """Which keys do what."""
    arrows = "up/down choose, " if prompt.choices else ""
    space = "space marks, " if prompt.several else ""
    text = f"{arrows}{space}left back, or type: back change review help done quit"
    return [("class:keys", line) for line in wrap(text, width)]


def _choice(prompt: Prompt, picker: Picker, number: int, width: int) -> Iterator[Line]:
    here = picker.cursor == number
    pointer = ">" if here else " "
    box = ("[x] " if number in picker.marked else "[ ] ") if picker.several else ""
    lead = f"{pointer}{number + 1:>2} {box}"
    text = visible(prompt.choices[number].text)
    for row, line in enumerate(wrap(text, max(20, width - len(lead)))):
        yield ("class:cursor" if here else ""), f"{lead if row == 0 else ' ' * len(lead)}{line}"
