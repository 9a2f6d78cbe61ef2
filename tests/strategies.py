"""Random expressions, facts and packs for property tests, all over one small catalogue of vessels."""

from collections.abc import Mapping

from hypothesis import strategies as st

from salesdesign.conditions import Scope
from salesdesign.model.catalogue import Band, Catalogue, Choice, Derived, Fact, FactType
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Function,
    Literal,
    Not,
    Operator,
    Value,
)
from salesdesign.model.pack import (
    Choose,
    Criterion,
    Decision,
    Gate,
    GateKind,
    Library,
    Limit,
    Line,
    Option,
    Pack,
    Points,
    Rule,
    Steps,
)

VESSELS = ("raft", "boat", "ship", "ferry")
WATERS = ("lake", "river", "sea")
HAZARDS = ("rocks", "fog", "ice")
SIZES = ("light", "heavy")
NUMBERS = ("crew.sailors", "crew.roles.first_mate", "crew.skill", "cargo.value", "cargo.share", "cargo.per_sailor")


def _fact(name: str, fact_type: FactType, choices: tuple[str, ...] = ()) -> Fact:
    listed = tuple(Choice(id=choice, text=choice) for choice in choices)
    return Fact(name=name, type=fact_type, title=name, question=f"{name}?", choices=listed)


def _derived(name: str, fact_type: FactType, value: Expression, bands: tuple[Band, ...] = ()) -> Derived:
    return Derived(name=name, type=fact_type, title=name, value=value, bands=bands)


_FACTS = (
    _fact("crew.sailors", FactType.COUNT),
    _fact("crew.roles.first_mate", FactType.COUNT),
    _fact("crew.skill", FactType.SCALE),
    _fact("crew.captain", FactType.TEXT),
    _fact("cargo.value", FactType.MONEY),
    _fact("cargo.share", FactType.SHARE),
    _fact("water.kind", FactType.CHOICE, WATERS),
    _fact("water.hazards", FactType.CHOICES, HAZARDS),
    _fact("trip.insured", FactType.YES_NO),
    _fact("trip.start", FactType.DATE),
    _fact("trip.month", FactType.MONTH),
    _fact("trip.vessel", FactType.CHOICE, (*VESSELS, "swim")),
    _fact("harbours", FactType.RECORDS),
)
_PER_SAILOR = Arithmetic(Operator.DIVIDE, FactOf("cargo.value"), FactOf("crew.sailors"))
_DERIVED = (
    _derived("cargo.per_sailor", FactType.MONEY, _PER_SAILOR),
    _derived(
        "cargo.size",
        FactType.CHOICE,
        FactOf("cargo.per_sailor"),
        (Band(id="light", text="light", start=0.5), Band(id="heavy", text="heavy", start=2.0)),
    ),
)
CATALOGUE = Catalogue(
    sections={"crew": "Crew", "cargo": "Cargo", "water": "Water", "trip": "Trip"},
    facts={fact.name: fact for fact in _FACTS},
    derived={derived.name: derived for derived in _DERIVED},
)
"""No derived fact in it stands in for a stated one."""

SCOPE = Scope(
    types={fact.name: fact.type for fact in (*_FACTS, *_DERIVED)},
    choices={
        **{fact.name: tuple(choice.id for choice in fact.choices) for fact in _FACTS if fact.choices},
        "cargo.size": SIZES,
    },
    figures={"benchmark.LOAD_01": 2.5},
)

_SMALL = st.one_of(st.integers(-2, 6), st.integers(-4, 12).map(lambda halves: halves / 2))
_VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "crew.sailors": st.integers(0, 6),
    "crew.roles.first_mate": st.integers(0, 3),
    "crew.skill": st.integers(1, 5),
    "crew.captain": st.sampled_from(["Ann", "Bo"]),
    "cargo.value": st.integers(0, 12).map(lambda halves: halves / 2),
    "cargo.share": st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    "water.kind": st.sampled_from(WATERS),
    "water.hazards": st.lists(st.sampled_from(HAZARDS), unique=True).map(tuple),
    "trip.insured": st.booleans(),
    "trip.start": st.sampled_from(["2026-01-31", "2026-02-01"]),
    "trip.month": st.sampled_from(["2026-01", "2026-02"]),
    "trip.vessel": st.sampled_from([*VESSELS, "swim"]),
    "harbours": st.lists(st.sampled_from(["north", "south"])).map(tuple),
}


def stated_facts() -> st.SearchStrategy[dict[str, Value]]:
    """Facts of a company that leaves any of them out."""
    return st.fixed_dictionaries({}, optional=dict(_VALUES))


