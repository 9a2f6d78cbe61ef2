"""History: what last year shows of a closer's bookings, where nobody counted deals a seller."""

from collections.abc import Mapping

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import number
from salesdesign.planning.ledger import Ledger
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Last year in two numbers, each None where the facts do not show it."""

    bookings: float | None
    """What people sold in the year."""
    closers: float | None
    """Who sold it, founders by the time that they spent."""

    @property
    def per_closer(self) -> float | None:
        """Bookings of one closer in a month."""
        return self.bookings / self.closers / 12 if self.bookings and self.closers else None


def history_of(facts: Values, today: Mapping[str, int], retention: float, ledger: Ledger) -> History:
    """What revenue, past growth and the team of then and now show."""
    return History(bookings=_bookings(facts, retention), closers=_closers(facts, today, ledger))


def _bookings(facts: Values, retention: float) -> float | None:
    """One-off revenue is sold anew every year; recurring revenue is what grew and what replaced losses."""
    revenue, past = number(facts, "company.annual_revenue"), number(facts, "growth.past")
    by_people = 1 - (number(facts, "company.self_serve_share") or 0.0)
    if not revenue:
        return None
    if facts.get("deal.pricing") == "one_off":
        return revenue * by_people
    if past is None or past <= -1:
        return None
    return max(0.0, revenue - revenue / (1 + past) * retention) * by_people or None


def _closers(facts: Values, today: Mapping[str, int], ledger: Ledger) -> float | None:
    """The mean of those of now and of a year ago."""
    sellers, before = number(facts, "headcount.sellers"), number(facts, "headcount.sellers_past")
    mean = (1 + before / sellers) / 2 if sellers and before is not None else 1.0
    return (closing(today) * mean + selling_founders(facts, today, ledger)) or None


def closing(today: Mapping[str, int]) -> float:
    """People who close today."""
    return float(today.get("full_cycle_seller", 0) + today.get("account_executive", 0))


def selling_founders(facts: Values, today: Mapping[str, int], ledger: Ledger) -> float:
    """Founders by the time that they sell."""
    founders = today.get("founder", 0)
    if not founders:
        return 0.0
    time = number(facts, "headcount.founder_time")
    share = ledger.benchmark("founder_time", "JDG-FOUNDER-TIME", "of the week") if time is None else time
    return founders * share
