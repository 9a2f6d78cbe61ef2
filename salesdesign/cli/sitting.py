"""One sitting with the wizard: which file, which front, and what is printed at its end."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from salesdesign.advise import completed, probed
from salesdesign.cli.files import check_target
from salesdesign.cli.given import file_bytes, pack_at
from salesdesign.cli.streams import say, say_raw, show
from salesdesign.errors import BadInput, BadUsage, ExitCode, Problem
from salesdesign.records import dataclass
from salesdesign.reporting.build import build
from salesdesign.reporting.look import PLAIN, look_of
from salesdesign.reporting.render import render
from salesdesign.wizard.conversation import Ended, Front, converse
from salesdesign.wizard.desk import Desk, desk_of
from salesdesign.wizard.farewell import MAKING, greeting, next_commands, resume_line, wants_plan
from salesdesign.wizard.outlook import look
from salesdesign.wizard.plain import Plain
from salesdesign.wizard.reading import read_text
from salesdesign.wizard.state import State
from salesdesign.wizard.store import free_path, save
from salesdesign.wizard.turn import Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for on the command line."""

    output: Path | None
    resume: Path | None
    answers: Path | None
    plain: bool
    rules: Path | None


class Desktop:
    """The file that a sitting writes; without a name it gets one once the company has one."""

    def __init__(self, path: Path | None, desk: Desk) -> None:
        self.path = path
        self._desk = desk

    def __call__(self, state: State) -> None:
        """Save a state."""
        if self.path is None:
            self.path = free_path(Path(), read_text(state.text, self._desk.catalogue).company.name)
        save(self.path, state.text)


def sit(wishes: Wishes) -> ExitCode:
    """How a sitting ended."""
    if wishes.answers is None and not sys.stdin.isatty():
        raise BadUsage(_NO_TERMINAL)
    target = _target(wishes)
    desk = desk_of(pack_at(wishes.rules))
    state = State(text=_text(wishes.resume) if wishes.resume else "")
    foreign = _checked(state, desk, wishes.resume)
    file = Desktop(target, desk)
    try:
        ended = converse(state, desk, _front(wishes), file, greeting(target, foreign, desk.pack.organises))
    except KeyboardInterrupt:
        say(f"\n{resume_line(file.path)}")
        return ExitCode.INTERRUPTED
    except EOFError:
        return _out_of_answers(wishes, file, desk)
    return _finish(ended, file, desk)


MOST_ANSWERS = 500
"""In a file; a sitting has some sixty questions at most."""
_LONG = 200
"""Bytes of an answer, on average."""

_NO_TERMINAL = (
    "wizard: There is no terminal to ask in. Give the answers in a file, one a line: salesdesign wizard -o acme.yaml "
    "--answers answers.txt; or from a pipe: ... | salesdesign wizard -o acme.yaml --answers -"
)


def _target(wishes: Wishes) -> Path | None:
    """The file to write, checked before anything is asked."""
    path = wishes.output or wishes.resume
    if path is None:
        return None
    if path.exists() and wishes.output and wishes.output != wishes.resume:
        raise BadUsage(f"{path}: The file is there already. Go on with it: --resume {path}, or name another one.")
    check_target(path)
    return path


def _text(path: Path) -> str:
    try:
        return file_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput([Problem(file=str(path), wrong="This is no UTF-8 text.", mend="Save it as UTF-8.")]) from error


def _checked(state: State, desk: Desk, path: Path | None) -> tuple[str, ...]:
    """The keys of the file that are not ours. Raises: BadInput where its facts are wrong."""
    return read_text(state.text, desk.catalogue, str(path or "")).foreign


def _front(wishes: Wishes) -> Front:
    """The front that fits: plain lines for a file of answers, a simple terminal, and whoever asks for them."""
    if wishes.answers is not None:
        return Plain(_lines_of(wishes.answers), say_raw, echo=True)
    look = look_of(sys.stderr, os.environ)
    if wishes.plain or os.environ.get("ACCESSIBLE") or look is PLAIN:
        return Plain(sys.stdin.readline, say_raw, echo=False)
    from salesdesign.wizard.screen import Screen

    return Screen(look)


def _lines_of(path: Path) -> Callable[[], str]:
    """Reads one answer after the other.

    Raises: BadInput for a file that is far longer than any sitting.
    """
    data = file_bytes(path)
    lines = data[: MOST_ANSWERS * _LONG].decode("utf-8", "replace").splitlines(keepends=True)
    if len(data) > MOST_ANSWERS * _LONG or len(lines) > MOST_ANSWERS:
        wrong = f"There are more than {MOST_ANSWERS} answers, or very long ones."
        raise BadInput([Problem(file=str(path), wrong=wrong, mend="Give one short answer a line.")])
    left = iter(lines)
    return lambda: next(left, "")


def _out_of_answers(wishes: Wishes, file: Desktop, desk: Desk) -> ExitCode:
    """How it ends when no line comes any more: a file of answers ends in the advice, a terminal is left."""
    say("")
    if file.path is None or not file.path.exists():
        raise BadUsage("wizard: The answers ended before the company had a name. The first line is its name.")
    if wishes.answers is None:
        say(resume_line(file.path))
        return ExitCode.DONE
    return _finish_with(State(text=_text(file.path)), file, desk)


def _finish(ended: Ended, file: Desktop, desk: Desk) -> ExitCode:
    for line in ended.said:
        say(line)
    if ended.ending is Ending.SAVED or file.path is None:
        say(resume_line(file.path))
        return ExitCode.DONE
    return _finish_with(ended.outlook.state, file, desk)


def _finish_with(state: State, file: Desktop, desk: Desk) -> ExitCode:
    """The advice on standard output, the report beside the facts, and what to do next."""
    outlook = look(state, desk)
    say(MAKING)
    advice = probed(outlook.advice, outlook.file.company, desk.machine)
    advice = completed(advice, outlook.file.company, desk.machine)
    report = build(advice, desk.pack)
    show(render(report, "terminal", look=look_of(sys.stdout, os.environ)))
    assert file.path is not None  # noqa: S101  the company has a name by now
    page = file.path.with_suffix(".html")
    save(page, render(report, "html"))
    say(f"\nThe facts: {file.path}\nThe report: {page} (open it in a browser)\n\nNext:")
    for line in next_commands(advice, file.path, planning=wants_plan(outlook)):
        say(f"  {line}")
    return ExitCode.DONE
