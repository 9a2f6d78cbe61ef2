"""A doubt about a pack that is valid and yet probably not what was meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """What is doubtful at one place, and the mend."""

    file: str
    line: int = 0
    """From 1; 0 where no line is to blame."""
    code: str
    """Kebab-case, the name of the check."""
    about: str = ""
    """The id of the rule, criterion, option or claim."""
    wrong: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(filter(None, (place, self.code, f"{self.wrong} {self.mend}")))
