"""Sentences that an explanation is made of."""

from collections.abc import Iterable, Mapping

from salesdesign.explaining.explanation import Explanation, Reading
from salesdesign.reporting.phrasing import exact, lowered, signed
from salesdesign.wording.numbers import list_of

OUTCOMES = {"met": "met", "not_met": "not met", "unknown": "unknown"}


def heading(explanation: Explanation) -> str:
    """What is explained."""
    if explanation.answer is None:
        return f"{explanation.name}: {explanation.company}"
    name = lowered(_names(explanation)[explanation.answer.option])
    no = "" if explanation.answer.option in explanation.chosen else " not"
    return f"Why{no} {name}? {explanation.company}"


def outcome_lines(explanation: Explanation) -> tuple[str, ...]:
    """How the decision came out, and the answer where one option was asked for."""
    answer = explanation.answer.short if explanation.answer else ()
    return tuple(filter(None, (*answer, _chosen(explanation), " ".join(explanation.sure), explanation.changed)))


def option_line(explanation: Explanation, option: str) -> str:
    """How an option came out, in a line."""
    seen = next(seen for seen in explanation.options if seen.id == option)
    place = f"rank {seen.rank}" if seen.rank else f"ruled out by {list_of(seen.closed_by)}"
    chosen = ", chosen" if option in explanation.chosen else ""
    return f"{seen.name}: net {signed(seen.net)}, score {seen.score:.0f}, {place}{chosen}"


def points_line(points: Mapping[str, float]) -> str:
    """Points by option, those that say nothing left out."""
    return ", ".join(f"{option} {signed(value)}" for option, value in points.items() if value) or "no points"


def readings_line(readings: Iterable[Reading]) -> str:
    """The values that were read."""
    return "; ".join(f"{reading.fact} = {reading.value}" for reading in readings)


def asks_line(asks: str, unless: str) -> str:
    """A condition with its exception, as they are written."""
    return f"{asks}, unless {unless}" if unless else asks


def weight_line(weight: float, nets: Mapping[str, float]) -> str:
    """What a criterion weighs and gives."""
    return f"weight {exact(weight)}; net {points_line(nets)}"


def _chosen(explanation: Explanation) -> str:
    names = _names(explanation)
    if not explanation.chosen:
        return "Chosen: none."
    verdict = f" ({explanation.verdict})" if explanation.verdict else ""
    return f"Chosen: {list_of(lowered(names[option]) for option in explanation.chosen)}{verdict}."


def _names(explanation: Explanation) -> dict[str, str]:
    return {option.id: option.name for option in explanation.options}
