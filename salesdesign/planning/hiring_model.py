"""The hiring problem as a program: carriers by market and month, and the steps that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.cost import budgets, commission_rate, price, recruiting
from salesdesign.planning.followers import Follower, followers
from salesdesign.planning.frame import Frame
from salesdesign.planning.program import INFINITY, Program
from salesdesign.planning.ramp import ramp_at, shorter_ramp
from salesdesign.planning.schedule import SLACK

TIE = 1e-6
"""The price of bookings that a quarter lacks: it decides between schedules that cost the same, and no other."""

EDGE = 1e-5
"""How far from a half an expected leaver is rounded up; above the tolerance of the solver."""

Terms = dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a search is for: which markets, what they may cost, and whether followers are counted whole."""

    places: tuple[int, ...]
    budgets: tuple[float, ...]
    """Of carriers, their followers and their commission, by year."""
    free_starts: tuple[float, ...]
    """How many carriers may start in each month."""
    followers: tuple[Follower, ...]
    """Those counted as whole people; the others are left out."""
    extra_price: float = 0.0
    """A month of a carrier, for followers that are not counted whole."""


@dataclass(slots=True, kw_only=True)
class Lines:
    """The variables of one market, by month."""

    hires: list[int] = field(default_factory=list)
    present: list[int] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)
    """Present where they are enough for somebody to be expected to leave, else zero."""
    gone: list[int] = field(default_factory=list)
    """Leavers since the start."""
    sold: list[int] = field(default_factory=list)
    """In months of a closer, so that numbers stay near one."""
    cap: float
    """More people than this are never needed."""


