"""What a stranger's template may use: so much time, so much memory, so long a page."""

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from jinja2.exceptions import TemplateError, TemplateRuntimeError, TemplateSyntaxError

from salesdesign.errors import BadInput, Problem

SECONDS = 20
"""Of a processor; our own templates need less than a tenth of one."""
BYTES = 1_000_000_000
"""Of memory, beside what is in use already."""
CHARACTERS = 20_000_000
"""Of a page; the largest of ours has 300,000."""

_STATM = Path("/proc/self/statm")


def within(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a page, as long as they are not too many.

    Raises:
        TemplateRuntimeError: the page is longer than any of ours could be.
    """
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > CHARACTERS:
            raise TemplateRuntimeError(f"It writes more than {CHARACTERS:,} characters")
        yield piece


@contextmanager
def filling(name: str) -> Iterator[None]:
    """A stranger's template being filled: whatever goes wrong inside is a problem of that template.

    Raises:
        BadInput: it cannot be read or filled, or takes too much.
    """
    try:
        with bounded():
            yield
    except BadInput:
        raise
    except TemplateSyntaxError as error:
        raise _bad(error.name or name, error.lineno, str(error.message)) from error
    except TemplateError as error:
        raise _bad(name, 0, str(error) or type(error).__name__) from error
    except MemoryError as error:
        raise _bad(name, 0, f"It takes more than {BYTES / 1e9:.0f} GB of memory.") from error
    except OSError:
        raise
    except Exception as error:  # a template may do anything that Python can do wrong
        raise _bad(name, 0, str(error) or type(error).__name__) from error


@contextmanager
def bounded() -> Iterator[None]:
    """Time and memory for what is done inside; on Windows, and for memory on macOS, nothing keeps a template from more.

    Raises:
        TemplateRuntimeError: it took too long.
        MemoryError: it took too much.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _too_long)
    memory = _less_memory()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        _give_back(memory)


def _bad(name: str, line: int, wrong: str) -> BadInput:
    mend = "Mend the template, or leave out --templates."
    said = f"{wrong[:500].rstrip('.')}."
    return BadInput([Problem(file=f"templates/{name}", line=line, column=min(line, 1), wrong=said, mend=mend)])


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TemplateRuntimeError(f"It takes more than {SECONDS} seconds")


def _less_memory() -> tuple[int, int] | None:
    """The limit that was in force before; None where memory cannot be limited."""
    if not _STATM.is_file():
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(_STATM.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE") + BYTES
    if hard != resource.RLIM_INFINITY and wanted > hard:
        return None  # somebody else limits it already
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    return soft, hard


def _give_back(memory: tuple[int, int] | None) -> None:
    if memory is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, memory)
