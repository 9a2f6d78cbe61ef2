"""The kinds of entries that `rules list` knows."""

from enum import StrEnum


class Listed(StrEnum):
    """What can be listed."""

    RULES = "rules"
    DECISIONS = "decisions"
    CRITERIA = "criteria"
    OPTIONS = "options"
    FACTS = "facts"
    PRACTICES = "practices"
    RISKS = "risks"
    ACTIONS = "actions"
    TRIGGERS = "triggers"
    ROLES = "roles"
    CLAIMS = "claims"
    BENCHMARKS = "benchmarks"
    WORDS = "words"
