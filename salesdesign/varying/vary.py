"""What comes out while facts move, gathered."""

from collections.abc import Mapping
from itertools import product

from salesdesign.engine.compile import Machine
from salesdesign.errors import BadUsage
from salesdesign.facts.derive import usd_per_unit
from salesdesign.model.catalogue import FactType
from salesdesign.model.company import Company
from salesdesign.model.expression import Value
from salesdesign.records import dataclass
from salesdesign.reporting.phrasing import title_of
from salesdesign.reporting.view import View
from salesdesign.varying.asked import Asked
from salesdesign.varying.lines import Line, line_of
from salesdesign.varying.scene import Scene, scene_of
from salesdesign.varying.told import line_notes, words_of
from salesdesign.varying.values import place_of
from salesdesign.varying.variation import Axis, Place, Point, Stretch, Variation
from salesdesign.wording.numbers import capitalised

MOST = 400
"""So many points are computed at most."""

UPWARD, ACROSS = 16, 33
"""So many values of the second and of the first fact a map has at most, together no more than MOST."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied:
    """A company, and the facts that are to be varied."""

    view: View
    """Its advice as things stand."""
    company: Company
    machine: Machine
    asked: tuple[Asked, ...]
    changed: str
    """What was changed for this run only, in a sentence."""


def vary(varied: Varied) -> Variation:
    """The points, where the choice turns, and both in words.

    Raises: BadUsage for an amount whose currency has no rate.
    """
    scene = scene_of(varied.company, varied.machine, varied.view.advice.changes.weights)
    lines = _lines(varied)
    axes = tuple(_axis(varied, line) for line in lines)
    points = tuple(_point(scene, lines, at) for at in product(*(axis.places for axis in axes)))
    stretches = tuple(_stretches(varied.view, scene, lines[0], points)) if len(lines) == 1 else ()
    found = Variation(
        company=varied.company.name,
        decision=scene.decision.id,
        changed=varied.changed,
        names={option.id: capitalised(option.name) for option in scene.decision.options},
        axes=axes,
        points=points,
        stretches=stretches,
        words=(),
    )
    return words_of(
        found, scene, varied.view, [dict(_moved(lines, point.at)) for point in points if point.left_out][:1]
    )


def _lines(varied: Varied) -> tuple[Line, ...]:
    if len(varied.asked) == 1:
        return (_line(varied, varied.asked[0], MOST),)
    across, upward = varied.asked
    second = _line(varied, upward, UPWARD)
    return _line(varied, across, min(ACROSS, MOST // len(second.values))), second


def _line(varied: Varied, asked: Asked, most: int) -> Line:
    own, unit = varied.company.facts, 1.0
    if asked.fact.type is FactType.MONEY:
        rate = usd_per_unit(own)
        if rate is None:
            mend = "State company.usd_per_unit, or add --set company.usd_per_unit=RATE."
            raise BadUsage(
                f"--vary {asked.fact.name}: What {own.get('company.currency')} is worth is not known. {mend}"
            )
        unit = rate
    line = line_of(asked, own, varied.machine.pack.catalogue, unit, most)
    if not line.values:
        raise BadUsage(f"--vary {asked.fact.name}: No value in this range is possible beside the other facts.")
    return line


def _axis(varied: Varied, line: Line) -> Axis:
    fact = line.asked.fact
    stated = varied.company.facts.get(fact.name)
    return Axis(
        fact=fact.name,
        title=title_of(varied.view, fact.name),
        numeric=line.track is not None,
        places=tuple(place_of(varied.view, fact.name, value) for value in line.values),
        stated=None if isinstance(stated, tuple) else stated,
        notes=tuple(line_notes(varied.view, line)),
    )


def _point(scene: Scene, lines: tuple[Line, ...], at: tuple[Place, ...]) -> Point:
    moved = _moved(lines, at)
    left_out = scene.left_out(moved)
    chosen, options = (None, {}) if left_out else scene.at(moved)
    return Point(at=at, chosen=chosen, options=options, left_out=left_out)


def _moved(lines: tuple[Line, ...], at: tuple[Place, ...]) -> Mapping[str, Value]:
    """What conditions see with every fact at its place."""
    moved: dict[str, Value] = {}
    for line, place in zip(lines, at, strict=True):
        moved |= line.seen(place.value)
    return moved


def _stretches(view: View, scene: Scene, line: Line, points: tuple[Point, ...]) -> list[Stretch]:
    """From where on each option is chosen: of a number exactly, of answers one after the other."""
    if line.track is not None:
        name = line.asked.fact.name
        return [Stretch(start=place_of(view, name, value), chosen=chosen) for value, chosen in scene.turns(line)]
    return [Stretch(start=point.at[0], chosen=point.chosen) for point in points if not point.left_out]
