"""What a plan reads from a company's own history, and what it says of figures that are not its own."""

import pytest

from salesdesign.planning.demand import from_start, seasons
from salesdesign.planning.plan import make_plan
from tests.planning.small import basis_for
from tests.planning.test_edges import ask


def test_last_years_bookings_beat_a_multiple_of_pay() -> None:
    basis = basis_for(ask("island", deal__pricing="one_off", headcount__sellers=4))
    assert basis.markets[0].output == pytest.approx(2_000_000 / 4 / 12)


def test_recurring_bookings_are_what_grew_and_what_was_lost() -> None:
    basis = basis_for(ask("island", growth__past=0.25, headcount__sellers=2))
    assert basis.markets[0].output == pytest.approx((2_000_000 - 1_600_000 * 0.9) / 2 / 12)


def test_a_history_beyond_reason_is_not_believed() -> None:
    plan = make_plan(ask("island", deal__pricing="one_off", headcount__sellers=1))
    assert "history_far" in {warning.code for warning in plan.warnings}


def test_stated_shares_of_the_pipeline_are_held() -> None:
    plan = make_plan(ask(leads__inbound_share=0.7, leads__outbound_share=0.3, leads__inbound_per_month=10))
    rows = [row for row in plan.funnel if row.opportunities]
    assert all(row.inbound == pytest.approx(0.7 * row.opportunities, abs=0.02) for row in rows)


def test_account_managers_look_after_customers() -> None:
    plan = make_plan(ask(headcount__roles__account_manager=2))
    assert "customer_success" not in {row.role for row in plan.people}


def test_growth_of_one_year_is_not_repeated_without_limit() -> None:
    plan = make_plan(ask(growth__target=2.0))
    first, second = (sum(row.wanted for row in plan.bookings[start : start + 4]) for start in (0, 4))
    assert second == pytest.approx(1.5 * first)


def test_a_budget_below_todays_people_says_what_they_bring() -> None:
    way = make_plan(ask(budget__annual_sales=1_000)).ways_out[0]
    assert (way.value or 0) > 0
    assert "already cost more than the budget" in way.text


def test_american_figures_elsewhere_are_doubted() -> None:
    plan = make_plan(ask("assembly_line", 1.1, company__currency="EUR"))
    assert "american_figures" in {warning.code for warning in plan.warnings}


def test_hours_of_coaching_limit_the_span() -> None:
    assert basis_for(ask(headcount__manager_hours=4, plan__span=8)).spans.span == 5


def test_seasons_are_those_of_the_calendar() -> None:
    assert from_start(seasons((1, 1, 1, 5)), "2027-10")[:4] == (2.5, 2.5, 2.5, 0.5)


def test_a_reorganised_team_goes_on_selling() -> None:
    plan = make_plan(ask(headcount__sellers=2, customers__count=5_000, plan__accounts_per_customer_success=50))
    seated = {move.to_role for move in plan.moves if move.kind == "moves"}
    assert "customer_success" not in seated
