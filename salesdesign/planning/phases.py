"""Phases: in which quarter a plan first shows what a roadmap waits for."""

from collections import Counter
from collections.abc import Mapping

from salesdesign.model.expression import Value
from salesdesign.model.plan import Plan
from salesdesign.planning.basis import SPECIALISTS

STATED_ROLES = (
    "inbound_sdr",
    "outbound_sdr",
    "account_executive",
    "customer_success",
    "account_manager",
    "sales_specialist",
    "sales_engineer",
    "sales_manager",
    "sales_operations",
    "sales_enablement",
)
"""Those that a facts file counts."""

NO_SELLERS = (
    "sales_engineer",
    "sales_manager",
    "sales_director",
    "sales_leader",
    "sales_operations",
    "sales_enablement",
    "founder",
)


def sellers_by_quarter(plan: Plan) -> tuple[int, ...]:
    """Everyone who works on prospects or customers, at the end of each quarter."""
    return tuple(
        sum(row.end for row in plan.people if row.quarter == quarter and row.role not in NO_SELLERS)
        for quarter in plan.quarters
    )


def people_by_quarter(plan: Plan) -> tuple[int, ...]:
    """Everyone, at the end of each quarter."""
    return tuple(sum(row.end for row in plan.people if row.quarter == quarter) for quarter in plan.quarters)


def quarter_with_sellers(plan: Plan, at_least: int) -> str | None:
    """The first quarter that ends with so many sellers; None where the plan never does."""
    counted = zip(plan.quarters, sellers_by_quarter(plan), strict=True)
    return next((quarter for quarter, people in counted if people >= at_least), None)


def quarter_with_role(plan: Plan, role: str, at_least: int = 1) -> str | None:
    """The first quarter that ends with so many people in a role: the first manager, the first in operations."""
    for quarter in plan.quarters:
        if sum(row.end for row in plan.people if row.quarter == quarter and row.role == role) >= at_least:
            return quarter
    return None


def quarter_of_split(plan: Plan, share: float) -> str | None:
    """The first quarter in which inbound and outbound both bring at least that share of created opportunities."""
    for quarter in plan.quarters:
        rows = [row for row in plan.funnel if row.quarter == quarter]
        total = sum(row.opportunities for row in rows)
        inbound, outbound = sum(row.inbound for row in rows), sum(row.outbound for row in rows)
        if total and min(inbound, outbound) >= share * total:
            return quarter
    return None


def people_facts(plan: Plan) -> tuple[Mapping[str, Value], ...]:
    """By quarter, what a company that keeps to the plan will state of its people and structure at the end."""
    return tuple(_facts_at(plan, quarter) for quarter in plan.quarters)


def _facts_at(plan: Plan, quarter: str) -> Mapping[str, Value]:
    people: Counter[str] = Counter()
    for row in plan.people:
        if row.quarter == quarter:
            people[row.role] += row.end
    sellers = sum(count for role, count in people.items() if role not in NO_SELLERS)
    facts: dict[str, Value] = {
        "headcount.sellers": sellers,
        "headcount.managers": people["sales_manager"],
        "current.structure": plan.structure,
    }
    if plan.structure in SPECIALISTS:
        facts["headcount.dedicated"] = sellers
        facts |= {f"headcount.roles.{role}": count for role, count in sorted(people.items()) if role in STATED_ROLES}
    return facts
