"""The plan of a company, from facts and decisions to rows: the one file of planning that knows the order."""

from dataclasses import dataclass, replace

from salesdesign.model.plan import Alternative, Plan, SearchReport, Transition, WayOut
from salesdesign.planning.alternatives import Compared, compare, compare_one, compared, row_of
from salesdesign.planning.basis import CARRIERS, Basis
from salesdesign.planning.calendar import quarter_names
from salesdesign.planning.cost import by_year, objective
from salesdesign.planning.dividing import divided
from salesdesign.planning.doubts import add_doubts, of_chance
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import Found, broken, least, nobody_hired, search
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.milestones import milestones
from salesdesign.planning.rows import booking_rows, cost_rows, funnel_rows, month_rows, people_rows
from salesdesign.planning.schedule import Outcome, Schedule, evaluate
from salesdesign.planning.summary import last_start, ratios, scorecard, teams
from salesdesign.planning.terms import basis_of, scaled, wanted_first
from salesdesign.planning.territories import territory_rows
from salesdesign.planning.transition import moves, transition
from salesdesign.planning.uncertainty import drivers, spread
from salesdesign.planning.ways import SPARED, blocked
from salesdesign.planning.workings import workings

TRIES = 6
"""How often a plan is sized up until it is as sure as wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The schedule that the plan takes, and how it was found."""

    outcome: Outcome
    found: Found | None
    stretch: float = 1.0
    """What the bookings were sized up by, to be surer of them."""
    binds: tuple[str, ...] = ()
    """What keeps it from the target; empty where it is reached."""
    ways: tuple[WayOut, ...] = ()
    spared: str = ""

    @property
    def binding(self) -> str | None:
        """The first of what binds."""
        return self.binds[0] if self.binds else None


def make_plan(ask: PlanInput) -> Plan:
    """The plan for one company under its chosen structure."""
    ledger = Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit)
    basis = divided(basis_of(ask, ledger))
    decided = _given(ask, basis) if ask.schedule is not None else _decided(basis)
    return _plan(ask, basis, (decided, compare(ask, _known(ask, decided))), ledger)


def _known(ask: PlanInput, decided: Decided) -> Compared | None:
    """The plan as one of the structures compared, where it is one of them."""
    mixed = any(market.structure != ask.structure for market in ask.markets)
    same = ask.schedule is None and not decided.binds and decided.stretch == 1 and not mixed
    return compared(decided.outcome, ask.structure, None) if same else None


def _given(ask: PlanInput, basis: Basis) -> Decided:
    """The schedule that was given, whatever it breaks."""
    ground, stated = frame(basis), ask.schedule or {}
    hires: Schedule = tuple(
        stated.get(market.name, nobody) for market, nobody in zip(basis.markets, nobody_hired(ground), strict=True)
    )
    outcome = evaluate(ground, hires)
    return Decided(outcome=outcome, found=None, binds=broken(outcome))


def _decided(basis: Basis) -> Decided:
    found = search(frame(basis))
    if found is None:
        stuck = blocked(basis)
        proof = Found(outcome=stuck.outcome, bound=least(stuck.outcome))
        if not basis.sized and basis.budget is None:  # nobody said what is wanted, so nothing is missed
            return Decided(outcome=stuck.outcome, found=proof)
        return Decided(outcome=stuck.outcome, found=proof, binds=stuck.binds, ways=stuck.ways, spared=stuck.spared)
    return _surer(basis, found)


def _surer(basis: Basis, found: Found) -> Decided:
    """The plan, sized up until its chance is the one wanted; a chance of a half is met by the expectation."""
    wanted, stretch = wanted_first(basis), 1.0
    best = Decided(outcome=found.outcome, found=found)
    if basis.chance <= 0.5 or not wanted:
        return best
    for _ in range(TRIES):
        drawn = spread(best.outcome, basis.seed, wanted)
        if drawn.chance >= basis.chance:
            return best
        reached = drawn.first_years[int(len(drawn.first_years) * (1 - basis.chance))]
        stretch *= max(1.01, wanted / reached if reached else 2.0)
        more = search(frame(scaled(basis, stretch)))
        if more is None:
            return replace(best, binds=("chance",), ways=_for_chance(basis, stretch))
        best = Decided(outcome=more.outcome, found=more, stretch=stretch)
    drawn = spread(best.outcome, basis.seed, wanted)
    return best if drawn.chance >= basis.chance else replace(best, binds=("chance",))


