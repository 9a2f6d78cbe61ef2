"""The language of conditions: read, checked against what may be named, walked, and written as Python."""

from salesdesign.conditions.parse import parse_calculation, parse_condition
from salesdesign.conditions.problems import ConditionError, ConditionProblem
from salesdesign.conditions.scope import Scope

__all__ = ["ConditionError", "ConditionProblem", "Scope", "parse_calculation", "parse_condition"]