def whole_aim(frame: Frame, costs_beside: tuple[float, ...], budget: tuple[float, ...] | None = None) -> Aim:
    """All markets at once, with whole followers; `costs_beside` is what the rest of the staff costs in each year."""
    limits = budgets(frame.basis) if budget is None else budget
    return Aim(
        places=tuple(place for place, lane in enumerate(frame.lanes) if lane.carrier),
        budgets=tuple(limit - beside for limit, beside in zip(limits, costs_beside, strict=True)),
        free_starts=free_starts(frame),
        followers=followers(frame),
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
    lines = {place: _market(program, frame, place, aim) for place in aim.places}
    spent: list[Terms] = [{} for _ in range(frame.basis.pace.months)]
    for place, line in lines.items():
        _spend(frame, place, line, spent, aim.extra_price)
    fixed = [0.0] * frame.basis.pace.months
    for follower in aim.followers:
        _follower(program, frame, follower, lines, (spent, fixed))
    for month, limit in enumerate(aim.free_starts):
        if limit < INFINITY:
            _limit_starts(program, frame, lines, month, limit)
    _price(program, frame, lines, (spent, fixed), aim)
    return program, lines


def _market(program: Program, frame: Frame, place: int, aim: Aim) -> Lines:
    pace, lane = frame.basis.pace, frame.lanes[place]
    line = Lines(cap=_cap(frame, place))
    unit = frame.basis.markets[place].output or 1.0
    for month in range(pace.months):
        closed = lane.carrier == "founder" or month < pace.time_to_hire
        line.hires.append(program.integer(upper=0.0 if closed else min(line.cap, aim.free_starts[month])))
        line.present.append(program.variable(upper=line.cap))
        line.gone.append(program.integer(upper=INFINITY if _rate(frame, place) else 0.0))
        line.sold.append(program.variable())
        _count(program, frame, place, line)
        if _rate(frame, place):
            _leave(program, frame, place, line)
        terms, constant = ramped(frame, place, line, month)
        each = lane.per_ramped[month] / unit
        program.row({line.sold[month]: 1.0, **_times(terms, -each)}, upper=constant * each)
        program.row(dict.fromkeys(line.sold, 1.0), upper=sum(lane.pipeline[: month + 1]) / unit)
    _reach(program, frame, place, line)
    return line


def _cap(frame: Frame, place: int) -> float:
    """Ten times the people whom the busiest month needs, and some; no schedule is near it."""
    market, lane = frame.basis.markets[place], frame.lanes[place]
    peak = max(
        (wanted / each for wanted, each in zip(market.wanted, lane.per_ramped, strict=False) if each), default=0.0
    )
    return float(round(lane.begin.people + 10 * peak + 20))


def _rate(frame: Frame, place: int) -> float:
    """The share of carriers that leaves in a month."""
    return frame.basis.roles[frame.lanes[place].carrier].attrition / 12


def _count(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Present = at first + hires - leavers of the months before, those replaced left out."""
    month, wait = len(line.present) - 1, frame.basis.pace.time_to_hire
    terms: Terms = {line.present[month]: 1.0, **dict.fromkeys(line.hires, -1.0)}
    if month >= 1:
        terms[line.gone[month - 1]] = 1.0
    if month - wait - 1 >= 0:
        _add(terms, line.gone[month - wait - 1], -1.0)
    people = float(frame.lanes[place].begin.people)
    program.row(terms, lower=people, upper=people)


def _leave(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Leavers since the start are the expected ones, rounded; they never come back."""
    month, rate = len(line.present) - 1, _rate(frame, place)
    line.counted.append(_counted(program, frame, place, line))
    expected = dict.fromkeys(line.counted, -rate)
    program.row({line.gone[month]: 1.0, **expected}, lower=-0.5 + EDGE, upper=0.5 + EDGE)
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
    """Fully productive carriers in a month, as terms and a constant."""
    lane, wait = frame.lanes[place], frame.basis.pace.time_to_hire
    curve = frame.basis.roles[lane.carrier].ramp
    terms: Terms = {line.hires[came]: ramp_at(curve, month - came) for came in range(month + 1)}
    if _rate(frame, place):
        for came in range(wait + 1, month + 1):
            share = ramp_at(curve, month - came)
            _add(terms, line.gone[came - wait - 1], share)
            if came - wait - 2 >= 0:
                _add(terms, line.gone[came - wait - 2], -share)
        if month:
            _add(terms, line.gone[month - 1], -1.0)
    return terms, lane.begin.stayed + lane.begin.moved_in * ramp_at(shorter_ramp(curve), month)


def _reach(program: Program, frame: Frame, place: int, line: Lines) -> None:
    """Each year's target, and the run-rate at the end; a quarter may be short, at next to no price."""
    market, lane, months = frame.basis.markets[place], frame.lanes[place], frame.basis.pace.months
    unit = market.output or 1.0
    for year in years(months):
        wanted = sum(market.wanted[month] for month in year)
        enough = wanted - SLACK / 2 * max(1.0, wanted)
        program.row({line.sold[month]: 1.0 for month in year}, lower=enough / unit)
    for quarter in quarters(months):
        wanted = sum(market.wanted[month] for month in quarter) / unit
        short = program.variable(cost=TIE)
        program.row({short: 1.0, **{line.sold[month]: 1.0 for month in quarter}}, lower=wanted)
    last = years(months)[-1]
    season = sum(market.season[month] for month in last)
    if season and market.season[-1]:
        terms, constant = ramped(frame, place, line, months - 1)
        each = lane.per_ramped[-1] / market.season[-1] / unit
        wanted = sum(market.wanted[month] for month in last) / season / unit * (1 - SLACK / 2)
        program.row(_times(terms, each), lower=wanted - constant * each)


def _spend(frame: Frame, place: int, line: Lines, spent: list[Terms], extra: float) -> None:
    """What the carriers of a market cost in each month."""
    each = price(frame.basis, frame.lanes[place].carrier, place).total + extra
    wait = frame.basis.pace.time_to_hire
    for month, terms in enumerate(spent):
        _add(terms, line.present[month], each)
        _add(terms, line.hires[month], recruiting(frame.basis))
        if _rate(frame, place) and month - wait - 1 >= 0:
            _add(terms, line.gone[month - wait - 1], recruiting(frame.basis))
            if month - wait - 2 >= 0:
                _add(terms, line.gone[month - wait - 2], -recruiting(frame.basis))


def _follower(
    program: Program,
    frame: Frame,
    follower: Follower,
    lines: Mapping[int, Lines],
    books: tuple[list[Terms], list[float]],
) -> None:
    """A role of whole people that follows from the carriers, and never shrinks."""
    spent, fixed = books
    basis, each = frame.basis, price(frame.basis, follower.role).total
    hire, before = recruiting(basis), follower.today
    column: int | None = None
    for month in range(basis.pace.months):
        if month < basis.pace.time_to_hire:
            fixed[month] += each * follower.today
            continue
        now = program.integer(lower=float(follower.today))
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
    """Now >= (carriers + beside - before) / each + fixed, where there are enough people at all."""
    now, month = at
    carriers = {line.present[month]: 1.0 for place, line in lines.items() if frame.lanes[place].carrier != "founder"}
    beside, alone = follower.beside[month], follower.fixed[month]
    least = follower.least - beside
    sure = sum(frame.lanes[place].begin.people for place in lines if frame.lanes[place].carrier != "founder")
    most = sum(line.cap for line in lines.values())
    each = min(follower.each, most + beside + 1)  # one leader for any number of people must not drown in tolerance
    terms = {now: 1.0, **_times(carriers, -1 / each)}
    floor = (beside - follower.before) / each + alone
    program.row({now: 1.0}, lower=float(alone))
    if least <= 1 or sure - 2 >= least:
        program.row(terms, lower=floor)
        return
    enough = program.integer(upper=1.0)
    program.row({enough: most, **_times(carriers, -1.0)}, lower=-(least - 1.0))
    program.row({**terms, enough: -(follower.least / each)}, lower=floor - follower.least / each)


def _limit_starts(program: Program, frame: Frame, lines: Mapping[int, Lines], month: int, limit: float) -> None:
    wait = frame.basis.pace.time_to_hire
    terms: Terms = {}
    for place, line in lines.items():
        _add(terms, line.hires[month], 1.0)
        if _rate(frame, place) and month - wait - 1 >= 0:
            _add(terms, line.gone[month - wait - 1], 1.0)
            if month - wait - 2 >= 0:
                _add(terms, line.gone[month - wait - 2], -1.0)
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
    charge = 1 + frame.basis.rates.charge
    for year, budget in zip(years(frame.basis.pace.months), aim.budgets, strict=True):
        if budget == INFINITY:
            continue
        terms = {}
        for month in year:
            for column, factor in spent[month].items():
                _add(terms, column, factor / unit)
            for place, line in lines.items():
                worth = commission_rate(frame, place) * charge * (frame.basis.markets[place].output or 1.0)
                _add(terms, line.sold[month], worth / unit)
        program.row(terms, upper=(budget - sum(fixed[month] for month in year)) / unit)


def _times(terms: Terms, factor: float) -> Terms:
    return {column: value * factor for column, value in terms.items()}


def _add(terms: Terms, column: int, factor: float) -> None:
    terms[column] = terms.get(column, 0.0) + factor
