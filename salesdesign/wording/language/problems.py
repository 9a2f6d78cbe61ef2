"""What is wrong with a text, where, and what to do about it."""


class TextError(ValueError):
    """A text that cannot be filled, with the place of the trouble."""

    def __init__(self, offset: int, wrong: str, mend: str = "") -> None:
        self.offset = offset
        """Characters before it."""
        self.wrong = wrong
        self.mend = mend
        super().__init__(f"{wrong} {mend}".rstrip())
