"""What the language of conditions admits, and what it says about everything else."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesdesign.conditions import ConditionError, Scope, parse_calculation, parse_condition
from salesdesign.conditions.syntax import LENGTH
from salesdesign.model.catalogue import FactType
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
)
from tests.strategies import SCOPE, conditions, numbers, text_of

SAILORS, SKILL, VALUE = FactOf("crew.sailors"), FactOf("crew.skill"), FactOf("cargo.value")
INSURED, WATER, HAZARDS = FactOf("trip.insured"), FactOf("water.kind"), FactOf("water.hazards")


def problems(text: str, scope: Scope = SCOPE) -> list[tuple[int, str, str]]:
    """What is wrong with a condition."""
    with pytest.raises(ConditionError) as caught:
        parse_condition(text, scope)
    return [(offset, wrong, mend) for offset, wrong, mend in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("crew.sailors >= 5", Compare(Comparison.AT_LEAST, SAILORS, Literal(5))),
        ("crew.sailors > -2.5", Compare(Comparison.ABOVE, SAILORS, Literal(-2.5))),
        ("crew.sailors > +2", Compare(Comparison.ABOVE, SAILORS, Literal(2))),
        ("crew.roles.first_mate == 1", Compare(Comparison.EQUAL, FactOf("crew.roles.first_mate"), Literal(1))),
        (
            "1 < crew.skill <= 3",
            AllOf((Compare(Comparison.BELOW, Literal(1), SKILL), Compare(Comparison.AT_MOST, SKILL, Literal(3)))),
        ),
        ("trip.insured", INSURED),
        ("not trip.insured", Not(INSURED)),
        ("yes", Literal(True)),
        ("trip.insured == no", Compare(Comparison.EQUAL, INSURED, Literal(False))),
        ("trip.insured in [yes]", Compare(Comparison.EQUAL, INSURED, Literal(True))),
        ("water.kind == sea", Compare(Comparison.EQUAL, WATER, Literal("sea"))),
        ("sea != water.kind", Compare(Comparison.UNEQUAL, Literal("sea"), WATER)),
        ("water.kind in [sea, 'lake']", Compare(Comparison.IN, WATER, Literal(("sea", "lake")))),
        ("water.kind not in [sea]", Compare(Comparison.NOT_IN, WATER, Literal(("sea",)))),
        ("fog in water.hazards", Compare(Comparison.IN, Literal("fog"), HAZARDS)),
        ("'fog' not in water.hazards", Compare(Comparison.NOT_IN, Literal("fog"), HAZARDS)),
        ('crew.captain == "Ann Ó"', Compare(Comparison.EQUAL, FactOf("crew.captain"), Literal("Ann Ó"))),
        ("trip.start < '2026-02-28'", Compare(Comparison.BELOW, FactOf("trip.start"), Literal("2026-02-28"))),
        ("trip.month in ['2026-02']", Compare(Comparison.IN, FactOf("trip.month"), Literal(("2026-02",)))),
        ("crew.sailors > benchmark.LOAD_01", Compare(Comparison.ABOVE, SAILORS, Literal(2.5))),
        (
            "crew.skill in [1, 5]",
            AnyOf((Compare(Comparison.EQUAL, SKILL, Literal(1)), Compare(Comparison.EQUAL, SKILL, Literal(5)))),
        ),
        (
            "crew.skill not in [1, -5]",
            AllOf((Compare(Comparison.UNEQUAL, SKILL, Literal(1)), Compare(Comparison.UNEQUAL, SKILL, Literal(-5)))),
        ),
        (
            "-crew.sailors < 0",
            Compare(Comparison.BELOW, Arithmetic(Operator.SUBTRACT, Literal(0), SAILORS), Literal(0)),
        ),
        (
            "count(harbours) >= 2 or known(harbours)",
            AnyOf(
                (
                    Compare(Comparison.AT_LEAST, Call(Function.COUNT, (FactOf("harbours"),)), Literal(2)),
                    Call(Function.KNOWN, (FactOf("harbours"),)),
                )
            ),
        ),
        (
            "first(water.kind, sea) == lake",
            Compare(Comparison.EQUAL, Call(Function.FIRST, (WATER, Literal("sea"))), Literal("lake")),
        ),
        ("  crew.sailors\n    > 5 \n", Compare(Comparison.ABOVE, SAILORS, Literal(5))),
    ],
)
def test_what_is_admitted(text: str, expected: Expression) -> None:
    assert parse_condition(text, SCOPE) == expected


@given(conditions(3))
def test_what_is_written_is_what_is_read(expression: Expression) -> None:
    text = text_of(expression)
    assume(len(text) <= LENGTH)
    assert parse_condition(text, SCOPE) == expression


@given(numbers(3))
def test_a_calculation_is_read_back(expression: Expression) -> None:
    assert parse_calculation(text_of(expression), SCOPE, FactType.MONEY) == expression


_PIECES = [*"()[]'<>=.,- \n", "in", "not", "water.kind", "sea", "3", "if"]


@given(st.text(max_size=60) | st.lists(st.sampled_from(_PIECES)).map("".join))
def test_nothing_but_a_condition_error_comes_of_any_text(text: str) -> None:
    with suppress(ConditionError):
        parse_condition(text, SCOPE)


def test_a_calculation_may_have_any_value_unless_one_is_wanted() -> None:
    texts = ["cargo.value / 2", "trip.insured", "first(water.kind, sea)"]
    assert parse_calculation(texts[0], SCOPE) == Arithmetic(Operator.DIVIDE, VALUE, Literal(2))
    assert parse_calculation(texts[1], SCOPE) == INSURED
    assert parse_calculation(texts[2], SCOPE, FactType.CHOICE) == Call(Function.FIRST, (WATER, Literal("sea")))


@pytest.mark.parametrize(("text", "wanted"), [("trip.insured", FactType.COUNT), ("cargo.value", FactType.YES_NO)])
def test_a_calculation_of_the_wrong_type_is_refused(text: str, wanted: FactType) -> None:
    with pytest.raises(ConditionError, match="is due here"):
        parse_calculation(text, SCOPE, wanted)


@pytest.mark.parametrize("text", ["sea", "[1, 2]", "harbours"])
def test_a_calculation_has_one_value(text: str) -> None:
    with pytest.raises(ConditionError):
        parse_calculation(text, SCOPE)


def test_a_word_that_python_keeps_for_itself_can_be_a_choice_or_a_name() -> None:
    scope = Scope(
        types={"market.reach": FactType.CHOICE, "trip.class": FactType.COUNT, "crew.note": FactType.TEXT},
        choices={"market.reach": ("local", "global", "in")},
        figures={},
    )
    assert [
        parse_condition("market.reach in [local, global] and crew.note == 'global'", scope),
        parse_condition("trip.class > 1", scope),
    ] == [
        AllOf(
            (
                Compare(Comparison.IN, FactOf("market.reach"), Literal(("local", "global"))),
                Compare(Comparison.EQUAL, FactOf("crew.note"), Literal("global")),
            )
        ),
        Compare(Comparison.ABOVE, FactOf("trip.class"), Literal(1)),
    ]


def test_every_problem_is_told_at_its_place() -> None:
    assert problems("crew.sailers > 3 and water.kind == see\n or crew.captain < 5") == [
        (0, "crew.sailers is no fact that there is.", "Did you mean crew.sailors?"),
        (35, "see is no choice of water.kind.", "Did you mean sea?"),
        (43, "crew.captain is a text, which has no order.", "Use ==, != or in."),
    ]


def test_offsets_count_characters_also_after_letters_of_several_bytes() -> None:
    assert problems(" crew.captain == 'Óé€' and sailors > 3") == [
        (27, "sailors is no fact that there is.", "Did you mean crew.sailors?")
    ]


def refusals() -> list[str]:
    """The entries of refused.txt: a condition, and under the character that is to blame what is said about it."""
    return Path(__file__).with_name("refused.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("entry", refusals(), ids=lambda entry: entry.splitlines()[0])
def test_what_is_refused(entry: str) -> None:
    text = entry.splitlines()[0]
    assert "\n".join([text, *(" " * offset + f"^ {wrong} {mend}" for offset, wrong, mend in problems(text))]) == entry


def test_an_empty_text_is_refused() -> None:
    assert problems(" ") == [(0, "There is no condition here.", "Write one, or leave the key out.")]


def test_a_condition_has_a_greatest_length() -> None:
    parse_condition("yes".ljust(LENGTH), SCOPE)
    assert [wrong for _, wrong, _ in problems("yes".ljust(LENGTH + 1))] == [
        "A condition has at most 1,000 characters; this has 1,001."
    ]


def test_a_condition_has_a_greatest_depth() -> None:
    parse_condition("not " * 19 + "yes", SCOPE)
    assert [wrong for _, wrong, _ in problems("not " * 20 + "yes")] == ["A condition has at most 20 levels."]


def test_a_condition_has_a_greatest_number_of_parts() -> None:
    parse_condition(f"1 in [{'1,' * 296}]", SCOPE)
    assert [wrong for _, wrong, _ in problems(f"1 in [{'1,' * 298}]")] == ["A condition has at most 300 parts."]


@pytest.mark.parametrize("text", ["(" * 300 + "yes" + ")" * 300, "-" * 999 + "1", "a." * 499 + "a", "\0", "\ud800"])
def test_a_text_that_would_break_a_parser_is_refused(text: str) -> None:
    assert len(problems(text)) == 1
