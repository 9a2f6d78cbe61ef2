"""Charts that are taken in at a glance: as many levels and boxes as a first page has room for."""

from dataclasses import replace

from salesdesign.reporting.blocks import Chart, OrgNode
from salesdesign.wording.numbers import counted

GLANCE = 12
"""So many boxes of a chart are taken in at a glance."""


def small(chart: Chart) -> Chart:
    """The chart, small enough for a glance."""
    return replace(chart, root=_trimmed(chart.root))


def _trimmed(root: OrgNode) -> OrgNode:
    """The chart with as many levels as a glance takes in, and at each place as many boxes."""
    depth = _depth(root)
    while depth > 1 and _count(root) > GLANCE:
        depth -= 1
        root = _cut(root, depth)
    return _shortened(root)


def _cut(node: OrgNode, depth: int) -> OrgNode:
    if depth:
        return replace(node, children=tuple(_cut(child, depth - 1) for child in node.children))
    if not node.children:
        return node
    told = node.note or counted(len(node.children), "job")
    return replace(node, children=(), note=told)


def _shortened(node: OrgNode) -> OrgNode:
    children = tuple(map(_shortened, node.children))
    if len(children) > GLANCE:
        rest = OrgNode(name=f"{len(children) - GLANCE + 1} more")
        children = (*children[: GLANCE - 1], rest)
    return replace(node, children=children)


def _depth(node: OrgNode) -> int:
    return 1 + max(map(_depth, node.children), default=0)


def _count(node: OrgNode) -> int:
    return 1 + sum(map(_count, node.children))
