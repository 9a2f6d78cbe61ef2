"""What is legal in a pack and probably wrong: one function a code."""

from salesdesign.pack.lint.codes import CHECKS, Check
from salesdesign.pack.lint.run import lint

__all__ = ["CHECKS", "Check", "lint"]
