"""Facts for a condition are found exactly where there are any: held against every company of a small world."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.conditions import Scope, parse_calculation, parse_condition
from salesdesign.conditions.solve import Goal, Solver, Undecided, World
from salesdesign.conditions.walk import evaluate
from salesdesign.model.catalogue import Band, Derived, FactType
from salesdesign.model.expression import Expression, Value

TYPES = {
    "a": FactType.COUNT,
    "b": FactType.COUNT,
    "c": FactType.CHOICE,
    "y": FactType.YES_NO,
    "l": FactType.CHOICES,
    "p.one": FactType.SHARE,
    "p.two": FactType.SHARE,
}
DERIVED = {"d": FactType.NUMBER, "size": FactType.CHOICE}
SCOPE = Scope(
    types={**TYPES, **DERIVED},
    choices={"c": ("oak", "ash", "elm"), "l": ("x", "z"), "size": ("few", "many")},
    figures={},
)


def derived(name: str, kind: FactType, value: str, bands: tuple[Band, ...] = ()) -> Derived:
    return Derived(name=name, type=kind, title=name, value=parse_calculation(value, SCOPE), bands=bands)


WORLD = World(
    types=TYPES,
    choices={"c": ("oak", "ash", "elm"), "l": ("x", "z")},
    bounds={"a": (0, 3), "b": (1, 3), "p.one": (0, 1), "p.two": (0, 1)},
    derived={
        "d": derived("d", FactType.NUMBER, "first(a, b) / (b - 2)"),
        "size": derived(
            "size", FactType.CHOICE, "a + b", (Band(id="few", text="", start=0), Band(id="many", text="", start=4))
        ),
    },
    wholes={"p": ("p.one", "p.two")},
    never=(parse_condition("a == 3 and c == elm", SCOPE),),
)

VALUES: dict[str, tuple[Value, ...]] = {
    "a": (None, 0, 1, 2, 3),
    "b": (None, 1, 2, 3),
    "c": (None, "oak", "ash", "elm"),
    "y": (None, True, False),
    "l": (None, (), ("x",), ("z",), ("x", "z")),
}
COMPANIES = [
    WORLD.derive({name: value for name, value in zip(VALUES, values, strict=True) if value is not None})
    for values in product(*VALUES.values())
]
POSSIBLE = [facts for facts in COMPANIES if not (facts.get("a") == 3 and facts.get("c") == "elm")]

NUMBERS = st.sampled_from(
    ["a", "b", "d", "count(l)", "a + b", "a - 2 * b", "first(a, b)", "total(a, b)", "1", "2.5", "3", "0"]
)
ATOMS = st.one_of(
    st.builds(lambda left, sign, right: f"{left} {sign} {right}", NUMBERS, st.sampled_from(["<", "<=", "==", "!=", ">", ">="]), NUMBERS),
    st.sampled_from(
        ["c == oak", "c != ash", "c in [oak, elm]", "c not in [oak]", "y", "x in l", "z not in l", "known(a)", "known(d)", "known(l)",
         "size == few", "size != few", "known(size)"]
    ),
)  # fmt: skip
CONDITIONS = st.recursive(
    ATOMS,
    lambda parts: st.one_of(
        st.builds(lambda x: f"not ({x})", parts),
        st.builds(lambda x, y, word: f"({x}) {word} ({y})", parts, parts, st.sampled_from(["and", "or"])),
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(CONDITIONS, st.booleans())
def test_there_is_an_answer_exactly_where_some_company_is_one(text: str, truth: bool) -> None:
    condition = parse_condition(text, SCOPE)
    try:
        found = next(Solver(WORLD).models([Goal(condition, truth)]), None)
    except Undecided:
        return
    if found is None:
        assert not any(evaluate(condition, facts) is truth for facts in POSSIBLE)
    else:
        assert evaluate(condition, WORLD.derive(found)) is truth
        assert WORLD.derive(found) in POSSIBLE


IMPOSSIBLE = [
    "a > 3",
    "a < 2 and a > 2",
    "a > 1 and a < 2",
    "2 * a == 3",
    "a + b > 6",
    "c == oak and c == ash",
    "c not in [oak, ash, elm]",
    "y and not y",
    "x in l and x not in l",
    "count(l) > 2",
    "count(l) == 0 and x in l",
    "a == 3 and c == elm",
    "size == many and a < 1",
    "d > 3",
    "p.one > 0.5 and p.two >= 0.5",
    "not known(a) and a > 1",
    "known(d) and not known(b)",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_can_never_be_is_proven(text: str) -> None:
    assert next(Solver(WORLD).models([Goal(parse_condition(text, SCOPE))]), None) is None


def test_what_is_avoided_is_not_true_in_the_answer() -> None:
    unless = parse_condition("c in [oak, ash]", SCOPE)
    found = next(Solver(WORLD).models([Goal(parse_condition("c != elm or a >= 1", SCOPE))], [unless]))
    assert evaluate(unless, found) is not True


def test_a_product_of_facts_is_not_decided() -> None:
    def condition(text: str) -> Expression:
        return parse_condition(text, SCOPE)

    with pytest.raises(Undecided):
        next(Solver(WORLD).models([Goal(condition("p.one * p.two > 2"))]), None)
