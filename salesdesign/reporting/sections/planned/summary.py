"""The plan in a few sentences: what it costs, what it brings, how likely that is, and what to do where it fails."""

from collections.abc import Iterable

from salesdesign.model.advice import UNPLANNED
from salesdesign.model.plan import Plan, WayOut
from salesdesign.reporting.blocks import Figure, Phrase
from salesdesign.reporting.phrasing import lowered, people, readable, sentence
from salesdesign.reporting.sections.planned.words import (
    ORDINALS,
    amount,
    first_year,
    structure_name,
    why_not,
    years,
)
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, share

MOST = "for the most"
"""What the text of a way out holds that does not lead to all that is wanted."""

SMALL_BUFFER = "buffer_small"
"""The warning of a buffer that is smaller than planned."""

ENOUGH = 0.999
"""Of what is wanted: rounding, no more."""


def summary(view: View, plan: Plan) -> Iterable[Phrase]:
    """What the plan costs, what it brings and how likely that is; first of all whether it reaches what is wanted."""
    if not plan.bookings:
        yield Phrase(text=cost_in_words(plan))
        yield Phrase(text="Nobody said what is wanted, so the plan counts people and no bookings.")
    elif plan.feasible:
        yield Phrase(text=cost_in_words(plan))
        yield Phrase(text=_bookings(plan, plan.quarters[:4], "first"))
        yield from _how_sure(plan)
    else:
        yield from _short(view, plan)


def why_unplanned(view: View) -> str:
    """Why there is no plan, in a sentence or two; empty where there is one, or where none was asked for."""
    doubts = (doubt.text for doubt in view.advice.warnings if doubt.code == UNPLANNED)
    return readable(view, next(doubts, ""))


def figures(plan: Plan) -> Iterable[Figure]:
    """The numbers of the plan for the first page."""
    last = sum(row.end for row in plan.people if row.quarter == plan.quarters[-1])
    yield Figure(value=people(last), label=f"at the end of {plan.quarters[-1]}")
    if first_cost(plan):
        yield Figure(value=amount(plan, first_cost(plan)), label="cost of selling in the first year")


def first_cost(plan: Plan) -> float:
    """What selling costs in the first year."""
    return sum(row.total for row in plan.cost if row.quarter in first_year(plan))


def headcount(plan: Plan) -> str:
    """How many people there are at the start and at the end, who comes and who leaves, in a sentence or two."""
    first = sum(row.start + row.moved_in for row in plan.people if row.quarter == plan.quarters[0])
    last = sum(row.end for row in plan.people if row.quarter == plan.quarters[-1])
    hires, leavers = (sum(getattr(row, name) for row in plan.people) for name in ("hires", "leavers"))
    if first == last and not hires:
        return f"{people(last)} throughout, without a hire."
    end = plan.quarters[-1]
    grows = f"From {people(first)} to {people(last)} by the end of {end}."
    if first == last:
        grows = f"{people(last)} now and at the end of {end}."
    comes = f"{people(hires)} {'starts' if hires == 1 else 'start'}" if hires else "Nobody is hired"
    leaves = f", {people(leavers)} {'is' if leavers == 1 else 'are'} expected to leave." if leavers else "."
    return f"{grows} {comes}{leaves}"


def cost_in_words(plan: Plan) -> str:
    """What selling costs in the first year, against the budget, in a sentence."""
    if not plan.cost:
        return "What it costs cannot be told: pay is not known."
    if not first_cost(plan):
        return "Founders do the selling, so it costs their time and no pay of sellers."
    budgets = [row.budget for row in plan.cost if row.quarter in first_year(plan) and row.budget is not None]
    cost = f"Selling costs {amount(plan, first_cost(plan))} in the first year"
    if not budgets:
        return f"{cost}; no budget was given."
    within = "within" if first_cost(plan) <= sum(budgets) + 0.5 else "more than"
    return f"{cost}, {within} the budget of {amount(plan, sum(budgets))}."


def _how_sure(plan: Plan) -> Iterable[Phrase]:
    """How often the target is met, and with how much of a buffer."""
    buffer, small = plan.ratios.get("buffer", 0.0), _warned(plan, SMALL_BUFFER)
    if buffer and not small:
        yield Phrase(
            text=f"The team is sized for {share(buffer)} more than the target, so that leavers, late starts and deals "
            "that slip do not at once cost it."
        )
    if small:
        yield Phrase(text=small)
    if plan.chance is not None:
        yield Phrase(text=f"The target is met in {share(plan.chance)} of the simulated years.")


def _warned(plan: Plan, code: str) -> str:
    """The text of that warning; empty where there is none."""
    return next((warning.text for warning in plan.warnings if warning.code == code), "")


def _bookings(plan: Plan, year: tuple[str, ...], which: str) -> str:
    expected, wanted = _sums(plan, year)
    return (
        f"New bookings of {amount(plan, expected)} are expected in the {which} year; {amount(plan, wanted)} are wanted."
    )


def _sums(plan: Plan, year: tuple[str, ...]) -> tuple[float, float]:
    rows = [row for row in plan.bookings if row.quarter in year]
    return sum(row.expected for row in rows), sum(row.wanted for row in rows)


def _short(view: View, plan: Plan) -> Iterable[Phrase]:
    """What is missed and why, what can be reached, and what would reach the target."""
    year, which = _missed(plan)
    expected, wanted = _sums(plan, year)
    yield Phrase(text=f"The target cannot be reached: {_why(plan)}.", strong=True)
    yield Phrase(
        text=f"Of the {amount(plan, wanted)} of new bookings wanted in the {which} year "
        f"{amount(plan, expected)} can be reached."
    )
    yield Phrase(text=cost_in_words(plan))
    enough = [text for way in plan.ways_out if (text := _enough(plan, way))]
    if enough:
        what = "the most that is possible in time" if any(MOST in way.text for way in plan.ways_out) else "all of it"
        yield Phrase(text=f"To reach {what} takes {list_of(enough)}.")
    yield from _others(view, plan)
    yield from (Phrase(text=sentence(way.text)) for way in plan.ways_out if way.value is None and way.text)


def _why(plan: Plan) -> str:
    """Everything that holds the plan back, in clauses."""
    return list_of(map(why_not, plan.binds or (plan.binding,)))


def _missed(plan: Plan) -> tuple[tuple[str, ...], str]:
    """The first year that falls short, and which one it is; the first where none does."""
    for number, year in enumerate(years(plan)):
        expected, wanted = _sums(plan, year)
        if expected < wanted * ENOUGH:
            return year, ORDINALS[number]
    return plan.quarters[:4], ORDINALS[0]


def _enough(plan: Plan, way: WayOut) -> str:
    """A way that reaches all that is wanted, as a noun; empty where it is none."""
    if not way.value:
        return ""
    if way.kind == "budget":
        return f"a sales budget of {amount(plan, way.value)} a year"
    return f"{people(way.value)} who start in one month" if way.kind == "pace" else ""


def _others(view: View, plan: Plan) -> Iterable[Phrase]:
    """The structures that reach it within the same limits."""
    able = [row.structure for row in plan.alternatives if row.feasible and row.structure != plan.structure]
    if able:
        names = list_of(f"{lowered(structure_name(view, name))}" for name in able)
        yield Phrase(text=f"Within the same limits it is reached as: {names}.", anchor="compared")
