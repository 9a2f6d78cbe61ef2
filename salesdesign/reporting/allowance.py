"""How much a stranger's template may do: steps, values that it makes, and time, counted alike on every system."""

import time

from jinja2.exceptions import TemplateRuntimeError

SECONDS = 20
"""Of a processor; our own templates need less than a tenth of one."""
STEPS = 100_000_000
"""A report of ours takes a few hundred thousand, the index of a hundred thousand companies some sixty million."""
VALUES = 20_000_000
"""Characters and items that are made on the way and may be kept."""
_GLANCE = 20_000
"""Steps between two looks at the clock."""


class Allowance:
    """What is left of it."""

    def __init__(self) -> None:
        self._steps, self._values, self._unseen = STEPS, VALUES, _GLANCE
        self._end = 0.0

    def step(self, steps: int) -> bool:
        """Yes, once so many steps are counted.

        Raises:
            TemplateRuntimeError: they were too many, or took too long.
        """
        self._steps -= steps
        self._unseen += steps
        if self._steps < 0:
            raise TemplateRuntimeError(f"It takes more than {STEPS:,} steps")
        if self._unseen > _GLANCE:
            self._look()
        return True

    def keep(self, value: object) -> object:
        """The value, once what it holds is counted; a list that is in a list twice counts twice.

        Raises:
            TemplateRuntimeError: all that was made is too much.
        """
        self._values -= self._size(value)
        return value

    def _size(self, value: object) -> int:
        if isinstance(value, str):
            size = len(value)
        elif isinstance(value, list | tuple | dict):
            size = len(value)
            for part in value.items() if isinstance(value, dict) else value:
                if isinstance(part, list | tuple | dict):
                    size += self._size(part)
                    self._check(size)
        else:
            size = 1
        self._check(size)
        return size

    def _check(self, size: int) -> None:
        if size > self._values:
            raise TemplateRuntimeError(f"It makes texts and lists of more than {VALUES:,} characters and items")
        self.step(1)

    def _look(self) -> None:
        now = time.process_time()
        self._end = self._end or now + SECONDS
        self._unseen = 0
        if now > self._end:
            raise TemplateRuntimeError(f"It takes more than {SECONDS} seconds")
