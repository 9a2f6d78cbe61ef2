"""How much a finding matters."""

from enum import StrEnum


class Severity(StrEnum):
    """What a finding does to the run."""

    ERROR = "error"
    """The gate fails."""
    WARNING = "warning"
    """It is said, and the gate passes."""
    OFF = "off"
    """Nobody asks."""
