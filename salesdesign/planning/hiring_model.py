"""The hiring problem as a program: carriers by market and month, and the steps that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.cost import commission_rate, price, recruiting
from salesdesign.planning.followers import Follower, followers
from salesdesign.planning.frame import Frame
from salesdesign.planning.program import INFINITY, Program
from salesdesign.planning.ramp import ramp_at, shorter_ramp
from salesdesign.planning.schedule import SLACK

TIE = 1e-6
"""The price of bookings that a quarter lacks: it decides between schedules that cost the same, and no other."""

EDGE = 1e-5
"""How far from a half an expected leaver is rounded up; above the tolerance of the solver."""

LOOSE = 20
"""By how much the limits that switch a row off exceed the most people: with tight ones the solver loses solutions."""

Terms = dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a search is for: what its people may cost, when they may start, and who follows from them."""

    budgets: tuple[float, ...]
    """Of carriers, their followers and their commission, by year."""
    free_starts: tuple[float, ...]
    """How many carriers may start in each month."""
    followers: tuple[Follower, ...]
    sure: tuple[int, ...]
    """Carriers who are there by each month at least."""


@dataclass(slots=True, kw_only=True)
class Lines:
    """The variables of one market, by month."""

    hires: list[int] = field(default_factory=list)
    present: list[int] = field(default_factory=list)
    served: list[int] = field(default_factory=list)
    """Months of people since the start, of those who are enough for somebody to be expected to leave."""
    gone: list[int] = field(default_factory=list)
    """Leavers since the start."""
    sold: list[int] = field(default_factory=list)
    """Since the start, in months of a closer, so that numbers stay near one."""
    cap: float
    """More people than this are never needed."""


def aim_of(frame: Frame, beside: tuple[float, ...], limits: tuple[float, ...], sure: tuple[int, ...]) -> Aim:
    """All markets at once; `beside` is what the rest of the staff costs in each year, `limits` what all may cost."""
    return Aim(
        budgets=tuple(limit - other for limit, other in zip(limits, beside, strict=True)),
        free_starts=free_starts(frame),
        followers=followers(frame),
        sure=sure,
    )


def free_starts(frame: Frame) -> tuple[float, ...]:
    """Carriers who may start in each month beside the developers who do."""
    limit = frame.basis.pace.max_hires
    months = range(frame.basis.pace.months)
    pulled = [path for (_, role), path in frame.staff.items() if role in ("inbound_sdr", "outbound_sdr")]
    if limit is None:
        return (INFINITY,) * len(months)
    return tuple(max(0.0, limit - sum(path.starts[month] for path in pulled)) for month in months)


def build(frame: Frame, aim: Aim) -> tuple[Program, Mapping[int, Lines]]:
    """The program, and where its variables are."""
    program = Program()
    lines = {place: _market(program, frame, place, aim) for place, lane in enumerate(frame.lanes) if lane.carrier}
    spent: list[Terms] = [{} for _ in range(frame.basis.pace.months)]
    for place, line in lines.items():
        _spend(frame, place, line, spent)
    fixed = [0.0] * frame.basis.pace.months
    for follower in aim.followers:
        _follower(program, frame, (follower, aim.sure), lines, (spent, fixed))
    for month, limit in enumerate(aim.free_starts):
        if limit < INFINITY:
            _limit_starts(program, frame, lines, month, limit)
    _price(program, frame, lines, (spent, fixed), aim)
    return program, lines


def _market(program: Program, frame: Frame, place: int, aim: Aim) -> Lines:
    pace, lane = frame.basis.pace, frame.lanes[place]
    line = Lines(cap=float(lane.most + LOOSE))
    due, unit = 0.0, frame.basis.markets[place].output or 1.0
    for month in range(pace.months):
        closed = lane.carrier == "founder" or month < pace.time_to_hire
        line.hires.append(program.integer(upper=0.0 if closed else min(line.cap, aim.free_starts[month])))
        line.present.append(program.variable(upper=float(lane.most)))
        line.gone.append(program.integer(upper=INFINITY if _rate(frame, place) else 0.0))
        due += lane.pipeline[month] / unit
        line.sold.append(program.variable(upper=due))
        _count(program, frame, place, line)
        if _rate(frame, place):
            _leave(program, frame, place, line)
        terms, constant = ramped(frame, place, line, month)
        each = lane.per_ramped[month] / unit
        program.row({**_sold(line, month, month + 1), **_times(terms, -each)}, upper=constant * each)
        program.row(_sold(line, month, month + 1), lower=0.0)
    _reach(program, frame, place, line)
    return line


def _sold(line: Lines, start: int, stop: int) -> Terms:
    """What is sold from one month to before another."""
    before: Terms = {line.sold[start - 1]: -1.0} if start else {}
    return {line.sold[stop - 1]: 1.0, **before}


