"""Cost: what everyone costs by month, in parts, and rounded so that the parts sum to the total to the cent."""

from collections.abc import Mapping

from salesdesign.planning.attrition import Path
from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.frame import Frame
from salesdesign.planning.schedule import Outcome
from salesdesign.records import dataclass

PARTS = ("base", "variable", "commission", "load", "tools", "hiring", "travel", "exits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one person of a role costs in a month, in parts; commission and recruiting left out."""

    base: float
    variable: float
    load: float
    tools: float
    travel: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.base + self.variable + self.load + self.tools + self.travel


def price(basis: Basis, role: str, place: int | None = None) -> Price:
    """The price of a role; of a carrier in the market at `place`, whose variable pay is commission on bookings."""
    terms, rates = basis.roles[role], basis.rates
    if not rates.priced:
        return Price(base=0.0 if role == "founder" else 1.0, variable=0, load=0, tools=0, travel=0)
    variable = 0.0 if place is not None else terms.variable / 12
    travels = place is not None and basis.markets[place].field
    return Price(
        base=terms.base / 12,
        variable=variable,
        load=terms.base / 12 * (rates.load - 1) + variable * rates.charge,
        tools=0.0 if role == "founder" else rates.tools / 12,
        travel=rates.travel / 12 if travels else 0.0,
    )


def commission_rate(frame: Frame, place: int) -> float:
    """Commission on each unit of bookings, without the employer's charge."""
    market, lane = frame.basis.markets[place], frame.lanes[place]
    if not lane.carrier or not market.quota or not frame.basis.rates.priced:
        return 0.0
    full = market.output * market.season[0]
    share = lane.per_ramped[0] / full if full else 1.0
    return frame.basis.roles[lane.carrier].variable / (market.quota * (share or 1.0))


def recruiting(basis: Basis) -> float:
    """The cash cost of one hire."""
    return basis.rates.recruiting if basis.rates.priced else 0.0


Parts = Mapping[str, tuple[float, ...]]
"""Part to cost by month."""


def costs(outcome: Outcome) -> dict[tuple[str, str], Parts]:
    """The cost of everyone by segment and role."""
    frame, found = outcome.frame, {}
    for place, (market, lane) in enumerate(zip(frame.basis.markets, frame.lanes, strict=True)):
        if lane.carrier:
            found[market.name, lane.carrier] = _carrier_parts(outcome, place)
    carriers = set(found)
    for key, path in outcome.paths.items():
        if key not in carriers:
            found[key] = _parts(path, key[1], frame.basis)
    return found


def _carrier_parts(outcome: Outcome, place: int) -> Parts:
    frame = outcome.frame
    role = frame.lanes[place].carrier
    parts = dict(_parts(outcome.carriers[place], role, frame.basis, place))
    rate = commission_rate(frame, place)
    parts["commission"] = tuple(rate * sold for sold in outcome.sales[place].expected)
    charge = frame.basis.rates.charge
    parts["load"] = tuple(a + b * charge for a, b in zip(parts["load"], parts["commission"], strict=True))
    return parts


def _severance(basis: Basis, role: str) -> float:
    """What a post that is cut costs beside the pay during notice."""
    terms = basis.roles[role]
    return basis.rates.severance * (terms.base + terms.variable) / 12 if basis.rates.priced else 0.0


def _parts(path: Path, role: str, basis: Basis, place: int | None = None) -> Parts:
    each = price(basis, role, place)
    return {
        "base": tuple(people * each.base for people in path.present),
        "variable": tuple(people * each.variable for people in path.present),
        "commission": (0.0,) * len(path.present),
        "load": tuple(people * each.load for people in path.present),
        "tools": tuple(people * each.tools for people in path.present),
        "hiring": tuple(came * recruiting(basis) for came in path.starts),
        "travel": tuple(people * each.travel for people in path.present),
        "exits": tuple(gone * _severance(basis, role) for gone in path.exits),
    }


def cents(by_month: tuple[float, ...], spans: tuple[range, ...]) -> tuple[int, ...]:
    """Whole cents for each span of months, so that every running total is right to the cent.

    >>> cents((0.333, 0.333, 0.334), (range(0, 1), range(1, 2), range(2, 3)))
    (33, 34, 33)
    """
    before, found = 0, []
    for span in spans:
        until = int(sum(by_month[: span.stop]) * 100 + 0.5 + 1e-6)
        found.append(until - before)
        before = until
    return tuple(found)


def objective(outcome: Outcome) -> float:
    """The cost of people over the plan, without commission: a target that is met fixes it, and more pays for itself."""
    charge = outcome.frame.basis.rates.charge
    total = 0.0
    for parts in costs(outcome).values():
        total += sum(sum(months) for months in parts.values()) - sum(parts["commission"]) * (1 + charge)
    return total


def by_year(outcome: Outcome) -> tuple[float, ...]:
    """The whole cost of each year."""
    everyone = [months for parts in costs(outcome).values() for months in parts.values()]
    return tuple(
        sum(sum(months[month] for month in year) for months in everyone)
        for year in years(outcome.frame.basis.pace.months)
    )


def budgets(basis: Basis) -> tuple[float, ...]:
    """What each year of the plan may cost; infinite where no budget is stated."""
    each = float("inf") if basis.budget is None or not basis.rates.priced else basis.budget
    spans = years(basis.pace.months)
    return tuple(each * budget_growth(basis, number) * len(year) / 12 for number, year in enumerate(spans))


def budget_growth(basis: Basis, year: int) -> float:
    """A year's budget over that of the first."""
    return float((1 + basis.budget_growth) ** year)
