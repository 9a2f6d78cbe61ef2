"""The funnel: opportunities to decide, to create one cycle earlier, and who brings them."""

from salesdesign.planning.basis import MarketTerms
from salesdesign.planning.calendar import years
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Creation:
    """Opportunities to create in each month, by source."""

    needed: tuple[float, ...]
    inbound: tuple[float, ...]
    referral: tuple[float, ...]
    partner: tuple[float, ...]
    self_sourced: tuple[float, ...]
    outbound: tuple[float, ...]
    """What is left to be found by outbound work."""
    leads: tuple[float, ...]


def to_decide(market: MarketTerms) -> tuple[float, ...]:
    """Opportunities that must be decided in each month, for the plan and one cycle beyond."""
    per_booking = 1 / (market.deal_value * market.win_rate) if market.deal_value and market.win_rate else 0.0
    return tuple(wanted * per_booking for wanted in market.wanted)


def windows(market: MarketTerms, months: int) -> tuple[range, ...]:
    """For each year, and for the cycle after the plan, the months in which its opportunities are created."""
    spans = [*years(months), range(months, months + market.cycle)]
    return tuple(range(max(0, span.start - market.cycle), max(0, span.stop - market.cycle)) for span in spans)


def creation(market: MarketTerms, months: int) -> Creation:
    """What has to be created in each month of the plan so that each year's deals can be won."""
    needed = _needed(market, months)
    sources = market.sources
    inbound = tuple(_inbound(market, month_need) for month_need in needed)
    shares = (sources.referral, sources.partner, sources.self_sourced)
    by_share = [tuple(share * month_need for month_need in needed) for share in shares]
    left = tuple(max(0.0, need - came - need * sum(shares)) for need, came in zip(needed, inbound, strict=True))
    rate = sources.lead_to_opportunity
    return Creation(
        needed=needed,
        inbound=inbound,
        referral=by_share[0],
        partner=by_share[1],
        self_sourced=by_share[2],
        outbound=_evened(left, market, months),
        leads=tuple(came / rate if rate else 0.0 for came in inbound),
    )


def _needed(market: MarketTerms, months: int) -> tuple[float, ...]:
    decide = to_decide(market)
    needed = [0.0] * months
    for number, window in enumerate(windows(market, months)):
        in_time = sum(decide[month + market.cycle] for month in window)
        early = sum(decide[: market.cycle]) if number == 0 else 0.0
        total = max(0.0, in_time + early - (market.open_opportunities if number == 0 else 0.0))
        for month in window:
            needed[month] = decide[month + market.cycle] * total / in_time if in_time else 0.0
    return tuple(needed)


def _inbound(market: MarketTerms, needed: float) -> float:
    sources = market.sources
    by_share = (sources.inbound_share or 0.0) * needed
    return max((sources.leads or 0.0) * sources.lead_to_opportunity, by_share)


def _evened(left: tuple[float, ...], market: MarketTerms, months: int) -> tuple[float, ...]:
    """The same work with what other sources bring too much in one month taken off the others of its window."""
    evened = list(left)
    sources = market.sources
    needed = _needed(market, months)
    for window in windows(market, months):
        total = sum(needed[month] for month in window)
        shares = sources.referral + sources.partner + sources.self_sourced
        came = sum(_inbound(market, needed[month]) for month in window)
        rest = max(0.0, total * (1 - shares) - came)
        have = sum(left[month] for month in window)
        for month in window:
            evened[month] = left[month] * rest / have if have else 0.0
    return tuple(evened)
