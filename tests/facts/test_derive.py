"""Facts as conditions see them: in dollars, of a segment, and with those that follow from them."""

import pytest

from salesdesign.facts.derive import in_dollars, segment_company
from salesdesign.facts.derived import DerivedFacts
from salesdesign.model.company import Values
from tests.facts.examples import SMALL, company_of


def dollars(company: str, rest: str = "") -> Values:
    facts = in_dollars(company_of(f"company: {{name: A, {company}}}\n{rest}"), SMALL)
    return {
        name: value for name, value in facts.items() if not name.startswith("company.") or name == "company.revenue"
    }


def segment(text: str, rest: str = "") -> Values:
    """The facts of the first segment, its company and the name of it left out."""
    company = company_of(f"company: {{name: A, revenue: 1000}}\n{rest}\nsegments: [{{name: S, {text}}}, {{name: T}}]")
    found = segment_company(company, company.segments[0], SMALL)
    assert (found.name, found.segments, found.territories) == ("A", (), ())
    return {name: value for name, value in found.facts.items() if name != "company.name"}


@pytest.mark.parametrize("currency", ["currency: USD, usd_per_unit: 1", "currency: USD", "industry: other"])
def test_dollars_stay_what_they_are(currency: str) -> None:
    assert dollars(f"revenue: 1000, {currency}") == {"company.revenue": 1000}


def test_money_is_converted_and_nothing_else() -> None:
    found = dollars("currency: EUR, usd_per_unit: 1.5, revenue: 1000", "headcount: {sellers: 3}\ndeal: {win_rate: 0.5}")
    assert found == {"company.revenue": 1500, "headcount.sellers": 3, "deal.win_rate": 0.5}


def test_money_of_a_currency_without_a_rate_is_unknown() -> None:
    assert dollars("currency: EUR, revenue: 1000", "headcount: {sellers: 3}") == {"headcount.sellers": 3}


def test_segments_and_territories_can_be_counted() -> None:
    found = dollars("industry: other", "segments: [{name: S}]\nterritories: [{name: N}, {name: M}]")
    assert found == {"segments": ("S",), "territories": ("N", "M")}


def test_a_segment_has_its_share_of_people_and_totals_and_the_prices_of_the_company() -> None:
    rest = "headcount: {sellers: 10, roles: {closer: 5}}\ndeal: {value: 800}\ncurrent: {symptoms: [silos]}"
    assert segment("share: 0.3", rest) == {
        "company.revenue": 300,
        "headcount.sellers": 3,
        "headcount.roles.closer": 2,
        "deal.value": 800,
        "current.symptoms": ("silos",),
    }


def test_what_a_segment_states_is_not_scaled() -> None:
    found = segment(
        "share: 0.5, headcount: {sellers: 9}, deal: {value: 7}", "headcount: {sellers: 10}\ndeal: {value: 5}"
    )
    assert found == {"company.revenue": 500, "headcount.sellers": 9, "deal.value": 7}


def test_shares_of_a_whole_are_replaced_together() -> None:
    found = segment("share: 0.5, customers: {mix: {large: 0.9}}", "customers: {mix: {small: 0.7, large: 0.3}}")
    assert found == {"company.revenue": 500, "customers.mix.large": 0.9}


def test_what_the_company_states_gives_way_to_the_segment() -> None:
    rest = "headcount: {sellers: 20, roles: {setter: 10, closer: 10}}\ndeal: {value: 5}"
    found = segment("share: 0.5, headcount: {sellers: 3}", rest)
    assert found == {"company.revenue": 500, "headcount.sellers": 3, "deal.value": 5}


def test_a_share_that_rounds_people_apart_changes_nothing_else() -> None:
    found = segment("share: 0.5", "headcount: {sellers: 1, roles: {closer: 1}}")
    assert found == {"company.revenue": 500, "headcount.sellers": 0, "headcount.roles.closer": 0}


def test_derived_facts_are_worked_out_when_asked_for() -> None:
    facts = DerivedFacts({"deal.value": 6000, "headcount.roles.closer": 2, "company.revenue": 5}, SMALL)
    asked = ("deal.size", "headcount.in_roles", "headcount.revenue", "deal.value", "deal.none")
    assert [facts.get(name) for name in asked] == ["large", 2, None, 6000, None]


def test_derived_facts_are_listed_beside_the_stated() -> None:
    assert set(DerivedFacts({"deal.value": 1}, SMALL)) == {"deal.value", *SMALL.derived}


def test_a_value_below_the_lowest_band_is_in_none() -> None:
    assert DerivedFacts({"deal.value": -1}, SMALL)["deal.size"] is None
