"""Sources: where the opportunities of one market come from."""

from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import SPECIALISTS, Sources
from salesdesign.planning.scope import Scope, Wanted


def sources_of(scope: Scope, size: str, own: float) -> Sources:
    """Where opportunities come from; `own` is what closers find at least, where nobody said where they come from."""
    facts = scope.market.facts
    leads = scope.given("leads", "leads.inbound_per_month", "worked leads a month", "observed")
    inbound = scope.given("inbound_share", "leads.inbound_share", "of created opportunities")
    outbound = scope.given("outbound_share", "leads.outbound_share", "of created opportunities") or 0.0
    if own:
        scope.ledger.warn("sources_unknown", _NOTHING_TOLD)
    elif leads is None and inbound is None:
        scope.ledger.warn(
            "inbound_unknown", "Incoming leads are not known: what nobody else brings counts as outbound."
        )
    referral = _override(scope, "referral_share", number(facts, "leads.referral_share") or 0.0)
    partner = _override(scope, "partner_share", number(facts, "leads.partner_share") or 0.0)
    rest = max(0.0, 1 - (inbound or 0.0) - referral - partner - outbound)
    rate = scope.given("lead_to_opportunity", "plan.lead_to_opportunity", "of worked leads")
    return Sources(
        leads=leads,
        inbound_share=inbound,
        referral=referral,
        partner=partner,
        self_sourced=min(max(_self_sourced(scope), own), rest),
        meetings=_meetings(scope, size),
        leads_per_person=scope.benchmark("leads_per_inbound", "SDRVOL-01", "leads a month"),
        opportunities_per_person=scope.benchmark("opportunities_per_inbound", "SDRVOL-04", "opportunities a month"),
        lead_to_opportunity=_lead_rate(scope) if rate is None else rate,
    )


def _meetings(scope: Scope, size: str) -> float:
    """Accepted opportunities of an outbound developer in a month."""
    booked = scope.benchmark("meetings", "SDRVOL-05" if size == "large" else "SDRVOL-03", "meetings a month")
    return booked * _acceptance(scope)


def found_by_closers(scope: Scope, wanted: Wanted, worth: float, size: str, output: float) -> float:
    """The share of opportunities that developers do not find; zero where somebody said where opportunities come from.

    Of last year's those that today's developers cannot have found. Where no developers are known, those that are left
    when as many closers share one as is usual; `output` is what a closer brings in a month.
    """
    stated = any(name.startswith("leads.") or name == "plan.self_sourced_share" for name in scope.market.facts)
    if stated or not worth or not output:
        return 0.0
    sold = wanted.history.bookings
    if sold and wanted.current in SPECIALISTS:
        share = 1 - wanted.developers * _meetings(scope, size) * 12 / (sold / worth)
        source = "What today's developers cannot have found"
    else:
        closers = scope.ledger.benchmark("closers_per_developer", "SDRAE-01", "closers")
        share = 1 - _meetings(scope, size) / (closers * output / worth)
        source = "What developers do not find where closers have as many as is usual"
    share = max(0.0, share)
    return scope.ledger.note(
        scope.name("found_by_closers"), share, "of created opportunities", source, confidence="low"
    )


_NOTHING_TOLD = (
    "Nobody said where opportunities come from. The plan takes as much outbound work as developers did last year, or "
    "usually do beside closers, and the rest as found by closers or come by itself: give incoming leads."
)


def _override(scope: Scope, name: str, value: float) -> float:
    stated = scope.given(name, "", "of created opportunities")
    return value if stated is None else stated


def _self_sourced(scope: Scope) -> float:
    stated = scope.given("self_sourced", "plan.self_sourced_share", "of created opportunities")
    return scope.benchmark("self_sourced", "JDG-SELF-SOURCED", "of created opportunities") if stated is None else stated


def _acceptance(scope: Scope) -> float:
    stated = scope.given("acceptance", "plan.acceptance", "of meetings")
    return scope.benchmark("acceptance", "JDG-ACCEPTANCE", "of meetings") if stated is None else stated


def _lead_rate(scope: Scope) -> float:
    opportunities = scope.benchmark("opportunities_per_inbound", "SDRVOL-04", "opportunities a month")
    leads = scope.benchmark("leads_per_inbound", "SDRVOL-01", "leads a month")
    return scope.ledger.note(
        scope.name("lead_to_opportunity"),
        opportunities / leads,
        "of worked leads",
        "SDRVOL-04 over SDRVOL-01",
        confidence="low",
    )
