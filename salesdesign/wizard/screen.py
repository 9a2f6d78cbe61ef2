"""The live front: arrow keys, a line to type in, and the scoreboard beside the question, drawn by prompt_toolkit."""

import os
import sys
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point, Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import ConditionalContainer, Dimension, DynamicContainer, HSplit, Layout, VSplit, Window
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.styles import Style

from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import Look
from salesdesign.wizard import panels
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.picking import Picker, picker_of
from salesdesign.wizard.plain import wrapped
from salesdesign.wizard.preview import preview
from salesdesign.wizard.prompt import Prompt
from salesdesign.wizard.scoreboard import Scoreboard, scoreboard_of

STYLE = Style.from_dict(
    {
        "question": "bold",
        "part": "bold",
        "why": "italic",
        "chosen": "ansigreen bold",
        "closed": "ansibrightblack",
        "told": "bold",
        "cursor": "reverse",
        "understood": "ansigreen",
        "hint": "ansibrightblack",
        "keys": "ansibrightblack",
    }
)
LEAST_CHOICES = 3
MARGIN = 30
"""No narrower is anything wrapped, however narrow the terminal."""
HIGH = 20
"""In fewer rows than these the scoreboard gives way to the question."""


class Screen:
    """Asks on a terminal, one drawn question at a time; what was answered stays above it as plain lines."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._output = _output()
        self._depth = None if look.colour else ColorDepth.DEPTH_1_BIT
        self._input = create_input()

    def ask(self, outlook: Outlook, prompt: Prompt, said: tuple[str, ...]) -> str:
        """One line, typed or picked.

        Raises:
            EOFError, KeyboardInterrupt: Ctrl-D, Ctrl-C.
        """
        width = max(MARGIN, self._output.get_size().columns - 1)
        for line in wrapped(said, width):
            sys.stderr.write(encodable(f"{line}\n", self._look.encoding))
        sys.stderr.flush()
        asked = _Asked(outlook, prompt, self._look, self._output)
        application: Application[str] = Application(
            layout=asked.layout(),
            key_bindings=asked.keys(),
            style=STYLE,
            color_depth=self._depth,
            erase_when_done=True,
            input=self._input,
            output=self._output,
        )
        return application.run()


class _Asked:
    """One question on the screen."""

    def __init__(self, outlook: Outlook, prompt: Prompt, look: Look, output: Output) -> None:
        self._outlook = outlook
        self._prompt = prompt
        self._look = look
        self._output = output
        self._board: Scoreboard = scoreboard_of(outlook)
        self._picker: Picker = picker_of(prompt)
        self._buffer = Buffer(multiline=False)

    def layout(self) -> Layout:
        """The question with the scoreboard beside it or above it, whatever fits the terminal of the moment."""
        beside, above = self._arranged()
        fitting = DynamicContainer(lambda: beside if self._width() >= panels.BESIDE else above)
        return Layout(fitting, focused_element=self._buffer)

    def keys(self) -> KeyBindings:
        """What each key does; everything else goes into the line."""
        keys = KeyBindings()
        empty = Condition(lambda: not self._buffer.text)
        keys.add("enter")(self._enter)
        for interrupted in ("c-c", "<sigint>"):  # by the key, and from another terminal
            keys.add(interrupted)(lambda event: event.app.exit(exception=KeyboardInterrupt))
        keys.add("c-d", filter=empty)(lambda event: event.app.exit(exception=EOFError))
        keys.add("left", filter=empty)(lambda event: event.app.exit(result="back"))
        if self._prompt.choices:
            keys.add("up")(lambda _: self._pick(self._picker.moved(-1)))
            keys.add("down")(lambda _: self._pick(self._picker.moved(1)))
            keys.add("tab")(lambda _: self._pick(self._picker.moved(1)))
        if self._prompt.several:
            keys.add("space", filter=empty)(lambda _: self._pick(self._picker.toggled()))
        return keys

    def _pick(self, picker: Picker) -> None:
        self._picker = picker

    def _enter(self, event: KeyPressEvent) -> None:
        event.app.exit(result=self._buffer.text or self._picker.line)

    def _width(self) -> int:
        return self._output.get_size().columns

    def _room(self) -> int:
        """How wide the question may be."""
        width = self._width()
        return max(MARGIN, width - panels.BOARD - 3 if width >= panels.BESIDE else width - 1)

    def _board_width(self) -> int:
        return panels.BOARD if self._width() >= panels.BESIDE else self._width() - 1

    def _arranged(self) -> tuple[AnyContainer, AnyContainer]:
        """The two ways to arrange the screen: side by side, and one above the other."""
        question = self._question()
        board = self._text(lambda: panels.board_panel(self._board, self._look.signs, self._board_width()))
        high = Condition(lambda: self._output.get_size().rows >= HIGH)
        above = ConditionalContainer(HSplit([board, Window(height=1)]), high)
        beside = VSplit([question, Window(width=2), HSplit([board], width=panels.BOARD)])
        return beside, HSplit([above, question])

    def _question(self) -> HSplit:
        choices = FormattedTextControl(
            lambda: self._styled(panels.choice_panel(self._prompt, self._picker, self._room())),
            get_cursor_position=lambda: Point(0, panels.cursor_line(self._prompt, self._picker, self._room())),
        )
        return HSplit(
            [
                self._text(lambda: panels.question_panel(self._prompt, self._room())),
                Window(choices, height=self._choices_height),
                Window(
                    BufferControl(self._buffer, input_processors=[BeforeInput("> ", style="class:question")]), height=1
                ),
                self._text(
                    lambda: panels.hint_panel(self._prompt, preview(self._outlook, self._buffer.text), self._room())
                ),
                self._text(lambda: panels.keys_panel(self._prompt, self._room())),
            ]
        )

    def _choices_height(self) -> Dimension:
        tall = len(panels.choice_panel(self._prompt, self._picker, self._room()))
        return Dimension(min=min(LEAST_CHOICES, tall), preferred=tall, max=tall)

    def _text(self, lines: Callable[[], list[panels.Line]]) -> Window:
        return Window(FormattedTextControl(lambda: self._styled(lines())), dont_extend_height=True)

    def _styled(self, lines: list[panels.Line]) -> StyleAndTextTuples:
        encoded = [(style, encodable(text, self._look.encoding)) for style, text in lines]
        return [
            fragment
            for number, (style, text) in enumerate(encoded)
            for fragment in ((style, text), *((("", "\n"),) if number < len(encoded) - 1 else ()))
        ]


def _output() -> Output:
    """Standard error as a terminal that is never asked where its cursor is: some never answer, or slowly."""
    if sys.platform == "win32":
        return create_output(stdout=sys.stderr)
    from prompt_toolkit.output.vt100 import Vt100_Output

    return Vt100_Output(sys.stderr, _size, term=os.environ.get("TERM"), enable_cpr=False)


def _size() -> Size:
    """How large the terminal is now; the usual size where it does not say."""
    columns, rows = os.get_terminal_size(sys.stderr.fileno())
    return Size(rows=rows or 24, columns=columns or 80)
