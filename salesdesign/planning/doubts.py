"""Doubts about a plan, in sentences with its own numbers."""

from salesdesign.model.plan import PlanWarning
from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import quarters
from salesdesign.planning.cost import price
from salesdesign.planning.frame import STEPS
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.schedule import Outcome, sellers
from salesdesign.planning.summary import buffer_of, deals_a_year, ratios
from salesdesign.wording.numbers import money

FEW_STARTS = 4
"""Fewer can always start in one month; our judgement."""
QUOTAS_HIGH = "Find out why quotas are missed before you raise them."
QUOTAS_LOW = "Nearly everybody has to reach their quota."


def add_doubts(ask: PlanInput, outcome: Outcome, goal: Basis, ledger: Ledger) -> tuple[PlanWarning, ...]:
    """The warnings of the ledger and those that show in the plan itself, by code."""
    _of_quotas(ask, outcome, goal, ledger)
    _of_care(outcome, goal, ledger)
    _of_market(ask, outcome, ledger)
    _of_people(ask, outcome, ledger)
    _of_starts(outcome, ledger)
    _of_quarters(outcome, goal, ledger)
    _of_figures(ask, ledger)
    return tuple(ledger.warnings[code] for code in sorted(ledger.warnings))


def _of_quotas(ask: PlanInput, outcome: Outcome, goal: Basis, ledger: Ledger) -> None:
    """Quotas over what the plan is sized for: a buffer is meant, and stands on top of what is usual."""
    over, usual = ratios(outcome, goal).get("over_assignment"), ledger.benchmarks["JDG-OVER"]
    if over is None or usual.low is None or usual.high is None:
        return
    told, allowed = f"The sum of quotas is {over:.2f} times the target", number(ask.facts, "plan.over_assignment")
    if allowed is not None:
        if over > allowed:
            ledger.warn("over_assignment", f"{told}, more than the {allowed:g} that is allowed.")
        return
    buffer = buffer_of(outcome, goal)
    bare = over / (1 + buffer)
    if not usual.low <= bare <= usual.high:
        without = f" and {bare:.2f} times without the buffer" if buffer else ""
        meant = QUOTAS_HIGH if bare > usual.high else QUOTAS_LOW
        limits = f"{usual.low:g} to {usual.high:g} is usual (JDG-OVER, OVER-01)"
        ledger.warn("over_assignment", f"{told}{without}; {limits}. {meant}")


def _of_care(outcome: Outcome, goal: Basis, ledger: Ledger) -> None:
    share, limit = ratios(outcome, goal).get("care_cost_over_revenue"), ledger.benchmarks["JDG-CARE-COST"].typical
    if share is not None and isinstance(limit, (int, float)) and share > limit:
        ledger.warn(
            "care_cost", f"Customer success costs {share:.0%} of recurring revenue, above {limit:.0%} (JDG-CARE-COST)."
        )
    for desk in outcome.frame.desks:
        path = outcome.frame.staff.get((desk.name, "customer_success"))
        customers = sum(outcome.frame.works[place].customers[0] for place in desk.markets)
        each = outcome.frame.basis.markets[desk.markets[0]].care.accounts_per_person
        if path and path.present[0] and customers / path.present[0] > each:
            ledger.warn(
                "care_overloaded",
                f"At first each person in customer success has {customers / path.present[0]:.0f} customers, "
                f"more than {each:.0f}.",
            )


def _of_market(ask: PlanInput, outcome: Outcome, ledger: Ledger) -> None:
    accounts, limit = ask.facts.get("customers.target_accounts"), ledger.benchmarks["JDG-MARKET-SHARE"].typical
    if not isinstance(accounts, (int, float)) or not accounts or not isinstance(limit, (int, float)):
        return
    share = deals_a_year(outcome) / accounts
    if share > limit:
        ledger.warn("market_small", f"The first year wants {share:.0%} of the reachable market as customers.")


def _of_starts(outcome: Outcome, ledger: Ledger) -> None:
    """More people in one month than a team takes in, where nobody said how many it does."""
    limit, paths = ledger.benchmarks["JDG-STARTS"].typical, outcome.paths.values()
    if outcome.frame.basis.pace.max_hires is not None or not isinstance(limit, (int, float)):
        return
    starts = [sum(path.starts[month] for path in paths) for month in range(outcome.frame.basis.pace.months)]
    most = max(starts, default=0)
    month = starts.index(most) if starts else 0
    there = sum(path.present[month] for path in paths) - most
    if most >= FEW_STARTS and most > limit * there:
        ledger.warn(
            "many_starts",
            f"{most} people start in month {month + 1}, when {there} are there: more than a team usually takes in at "
            "once. Say how many it can: give plan.max_hires_per_month.",
        )


