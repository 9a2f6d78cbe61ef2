"""Numbers, money, shares and lists as sentences need them."""

import pytest

from salesdesign.wording.numbers import counted, list_of, money, number, points, share


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (12, "12"),
        (1200, "1,200"),
        (2.5, "2.5"),
        (2.04, "2"),
        (-3, "−3"),
        (-0.01, "0"),
        (1_000_000, "1,000,000"),
    ],
)
def test_a_number_shows_decimals_only_where_they_say_something(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.24, "24%"), (1, "100%"), (0.025, "2.5%"), (0.004, "0.4%"), (0, "0%"), (-0.11, "−11%"), (0.999, "100%")],
)
def test_a_share_reads_in_percent(value: float, text: str) -> None:
    assert share(value) == text


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (60_000, "USD", "$60,000"),
        (3_200_000, "EUR", "€3.2 million"),
        (105_000_000, "GBP", "£105 million"),
        (1_250_000_000, "USD", "$1.25 billion"),
        (450_000, "SEK", "450,000 SEK"),
        (-5_000, "USD", "−$5,000"),
        (9.5, "USD", "$9.5"),
        (999_999.6, "USD", "$1 million"),
    ],
)
def test_money_carries_its_currency(amount: float, currency: str, text: str) -> None:
    assert money(amount, currency) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 sellers"), (1, "1 seller"), (1.5, "1.5 sellers"), (12, "12 sellers")]
)
def test_a_count_agrees_with_its_noun(count: float, text: str) -> None:
    assert counted(count, "seller") == text


def test_a_count_takes_an_uncommon_plural() -> None:
    assert [counted(count, "person", "people") for count in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize(("value", "text"), [(12.5, "+12.5"), (-3, "−3"), (0, "0"), (0.01, "0")])
def test_points_carry_their_sign(value: float, text: str) -> None:
    assert points(value) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_in_a_sentence(items: list[str], text: str) -> None:
    assert list_of(items) == text
