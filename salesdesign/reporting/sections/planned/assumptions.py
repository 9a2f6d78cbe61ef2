"""What the plan takes for granted: benchmarks and our judgement, each with its source, its year and its confidence."""

import functools
import re
from collections.abc import Iterable

from salesdesign.model.plan import Assumption, Plan
from salesdesign.reporting.blocks import Block, Details, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import readable, sentence
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.planned.figure_words import DOUBTS, WORDS
from salesdesign.reporting.sections.planned.words import MARKETS, amount
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, counted, list_of, number, share

OF_A_JOB = ("attrition", "fixed_share", "pay", "ramp_months")
"""Assumptions that are made for each job."""

ABOUT = {
    "acceptance": "outbound_sdr",
    "accounts_per_care": "customer_success",
    "care_limit": "customer_success",
    "catch_up": "outbound_sdr",
    "closers_per_engineer": "sales_engineer",
    "enablement_ratio": "sales_enablement",
    "engineer_from": "sales_engineer",
    "generalist_factor": "full_cycle_seller",
    "leads_per_inbound": "inbound_sdr",
    "meetings": "outbound_sdr",
    "opportunities_per_inbound": "inbound_sdr",
    "revenue_per_care": "customer_success",
    "second_level": "sales_director",
}
"""Assumptions that matter only where the plan holds a certain job."""

PRICED = ("pay.", "recruiting", "tools", "travel", "revenue_per_care")
SILENT = {"ratio": "times", "correlation": "", "standard deviation over mean": "", "chance": ""}
"""Units as a reader expects them behind the number."""

SMALL = frozenset({"a", "and", "of", "on", "over", "per"})
"""Words that say nothing by themselves."""

ID = re.compile(r"\b[A-Z]+(?:-[A-Z0-9]+)+\b")
IDS = re.compile(r" \((?:[A-Z]+(?:-[A-Z0-9]+)+(?:, )?)+\)")
"""Ids of benchmarks, one by one and in brackets at the end of a clause."""

TOLD_ELSEWHERE = ("make_or_buy", "buffer_small", "chance_low", "short_quarters")
"""Doubts that stand beside the numbers that they are about."""


def assumptions(view: View, plan: Plan) -> tuple[Block, ...]:
    """The doubts that the plan leaves, and every figure that is not the company's own, by source, folded away."""
    held = {row.role for row in plan.people}
    used = [found for found in plan.assumptions if _matters(held, found.name)]
    doubts = tuple(Point(text=text) for text in worth_knowing(view, plan))
    others = Points(items=tuple(_sources(view, plan, (found for found in used if not _own(found)))))
    return (
        Prose(phrases=tuple(_given(plan))),
        *([Points(items=doubts)] if doubts else []),
        *([Details(summary="Figures that you did not give, by source", blocks=(others,))] if others.items else []),
    )


def worth_knowing(view: View, plan: Plan) -> tuple[str, ...]:
    """The doubts about the plan that do not stand beside its numbers, readable."""
    told = (doubt.text for doubt in plan.warnings if doubt.code not in TOLD_ELSEWHERE)
    return tuple(readable(view, _named(view, sentence(text))) for text in told)


def _own(found: Assumption) -> bool:
    """Whether the company gave a figure as it is."""
    return found.given and found.source.startswith("Stated")


def _given(plan: Plan) -> Iterable[Phrase]:
    own = sum(map(_own, plan.assumptions))
    yield Phrase(text=f"{counted(own, 'figure')} of the plan {'is' if own == 1 else 'are'} your own.", anchor="facts")
    yield Phrase(text="The others are benchmarks or our judgement; your own figure is always better.")


def _sources(view: View, plan: Plan, used: Iterable[Assumption]) -> Iterable[Point]:
    """One point for each source, with the figures that come from it."""
    found: dict[str, list[Assumption]] = {}
    for assumption in used:
        found.setdefault(_source(assumption), []).append(assumption)
    for source, figures in sorted(found.items()):
        yield Point(label=_titled(view, source), text=f"{'; '.join(_figures(view, plan, figures))}.")


def _figures(view: View, plan: Plan, figures: Iterable[Assumption]) -> Iterable[str]:
    """Each figure with its name; jobs and segments that share one stand together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for found in figures:
        alike.setdefault((_label(found.name), _value(plan, found)), []).append(_whose(view, found.name))
    markets = {segment.name for segment in view.advice.segments}
    for (label, value), names in alike.items():
        whose = "" if set(names) == markets else _told_names(dict.fromkeys(filter(None, names)), markets)
        yield f"{label} ({whose}): {value}" if whose else f"{label}: {value}"


def _told_names(names: Iterable[str], markets: set[str]) -> str:
    """Whose figure it is; many segments are counted."""
    found = tuple(names)
    many = len(found) > MARKETS and markets.issuperset(found)
    return counted(len(found), "segment") if many else list_of(found)


def _label(name: str) -> str:
    stem, _, end = name.partition(".")
    return DOUBTS.get(end, end) if stem == "doubt" else WORDS.get(stem, capitalised(stem.replace("_", " ")))


def _value(plan: Plan, found: Assumption) -> str:
    value, unit = found.value, found.unit
    if not isinstance(value, (int, float)):
        return "not known" if value is None else str(value)
    if unit.startswith("money") or found.name.startswith(PRICED):
        return f"{amount(plan, value)} {_unit(found, unit.removeprefix('money').strip(' ,'))}".strip()
    if unit in ("standard deviation over mean", "chance") or (
        unit.startswith(("share", "of ", "a year")) and abs(value) <= 1 and unit != "of 5"
    ):
        return f"{share(value)} {_unit(found, unit.removeprefix('share').strip())}".strip()
    return f"{number(value, 1 if 'month' in unit else 2)} {_unit(found, unit)}".strip()


def _unit(found: Assumption, unit: str) -> str:
    """The unit behind a number; nothing where the name of the figure says all of it already."""
    unit = SILENT.get(unit, unit)
    label = _label(found.name).lower()
    unit = unit.removesuffix(" on target") if "on target" in label else unit
    words = set(unit.split()) - SMALL
    return unit if words - set(label.split()) else ""


def _source(found: Assumption) -> str:
    """Where a figure comes from, when, and how good it is."""
    if found.confidence == "judgement":
        return "Our judgement"
    _, _, title = found.source.rpartition(": ")
    year = f"{found.year}, " if found.year else ""
    return f"{capitalised(title or found.source)} ({year}confidence {found.confidence})"


def _titled(view: View, source: str) -> str:
    """A source with the benchmarks that it is computed from by their titles."""
    known = view.pack.benchmarks
    return ID.sub(lambda found: known[found.group()].source_title if found.group() in known else found.group(), source)


def _matters(held: set[str], name: str) -> bool:
    """Whether an assumption is about everybody, or about one of the jobs that the plan holds."""
    stem, _, job = name.partition(".")
    return job in held if stem in OF_A_JOB else ABOUT.get(stem, job) in held or stem not in ABOUT


def _named(view: View, text: str) -> str:
    """The text with the ids of jobs replaced by their names, and without those of benchmarks."""
    roles, text = view.pack.library.roles.values(), IDS.sub("", text)
    return functools.reduce(lambda told, role: re.sub(rf"\b{role.id}\b", role.plural, told), roles, text)


def _whose(view: View, name: str) -> str:
    stem, _, end = name.partition(".")
    return "" if stem == "doubt" else role_name(view, end, 2)
