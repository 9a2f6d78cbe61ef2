"""What a plan assumes about a company as a whole: observed beats given beats benchmark."""

from collections.abc import Callable, Mapping

from salesdesign.model.company import Values
from salesdesign.planning.basis import ROLES, Doubt, Pace, Rates, RoleTerms
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.ramp import linear_ramp

PAY_BENCHMARKS: Mapping[str, str] = {
    "inbound_sdr": "OTE-SDR",
    "outbound_sdr": "OTE-SDR",
    "customer_success": "OTE-CSM",
    "account_manager": "OTE-AM",
    "sales_specialist": "OTE-AM",
    "sales_engineer": "OTE-SE",
    "sales_manager": "OTE-MGR",
    "sales_director": "OTE-DIR",
    "sales_leader": "OTE-VP",
    "sales_operations": "OTE-REVOPS",
    "sales_enablement": "OTE-REVOPS",
}
MIX_BENCHMARKS: Mapping[str, str] = {
    "full_cycle_seller": "MIX-AE",
    "account_executive": "MIX-AE",
    "account_manager": "MIX-AE",
    "inbound_sdr": "MIX-SDR",
    "outbound_sdr": "MIX-SDR",
    "sales_engineer": "MIX-SE",
    "sales_specialist": "MIX-SE",
    "customer_success": "MIX-CSM",
    "sales_manager": "MIX-MGR",
    "sales_director": "MIX-MGR",
    "sales_leader": "MIX-MGR",
}
CLOSER_PAY: Mapping[str, str] = {"small": "OTE-AE-SMB", "medium": "OTE-AE-MM", "large": "OTE-AE-ENT"}
CLOSER_RAMP: Mapping[str, str] = {"small": "RAMP-AE-SMB", "medium": "RAMP-AE-MM", "large": "RAMP-AE-ENT"}
LEAVING = frozenset(
    {"full_cycle_seller", "account_executive", "account_manager", "customer_success", "sales_specialist"}
)
DEVELOPERS = frozenset({"inbound_sdr", "outbound_sdr"})
CLOSERS = frozenset({"full_cycle_seller", "account_executive"})


def number(facts: Values, name: str) -> float | None:
    """A fact as a number; None where it is unknown."""
    value = facts.get(name)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def band(deal_value_usd: float | None) -> str:
    """small, medium or large deals; medium where the value is unknown."""
    if deal_value_usd is None:
        return "medium"
    return "small" if deal_value_usd < 25_000 else "medium" if deal_value_usd < 100_000 else "large"


def pace(facts: Values, ledger: Ledger) -> Pace:
    """The clock, and how fast people can come."""
    quarters = _first(
        ledger.given("horizon", facts, "plan.horizon_quarters", "quarters"),
        lambda: ledger.benchmark("horizon", "JDG-HORIZON", "quarters"),
    )
    hire = _first(
        ledger.given("time_to_hire", facts, "plan.time_to_hire_months", "months"),
        lambda: ledger.benchmark("time_to_hire", "JDG-TIME-TO-HIRE", "months"),
    )
    start, allowed = facts.get("plan.start"), facts.get("plan.allow_exits") is True
    return Pace(
        months=3 * round(quarters),
        time_to_hire=int(hire + 0.5),
        max_hires=ledger.given("max_hires", facts, "plan.max_hires_per_month", "people a month"),
        small_role=round(ledger.benchmark("small_role", "JDG-SMALL-ROLE", "people")),
        allow_exits=allowed,
        notice=round(ledger.usual("notice", "JDG-NOTICE", "months")) if allowed else 0,
        start=start if isinstance(start, str) else None,
    )


def rates(facts: Values, ledger: Ledger, level: float, *, priced: bool) -> Rates:
    """What holds for every role."""
    tools = ledger.given("tools", facts, "plan.tools_per_head", "a head and year")
    travels = facts.get("deal.channel") == "field"
    return Rates(
        load=_first(
            ledger.given("load", facts, "plan.load", "full cost over base pay"),
            lambda: ledger.benchmark("load", "LOAD", "full cost over base pay"),
        ),
        charge=ledger.usual("employer_charge", "JDG-EMPLOYER-CHARGE", "share of variable pay"),
        tools=_known(tools, lambda: ledger.money("tools", "TOOLS-REP", "a head and year")),
        recruiting=_known(
            ledger.given("recruiting", {}, "", "a hire"),
            lambda: ledger.money("recruiting", "JDG-RECRUITING", "a hire", factor=level),
        ),
        travel=_travel(ledger) if travels else 0.0,
        severance=ledger.usual("severance", "JDG-SEVERANCE", "months of pay")
        if facts.get("plan.allow_exits") is True
        else 0.0,
        priced=priced,
    )


def role_terms(facts: Values, ledger: Ledger, size: str, level: float) -> Mapping[str, RoleTerms]:
    """What each role costs, how it ramps and how its people leave; benchmarks of pay count at that level of them.

    Unknown pay is zero.
    """
    cycle_days = number(facts, "deal.cycle_days")
    return {
        role: RoleTerms(
            base=_pay(facts, ledger, role, (size, level))[0],
            variable=_pay(facts, ledger, role, (size, level))[1],
            ramp=_ramp(facts, ledger, role, (size, cycle_days)),
            attrition=_attrition(facts, ledger, role),
        )
        for role in ROLES
    }


