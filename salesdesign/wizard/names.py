"""The few facts and offers that the wizard knows by name, and what it asks where several facts are one question."""

from collections.abc import Mapping

from salesdesign.facts.names import CURRENCY, NAME, SEGMENTS, USD_PER_UNIT

__all__ = ["CURRENCY", "NAME", "SEGMENTS", "USD_PER_UNIT"]

TOTAL = "headcount.sellers"
IN_ROLES = "headcount.in_roles"
"""The derived fact whose parts make up the total."""

BY_ROLE = (
    "How many people work on prospects or customers full time? Count them by job, each person once; they are summed."
)

WHOLES: Mapping[str, tuple[str, str]] = {
    "customers.mix": ("Customers by size", "How does your revenue divide over small, mid-sized and large customers?"),
    "leads.sources": ("Where the pipeline comes from", "How does your pipeline divide by where it began?"),
}
"""Title and question of each whole; another whole is asked with the words of its first part."""

SEGMENT_COLUMNS = ("deal.value", "deal.cycle_days")
"""What most often differs from market to market; anything else can be written into the file."""

PLAN_ROUND = (
    "company.annual_revenue",
    "plan.target",
    "growth.target",
    "customers.churn",
    "customers.expansion",
    "deal.mean_value",
    "deal.win_rate",
    "deal.per_seller_per_month",
    "plan.quota",
    "plan.pay_level",
    "plan.pay.account_executive",
    "plan.open_opportunities",
    "budget.annual_sales",
    "plan.start",
)
"""What a plan lives on, in its order: target, retention, what a seller closes, pay, pipeline, budget."""

STOP = "offer.stop"
MARKETS = "offer.segments"
PLAN = "offer.plan"
