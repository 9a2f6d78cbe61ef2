"""Phases: what a company that keeps to its plan has at the end of each quarter, as a roadmap reads it."""

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


def people_by_quarter(plan: Plan) -> tuple[int, ...]:
    """Everyone, at the end of each quarter."""
    return tuple(sum(row.end for row in plan.people if row.quarter == quarter) for quarter in plan.quarters)


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
