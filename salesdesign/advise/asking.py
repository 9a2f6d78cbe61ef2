"""Which facts a company is asked for, so that what is missing becomes known."""

from collections.abc import Iterable

from salesdesign.facts.names import USD_PER_UNIT
from salesdesign.model.company import Values


def to_ask(names: Iterable[str], stated: Values) -> tuple[str, ...]:
    """The facts to ask for, each once: an amount that is stated already only waits for its rate."""
    return tuple(dict.fromkeys(USD_PER_UNIT if name in stated else name for name in names))
