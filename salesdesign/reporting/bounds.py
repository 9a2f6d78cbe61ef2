"""A stranger's template being filled: a page of bounded length, and problems in words."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jinja2.exceptions import TemplateError, TemplateRuntimeError, TemplateSyntaxError

from salesdesign.errors import BadInput, Problem

CHARACTERS = 20_000_000
"""Of a page; the largest of ours has 300,000."""


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
        yield
    except BadInput:
        raise
    except TemplateSyntaxError as error:
        raise _bad(error.name or name, error.lineno, str(error.message)) from error
    except TemplateError as error:
        raise _bad(name, 0, str(error) or type(error).__name__) from error
    except MemoryError as error:
        raise _bad(name, 0, "It takes more memory than there is.") from error
    except OSError:
        raise
    except Exception as error:  # a template may do anything that Python can do wrong
        raise _bad(name, 0, str(error) or type(error).__name__) from error


def _bad(name: str, line: int, wrong: str) -> BadInput:
    mend = "Mend the template, or leave out --templates."
    said = f"{wrong[:500].rstrip('.')}."
    return BadInput([Problem(file=f"templates/{name}", line=line, column=min(line, 1), wrong=said, mend=mend)])
