"""Source that adds up what rules give: constants where they are known, and as few statements as will do."""

from collections.abc import Iterable, Mapping

from salesdesign.engine.points import range_of
from salesdesign.model.pack import POINTS_LIMIT, Criterion, Points
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The variables in which the points for one option gather: given, and how far below and above that it may end."""

    given: str
    below: str
    above: str
    weight: int
    """Thousandths that each thousandth counts; 1 where the sum is weighed afterwards."""
    bit: int
    """What is set in `spoken` once a rule speaks for the option; 0 where its criterion does not count."""
    is_direct: bool
    """Whether the points go straight into the net."""
    constants: str = ""
    """The variable in which constant points gather; empty where it is `given`."""
    unit: int = 1
    """Thousandths that are counted as one there."""


def direct(place: int, weight: float) -> Tally:
    """The tally of an option for a criterion whose points need not be held: they go straight into its net."""
    return _tally("ndu", place, weight, is_direct=True)


def apart(place: int, weight: float) -> Tally:
    """The tally of an option for a criterion whose points are held, or rounded, before they count."""
    return _tally("abc", place, weight, is_direct=False)


def _tally(letters: str, place: int, weight: float, *, is_direct: bool) -> Tally:
    given, below, above = (f"{letter}{place}" for letter in letters)
    return Tally(
        given=given,
        below=below,
        above=above,
        weight=int(weight) if is_direct else 1,
        bit=1 << place if weight > 0 else 0,
        is_direct=is_direct,
    )


def reach(criterion: Criterion, option: str) -> tuple[int, int]:
    """The least and the most that the rules of a criterion can come to for an option, before they are held."""
    ranges = [range_of(rule.points[option]) for rule in criterion.rules if option in rule.points]
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def needs_holding(reached: tuple[int, int], weight: float) -> bool:
    """Whether such points may pass the limit, or are not whole once they are weighed."""
    least, most = reached
    return least < -POINTS_LIMIT or most > POINTS_LIMIT or not float(weight).is_integer()


def started(tallies: Iterable[Tally]) -> list[str]:
    """The statement that empties tallies."""
    names = [name for tally in tallies for name in (tally.given, tally.below, tally.above)]
    return [f"{' = '.join(names)} = 0"] if names else []


def closed_for_sure(place: int, weight: float, reached: tuple[int, int]) -> list[str]:
    """The statements that hold and weigh what is certain for an option and add it to its net."""
    counted = f"{int(weight)} * a{place}" if float(weight).is_integer() else f"round({weight!r} * a{place})"
    return [*_held(f"a{place}", reached), f"n{place} += {counted}"]


def closed(place: int, weight: float, reached: tuple[int, int]) -> list[str]:
    """The statements that hold and weigh the tally of an option and add it to its net."""
    whole = float(weight).is_integer()
    given, low, high = (f"{int(weight)} * {part}" if whole else f"round({weight!r} * {part})" for part in "alh")
    return [
        f"if a{place} or b{place} or c{place}:",
        f"    a = a{place}",
        f"    l = a + b{place}",
        f"    h = a + c{place}",
        *(f"    {line}" for part in "alh" for line in _held(part, reached)),
        f"    a = {given}",
        f"    n{place} += a",
        f"    d{place} += {low} - a",
        f"    u{place} += {high} - a",
    ]


def certain(points: Mapping[str, int], tallies: Mapping[str, Tally]) -> list[str]:
    """The statements for points that count, come what may."""
    bits = sum(tally.bit for option, tally in tallies.items() if points.get(option, 0) > 0)
    added = [
        _added(tally.constants or tally.given, points.get(option, 0) * tally.weight // tally.unit)
        for option, tally in tallies.items()
    ]
    return [line for line in [*added, f"s |= {bits}" if bits else ""] if line]


def in_doubt(points: Mapping[str, int], tallies: Mapping[str, Tally]) -> list[str]:
    """The statements for points that count now, and that an exception may yet take away."""
    lines = certain(points, tallies)
    for option, tally in tallies.items():
        own = points.get(option, 0) * tally.weight
        lines += [_added(tally.below if own > 0 else tally.above, -own)]
    return [line for line in lines if line]


def open_to(points: Mapping[str, Points], tallies: Mapping[str, Tally]) -> list[str]:
    """The statements for a rule that cannot be answered: everything that it may come to."""
    lines = []
    for option, tally in tallies.items():
        least, most = range_of(points[option])
        lines += [_added(tally.below, least * tally.weight), _added(tally.above, most * tally.weight)]
    return [line for line in lines if line]


def measured(value: str, tally: Tally) -> list[str]:
    """The statements for points that count and that only `value`, an expression, knows."""
    counted = f"t * {tally.weight}" if tally.weight != 1 else "t"
    spoken = [f"if t > 0: s |= {tally.bit}"] if tally.bit else []
    return [f"t = {value}", f"{tally.given} += {counted}", *spoken]


def measured_in_doubt(value: str, tally: Tally) -> list[str]:
    """The same while an exception may yet take them away."""
    counted = f"t * {tally.weight}"
    return [*measured(value, tally), f"if t > 0: {tally.below} -= {counted}", f"else: {tally.above} -= {counted}"]


def _added(variable: str, amount: int) -> str:
    return f"{variable} += {amount}" if amount else ""


def _held(variable: str, reached: tuple[int, int]) -> list[str]:
    """The statements that hold a sum within what a criterion may say, on the sides where it may pass it."""
    least, most = reached
    below = [f"if {variable} < -{POINTS_LIMIT}: {variable} = -{POINTS_LIMIT}"] if least < -POINTS_LIMIT else []
    above = [f"if {variable} > {POINTS_LIMIT}: {variable} = {POINTS_LIMIT}"] if most > POINTS_LIMIT else []
    return [*below, *above]
