"""Values as they are typed into a facts file, so that reading them gives them back."""

from json import dumps

from salesdesign.characters import yaml_text
from salesdesign.facts.numbers import written
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType


def typed(fact: Fact, value: Stated) -> str:
    """A value as YAML on one line; texts in quotes, so that none is taken for a number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"[{', '.join(item if isinstance(item, str) else written(item) for item in value)}]"
    if isinstance(value, (int, float)):
        return written(value)
    return yaml_text(dumps(value, ensure_ascii=False)) if fact.type == FactType.TEXT else value
