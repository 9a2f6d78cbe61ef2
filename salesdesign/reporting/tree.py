"""Organisation charts as a list of places, for formats that draw them from one."""

from collections.abc import Iterable

from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Chart, OrgNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One box of a chart."""

    id: str
    """n0, n1 ... in reading order: safe in any format."""
    node: OrgNode
    above: "Place | None"


def places(chart: Chart) -> tuple[Place, ...]:
    """The boxes of a chart in reading order, each with the one above it."""
    found: list[Place] = []
    _collect(chart.root, None, found)
    return tuple(found)


def _collect(node: OrgNode, above: Place | None, found: list[Place]) -> None:
    place = Place(id=f"n{len(found)}", node=node, above=above)
    found.append(place)
    for child in node.children:
        _collect(child, place, found)


def labels(node: OrgNode) -> Iterable[str]:
    """What stands in a box, line by line."""
    return (text for text in (node.name, node.people, node.note) if text)