def all_facts() -> st.SearchStrategy[dict[str, Value]]:
    """Facts of a company that leaves none out."""
    return st.fixed_dictionaries(dict(_VALUES))


def numbers(depth: int = 2) -> st.SearchStrategy[Expression]:
    """Calculations whose value is a number."""
    leaves: st.SearchStrategy[Expression] = st.one_of(_SMALL.map(Literal), st.sampled_from(NUMBERS).map(FactOf))
    if depth == 0:
        return leaves
    parts = numbers(depth - 1)
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        leaves,
        st.builds(Arithmetic, st.sampled_from(Operator), parts, parts),
        st.builds(Call, st.just(Function.TOTAL), several),
        st.sampled_from(["water.hazards", "harbours"]).map(lambda name: Call(Function.COUNT, (FactOf(name),))),
        st.builds(_first, st.sampled_from(NUMBERS).map(FactOf), parts),
    )


def lasting_numbers(depth: int = 2) -> st.SearchStrategy[Expression]:
    """Calculations whose value, once known, stays whatever else becomes known."""
    leaves: st.SearchStrategy[Expression] = st.one_of(_SMALL.map(Literal), st.sampled_from(NUMBERS).map(FactOf))
    if depth == 0:
        return leaves
    parts = lasting_numbers(depth - 1)
    return st.one_of(leaves, st.builds(Arithmetic, st.sampled_from(Operator), parts, parts))


def conditions(depth: int = 2) -> st.SearchStrategy[Expression]:
    """Questions of every kind that the language has."""
    return _questions(depth, numbers(depth), st.sampled_from([*SCOPE.types]).map(_known))


def lasting_conditions(depth: int = 2) -> st.SearchStrategy[Expression]:
    """Questions whose answer, once known, stays whatever else becomes known."""
    return _questions(depth, lasting_numbers(depth), st.nothing())


def _questions(
    depth: int, counted: st.SearchStrategy[Expression], more: st.SearchStrategy[Expression]
) -> st.SearchStrategy[Expression]:
    leaves = st.one_of(
        st.builds(Compare, st.sampled_from(_ORDERS), counted, counted),
        st.one_of([_about(name) for name in ("water.kind", "trip.vessel", "cargo.size")]),
        st.builds(Compare, st.sampled_from(_ORDERS), st.just(FactOf("trip.start")), st.just(Literal("2026-02-01"))),
        st.builds(Compare, st.sampled_from(_ORDERS), st.just(FactOf("trip.month")), st.just(Literal("2026-02"))),
        st.builds(Compare, st.sampled_from(_EQUALS), st.just(FactOf("crew.captain")), st.just(Literal("Ann"))),
        st.builds(
            Compare, st.sampled_from(_MEMBERS), st.sampled_from(HAZARDS).map(Literal), st.just(FactOf("water.hazards"))
        ),
        st.just(FactOf("trip.insured")),
        st.booleans().map(Literal),
        more,
    )
    if depth == 0:
        return leaves
    parts = _questions(depth - 1, counted, more)
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        leaves,
        several.map(AllOf),
        several.map(AnyOf),
        parts.map(Not),
        st.builds(Compare, st.sampled_from(_EQUALS), parts, parts),
    )


_EQUALS = (Comparison.EQUAL, Comparison.UNEQUAL)
_ORDERS = (*_EQUALS, Comparison.BELOW, Comparison.AT_MOST, Comparison.ABOVE, Comparison.AT_LEAST)
_MEMBERS = (Comparison.IN, Comparison.NOT_IN)


def _about(name: str) -> st.SearchStrategy[Expression]:
    """Questions about a choice."""
    choices = SCOPE.choices[name]
    some = st.lists(st.sampled_from(choices), min_size=1, unique=True).map(tuple)
    return st.one_of(
        st.builds(Compare, st.sampled_from(_EQUALS), st.just(FactOf(name)), st.sampled_from(choices).map(Literal)),
        st.builds(Compare, st.sampled_from(_MEMBERS), st.just(FactOf(name)), some.map(Literal)),
    )


def _known(name: str) -> Expression:
    return Call(Function.KNOWN, (FactOf(name),))


def _first(one: Expression, other: Expression) -> Expression:
    return Call(Function.FIRST, (one, other))


def text_of(expression: Expression) -> str:
    """An expression as an author would write it, with a bracket too many."""
    match expression:
        case Literal(value):
            return _text_of_value(value)
        case FactOf(name):
            return name
        case Arithmetic(how, left, right) | Compare(how, left, right):
            return f"({text_of(left)} {how} {text_of(right)})"
        case AllOf(parts):
            return f"({' and '.join(map(text_of, parts))})"
        case AnyOf(parts):
            return f"({' or '.join(map(text_of, parts))})"
        case Not(part):
            return f"(not {text_of(part)})"
        case Call(function, arguments):
            return f"{function}({', '.join(map(text_of, arguments))})"


