"""The worked example of a year, step by step, to the cent."""

from itertools import pairwise

import pytest

from salesdesign.planning.calendar import quarters
from salesdesign.planning.cost import by_year, objective
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import search
from salesdesign.planning.plan import make_plan
from salesdesign.planning.schedule import evaluate
from salesdesign.planning.supply import generalist_work, work
from tests.planning.small import basis_for
from tests.planning.worked import SCHEDULE, worked

BASIS = basis_for(worked(scheduled=True))
FRAME = frame(BASIS)
OUTCOME = evaluate(FRAME, (SCHEDULE[""],))
PLAN = make_plan(worked(scheduled=True))


def test_bookings_deals_and_opportunities_follow_from_growth() -> None:
    market = BASIS.markets[0]
    wanted = sum(market.wanted[:12])
    made = FRAME.works[0].creation
    by_source = [sum(months[:10]) for months in (made.needed, made.inbound, made.outbound)]
    assert [wanted, wanted / 20_000, *by_source] == pytest.approx([2_800_000, 140, 460, 220, 125])


def test_account_executives_leave_and_are_replaced() -> None:
    closers = OUTCOME.paths["", "account_executive"]
    assert closers.present == (6, 6, 6, 9, 9, 9, 8, 8, 8, 9, 9, 9)
    assert sum(closers.ramped) / 3 == pytest.approx(25.58)


def test_capacity_by_quarter() -> None:
    capacity = OUTCOME.sales[0].capacity
    found = [sum(capacity[month] for month in quarter) for quarter in quarters(12)]
    assert found == pytest.approx([675_000, 708_750, 667_125, 826_875])


def test_two_hires_would_be_short() -> None:
    two = evaluate(FRAME, ((0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),))
    assert sum(two.sales[0].capacity) == pytest.approx(2_747_250)


def test_the_pipeline_binds() -> None:
    assert sum(OUTCOME.sales[0].expected) == pytest.approx(2_805_000)


def test_people_by_quarter() -> None:
    roles = ("inbound_sdr", "outbound_sdr", "customer_success", "sales_manager", "sales_leader")
    found = {role: OUTCOME.paths["", role].present[::3] for role in roles}
    assert found == {
        "inbound_sdr": (1, 1, 1, 1),
        "outbound_sdr": (1, 3, 3, 3),
        "customer_success": (2, 3, 4, 4),
        "sales_manager": (1, 2, 2, 2),
        "sales_leader": (1, 1, 1, 1),
    }


def test_customers_at_the_start_of_quarters() -> None:
    assert FRAME.works[0].customers[:12:3] == pytest.approx((200, 230, 260, 290))


def test_cost_in_parts_to_the_cent() -> None:
    parts = ("base", "load", "commission", "variable", "tools", "hiring", "travel", "total")
    found = {part: round(sum(getattr(row, part) for row in PLAN.cost), 2) for part in parts}
    assert found == {
        "base": 1_388_250.00,
        "load": 416_475.00 + 71_487.50,
        "commission": 350_625.00,
        "variable": 364_250.00,
        "tools": 52_500.00,
        "hiring": 135_000.00,
        "travel": 0.0,
        "total": 2_778_587.50,
    }


def test_cost_without_customer_success() -> None:
    assert sum(row.total - row.care for row in PLAN.cost) == 2_349_812.50


def test_ratios() -> None:
    names = ("person_years_first_year", "hires", "cost_per_booked_without_care", "payback_months", "over_assignment")
    assert [round(PLAN.ratios[name], 2) for name in names] == [17.5, 9.0, 0.84, 12.57, 1.37]


def test_doubts() -> None:
    assert {warning.code for warning in PLAN.warnings} >= {"over_assignment", "care_overloaded"}


def test_the_same_work_as_islands_is_fourteen_people() -> None:
    basis = basis_for(worked(scheduled=False, structure="island"))
    done = work(basis.markets[0], 12)
    assert generalist_work(basis.markets[0], done, 12)[0] == pytest.approx(13.8, abs=0.05)


def test_the_solver_does_no_worse() -> None:
    found = search(FRAME, gap=0)
    assert found is not None
    assert objective(found.outcome) <= objective(OUTCOME)
    assert by_year(found.outcome)[0] <= by_year(OUTCOME)[0]


def test_quarters_join() -> None:
    closers = [row for row in PLAN.people if row.role == "account_executive"]
    assert all(before.end == after.start for before, after in pairwise(closers))
