"""What a stranger's template may do with texts, lists and numbers: nothing that makes much of little."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import filters, pass_eval_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.nodes import EvalContext

LONGEST = 1_000_000
"""Characters of a text that is put together at one stroke."""

# fmt: off
TEXT_METHODS = frozenset([
    "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isdigit", "islower",
    "isnumeric", "isspace", "isupper", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind",
    "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
])
"""What can be asked of a text and makes it no longer."""

HARMLESS = frozenset([
    "abs", "attr", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "forceescape", "groupby",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "safe",
    "select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper", "urlencode", "wordcount",
])
"""Those of Jinja's filters whose result is hardly larger than what they are given."""
# fmt: on


@pass_eval_context
def _join(eval_ctx: EvalContext, value: Iterable[object], d: str = "", attribute: str | None = None) -> str:
    items = list(value)
    _bear(len(str(d)) * len(items) + sum(len(item) for item in items if isinstance(item, str)))
    return filters.sync_do_join(eval_ctx, items, d, attribute)


@pass_eval_context
def _replace(eval_ctx: EvalContext, s: str, old: str, new: str) -> str:
    _bear(len(str(s)) + str(s).count(str(old)) * len(str(new)))
    return filters.do_replace(eval_ctx, s, old, new)


def _format(value: str, *given: Any, **named: Any) -> str:  # Any: as Jinja has it
    if re.search(r"\*|[0-9]{4}", value):
        raise TemplateRuntimeError("A format has a width of at most 999")
    return filters.do_format(value, *given, **named)


def _sum(value: Iterable[object]) -> float:
    items = list(value)
    numbers = [item for item in items if isinstance(item, int | float)]
    if len(numbers) < len(items):
        raise TemplateRuntimeError("Only numbers have a sum")
    return sum(numbers)


def _int(value: Any, default: int = 0) -> int:  # Any: as Jinja has it
    return filters.do_int(_short(value), default)


def _float(value: Any, default: float = 0.0) -> float:  # Any: as Jinja has it
    return filters.do_float(_short(value), default)


@pass_eval_context
def _to_json(eval_ctx: EvalContext, value: Any) -> str:  # Any: whatever JSON can hold
    return filters.do_tojson(eval_ctx, value)


def _short(value: Any) -> Any:  # Any: as Jinja has it
    if isinstance(value, str) and len(value) > 400:
        raise TemplateRuntimeError("A number has at most 400 digits")
    return value


def _bear(size: int) -> None:
    if size > LONGEST:
        raise TemplateRuntimeError(f"It makes a text of more than {LONGEST:,} characters")


BOUNDED: Mapping[str, Callable[..., Any]] = {
    "float": _float,
    "format": _format,
    "int": _int,
    "join": _join,
    "replace": _replace,
    "sum": _sum,
    "tojson": _to_json,
}
"""Those that could make much of little, with a bound."""
