"""Composing: the hires of every market together, by batches and then by descent at the company's true cost."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import add, mul, sub

from salesdesign.planning.attrition import Path
from salesdesign.planning.basis import Basis
from salesdesign.planning.batches import Ground, Hires, batch_hires
from salesdesign.planning.cost import price, recruiting
from salesdesign.planning.descent import cheaper
from salesdesign.planning.followers import NOBODY, Follower, directors, followers
from salesdesign.planning.frame import Frame
from salesdesign.planning.hiring_model import free_starts
from salesdesign.planning.schedule import Schedule
from salesdesign.records import dataclass

SCARCE = 3.0
"""How much a month of a year counts whose budget does not suffice."""
QUARTER = 3
"""Months between two in which a batch is tried where a rough schedule is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Those who follow from the carriers, with what each costs a month."""

    basis: Basis
    roles: tuple[Follower, ...]
    prices: tuple[float, ...]
    director: float
    weights: tuple[float, ...]
    """How much a month's cost counts: more in a year whose budget does not suffice."""

    def cost(self, carriers: tuple[int, ...]) -> float:
        """What everyone costs who follows from so many carriers, with the hiring of them."""
        hire, total = recruiting(self.basis), 0.0
        for role, each in zip(self.roles, self.prices, strict=True):
            present = role.present(carriers, self.basis.pace.time_to_hire)
            total += each * self.weighed(present) + hire * (present[-1] - role.today)
            if role.role == "sales_manager":
                total += self._directors(present)
        return total

    def weighed(self, people: tuple[int, ...]) -> float:
        """Months of people, each counted by its weight."""
        return float(sum(map(mul, people, self.weights)))

    def share(self) -> float:
        """What the shares of them that go with one carrier cost in a month; nothing for those that never follow."""
        return sum(each / role.each for role, each in zip(self.roles, self.prices, strict=True) if role.before < NOBODY)

    def _directors(self, managers: tuple[int, ...]) -> float:
        return self.director * sum(directors(count, self.basis.spans) for count in managers)


def crew_of(frame: Frame) -> Crew:
    """The crew of a company, in which months of scarce years count several times."""
    roles, months = followers(frame), range(frame.basis.pace.months)
    return Crew(
        basis=frame.basis,
        roles=roles,
        prices=tuple(price(frame.basis, role.role).total for role in roles),
        director=price(frame.basis, "sales_director").total,
        weights=tuple(SCARCE if month // 12 in frame.basis.scarce else 1.0 for month in months),
    )


def compose(frame: Frame) -> Schedule | None:
    """A schedule that reaches every target within the pace, near the least cost; None where none is found.

    Budgets are left out: whether they hold is seen when the schedule is evaluated.
    """
    crew = crew_of(frame)
    found = _first_of(_composed(frame, crew, order, step=1) for order in _orders(frame))
    return None if found is None else _refined(frame, crew, found)


def compose_roughly(frame: Frame) -> Schedule | None:
    """The same, some percent dearer and several times faster."""
    crew = crew_of(frame)
    return _first_of(_composed(frame, crew, order, step=QUARTER) for order in _orders(frame))


def _first_of(found: Iterable[Schedule | None]) -> Schedule | None:
    return next((schedule for schedule in found if schedule is not None), None)


def _orders(frame: Frame) -> tuple[tuple[int, ...], ...]:
    """In which order markets take the room for new people: it matters only where there is little."""
    places = tuple(place for place, lane in enumerate(frame.lanes) if lane.carrier)
    scarce = frame.basis.pace.max_hires is not None and len(places) > 1
    return (places, tuple(reversed(places))) if scarce else (places,)


def _composed(frame: Frame, crew: Crew, order: tuple[int, ...], *, step: int) -> Schedule | None:
    found = [(0,) * frame.basis.pace.months for _ in frame.lanes]
    room = _room(frame)
    for place in order:
        ground = _ground(frame, place, room, (crew, crew.share()))
        line = batch_hires(ground, frame.lanes[place].most, step)
        if line is None:
            return None
        found[place] = line
        room = _less(room, ground.path(line).starts)
    return tuple(found)


def _room(frame: Frame) -> tuple[float, ...]:
    wait = frame.basis.pace.time_to_hire
    return tuple(0.0 if month < wait else free for month, free in enumerate(free_starts(frame)))


def _less(room: tuple[float, ...], starts: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(map(sub, room, starts))


def _ground(frame: Frame, place: int, room: tuple[float, ...], known: tuple[Crew, float]) -> Ground:
    """A market by itself, its followers priced by the share that a carrier takes."""
    (crew, extra), carrier, hire = known, frame.lanes[place].carrier, recruiting(frame.basis)
    each = price(frame.basis, carrier, place).total + extra
    room = (0.0,) * len(room) if carrier == "founder" else room
    return Ground(
        frame=frame,
        place=place,
        room=room,
        cost=lambda path: each * crew.weighed(path.present) + hire * sum(path.starts),
    )


def _refined(frame: Frame, crew: Crew, schedule: Schedule) -> Schedule:
    """Each market in turn made cheaper, with the whole crew as it follows from all of them."""
    found = list(schedule)
    paths = {place: _ground(frame, place, (), (crew, 0.0)).path(found[place]) for place in _orders(frame)[0]}
    selling = [place for place in paths if frame.lanes[place].carrier != "founder"]
    came = _sums(frame, (path.starts for path in paths.values()))
    present = _sums(frame, (paths[place].present for place in selling))
    for place in selling:
        before = paths[place]
        room = _less(_room(frame), _minus(came, before.starts))
        beside = _minus(present, before.present)
        found[place], after = _refined_at(frame, crew, place, (found[place], room, beside))
        came = _plus(_minus(came, before.starts), after.starts)
        present = _plus(beside, after.present)
    return tuple(found)


def _refined_at(
    frame: Frame, crew: Crew, place: int, known: tuple[Hires, tuple[float, ...], tuple[int, ...]]
) -> tuple[Hires, Path]:
    """The market made cheaper; the room that the others leave and the people beside it are known."""
    hires, room, beside = known
    alone = _ground(frame, place, room, (crew, 0.0))
    ground = replace(alone, cost=lambda path: alone.cost(path) + crew.cost(_plus(beside, path.present)))
    line = cheaper(ground, hires)
    return line, ground.path(line)


def _sums(frame: Frame, columns: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Month by month."""
    return reduce(_plus, columns, (0,) * frame.basis.pace.months)


def _minus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(sub, one, other))


def _plus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(add, one, other))