def _started(line: Lines, frame: Frame, month: int) -> Terms:
    """Who starts in a month: new people, and those who replace leavers."""
    wait = frame.basis.pace.time_to_hire
    terms: Terms = {line.hires[month]: 1.0}
    if month - wait - 1 >= 0:
        terms[line.gone[month - wait - 1]] = 1.0
    if month - wait - 2 >= 0:
        terms[line.gone[month - wait - 2]] = -1.0
    return terms


def _rate(frame: Frame, place: int) -> float:
    """The share of carriers that leaves in a month."""
    return frame.basis.roles[frame.lanes[place].carrier].attrition / 12


def _count(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Present = the month before + who starts - who left at the end of the month before."""
    month = len(line.present) - 1
    terms: Terms = {line.present[month]: 1.0}
    if month:
        terms[line.present[month - 1]] = -1.0
    for column, factor in _started(line, frame, month).items():
        _add(terms, column, -factor)
    if month >= 1:
        _add(terms, line.gone[month - 1], 1.0)
    if month >= 2:
        _add(terms, line.gone[month - 2], -1.0)
    begin, cut = frame.lanes[place].begin, max(0, frame.basis.pace.notice - 1) + 1
    people = 0.0 if month else float(begin.people)
    people -= begin.exits if month == cut else 0
    program.row(terms, lower=people, upper=people)


def _leave(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Leavers since the start are the expected ones, rounded; they never come back."""
    month, rate = len(line.present) - 1, _rate(frame, place)
    counted, served = _counted(program, frame, place, line), program.variable()
    before: Terms = {line.served[month - 1]: -1.0} if month else {}
    line.served.append(served)
    program.row({served: 1.0, counted: -1.0, **before}, lower=0.0, upper=0.0)
    program.row({line.gone[month]: 1.0, served: -rate}, lower=-0.5 + EDGE, upper=0.5 + EDGE)
    if month:
        program.row({line.gone[month]: 1.0, line.gone[month - 1]: -1.0}, lower=0.0)


def _counted(program: Program, frame: Frame, place: int, line: Lines) -> int:
    """The people of the month, or nobody where they are few."""
    present, small = line.present[-1], frame.basis.pace.small_role
    begin, wait = frame.lanes[place].begin.people, frame.basis.pace.time_to_hire
    away = begin * _rate(frame, place) * (wait + 1) + 1
    if begin - away >= small or small <= 0:
        return present
    many, counted = program.integer(upper=1.0), program.variable(upper=line.cap)
    program.row({present: 1.0, many: -float(small)}, lower=0.0)
    program.row({present: 1.0, many: -(line.cap - small + 1)}, upper=small - 1.0)
    program.row({counted: 1.0, many: -line.cap}, upper=0.0)
    program.row({counted: 1.0, present: -1.0}, upper=0.0)
    program.row({counted: 1.0, present: -1.0, many: -(small - 1.0)}, lower=-(small - 1.0))
    return counted


def ramped(frame: Frame, place: int, line: Lines, month: int) -> tuple[Terms, float]:
    """Fully productive carriers in a month, as terms and a constant: everyone, less what new people lack."""
    lane = frame.lanes[place]
    curve = frame.basis.roles[lane.carrier].ramp
    terms: Terms = {line.present[month]: 1.0}
    for since, share in enumerate(curve[: month + 1]):
        for column, factor in _started(line, frame, month - since).items():
            _add(terms, column, -factor * (1 - share))
    beside = lane.beside[month] if lane.beside else 0.0
    return terms, beside - lane.begin.moved_in * (1 - ramp_at(shorter_ramp(curve), month))


def _reach(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Each year's target, and the run-rate at the end; a quarter may be short, at next to no price."""
    market, lane, months = frame.basis.markets[place], frame.lanes[place], frame.basis.pace.months
    unit = market.output or 1.0
    for year in years(months):
        wanted = sum(market.wanted[month] for month in year)
        enough = wanted - SLACK / 2 * max(1.0, wanted)
        program.row(_sold(line, year.start, year.stop), lower=enough / unit)
    for quarter in quarters(months):
        wanted = sum(market.wanted[month] for month in quarter) / unit
        short = program.variable(cost=TIE)
        program.row({short: 1.0, **_sold(line, quarter.start, quarter.stop)}, lower=wanted)
    last = years(months)[-1]
    season = sum(market.season[month] for month in last)
    if season and market.season[-1]:
        terms, constant = ramped(frame, place, line, months - 1)
        each = lane.per_ramped[-1] / market.season[-1] / unit
        wanted = sum(market.wanted[month] for month in last) / season / unit * (1 - SLACK / 2)
        program.row(_times(terms, each), lower=wanted - constant * each)


def _spend(frame: Frame, place: int, line: Lines, spent: list[Terms]) -> None:
    """What the carriers of a market cost in each month."""
    each = price(frame.basis, frame.lanes[place].carrier, place).total
    for month, terms in enumerate(spent):
        _add(terms, line.present[month], each)
        for column, factor in _started(line, frame, month).items():
            _add(terms, column, recruiting(frame.basis) * factor)


def _follower(
    program: Program,
    frame: Frame,
    known: tuple[Follower, tuple[int, ...]],
    lines: Mapping[int, Lines],
    books: tuple[list[Terms], list[float]],
) -> None:
    """A role of whole people that follows from the carriers, and never shrinks."""
    (follower, sure), (spent, fixed) = known, books
    basis, each = frame.basis, price(frame.basis, follower.role).total
    hire, before = recruiting(basis), follower.today
    column: int | None = None
    for month in range(basis.pace.months):
        if month < basis.pace.time_to_hire:
            fixed[month] += each * follower.today
            continue
        now = program.integer(lower=float(max(follower.today, follower.needed(sure[month], month))))
        _needed(program, frame, follower, lines, (now, month))
        spent[month][now] = each + hire
        if column is None:
            fixed[month] -= hire * before
        else:
            spent[month][column] = -hire
            program.row({now: 1.0, column: -1.0}, lower=0.0)
        column = now


def _needed(
    program: Program, frame: Frame, follower: Follower, lines: Mapping[int, Lines], at: tuple[int, int]
) -> None:
    """Now >= 1 from `least` people on, and >= (people - before) / each beyond those of whom one is enough."""
    now, month = at
    carriers = {line.present[month]: 1.0 for place, line in lines.items() if frame.lanes[place].carrier != "founder"}
    beside, fixed = follower.beside[month], follower.fixed[month]
    sure = beside + sum(frame.lanes[place].begin.people for place in lines if frame.lanes[place].carrier != "founder")
    most = sum(line.cap for line in lines.values())
    program.row({now: 1.0}, lower=float(fixed))
    if follower.alone:
        # one for any number of people must not drown in tolerance
        room = most + beside + 1
        program.row({now: 1.0, **_times(carriers, -1 / room)}, lower=fixed + (beside - follower.least + 1) / room)
    if beside + most <= follower.alone:
        return
    terms = {now: 1.0, **_times(carriers, -1 / follower.each)}
    floor = (beside - follower.before) / follower.each + fixed
    if not follower.alone or sure > 2 * follower.alone + 2:  # nor will leavers bring it down to where one is enough
        program.row(terms, lower=floor)
        return
    many, slack = program.integer(upper=1.0), (follower.alone - follower.before) / follower.each
    program.row({many: most, **_times(carriers, -1.0)}, lower=float(beside - follower.alone))
    program.row({**terms, many: -slack}, lower=floor - slack)


def _limit_starts(program: Program, frame: Frame, lines: Mapping[int, Lines], month: int, limit: float) -> None:
    terms: Terms = {}
    for line in lines.values():
        for column, factor in _started(line, frame, month).items():
            _add(terms, column, factor)
    program.row(terms, upper=limit)


def _price(
    program: Program,
    frame: Frame,
    lines: Mapping[int, Lines],
    books: tuple[list[Terms], list[float]],
    aim: Aim,
) -> None:
    """The cost to be made least, and the budget of each year with commission on what is sold."""
    spent, fixed = books
    unit = max([1.0, *(price(frame.basis, frame.lanes[place].carrier, place).total for place in lines)])
    for terms in spent:
        for column, factor in terms.items():
            program.cost[column] += factor / unit
    for year, budget in zip(years(frame.basis.pace.months), aim.budgets, strict=True):
        if budget < INFINITY:
            terms = _times(_within(frame, lines, spent, year), 1 / unit)
            program.row(terms, upper=(budget - sum(fixed[month] for month in year)) / unit)


def _within(frame: Frame, lines: Mapping[int, Lines], spent: list[Terms], year: range) -> Terms:
    """What a year costs, with commission on what is sold."""
    found: Terms = {}
    for month in year:
        for column, factor in spent[month].items():
            _add(found, column, factor)
    for place, line in lines.items():
        worth = commission_rate(frame, place) * (1 + frame.basis.rates.charge)
        for column, factor in _sold(line, year.start, year.stop).items():
            _add(found, column, factor * worth * (frame.basis.markets[place].output or 1.0))
    return found


def _times(terms: Terms, factor: float) -> Terms:
    return {column: value * factor for column, value in terms.items()}


def _add(terms: Terms, column: int, factor: float) -> None:
    terms[column] = terms.get(column, 0.0) + factor
