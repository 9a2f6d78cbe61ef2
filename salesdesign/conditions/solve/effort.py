"""How much may be searched in all, counted in steps: a search ends at the same place on every machine."""

UNBOUNDED = 10**18
"""More steps than anybody waits for."""


class Spent(Exception):
    """There was more to search than may be: what is not found yet is not looked for."""


class Effort:
    """Steps that all searches together may take; one is about as much as looking at one bound on a number."""

    __slots__ = ("_left", "_steps")

    def __init__(self, steps: int = UNBOUNDED) -> None:
        self._steps = self._left = steps

    @property
    def taken(self) -> int:
        """The steps that were taken so far."""
        return self._steps - self._left

    @property
    def spent(self) -> bool:
        """Whether more was asked for than there is."""
        return self._left < 0

    def take(self, steps: int) -> None:
        """Takes so many.

        Raises: Spent where there are fewer left, then and ever after.
        """
        self._left -= steps
        if self._left < 0:
            raise Spent
