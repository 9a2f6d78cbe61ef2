"""The team of today, by role: as counted, else as is usual for how the company sells."""

from collections.abc import Mapping

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import number
from salesdesign.planning.care import CARE_ACCOUNTS
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.scope import GENERALISTS, deal_size

SELLING = (
    "inbound_sdr",
    "outbound_sdr",
    "account_executive",
    "customer_success",
    "account_manager",
    "sales_specialist",
)
"""Roles that count as sellers."""


def team_of(ask: PlanInput, ledger: Ledger) -> Mapping[str, int]:
    """People by role; sellers of no stated role close, and do all steps where nobody is specialised."""
    facts = ask.facts
    today = {role: _count(facts, f"headcount.roles.{role}") for role in (*SELLING, "sales_engineer")}
    sellers = number(facts, "headcount.sellers")
    rest = 0 if sellers is None else max(0, round(sellers) - sum(today[role] for role in SELLING))
    whole = ask.current in (*GENERALISTS, None)
    if not whole and not any(today[role] for role in SELLING):
        today.update(split_of(rest, facts, ledger))
        rest = today["account_executive"]
        today["account_executive"] = 0
    today["full_cycle_seller"] = rest + (today["account_executive"] if ask.current == "island" else 0) if whole else 0
    today["account_executive"] = 0 if ask.current == "island" else today["account_executive"] + (0 if whole else rest)
    today["sales_manager"] = max(_count(facts, "headcount.managers"), _count(facts, "headcount.roles.sales_manager"))
    for role in ("sales_operations", "sales_enablement"):
        today[role] = _count(facts, f"headcount.roles.{role}")
    today["sales_leader"] = _leaders(facts, sellers, ledger)
    today["founder"] = _count(facts, "headcount.founders_selling") or (1 if facts.get("headcount.founder_time") else 0)
    return {role: count for role, count in today.items() if count}


def split_of(sellers: int, facts: Values, ledger: Ledger) -> Mapping[str, int]:
    """Specialists of whom nobody said which step is theirs, in the usual parts."""
    care = min(sellers // 4, _care(facts, ledger))
    ratio = ledger.benchmark("closers_per_developer", "SDRAE-01", "closers")
    developers = round((sellers - care) / (1 + ratio))
    inbound = round(developers * _inbound_part(facts))
    split = {
        "inbound_sdr": inbound,
        "outbound_sdr": developers - inbound,
        "account_executive": sellers - care - developers,
        "customer_success": care,
    }
    if sellers:
        ledger.warn(
            "team_split",
            f"Nobody said which step each of the {sellers} specialists of today takes: the plan reckons with "
            f"{split['account_executive']} who close, {developers} who develop and {care} who look after customers. "
            "Give headcount.roles.",
        )
    return split


def _care(facts: Values, ledger: Ledger) -> int:
    """People in customer success who are usual for so many customers."""
    customers = number(facts, "customers.count")
    if customers is None or facts.get("customers.care_by") in ("service", "sellers", "nobody"):
        return 0
    accounts = ledger.benchmarks[CARE_ACCOUNTS[deal_size(facts, ledger)]].typical
    return round(customers / accounts) if isinstance(accounts, (int, float)) and accounts else 0


def _inbound_part(facts: Values) -> float:
    """The part of developers who work on what comes in; half where nobody said."""
    inbound, outbound = number(facts, "leads.inbound_share"), number(facts, "leads.outbound_share")
    if inbound is not None and outbound is not None and inbound + outbound > 0:
        return inbound / (inbound + outbound)
    return inbound if inbound is not None else 1 - outbound if outbound is not None else 0.5


def _leaders(facts: Values, sellers: float | None, ledger: Ledger) -> int:
    leader = facts.get("headcount.leader")
    if leader is None and (sellers or 0) >= ledger.benchmark("leader_from", "JDG-LEADER-FROM", "sellers"):
        ledger.warn(
            "leader_unknown", "Nobody said who leads sales: for a team of this size the plan takes a head of sales."
        )
        return 1
    return int(leader == "vp")


def _count(facts: Values, name: str) -> int:
    return round(number(facts, name) or 0)
