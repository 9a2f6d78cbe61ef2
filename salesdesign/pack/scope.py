"""The names that conditions may use: stated and derived facts, decisions taken before, figures of benchmarks."""

from collections.abc import Iterable, Iterator, Mapping

from salesdesign.conditions.scope import Scope
from salesdesign.model.catalogue import Band, Choice, Derived, Fact, FactType
from salesdesign.model.expression import Call, Expression, FactOf, Function, Literal
from salesdesign.model.pack import Benchmark, Choose

DECIDED = "decided"
BENCHMARK = "benchmark"
SEGMENTS = "segments"
"""The list of segments, to be counted; no fact of the catalogue, as each entry holds facts itself."""
SEGMENT_STRUCTURES = f"{DECIDED}.segment_structures"


def decided_facts(kinds: Mapping[str, Choose], options: Mapping[str, tuple[str, ...]]) -> Scope:
    """The decisions as facts for those that are taken later."""
    types = {
        f"{DECIDED}.{name}": FactType.CHOICE if choose is Choose.ONE else FactType.CHOICES
        for name, choose in kinds.items()
    }
    choices = {f"{DECIDED}.{name}": options.get(name, ()) for name in kinds}
    return Scope(types={**types, SEGMENT_STRUCTURES: FactType.COUNT} if types else {}, choices=choices, figures={})


def catalogue_scope(facts: Iterable[Fact], derived: Iterable[Derived], beside: Scope) -> Scope:
    """All facts of a catalogue and what is beside it; a stated fact defines the derived one of its name."""
    stated = {fact.name: fact for fact in facts}
    followers = [follower for follower in derived if follower.name not in stated]
    types = {follower.name: follower.type for follower in followers} | {SEGMENTS: FactType.RECORDS}
    choices = {**beside.choices, **{name: _ids(fact.choices) for name, fact in stated.items() if fact.choices}}
    for follower in followers:
        choices[follower.name] = choices_of(follower, choices)
    types |= {name: fact.type for name, fact in stated.items()}
    return Scope(types={**types, **beside.types}, choices=choices, figures=beside.figures)


def choices_of(derived: Derived, choices: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The values that a derived choice can take: its bands, or those of the facts that it is taken from."""
    return _ids(derived.bands) or tuple(dict.fromkeys(_taken_from(derived.value, choices)))


def with_choices(scope: Scope, derived: Derived) -> Scope:
    """The scope with the values that a derived choice can take, where it does not know them yet."""
    if derived.type is not FactType.CHOICE or scope.choices.get(derived.name):
        return scope
    return Scope(scope.types, {**scope.choices, derived.name: choices_of(derived, scope.choices)}, scope.figures)


def _taken_from(expression: Expression, choices: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    match expression:
        case FactOf(name):
            yield from choices.get(name, ())
        case Literal(str(value)):
            yield value
        case Call(Function.FIRST, arguments):
            for argument in arguments:
                yield from _taken_from(argument, choices)


def _ids(values: Iterable[Band] | Iterable[Choice]) -> tuple[str, ...]:
    return tuple(value.id for value in values)


def joined(one: Scope, other: Scope) -> Scope:
    """Everything that either may name."""
    return Scope(
        types={**one.types, **other.types},
        choices={**one.choices, **other.choices},
        figures={**one.figures, **other.figures},
    )


def decided_names(decisions: Iterable[str]) -> frozenset[str]:
    """The names of decisions as facts."""
    return frozenset(f"{DECIDED}.{name}" for name in decisions)


def figures_of(benchmarks: Iterable[Benchmark]) -> Mapping[str, float]:
    """The typical figure of each benchmark that has a single one, by its name in conditions."""
    return {
        f"{BENCHMARK}.{benchmark.id.replace('-', '_')}": benchmark.typical
        for benchmark in benchmarks
        if isinstance(benchmark.typical, (int, float))
    }
