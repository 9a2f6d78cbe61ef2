"""Spans: how many people a manager, a leader or somebody in support is there for."""

from collections.abc import Mapping

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import NEVER, Spans, SupportSteps
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger

LEADING = frozenset({"founder", "sales_partner", "vp"})
"""Those who lead sellers themselves."""
COACHING = "headcount.manager_hours"
SUPPORT: Mapping[str, str] = {"sales_operations": "operations_from", "sales_enablement": "enablement_from"}
"""Support roles, and the assumption that says from how many sellers on each is a post."""
WEEK = 40
"""Hours of a manager."""


def spans(ask: PlanInput, today: Mapping[str, int], ledger: Ledger, size: str) -> Spans:
    """How many people one leads or serves; `today` is the team by role."""
    facts, span = ask.facts, _span(ask.facts, ledger)
    engineers = (number(facts, "deal.complexity") or 0) >= ledger.benchmark(
        "engineer_from", "JDG-ENGINEER-FROM", "of 5"
    )
    benchmark = "SEAE-ENT" if size == "large" else "SEAE-INSIDE"
    ratio = ledger.usual("closers_per_engineer", benchmark, "closers") if engineers else None
    return Spans(
        span=span,
        most=_stretched(span, ledger.usual("span_most", "SPAN-MOST", "people"), ledger),
        manager_from=_manager_from(facts, today, span, ledger),
        pool_until=round(ledger.usual("pool_span", "JDG-POOL-SPAN", "people")),
        leader_from=round(ledger.usual("leader_from", "JDG-LEADER-FROM", "sellers")),
        second_level=round(ledger.usual("second_level", "JDG-SECOND-LEVEL", "managers")),
        closers_per_engineer=ratio,
        support=_support(ask.support, ledger),
        catch_up=ledger.usual("catch_up", "JDG-CATCH-UP", "ratio"),
        pod_use=ledger.usual("pod_use", "JDG-POD-USE", "share"),
        closers_catch_up=ledger.usual("closers_catch_up", "JDG-CATCH-UP-CLOSERS", "ratio"),
    )


def _manager_from(facts: Values, today: Mapping[str, int], span: float, ledger: Ledger) -> int:
    """Sellers from which there is a manager; whoever leads sales leads the first ones without one.

    So does a leader of whom nobody spoke, unless a span was stated: whoever states one plans with managers.
    """
    assumed = today.get("sales_leader") and number(facts, "plan.span") is None
    if facts.get("headcount.leader") not in LEADING and not assumed:
        return round(ledger.usual("manager_from", "JDG-MANAGER-FROM", "sellers"))
    stated = ledger.given("manager_from", {}, "", "sellers")
    if stated is not None:
        return round(stated)
    directly = _stretched(span, ledger.usual("leader_span", "SPAN-04", "people"), ledger)
    source = f"SPAN-04: {ledger.benchmarks['SPAN-04'].source_title}"
    return round(ledger.note("manager_from", directly + 1, "sellers", source, confidence="medium-low"))


def _stretched(span: float, limit: float, ledger: Ledger) -> int:
    """A limit that holds for the usual span, in the proportion in which that of the company is smaller."""
    usual = ledger.benchmarks["SPAN-01"].typical
    part = span / usual if isinstance(usual, (int, float)) and usual else 1.0
    return int(max(span, limit * min(1.0, part)))


def _support(decided: Mapping[str, SupportSteps], ledger: Ledger) -> Mapping[str, SupportSteps]:
    """Operations and enablement as was decided about them, else by the sellers whom one person serves."""
    found = {role: decided.get(role) or _usual_support(role, ledger) for role in SUPPORT}
    for role, name in SUPPORT.items():
        if role in decided and found[role].first < NEVER:
            ledger.note(name, found[role].first, "sellers", "What was decided about support", confidence="judgement")
    return found


def _usual_support(role: str, ledger: Ledger) -> SupportSteps:
    if role == "sales_operations":
        ratio = ledger.usual("operations_ratio", "OPS-RATIO", "sellers")
        return SupportSteps(first=round(ratio), second=round(2 * ratio), each=ratio)
    first = round(ledger.usual("enablement_from", "ENB-FIRST", "sellers"))
    each = ledger.usual("enablement_ratio", "ENB-SELLERS", "sellers")
    return SupportSteps(first=first, second=first + round(each), each=each)


def _span(facts: Values, ledger: Ledger) -> float:
    """Sellers of a manager, never more than the week has hours to coach as much as today."""
    stated = ledger.given("span", facts, "plan.span", "sellers a manager")
    span = ledger.benchmark("span", "SPAN-01", "sellers a manager") if stated is None else stated
    hours = number(facts, COACHING)
    if not hours:
        return span
    fits = max(1.0, float(int(WEEK * ledger.benchmark("coaching_time", "JDG-COACH-TIME", "of the week") / hours)))
    if fits >= span:
        return span
    ledger.warn(
        "coaching_span",
        f"With {hours:g} hours of coaching a seller and week, a manager's week has room for {fits:g} sellers, "
        f"not for {span:g}.",
    )
    return ledger.note(
        "span", fits, "sellers a manager", "Hours of coaching in a manager's week", confidence="observed"
    )
