"""The pages of the plan: headcount, bookings against what is wanted, and cost."""

from collections.abc import Iterable, Sequence

from salesdesign.model.plan import Plan
from salesdesign.reporting.sections.planned.cost import PARTS
from salesdesign.reporting.sections.planned.summary import cost_in_words, headcount, summary
from salesdesign.reporting.sections.planned.words import amount, by_quarter, job
from salesdesign.reporting.view import View
from salesdesign.slides.page import Graph, Series, Slide

MILLION, THOUSAND = 1_000_000, 1_000
MANY = 20
"""From here on a decimal says nothing."""


def planned(view: View) -> Iterable[Slide]:
    """A page each for people, bookings and cost, as far as the plan knows them."""
    plan = view.advice.plan
    if plan is None:
        return
    sentences = [phrase.text for phrase in summary(view, plan)]
    yield from _people(view, plan)
    yield from _bookings(plan, sentences)
    yield from _cost(plan)


def _people(view: View, plan: Plan) -> Iterable[Slide]:
    roles = dict.fromkeys(row.role for row in plan.people)
    series = tuple(_ends(view, plan, role) for role in roles)
    used = tuple(found for found in series if any(found.values))
    if used:
        yield Slide(
            title=headcount(plan).rstrip("."),
            body=Graph(kind="stacked", categories=plan.quarters, series=used, format="0"),
        )


def _ends(view: View, plan: Plan, role: str) -> Series:
    ends = by_quarter(plan, ((row.quarter, row.end) for row in plan.people if row.role == role))
    return Series(name=job(view, role), values=tuple(ends.values()))


def _bookings(plan: Plan, sentences: Sequence[str]) -> Iterable[Slide]:
    if not plan.bookings:
        return
    size, unit = _scale(max(row.wanted for row in plan.bookings))
    one = len({row.segment for row in plan.bookings}) == 1
    names = {"wanted": "Wanted", "capacity": "Capacity", "expected": "Expected"}
    bands = {"p10": "Nine in ten outcomes above", "p90": "One in ten above"} if one else {}
    series = tuple(
        Series(name=title, values=tuple(round(value / size, 3) for value in _sums(plan, name)))
        for name, title in (names | bands).items()
    )
    yield Slide(
        title=(sentences[1] if len(sentences) > 1 else "What the people can close against what is wanted").rstrip("."),
        body=Graph(
            kind="lines",
            categories=plan.quarters,
            series=series,
            format=_format(series),
            beside=(f"Bookings a quarter, in {unit}{plan.currency}.", *sentences[2:]),
        ),
    )


def _sums(plan: Plan, name: str) -> Iterable[float]:
    return by_quarter(plan, ((row.quarter, float(getattr(row, name))) for row in plan.bookings)).values()


def _cost(plan: Plan) -> Iterable[Slide]:
    if not any(row.total for row in plan.cost):
        return
    size, unit = _scale(max(row.total for row in plan.cost))
    parts = {name: [float(getattr(row, name)) for row in plan.cost] for name in PARTS}
    series = tuple(
        Series(name=PARTS[name], values=tuple(round(value / size, 3) for value in values))
        for name, values in parts.items()
        if any(values)
    )
    budget = next((row.budget for row in plan.cost if row.budget is not None), None)
    limit = (f"The budget is {amount(plan, budget)} a quarter.",) if budget is not None else ()
    yield Slide(
        title=cost_in_words(plan).rstrip("."),
        body=Graph(
            kind="stacked",
            categories=plan.quarters,
            series=series,
            format=_format(series),
            beside=(f"Cost a quarter, in {unit}{plan.currency}.", *limit),
        ),
    )


def _format(series: Iterable[Series]) -> str:
    """Numbers with a decimal where they are small."""
    most = max((abs(value) for found in series for value in found.values), default=0.0)
    return "#,##0" if most >= MANY else "#,##0.0"


def _scale(most: float) -> tuple[int, str]:
    """What amounts are divided by, and how that is called."""
    if most >= MILLION:
        return MILLION, "million "
    return (THOUSAND, "thousand ") if most >= THOUSAND else (1, "")
