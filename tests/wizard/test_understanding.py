"""Answers as people type them."""

import pytest

from salesdesign.facts.values import Stated
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.understanding import Puzzled, Understood, understand

UNDERSTOOD: list[tuple[str, str, Stated]] = [
    ("deal.value", "1.2m", 1_200_000),
    ("deal.value", "20k-30k", 25_000),
    ("deal.value", "300-500k", 400_000),
    ("deal.value", "about 1,200", 1_200),
    ("deal.value", "1.200,50", 1_200.5),
    ("deal.value", "5 million", 5_000_000),
    ("budget.annual_sales", "100k a month", 1_200_000),
    ("headcount.sellers", "~30", 30),
    ("headcount.sellers", "3-5", 4),
    ("headcount.sellers", "3-4", 4),
    ("headcount.sellers", "nobody", 0),
    ("headcount.sellers", "twelve", 12),
    ("headcount.sellers", "12 people", 12),
    ("headcount.turnover", "40%", 0.4),
    ("headcount.turnover", "40", 0.4),
    ("headcount.turnover", "0.4", 0.4),
    ("headcount.turnover", ".5", 0.5),
    ("headcount.turnover", "10-20 %", 0.15),
    ("headcount.turnover", "a third", 0.3333),
    ("headcount.turnover", "3 of 10", 0.3),
    ("headcount.turnover", "1 in 5", 0.2),
    ("headcount.turnover", "none", 0.0),
    ("growth.target", "-10%", -0.1),
    ("growth.target", "0.5", 0.5),
    ("deal.cycle_days", "3 months", 90),
    ("deal.cycle_days", "2-3 weeks", 18),
    ("current.months_since_reorg", "2 years", 24),
    ("leads.inbound_per_month", "12 a quarter", 4),
    ("headcount.manager_hours", "half", 0.5),
    ("process.crm", "Yes.", True),
    ("process.crm", "nope", False),
    ("current.structure", "3", "island"),
    ("current.structure", "assembly", "assembly_line"),
    ("current.structure", "Founders sell", "founder_led"),
    ("current.structure", "asembly line", "assembly_line"),
    ("customers.relationship", "5", 5),
    ("customers.relationship", "some asked", 3),
    ("current.symptoms", "1 3", ("handoff_complaints", "no_clear_contact")),
    ("current.symptoms", "1,2 and 5", ("handoff_complaints", "silos", "uneven_territories")),
    ("current.symptoms", "low morale, silos", ("silos", "low_morale")),
    ("current.symptoms", "none", ()),
    ("plan.start", "Jan 2027", "2027-01"),
    ("plan.start", "1/2027", "2027-01"),
    ("plan.seasonality", "0.8 1 0.9 1.3", (0.8, 1.0, 0.9, 1.3)),
    ("company.name", '"back"', "back"),
    ("company.as_of", "2027-01-31", "2027-01-31"),
]


@pytest.mark.parametrize(
    ("fact", "typed", "value"), UNDERSTOOD, ids=[f"{fact} {typed}" for fact, typed, _ in UNDERSTOOD]
)
def test_an_answer_is_understood(desk: Desk, fact: str, typed: str, value: Stated) -> None:
    assert understand(desk.catalogue.facts[fact], typed) == Understood(value)


@pytest.mark.parametrize(
    ("typed", "code"), [("350k €", "EUR"), ("€350k", "EUR"), ("350k SEK", "SEK"), ("350k euros", "EUR")]
)
def test_a_currency_that_is_typed_with_an_amount_is_noticed(desk: Desk, typed: str, code: str) -> None:
    assert understand(desk.catalogue.facts["deal.value"], typed) == Understood(350_000, code)


PUZZLING = [
    ("headcount.turnover", "1", "1 could be 1% or 100%: type it with its percent sign."),
    ("headcount.turnover", "a lot", "Type a percentage, such as 40%, or a third."),
    ("growth.target", "30", "For 30 percent type 30%."),
    ("growth.target", "double", "Type a percentage, such as 30% or -10%."),
    ("headcount.sellers", "three dozen", "Type a whole number, such as 12; about, ~ and 3-5 are fine."),
    ("headcount.sellers", "12 a week", "Type a whole number, such as 12; about, ~ and 3-5 are fine."),
    ("headcount.manager_hours", "30 minutes", "Type a number, such as 0.5; about, ~ and 3-5 are fine."),
    ("deal.value", "50%", "Type an amount, such as $20,000, 350k or 1.2m."),
    ("current.structure", "9", "Type a number from 1 to 8, or the first word."),
    ("current.symptoms", "1 99", "Type numbers from 1 to 16, such as 1 3, or none."),
    ("process.crm", "maybe", "Type yes or no."),
    ("plan.start", "13/2027", "Type a month, such as 2027-01 or Jan 2027."),
    ("company.as_of", "yesterday", "Type year, month and day, such as 2027-01-31."),
]


@pytest.mark.parametrize(("fact", "typed", "line"), PUZZLING, ids=[f"{fact} {typed}" for fact, typed, _ in PUZZLING])
def test_a_bad_answer_gets_one_line_that_says_what_is_accepted(desk: Desk, fact: str, typed: str, line: str) -> None:
    assert understand(desk.catalogue.facts[fact], typed) == Puzzled(line)