def doubt(ledger: Ledger) -> Doubt:
    """How far the figures of the draws may be off."""
    spread = "standard deviation over mean"
    return Doubt(
        win_rate=ledger.usual("doubt.win_rate", "JDG-DOUBT-WIN", spread),
        attainment=ledger.usual("doubt.attainment", "JDG-DOUBT-ATTAINMENT", spread),
        deal_value=ledger.usual("doubt.deal_value", "JDG-DOUBT-VALUE", spread),
        starts=ledger.usual("doubt.starts", "JDG-DOUBT-STARTS", spread),
        leaving=ledger.usual("doubt.leaving", "JDG-DOUBT-LEAVING", spread),
        together=ledger.usual("doubt.together", "JDG-DOUBT-TOGETHER", "correlation"),
    )


def knows_pay(facts: Values, ledger: Ledger) -> bool:
    """Whether the pay of every role can be told in the company's currency."""
    if ledger.usd_per_unit is not None:
        return True
    return all(number(facts, f"plan.pay.{role}") is not None for role in ("account_executive", "sales_manager"))


def _pay(facts: Values, ledger: Ledger, role: str, scale: tuple[str, float]) -> tuple[float, float]:
    size, level = scale
    if role == "founder":
        return 0.0, 0.0
    base, variable = ledger.overrides.get(f"base.{role}"), ledger.overrides.get(f"variable.{role}")
    if isinstance(base, (int, float)) and isinstance(variable, (int, float)):
        ledger.note(
            f"pay.{role}", float(base + variable), "a year on target", "Stated for this plan", confidence="given"
        )
        return float(base), float(variable)
    fact = "plan.pay.account_executive" if role in CLOSERS else f"plan.pay.{role}"
    benchmark = CLOSER_PAY[size] if role in CLOSERS else PAY_BENCHMARKS[role]
    pay = _known(
        ledger.given(f"pay.{role}", facts, fact, "a year on target"),
        lambda: ledger.money(f"pay.{role}", benchmark, "a year on target", factor=level),
    )
    fixed = _mix(ledger, role)
    return pay * fixed, pay * (1 - fixed)


def _mix(ledger: Ledger, role: str) -> float:
    if role in MIX_BENCHMARKS:
        return ledger.usual(f"fixed_share.{role}", MIX_BENCHMARKS[role], "share of pay")
    return ledger.usual(f"fixed_share.{role}", "JDG-FIXED-SHARE", "share of pay")


def _ramp(facts: Values, ledger: Ledger, role: str, deal: tuple[str, float | None]) -> tuple[float, ...]:
    override = ledger.overrides.get(f"ramp.{role}")
    if isinstance(override, tuple):
        return ledger.curve(f"ramp.{role}", override, "")
    if role in DEVELOPERS:
        return linear_ramp(ledger.usual(f"ramp_months.{role}", "RAMP-SDR", "months"))
    if role not in CLOSERS:
        return ()
    months = ledger.given(f"ramp_months.{role}", facts, "plan.ramp_months", "months")
    return linear_ramp(_closer_ramp(ledger, role, deal) if months is None else months)


def _closer_ramp(ledger: Ledger, role: str, deal: tuple[str, float | None]) -> float:
    size, cycle_days = deal
    months = ledger.benchmark(f"ramp_months.{role}", CLOSER_RAMP[size], "months")
    by_cycle = ((cycle_days or 0) + 90) / 30
    if cycle_days is None or by_cycle <= months:
        return months
    source = "RAMP-RULE: the sales cycle and 90 days"
    return ledger.note(f"ramp_months.{role}", by_cycle, "months", source, confidence="low")


def _attrition(facts: Values, ledger: Ledger, role: str) -> float:
    name = f"attrition.{role}"
    if role not in LEAVING and role not in DEVELOPERS:
        return ledger.given(name, {}, "", "a year") or 0.0
    stated = ledger.given(name, facts, "plan.attrition", "a year")
    if stated is None:
        stated = ledger.given(name, facts, "headcount.turnover", "a year", confidence="observed")
    if stated is not None:
        return stated
    return ledger.benchmark(name, "CHURN-SDR" if role in DEVELOPERS else "CHURN-REP", "a year")


def _travel(ledger: Ledger) -> float:
    if ledger.has("JDG-TRAVEL"):
        return _known(None, lambda: ledger.money("travel", "JDG-TRAVEL", "a field seller and year"))
    ledger.warn(
        "travel_unpriced", "Sellers travel to customers, and no figure for travel is known: its cost is left out."
    )
    return ledger.given("travel", {}, "", "a field seller and year") or 0.0


def _first(value: float | None, other: Callable[[], float]) -> float:
    return other() if value is None else value


def _known(value: float | None, other: Callable[[], float | None]) -> float:
    found = other() if value is None else value
    return 0.0 if found is None else found
