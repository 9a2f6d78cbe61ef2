"""The plan of a company, from facts and decisions to rows: the one file of planning that knows the order."""

from dataclasses import replace

from salesdesign.model.plan import Alternative, Plan, SearchReport, Transition
from salesdesign.planning.alternatives import Compared, compare, compare_one, compared, row_of
from salesdesign.planning.basis import CARRIERS, Basis
from salesdesign.planning.calendar import quarter_names
from salesdesign.planning.cost import by_year, objective
from salesdesign.planning.dividing import divided
from salesdesign.planning.doubts import add_doubts, of_chance
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import broken, nobody_hired
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.milestones import milestones
from salesdesign.planning.rows import booking_rows, cost_rows, funnel_rows, month_rows, people_rows
from salesdesign.planning.schedule import Outcome, Schedule, evaluate
from salesdesign.planning.sizing import Decided, decide, warn_of_buffer
from salesdesign.planning.summary import last_start, ratios, scorecard, teams
from salesdesign.planning.terms import basis_of, wanted_first
from salesdesign.planning.territories import territory_rows
from salesdesign.planning.transition import moves, transition
from salesdesign.planning.uncertainty import drivers, spread
from salesdesign.planning.ways import SPARED
from salesdesign.planning.workings import workings


def make_plan(ask: PlanInput) -> Plan:
    """The plan for one company under its chosen structure."""
    ledger = Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit)
    basis = divided(basis_of(ask, ledger))
    decided = _given(ask, basis) if ask.schedule is not None else decide(basis)
    return _plan(ask, basis, (decided, compare(ask, decided.stretch, _known(ask, decided, basis))), ledger)


def _known(ask: PlanInput, decided: Decided, goal: Basis) -> Compared | None:
    """The plan as one of the structures compared, where it is one of them."""
    mixed = any(market.structure != ask.structure for market in ask.markets)
    same = ask.schedule is None and not decided.binds and not mixed
    return compared(decided.outcome, ask.structure, None, goal) if same else None


def _given(ask: PlanInput, basis: Basis) -> Decided:
    """The schedule that was given, whatever it breaks."""
    ground, stated = frame(basis), ask.schedule or {}
    hires: Schedule = tuple(
        stated.get(market.name, nobody) for market, nobody in zip(basis.markets, nobody_hired(ground), strict=True)
    )
    outcome = evaluate(ground, hires)
    return Decided(outcome=outcome, found=None, binds=broken(outcome))


def _plan(ask: PlanInput, basis: Basis, made: tuple[Decided, tuple[Compared, ...]], ledger: Ledger) -> Plan:
    decided, found = made
    outcome, names = decided.outcome, quarter_names(basis.pace.start, basis.pace.months // 3)
    drawn = spread(outcome, basis.seed, wanted_first(basis))
    if decided.spared:
        whom = SPARED[decided.spared]
        ledger.warn("support_spared", f"Within this budget most is reached with no {whom} hired: name who does it.")
    if basis.sized and ask.schedule is None:
        warn_of_buffer(decided, basis, ledger)
    if basis.sized and not decided.binds:
        of_chance(drawn.chance, ledger)
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
        transition=_transition(ask, decided, found),
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


def _transition(ask: PlanInput, decided: Decided, found: tuple[Compared, ...]) -> Transition:
    """Against the current structure under the same target, whether or not it is open to the company."""
    outcome = decided.outcome
    known = next((one for one in found if one.row.structure == ask.current), None)
    current = ask.current if ask.current in CARRIERS else None
    staying = known or (compare_one(ask, current, decided.stretch) if current else None)
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
