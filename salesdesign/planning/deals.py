"""Deals of one market: what one brings, how often it is won, and how long it takes."""

from salesdesign.planning.scope import CYCLES, Scope

WIN_RATES = {"small": "WIN-SMB", "medium": "WIN-MM", "large": "WIN-ENT"}
DEAL_VALUES = {"small": "ACV-SMB", "medium": "ACV-MM", "large": "ACV-ENT"}


def deal_value_of(scope: Scope, size: str) -> float:
    """The mean where it is known, else the median, else the middle of a band."""
    for fact in ("deal.mean_value", "deal.value"):
        value = scope.given("deal_value", fact, "money a deal")
        if value:
            if fact == "deal.value":
                scope.ledger.warn("median_deal", "The plan computes with the median deal value: the mean is not known.")
            return value
    scope.ledger.warn("deal_value_unknown", "The value of a deal is not known: the plan takes a benchmark.")
    found = scope.ledger.money(scope.name("deal_value"), DEAL_VALUES[size], "money a deal")
    return found or 0.0


def win_rate_of(scope: Scope, size: str) -> float:
    """Won of accepted opportunities, 0 to 1."""
    stated = scope.given("win_rate", "deal.win_rate", "of accepted opportunities", "observed")
    if stated:
        return stated
    decided = scope.benchmark("decided_share", "JDG-DECIDED", "of accepted opportunities")
    return scope.benchmark("win_rate", WIN_RATES[size], "of accepted opportunities", decided)


def cycle_months(scope: Scope, size: str) -> int:
    """From an accepted opportunity to its decision, at least one month."""
    days = scope.given("cycle_days", "deal.cycle_days", "days", "observed")
    if days is None:
        days = scope.benchmark("cycle_days", CYCLES[size], "days")
    return max(1, int(days / 30 + 0.5))