def _of_people(ask: PlanInput, outcome: Outcome, ledger: Ledger) -> None:
    basis, frame = outcome.frame.basis, outcome.frame
    few = sorted(
        {
            role
            for (_, role), path in outcome.paths.items()
            if basis.roles[role].attrition > 0 and 0 < max(path.present) < basis.pace.small_role
        }
    )
    if few:
        ledger.warn(
            "small_roles", f"No departure is planned in roles of fewer than {basis.pace.small_role}: {', '.join(few)}."
        )
    if "sales_operations" not in outcome.followers:
        ledger.warn("operations_shared", "Sales operations is less than one post: name who keeps CRM and figures.")
    for desk in frame.desks:
        peak = max(
            sum(frame.works[place].outbound[month] for place in desk.markets) for month in range(basis.pace.months)
        )
        if 0 < peak < 1:
            ledger.warn("make_or_buy", f"Outbound work keeps {peak:.1f} of a person busy: consider buying it in.")
    _of_pods(outcome, str(ask.facts.get("company.currency", "USD")), ledger)
    line = [desk for desk in frame.desks if not desk.pods]
    people = sellers(frame, outcome.carriers)[-1] + sum(
        frame.people("inbound_sdr", "outbound_sdr", "customer_success")[-1:]
    )
    if line and people < 4:
        ledger.warn("line_too_small", f"An assembly line needs four people, and the plan ends with {people}.")


def _of_pods(outcome: Outcome, currency: str, ledger: Ledger) -> None:
    """Members that pods share, and what those cost who have too little to do."""
    frame, idle = outcome.frame, 0.0
    for desk in frame.desks:
        if desk.pods and len(desk.markets) > 1:
            ledger.warn(
                "pod_shared",
                f"Members of {len(desk.markets)} pods would be busy less than {frame.basis.spans.pod_use:.0%} of the "
                "time: developers and customer success are shared between them.",
            )
        for role, step in STEPS.items():
            path = frame.staff.get((desk.name, role))
            if desk.pods and path:
                busy = sum(getattr(frame.works[place], step)[-1] for place in desk.markets)
                idle += max(0.0, path.present[-1] - busy) * price(frame.basis, role).total * 12
    if idle > 0 and frame.basis.rates.priced:
        cost = money(float(f"{idle:.2g}"), currency)
        ledger.warn("pod_idle", f"At the end, time without work in pods costs about {cost} a year.")


def _of_quarters(outcome: Outcome, goal: Basis, ledger: Ledger) -> None:
    basis, short = outcome.frame.basis, []
    for place, span in enumerate(quarters(basis.pace.months)):
        wanted = sum(sum(market.wanted[month] for month in span) for market in goal.markets)
        sold = sum(sum(sales.expected[month] for month in span) for sales in outcome.sales)
        if sold < wanted * 0.99:
            short.append(str(place + 1))
    if short:
        ledger.warn(
            "short_quarters", f"Expected bookings are below those wanted in quarter {', '.join(short)} of the plan."
        )


def _of_figures(ask: PlanInput, ledger: Ledger) -> None:
    """American figures used where amounts are in another currency."""
    currency = ask.facts.get("company.currency", "USD")
    foreign = [note for note in ledger.notes.values() if not note.given and note.confidence != "judgement"]
    if currency != "USD" and foreign:
        ledger.warn(
            "american_figures",
            f"{len(foreign)} figures are benchmarks, nearly all from the United States, and you count in {currency}: "
            "they are less sure than they look. Give your own for those that drive the plan.",
        )


def of_chance(chance: float, ledger: Ledger) -> None:
    """Nothing; a plan that meets its target on average, and less often than not in the draws, says so."""
    even = ledger.benchmarks["JDG-CHANCE"].typical
    if isinstance(even, (int, float)) and chance < even:
        ledger.warn(
            "chance_low",
            f"On average figures the target is met; in {chance:.0%} of the draws it is. Sellers, opportunities and "
            "starts must all turn out as expected, and the plan has little room for one that does not.",
        )