def _text_of_value(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(list(value)) if isinstance(value, tuple) else repr(value)


_POINTS = st.integers(-6, 6).map(lambda halves: halves * 500)
_OPTIONS = tuple(Option(id=vessel, name=vessel.title(), summary=f"A {vessel}.") for vessel in VESSELS)


def lines() -> st.SearchStrategy[Line]:
    """Points over a number."""
    places = st.dictionaries(st.integers(0, 6).map(float), _POINTS, min_size=2, max_size=4)
    return places.map(lambda given: Line(places=tuple(sorted(given.items()))))


@st.composite
def rules(draw: st.DrawFn, identifier: str, questions: st.SearchStrategy[Expression]) -> Rule:
    """A rule of any kind about some of the vessels."""
    vessels = draw(st.lists(st.sampled_from(VESSELS), min_size=1, unique=True))
    over = draw(st.sampled_from(["", "", "crew.sailors", "cargo.per_sailor", "water.kind", "cargo.size"]))
    given: st.SearchStrategy[Points] = _POINTS
    if over in SCOPE.choices:
        given = st.dictionaries(st.sampled_from(SCOPE.choices[over]), _POINTS).map(lambda steps: Steps(steps=steps))
    elif over:
        given = lines()
    return Rule(
        id=identifier,
        when=None if over else draw(questions),
        over=over or None,
        unless=draw(st.one_of(st.none(), questions)),
        asks="",
        points={vessel: draw(given) for vessel in vessels},
        because=identifier,
        evidence=(),
    )


@st.composite
def criteria(draw: st.DrawFn, questions: st.SearchStrategy[Expression]) -> tuple[Criterion, ...]:
    """Some criteria, each with some rules."""
    sizes = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
    return tuple(
        Criterion(
            id=f"criterion_{place}",
            name=f"Criterion {place}",
            weight=draw(st.sampled_from([1.0, 2.0, 3.0])),
            rules=tuple(draw(rules(f"rule-{place}-{number}", questions)) for number in range(size)),
        )
        for place, size in enumerate(sizes)
    )


@st.composite
def decisions(draw: st.DrawFn, questions: st.SearchStrategy[Expression]) -> Decision:
    """A decision between vessels, with everything that a decision may have."""
    options = draw(st.lists(st.sampled_from(_OPTIONS), min_size=1, unique_by=lambda option: option.id))
    return Decision(
        id="vessel",
        name="Vessel",
        question="What do we cross in?",
        choose=draw(st.sampled_from(Choose)),
        options=tuple(options),
        criteria=draw(criteria(questions)),
        gates=tuple(draw(st.lists(_gates(questions), max_size=3))),
        limits=tuple(draw(st.lists(_limits(questions), max_size=2))),
        threshold=draw(st.sampled_from([-2.0, 0.0, 2.0])),
        inertia=draw(st.sampled_from([0.0, 1.0, 4.0])),
        current=draw(st.sampled_from(["", "trip.vessel"])),
        settled=draw(st.one_of(st.none(), questions)),
    )


def _gates(questions: st.SearchStrategy[Expression]) -> st.SearchStrategy[Gate]:
    return st.builds(
        Gate,
        id=st.just("gate"),
        kind=st.sampled_from(GateKind),
        options=st.lists(st.sampled_from(VESSELS), min_size=1, unique=True).map(tuple),
        when=questions,
        asks=st.just(""),
        because=st.just("gate"),
        evidence=st.just(()),
    )


def _limits(questions: st.SearchStrategy[Expression]) -> st.SearchStrategy[Limit]:
    return st.builds(Limit, when=questions, at_most=st.integers(0, 3), because=st.just("limit"), evidence=st.just(()))


def pack_of(*decided: Decision, catalogue: Catalogue = CATALOGUE) -> Pack:
    """A pack with these decisions and nothing beside them."""
    return Pack(
        name="vessels",
        version="1",
        digest="sha256:0",
        main=decided[0].id if decided else "",
        stages="",
        catalogue=catalogue,
        decisions=decided,
        sources={},
        claims={},
        contradictions=(),
        benchmarks={},
        library=Library(),
    )


def packs(questions: st.SearchStrategy[Expression] | None = None) -> st.SearchStrategy[Pack]:
    """A pack of one decision; its questions are of every kind, unless others are given."""
    return decisions(questions if questions is not None else conditions(1)).map(pack_of)
