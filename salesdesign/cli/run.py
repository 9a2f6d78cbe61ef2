"""How a command line ends: the one place where failures become a line to read and an exit code."""

import traceback
from collections.abc import Sequence

from typer.exceptions import TyperException

from salesdesign.cli.app import app
from salesdesign.cli.streams import say
from salesdesign.errors import ExitCode, SalesdesignError

_REPORT = """
This is a defect of salesdesign, not of your facts. Please report it with the lines above, the command that you typed,
and, if you may share it, the facts file."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command line; what went wrong is said on standard error."""
    try:
        return app(args=arguments, prog_name="salesdesign", standalone_mode=False) or ExitCode.DONE
    except SalesdesignError as error:
        say(str(error))
        return error.exit_code
    except TyperException as error:
        say(_usage(error))
        return ExitCode.INPUT
    except OSError as error:
        say(_machine(error))
        return ExitCode.MACHINE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the end of the line: a traceback for us, a sentence and a code for the caller
        if _is_interrupt(error):
            return ExitCode.INTERRUPTED
        say(traceback.format_exc() + _REPORT)
        return ExitCode.DEFECT


def _is_interrupt(error: BaseException | None) -> bool:
    """Whether it began with Ctrl-C: Python makes another error of it while a class is being made."""
    return error is not None and (isinstance(error, KeyboardInterrupt) or _is_interrupt(error.__cause__))


def _usage(error: TyperException) -> str:
    """A wrong command line in one line, with the command whose help shows the right one."""
    context = getattr(error, "ctx", None)  # only errors of usage have one, and their class is not public
    command = context.command_path if context else "salesdesign"
    message = error.format_message()
    return f"{command}: {message}{'' if message.endswith(('.', '?')) else '.'} See: {command} --help"


def _machine(error: OSError) -> str:
    """A failure of the disk or a permission in one line."""
    return ": ".join(filter(None, (error.filename and str(error.filename), f"{error.strerror or error}.")))
