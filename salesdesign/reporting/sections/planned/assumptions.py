"""What the plan took for granted: benchmarks and our judgement, each with its source, its year and how good it is."""

import functools
import re
from collections.abc import Iterable

from salesdesign.model.plan import Assumption, Plan
from salesdesign.reporting.blocks import Block, Details, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import lowered, sentence
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.planned.words import amount
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import counted, list_of, number, share

OF_A_JOB = ("attrition", "fixed_share", "pay", "ramp_months")
"""Assumptions that are made for each job."""

SILENT = ("ratio", "correlation", "standard deviation over mean")
WORDS = {
    "acceptance": "Meetings that closers accept as opportunities",
    "accounts_per_care": "Customers per customer success manager",
    "attrition": "People who leave in a year",
    "attainment": "Quota that a seller reaches on average",
    "care_limit": "What customer success may cost",
    "catch_up": "How many times faster than it grew a company can grow",
    "chance": "Chance that the plan is sized for",
    "doubt": "How uncertain the figures are",
    "employer_charge": "Employer's charge on variable pay",
    "enablement_from": "Sellers from which enablement is a post",
    "enablement_ratio": "Sellers per enablement post",
    "engineer_from": "Complexity from which engineers help",
    "fixed_share": "Fixed part of pay",
    "founder_time": "Founders' time for selling",
    "generalist_factor": "Time a generalist needs for one specialist's work",
    "history_limit": "How far the past may be trusted",
    "horizon": "Length of the plan",
    "later_growth": "Growth in later years",
    "lead_to_opportunity": "Worked leads that become opportunities",
    "leader_from": "Sellers from which a sales leader is a post",
    "leads_per_inbound": "Leads an inbound developer works",
    "load": "Full cost over base pay",
    "manager_from": "Sellers from which a manager is a post",
    "meetings": "Meetings an outbound developer brings",
    "operations_ratio": "Sellers per sales operations post",
    "opportunities_per_inbound": "Opportunities an inbound developer brings at most",
    "pay": "Pay on target",
    "pool_span": "People in a shared pool",
    "quota": "Quota",
    "quota_over_pay": "Quota over pay on target",
    "ramp_months": "Months to full productivity",
    "recruiting": "Cost of a hire",
    "revenue_per_care": "Recurring revenue per customer success manager",
    "second_level": "Managers from which a director is a post",
    "self_sourced": "Opportunities that closers find themselves",
    "small_role": "Size of a job below which nobody is planned to leave",
    "span": "Sellers per manager",
    "time_to_hire": "Months to fill a post",
    "tools": "Tools",
}


def assumptions(view: View, plan: Plan) -> tuple[Block, ...]:
    """What was assumed for the jobs that the plan holds, folded away, and the doubts that it leaves."""
    used = [found for found in plan.assumptions if not found.given and _matters(plan, found.name)]
    given = sum(found.given for found in plan.assumptions)
    text = f"{counted(given, 'figure')} of the plan {'is' if given == 1 else 'are'} your own; the others stand below."
    doubts = tuple(Point(text=_named(view, sentence(doubt.text))) for doubt in plan.warnings if doubt.text)
    listed = Points(items=tuple(_sources(view, plan, used)))
    return (
        Prose(phrases=(Phrase(text=text),)),
        *([Points(items=doubts)] if doubts else []),
        *([Details(summary="Figures that are not your own, by source", blocks=(listed,))] if used else []),
    )


def _sources(view: View, plan: Plan, used: Iterable[Assumption]) -> Iterable[Point]:
    """One point for each source, with the figures that come from it."""
    found: dict[str, list[Assumption]] = {}
    for assumption in used:
        found.setdefault(_source(assumption), []).append(assumption)
    for source, figures in sorted(found.items()):
        yield Point(label=source, text=f"{'; '.join(_figures(view, plan, figures))}.")


def _figures(view: View, plan: Plan, figures: Iterable[Assumption]) -> Iterable[str]:
    """Each figure with its name; jobs that share one stand together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for found in figures:
        alike.setdefault((found.name.partition(".")[0], _value(plan, found)), []).append(_whose(view, found.name))
    for (stem, value), names in alike.items():
        whose = list_of(dict.fromkeys(filter(None, names)))
        label = lowered(WORDS.get(stem, stem.replace("_", " ")))
        yield f"{label}, {whose}: {value}" if whose else f"{label}: {value}"


def _value(plan: Plan, found: Assumption) -> str:
    value, unit = found.value, found.unit
    if not isinstance(value, (int, float)):
        return "not known" if value is None else str(value)
    if unit.startswith("money") or found.name.startswith(("pay.", "recruiting", "tools")):
        return f"{amount(plan, value)} {unit.removeprefix('money ')}"
    if unit == "chance":
        return share(value)
    if unit.startswith(("share", "of ", "chance", "a year")) and abs(value) <= 1:
        return f"{share(value)} {unit.removeprefix('share ')}"
    return number(value) if unit in SILENT else f"{number(value)} {unit}"


def _source(found: Assumption) -> str:
    """Where a figure comes from, when, and how good it is."""
    if found.confidence == "judgement":
        return "Our judgement"
    _, _, title = found.source.rpartition(": ")
    year = f"{found.year}, " if found.year else ""
    return f"{title or found.source} ({year}confidence {found.confidence})"


def _matters(plan: Plan, name: str) -> bool:
    """Whether an assumption is about everybody, or about a job that the plan holds."""
    stem, _, job = name.partition(".")
    return stem not in OF_A_JOB or job in {row.role for row in plan.people}


def _named(view: View, text: str) -> str:
    """The text with the ids of jobs replaced by their names."""
    roles = view.pack.library.roles.values()
    return functools.reduce(lambda told, role: re.sub(rf"\b{role.id}\b", role.plural, told), roles, text)


def _whose(view: View, name: str) -> str:
    _, _, end = name.partition(".")
    return role_name(view, end, 2)
