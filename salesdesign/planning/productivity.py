"""Productivity: what a closer of one market brings, observed, stated or told from pay."""

from dataclasses import replace

from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import SPECIALISTS, RoleTerms
from salesdesign.planning.scope import CYCLES, GENERALISTS, Scope, Wanted, deal_size
from salesdesign.planning.today import Selling, Team, carried
from salesdesign.records import dataclass

DEALS_A_QUARTER = {"small": "DEALS-INSIDE", "medium": "DEALS-INSIDE", "large": "DEALS-ENT"}
MULTIPLES = {"small": "QOTE-03", "medium": "QOTE-03", "large": "QOTE-04"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a fully productive closer brings."""

    output: float
    """A month."""
    quota: float
    """A year."""
    attainment: float
    observed: bool


def productivity(scope: Scope, deal_value: float, wanted: Wanted, closer: RoleTerms) -> Made:
    """Bookings of a closer: deals observed, else a quota stated, else last year's bookings, else a multiple of pay."""
    attainment = scope.given("attainment", "plan.attainment", "of quota")
    if attainment is None:
        attainment = scope.given("attainment", "headcount.attainment", "of last year's target", "observed")
    if not attainment:
        attainment = scope.benchmark("attainment", "ATT-04", "of quota")
    quota = scope.given("quota", "plan.quota", "money a year")
    deals = scope.given("deals_per_seller", "deal.per_seller_per_month", "deals a month", "observed")
    if deals and "quota" not in scope.ledger.overrides:
        output = deals * deal_value / _closing_time(scope, wanted.current)
        return Made(output=output, quota=quota or output * 12 / attainment, attainment=attainment, observed=True)
    if quota:
        return Made(output=quota * attainment / 12, quota=quota, attainment=attainment, observed=False)
    quota = _quota_by_pay(scope, closer, deal_value, attainment)
    seen = _believed(scope, wanted, quota * attainment / 12)
    if seen is None:
        return Made(output=quota * attainment / 12, quota=quota, attainment=attainment, observed=False)
    output = seen / _closing_time(scope, wanted.current)
    quota = scope.ledger.note(
        scope.name("quota"), output * 12 / attainment, "money a year", "Last year's bookings", confidence="observed"
    )
    return Made(output=output, quota=quota, attainment=attainment, observed=True)


def slowed(scope: Scope, wanted: Wanted, made: Made, deal: tuple[str, float]) -> Made:
    """Fewer bookings a closer in a segment whose deals take longer than elsewhere, and bring no more in return."""
    own = number(scope.market.facts, "deal.cycle_days")
    if not scope.market.name or not own or own == wanted.cycle_days:
        return made
    size, value = deal
    usual = wanted.cycle_days or scope.benchmark("usual_cycle_days", CYCLES[size], "days")
    larger = value / wanted.deal_value if wanted.deal_value else 1.0
    effort = (own / usual) ** scope.benchmark("effort_by_cycle", "JDG-SLOW", "exponent") / larger
    if effort <= 1:
        return made
    scope.ledger.note(
        scope.name("closing_effort"), effort, "times that of other segments", "JDG-SLOW", confidence="judgement"
    )
    return replace(made, output=made.output / effort, quota=made.quota / effort)


def todays(scope: Scope, wanted: Wanted, made: Made, step: tuple[Selling, float]) -> float:
    """The bookings of a year that today's people bring in a market: as observed, else as the work keeps them busy."""
    selling, generalist = step
    closers = (wanted.closers or 0.0) * scope.market.share
    if made.observed:
        return closers * made.output * closing_today(scope, wanted, made) * 12
    whole = (wanted.current or scope.market.structure) in GENERALISTS
    team = Team(
        closers=closers,
        developers=(wanted.developers + wanted.answering) * scope.market.share,
        generalist_factor=generalist if whole else None,
    )
    return carried(team, selling) * 12


def _believed(scope: Scope, wanted: Wanted, by_pay: float) -> float | None:
    """Last year's bookings of a closer in a month, where they are within reason of what pay suggests."""
    seen = wanted.history.per_closer
    if seen is None or not by_pay:
        return seen
    times = scope.benchmark("history_limit", "JDG-HISTORY", "ratio")
    if not by_pay / times <= seen <= by_pay * times:
        scope.ledger.warn(
            "history_far",
            f"Revenue and past growth suggest {seen * 12:,.0f} a closer and year, pay suggests {by_pay * 12:,.0f}: "
            "too far apart, so the plan takes what pay suggests. Give deal.per_seller_per_month or plan.quota.",
        )
        return None
    source = "Revenue, past growth and closers of last year"
    return scope.ledger.note(scope.name("bookings_per_closer"), seen, "money a month", source, confidence="observed")


def _closing_time(scope: Scope, current: str | None) -> float:
    """The share of the week in which today's closers close, where another structure takes the rest off them."""
    if current not in GENERALISTS or scope.market.structure not in SPECIALISTS:
        return 1.0
    return 1 - _second_share(scope)


def _second_share(scope: Scope) -> float:
    """The share of the week that people who do every step spend on other steps than closing."""
    second = scope.given("second_share", "headcount.secondary_share", "of the week", "observed")
    return min(scope.benchmark("second_share", "JDG-SECOND", "of the week") if second is None else second, 0.5)


def _quota_by_pay(scope: Scope, closer: RoleTerms, deal_value: float, attainment: float) -> float:
    size = deal_size(scope.market.facts, scope.ledger)
    pay = closer.base + closer.variable
    if not pay or scope.ledger.usd_per_unit is None:
        deals = scope.benchmark("deals_per_quarter", DEALS_A_QUARTER[size], "deals")
        quota = deals * 4 * deal_value / attainment
        return scope.ledger.note(scope.name("quota"), quota, "money a year", "Deals by benchmark", confidence="low")
    multiple = scope.benchmark("quota_over_pay", MULTIPLES[size], "times pay on target")
    source = "Pay on target by a multiple"
    return scope.ledger.note(scope.name("quota"), pay * multiple, "money a year", source, confidence="medium-low")


def closing_today(scope: Scope, wanted: Wanted, made: Made) -> float:
    """The share of the week in which today's people close, of the output that the plan counts with."""
    if wanted.current not in GENERALISTS or (made.observed and scope.market.structure not in SPECIALISTS):
        return 1.0
    return 1 - _second_share(scope)
