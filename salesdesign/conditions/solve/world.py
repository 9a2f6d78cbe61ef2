"""What facts may be: the values of each, how some follow from others, and what they can never be together."""

from collections.abc import Mapping
from dataclasses import field

from salesdesign.conditions.walk import evaluate
from salesdesign.model.catalogue import Band, Catalogue, Derived, FactType, bounds_of
from salesdesign.model.expression import Expression, Value
from salesdesign.records import dataclass

_DISCRETE = frozenset({FactType.COUNT, FactType.SCALE})


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that limits a company's facts."""

    types: Mapping[str, FactType]
    """Facts that a company may state, and decisions."""
    choices: Mapping[str, tuple[str, ...]]
    bounds: Mapping[str, tuple[float | None, float | None]]
    liked: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Where most companies lie, so that what is found looks like one."""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Shares that make a whole, by the whole."""
    never: tuple[Expression, ...] = ()
    """What is never true of a company's facts."""

    def is_whole(self, name: str) -> bool:
        """Whether a number is always whole."""
        return self.types.get(name) in _DISCRETE or name.startswith("#")

    def derive(self, stated: Mapping[str, Value]) -> dict[str, Value]:
        """The stated facts with all that follow from them."""
        facts = dict(stated)
        for name, derived in self.derived.items():
            if facts.get(name) is None:
                value = _valued(derived, facts)
                if value is not None:
                    facts[name] = value
        return facts


def world_of(catalogue: Catalogue, decided: Mapping[str, tuple[FactType, tuple[str, ...]]]) -> World:
    """The world of a catalogue; `decided` are decisions that count as facts, with their options."""
    facts = catalogue.facts
    shares: dict[str, list[str]] = {}
    for fact in facts.values():
        if fact.whole:
            shares.setdefault(fact.whole, []).append(fact.name)
    return World(
        types={
            **{name: fact.type for name, fact in facts.items()},
            **{name: kind for name, (kind, _) in decided.items()},
        },
        choices={
            **{name: tuple(choice.id for choice in fact.choices) for name, fact in facts.items() if fact.choices},
            **{name: options for name, (_, options) in decided.items() if options},
        },
        bounds={name: bounds_of(fact) for name, fact in facts.items()},
        liked={name: fact.typical for name, fact in facts.items() if fact.typical},
        derived=catalogue.derived,
        wholes={whole: tuple(parts) for whole, parts in shares.items()},
        never=tuple(rule.never for rule in catalogue.consistency),
    )


def band_of(value: float, bands: tuple[Band, ...]) -> str | None:
    """The highest band that a value reaches; None below the lowest."""
    return next((band.id for band in reversed(bands) if value >= band.start), None)


def _valued(derived: Derived, facts: Mapping[str, Value]) -> Value:
    value = evaluate(derived.value, facts)
    if derived.bands and isinstance(value, (int, float)):
        return band_of(value, derived.bands)
    return None if derived.bands else value