def _for_chance(basis: Basis, stretch: float) -> tuple[WayOut, ...]:
    """The ways out of a plan that is sized up: a target is that of the company, not the larger one."""
    return tuple(
        replace(way, value=round(way.value / stretch, 2)) if way.kind == "bookings" and way.value else way
        for way in blocked(scaled(basis, stretch)).ways
    )


def _plan(ask: PlanInput, basis: Basis, made: tuple[Decided, tuple[Compared, ...]], ledger: Ledger) -> Plan:
    decided, found = made
    outcome, names = decided.outcome, quarter_names(basis.pace.start, basis.pace.months // 3)
    drawn = spread(outcome, basis.seed, wanted_first(basis))
    if decided.spared:
        whom = SPARED[decided.spared]
        ledger.warn("support_spared", f"Within this budget most is reached with no {whom} hired: name who does it.")
    if basis.sized and not decided.binds:
        of_chance(drawn.chance, basis.chance, ledger)
    return Plan(
        currency=str(ask.facts.get("company.currency", "USD")),
        start=basis.pace.start,
        quarters=names,
        structure=ask.structure,
        feasible=not decided.binds,
        binding=decided.binding,
        binds=decided.binds,
        ways_out=decided.ways,
        people=people_rows(outcome, names),
        months=month_rows(outcome),
        bookings=booking_rows(outcome, drawn, names, basis) if basis.sized else (),
        cost=cost_rows(outcome, names),
        funnel=funnel_rows(outcome, names) if basis.sized else (),
        ratios=ratios(outcome, basis),
        scorecard=scorecard(outcome) if basis.sized else (),
        moves=moves(outcome),
        transition=_transition(ask, outcome, found),
        last_start=last_start(outcome) if basis.sized else None,
        drivers=drivers(outcome) if basis.sized else (),
        chance=drawn.chance if basis.sized else None,
        teams=teams(outcome),
        territories=territory_rows(ask.territories, _closers(outcome)),
        assumptions=tuple(ledger.notes[name] for name in sorted(ledger.notes)),
        alternatives=_alternatives(ask, decided, found, basis),
        search=_search(decided),
        warnings=add_doubts(ask, outcome, basis, ledger),
        milestones=milestones(outcome, names, ask.benchmarks),
        workings=workings(outcome, basis),
    )


def _closers(outcome: Outcome) -> int:
    return sum(path.present[-1] for path in outcome.carriers)


def _transition(ask: PlanInput, outcome: Outcome, found: tuple[Compared, ...]) -> Transition:
    """Against the current structure under the same target, whether or not it is open to the company."""
    known = next((one for one in found if one.row.structure == ask.current), None)
    current = ask.current if ask.current in CARRIERS else None
    staying = known or (compare_one(ask, current) if current else None)
    return transition(
        outcome,
        staying.cost if staying and staying.reaches else None,
        sum(by_year(outcome)) if outcome.frame.basis.rates.priced else None,
    )


def _alternatives(
    ask: PlanInput, decided: Decided, found: tuple[Compared, ...], goal: Basis
) -> tuple[Alternative, ...]:
    mixed = any(market.structure != ask.structure for market in ask.markets)
    rows = tuple(one.row for one in found)
    if mixed or ask.structure not in {row.structure for row in rows}:
        name = "mixed" if mixed else ask.structure
        own = row_of(decided.outcome, name, feasible=not decided.binds, goal=goal)
        return (replace(own, binding=decided.binding), *rows)
    return rows


def _search(decided: Decided) -> SearchReport | None:
    if decided.found is None:
        return None
    return SearchReport(
        solver="HiGHS",
        objective=round(objective(decided.outcome), 2),
        bound=round(decided.found.bound, 2),
        gap=round(decided.found.gap, 6),
    )
