"""The sandbox that templates run in: Jinja's own, in which nothing is changed and no arithmetic takes long."""

from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

BITS = 2_000
"""Of a whole number. Python calculates with any, and nobody can stop it while it does."""
DECIMALS = 15


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox; what multiplies and divides can neither make a number nor a text that nobody can wait for."""

    intercepted_binops = frozenset({"*", "**", "%", "//"})

    def __init__(self, **given: Any) -> None:  # Any: whatever Jinja takes
        super().__init__(**given)
        self.filters["round"] = _rounded

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # Any: as Jinja has it
        """A product, a power, a quotient or a rest.

        Raises:
            TemplateRuntimeError: it would be too large, or is none of numbers.
        """
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            raise TemplateRuntimeError(f"{operator} is for numbers alone")
        if isinstance(left, int) and isinstance(right, int):
            size = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if size > BITS:
                raise TemplateRuntimeError(f"{operator} is for numbers of at most {BITS:,} bits")
        return super().call_binop(context, operator, left, right)


def _rounded(value: float, precision: int = 0) -> float:
    """A number with so many decimals."""
    return round(value, max(-DECIMALS, min(DECIMALS, precision)))
