"""Milestones: in which quarter a plan first has somebody in a role, two developing jobs, or people enough for teams."""

from collections.abc import Callable, Mapping

from salesdesign.model.pack import Benchmark
from salesdesign.model.plan import Milestone
from salesdesign.planning.calendar import quarters
from salesdesign.planning.phases import NO_SELLERS
from salesdesign.planning.schedule import Outcome

FIRSTS = (
    "inbound_sdr",
    "outbound_sdr",
    "customer_success",
    "account_manager",
    "sales_engineer",
    "sales_manager",
    "sales_director",
    "sales_leader",
    "sales_operations",
    "sales_enablement",
)
"""Roles whose first person is an event."""
DEVELOPERS = FIRSTS[:2]


def milestones(outcome: Outcome, names: tuple[str, ...], benchmarks: Mapping[str, Benchmark]) -> tuple[Milestone, ...]:
    """What the plan brings about, in the order in which it happens; what is there today comes first, without a quarter.

    What the plan never brings about is left out.
    """
    found = [_first(outcome, names, f"first_{role}", _people(outcome, (role,)), 1) for role in FIRSTS]
    sellers = _sellers(outcome)
    found.append(_first(outcome, names, "segments", sellers, _least(benchmarks, "AXIS-TEAM")))
    found.append(_first(outcome, names, "market_teams", sellers, _least(benchmarks, "TEAMS-MIN")))
    found.append(_split(outcome, names, benchmarks))
    known = [one for one in found if one is not None]
    return tuple(
        sorted(known, key=lambda one: (one.quarter is not None, names.index(one.quarter) if one.quarter else 0))
    )


def _least(benchmarks: Mapping[str, Benchmark], identifier: str) -> float:
    typical = benchmarks[identifier].typical
    return float(typical) if isinstance(typical, (int, float)) else 0.0


Count = Callable[[int], int]
"""People in a month; in month -1 those of today."""


def _people(outcome: Outcome, roles: tuple[str, ...]) -> Count:
    paths = [path for (_, role), path in outcome.paths.items() if role in roles]
    return lambda month: sum(path.begin if month < 0 else path.present[month] - path.leavers[month] for path in paths)


def _sellers(outcome: Outcome) -> Count:
    return _people(outcome, tuple({role for _, role in outcome.paths if role not in NO_SELLERS}))


def _first(outcome: Outcome, names: tuple[str, ...], event: str, count: Count, least: float) -> Milestone | None:
    """When there are first so many people at the end of a quarter."""
    if count(-1) >= least:
        return Milestone(event=event, quarter=None, people=count(-1))
    for name, span in zip(names, quarters(outcome.frame.basis.pace.months), strict=True):
        if count(span.stop - 1) >= least:
            return Milestone(event=event, quarter=name, people=count(span.stop - 1))
    return None


def _split(outcome: Outcome, names: tuple[str, ...], benchmarks: Mapping[str, Benchmark]) -> Milestone | None:
    """When answering and calling become two jobs: each brings its share, and each keeps one person busy."""
    share = _least(benchmarks, "MIX-SPLIT")
    developers = _people(outcome, DEVELOPERS)
    if all(_people(outcome, (role,))(-1) for role in DEVELOPERS):
        return Milestone(event="split_developers", quarter=None, people=developers(-1))
    for name, span in zip(names, quarters(outcome.frame.basis.pace.months), strict=True):
        sides = [_created(outcome, source, span) for source in ("inbound", "outbound")]
        busy = [_busy(outcome, source, span) for source in ("inbound", "outbound")]
        total = sum(_created(outcome, source, span) for source in outcome.frame.lanes[0].created)
        if total and min(sides) >= share * total and min(busy) >= 1:
            return Milestone(event="split_developers", quarter=name, people=developers(span.stop - 1))
    return None


def _created(outcome: Outcome, source: str, span: range) -> float:
    return sum(lane.created[source][month] for lane in outcome.frame.lanes for month in span)


def _busy(outcome: Outcome, step: str, span: range) -> float:
    """People whom a step keeps busy in a quarter."""
    works = outcome.frame.works
    months = [work.inbound if step == "inbound" else work.outbound for work in works]
    return sum(work[month] for work in months for month in span) / len(span)
