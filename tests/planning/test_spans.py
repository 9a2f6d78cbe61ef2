"""Spans: whoever leads sales leads the first sellers; teams come as near to seven as whole managers can, ten at most."""

import pytest

from salesdesign.model.expression import Value
from salesdesign.planning.followers import directors, followers
from salesdesign.planning.frame import frame
from tests.planning.small import basis_for
from tests.planning.test_edges import ask


def managers(sellers: int, **facts: Value) -> int:
    known = basis_for(ask("island", 1.0, headcount__sellers=2, **facts))
    found = next(one for one in followers(frame(known)) if one.role == "sales_manager")
    return found.needed(sellers, 6)


@pytest.mark.parametrize(("sellers", "wanted"), [(3, 0), (4, 1), (10, 1), (11, 2), (17, 2), (18, 3), (24, 3), (25, 4)])
def test_where_nobody_leads_there_is_a_manager_from_four_sellers_on(sellers: int, wanted: int) -> None:
    assert managers(sellers) == wanted


@pytest.mark.parametrize("leader", ["vp", "founder", "sales_partner"])
@pytest.mark.parametrize(("sellers", "wanted"), [(8, 0), (9, 1), (10, 1), (11, 2)])
def test_whoever_leads_sales_leads_eight_sellers_without_a_manager(leader: str, sellers: int, wanted: int) -> None:
    assert managers(sellers, headcount__leader=leader) == wanted


def test_where_a_seller_takes_many_hours_fewer_are_led_by_one() -> None:
    assert [managers(number, headcount__leader="vp", headcount__manager_hours=5) for number in (4, 5, 6)] == [0, 1, 2]


def test_a_leader_who_is_only_assumed_leads_the_first_sellers_too() -> None:
    known = basis_for(ask("island", 1.0, headcount__sellers=9))
    found = next(one for one in followers(frame(known)) if one.role == "sales_manager")
    assert [found.needed(sellers, 6) for sellers in (8, 9, 11)] == [0, 1, 2]


@pytest.mark.parametrize("span", [2, 5, 7, 8.5, 10, 15])
def test_no_team_is_larger_than_one_can_lead(span: float) -> None:
    """Ten as a rule, fewer where the span is smaller than usual, and as many as were stated where it is larger."""
    most = int(max(span, 10 * min(1, span / 7)))
    for sellers in range(4, 80):
        needed = managers(sellers, plan__span=span)
        assert sellers <= needed * most
        assert needed == 1 or sellers / (needed - 1) > span  # one manager fewer, and teams are above the span


@pytest.mark.parametrize(("count", "wanted"), [(0, 0), (8, 0), (9, 2), (16, 2), (17, 3)])
def test_beyond_eight_managers_directors_lead_all_of_them(count: int, wanted: int) -> None:
    assert directors(count, basis_for(ask()).spans) == wanted
