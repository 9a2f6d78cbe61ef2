"""The plan in a few sentences: what it costs, what it brings, how likely it is, and what to do where it fails."""

from collections.abc import Iterable

from salesdesign.model.plan import Plan, WayOut
from salesdesign.reporting.blocks import Figure, Phrase
from salesdesign.reporting.phrasing import people, sentence
from salesdesign.reporting.sections.planned.words import amount, first_year, why_not
from salesdesign.wording.numbers import number, share


def summary(plan: Plan) -> Iterable[Phrase]:
    """What the plan costs in its first year, what it brings, and how likely that is."""
    yield Phrase(text=_cost(plan))
    if plan.feasible:
        yield Phrase(text=_bookings(plan))
    else:
        yield from _short(plan)


def figures(plan: Plan) -> Iterable[Figure]:
    """The numbers of the plan for the first page."""
    last = sum(row.end for row in plan.people if row.quarter == plan.quarters[-1])
    yield Figure(value=number(last), label=f"{'person' if last == 1 else 'people'} at the end of the plan")
    if plan.cost:
        yield Figure(value=amount(plan, first_cost(plan)), label="cost of selling in the first year")


def first_cost(plan: Plan) -> float:
    """What selling costs in the first year."""
    return sum(row.total for row in plan.cost if row.quarter in first_year(plan))


def _cost(plan: Plan) -> str:
    if not plan.cost:
        return "What it costs cannot be told: pay is not known."
    budgets = [row.budget for row in plan.cost if row.quarter in first_year(plan) and row.budget is not None]
    cost = f"Selling costs {amount(plan, first_cost(plan))} in the first year of the plan"
    return f"{cost}, of a budget of {amount(plan, sum(budgets))}." if budgets else f"{cost}; no budget was given."


def _bookings(plan: Plan) -> str:
    rows = [row for row in plan.bookings if row.quarter in first_year(plan)]
    expected, wanted = sum(row.expected for row in rows), sum(row.wanted for row in rows)
    brings = f"It is expected to bring {amount(plan, expected)} of the {amount(plan, wanted)} wanted"
    return (
        f"{brings}, and meets the target with a chance of {share(plan.chance)}."
        if plan.chance is not None
        else f"{brings}."
    )


def _short(plan: Plan) -> Iterable[Phrase]:
    yield Phrase(text=f"No plan reaches the target: {why_not(plan)}.", strong=True)
    ways = [text for way in plan.ways_out if (text := _way(plan, way))]
    if ways:
        yield Phrase(text=f"{'Ways out' if len(ways) > 1 else 'The way out'}: {'; or '.join(ways)}.")


def _way(plan: Plan, way: WayOut) -> str:
    """A way out as a clause."""
    if way.kind == "bookings":
        return f"want {amount(plan, way.value)} of bookings over the plan and no more" if way.value else ""
    if way.kind == "budget" and way.value:
        return f"raise the sales budget to {amount(plan, way.value)} a year"
    return sentence(way.text).rstrip(".")[:1].lower() + sentence(way.text).rstrip(".")[1:]


def headcount(plan: Plan) -> str:
    """How many people there are at the start and at the end, in a sentence."""
    first = sum(row.start + row.moved_in for row in plan.people if row.quarter == plan.quarters[0])
    last = sum(row.end for row in plan.people if row.quarter == plan.quarters[-1])
    hires = sum(row.hires for row in plan.people)
    if first == last and not hires:
        return f"{people(last)} throughout, without a hire."
    grows = f"From {people(first)} to {people(last)} by the end of {plan.quarters[-1]}"
    return (
        f"{grows}, with {number(hires)} {'hire' if hires == 1 else 'hires'}." if hires else f"{grows}, without a hire."
    )
