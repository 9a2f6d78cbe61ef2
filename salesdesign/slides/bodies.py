"""Bodies drawn on paper: cover, reasons, tables, organisations, the road."""

from salesdesign.reporting.blocks import Chart, Fate, OrgNode
from salesdesign.slides.fitting import height, largest, shortened
from salesdesign.slides.page import Cover, Grid, Line, Lines, Road, Stop, Trees
from salesdesign.slides.paper import (
    ACCENT,
    AGAINST,
    BOTTOM,
    FAINT,
    FOR,
    MARGIN,
    ROOM,
    SERIF,
    SOFT,
    TOP,
    Paper,
    Place,
    Type,
)

TABLE_SIZES = (16, 15, 14, 13, 12, 11, 10, 9)
LINE_SIZES = (20, 18, 17, 16, 15, 14, 13, 12)
ROW_MARGIN, CELL_MARGIN = 0.1, 0.2
BOX, GAP, INDENT = 0.42, 0.1, 0.45
WIDE, FEW = 3.0, 6
SIGNS = 5
"""So many signs of a stage fit under it."""


def draw_cover(paper: Paper, cover: Cover) -> None:
    """Large numbers under the answer, and what to begin with."""
    paper.text(Place(left=MARGIN, top=1.75, width=ROOM, height=0.4), [[(cover.kicker, Type(size=16, colour=SOFT))]])
    if cover.lead:
        paper.text(Place(left=MARGIN, top=2.25, width=ROOM, height=0.8), [[(cover.lead, Type(size=18))]])
    step = ROOM / max(3, len(cover.figures))
    size = 48 if step > WIDE else min((32 if len(figure.value) <= FEW else 24 for figure in cover.figures), default=32)
    for index, figure in enumerate(cover.figures):
        place = Place(left=MARGIN + index * step, top=3.05, width=step - 0.2, height=1.6)
        value = [(figure.value, Type(size=size, colour=ACCENT, font=SERIF))]
        paper.text(place, [value, [(figure.label, Type(size=14, colour=SOFT))]])
    if cover.begin:
        paper.stroke((MARGIN, 4.85), (MARGIN + ROOM, 4.85))
        head = [("On Monday", Type(size=16, colour=ACCENT, bold=True))]
        steps = [[(f"{number}.  {text}", Type(size=18))] for number, text in enumerate(cover.begin, start=1)]
        paper.text(Place(left=MARGIN, top=5.0, width=ROOM, height=1.7), [head, *steps])


def draw_lines(paper: Paper, body: Lines) -> None:
    """Reasons in rows: name, sentence, what it counts for."""
    room = (BOTTOM - TOP) / len(body.items)
    size = min(largest([(line.text, 7.6)], room - 0.25, LINE_SIZES) for line in body.items)
    for index, line in enumerate(body.items):
        _reason(paper, line, TOP + index * room, size)


def _reason(paper: Paper, line: Line, top: float, size: float) -> None:
    paper.stroke((MARGIN, top), (MARGIN + ROOM, top))
    label = Type(size=min(size, 16), bold=True)
    paper.text(Place(left=MARGIN, top=top + 0.12, width=3.1, height=0.7), [[(line.label, label)]])
    paper.text(Place(left=MARGIN + 3.3, top=top + 0.12, width=7.6, height=0.7), [[(line.text, Type(size=size))]])
    worth = Type(size=20, colour=FOR, font=SERIF)
    place = Place(left=MARGIN + ROOM - 1, top=top + 0.1, width=1, height=0.5)
    paper.text(place, [[(line.worth, worth)]], right=True)


def draw_grid(paper: Paper, body: Grid) -> None:
    """A table, as large as it fits."""
    size = next((size for size in TABLE_SIZES if _tall(body, size) <= BOTTOM - TOP), TABLE_SIZES[-1])
    paper.grid(body.columns, body.widths, body.rows, size)


def _tall(body: Grid, size: float) -> float:
    return sum(
        max(height(text, ROOM * width - CELL_MARGIN, size) for text, width in zip(row, body.widths, strict=True))
        + ROW_MARGIN
        for row in (body.columns, *body.rows)
    )


def draw_trees(paper: Paper, body: Trees) -> None:
    """One organisation, or two beside each other."""
    width = ROOM if len(body.charts) == 1 else (ROOM - 0.6) / 2
    rows = max(_count(chart.root) for chart in body.charts)
    step = min(BOX + GAP, (BOTTOM - TOP - 0.8) / rows)
    for index, chart in enumerate(body.charts):
        _tree(paper, chart, Place(left=MARGIN + index * (width + 0.6), top=TOP, width=min(width, 7.5), height=step))
    if body.remark:
        place = Place(left=MARGIN, top=BOTTOM - 0.35, width=ROOM, height=0.3)
        paper.text(place, [[(body.remark, Type(size=12, colour=SOFT))]])


def _count(node: OrgNode) -> int:
    return 1 + sum(map(_count, node.children))


def _tree(paper: Paper, chart: Chart, place: Place) -> None:
    """The place is that of the title; its height is the step from box to box."""
    paper.text(
        Place(left=place.left, top=place.top, width=place.width, height=0.35),
        [[(chart.title, Type(size=14, colour=SOFT, bold=True))]],
    )
    first = Place(left=place.left, top=place.top + 0.4, width=place.width, height=place.height)
    _branch(paper, chart.root, first)


def _branch(paper: Paper, node: OrgNode, place: Place) -> float:
    """Where the next box stands after a node and all below it."""
    _box(paper, node, place)
    step, below = place.height, place.top + place.height
    last = below
    for child in node.children:
        middle = below + (step - GAP) / 2
        paper.stroke((place.left + 0.2, middle), (place.left + INDENT, middle))
        last = middle
        inner = Place(left=place.left + INDENT, top=below, width=place.width - INDENT, height=step)
        below = _branch(paper, child, inner)
    if node.children:
        paper.stroke((place.left + 0.2, place.top + step - GAP), (place.left + 0.2, last))
    return below


def _box(paper: Paper, node: OrgNode, place: Place) -> None:
    edge = {Fate.NEW: FOR, Fate.ENDS: AGAINST}.get(node.fate, ACCENT)
    tall = place.height - GAP
    paper.box(Place(left=place.left, top=place.top, width=place.width, height=tall), edge, FAINT)
    size = min(14, tall * 30)
    letters = int((place.width - 1.9) * 11)
    note = f"  {node.note}" if node.note and len(node.name) + len(node.note) + 2 <= letters else ""
    runs = [(shortened(node.name, letters), Type(size=size, bold=True)), (note, Type(size=size - 2, colour=SOFT))]
    top = place.top + tall / 2 - size / 105
    paper.text(Place(left=place.left + 0.15, top=top, width=place.width - 1.8, height=tall), [runs])
    told = [
        (node.people, Type(size=size, colour=ACCENT)),
        (f"  {node.fate}" if node.fate else "", Type(size=size - 2, colour=edge, bold=True)),
    ]
    side = Place(left=place.left + place.width - 1.75, top=top, width=1.65, height=tall)
    paper.text(side, [told], right=True)


def draw_road(paper: Paper, body: Road) -> None:
    """Stages beside each other, each with the signs that it is due."""
    count = len(body.stops)
    width = (ROOM - 0.4 * (count - 1)) / count
    for index, stop in enumerate(body.stops):
        _stop(paper, stop, Place(left=MARGIN + index * (width + 0.4), top=TOP, width=width, height=BOTTOM - TOP))


def _stop(paper: Paper, stop: Stop, place: Place) -> None:
    paper.bar(Place(left=place.left, top=place.top, width=place.width, height=0.08), ACCENT if stop.here else SOFT)
    named = [
        (stop.name, Type(size=20, bold=True, font=SERIF)),
        (f"  {stop.note}" if stop.note else "", Type(size=13, colour=SOFT)),
    ]
    signs = stop.signs[:SIGNS]
    more = [f"and {len(stop.signs) - SIGNS} more"] if len(stop.signs) > SIGNS else []
    room = place.height - 0.9
    texts = (f"{stop.text}\n", "Due when", *signs, *more)
    size = largest(((text, place.width) for text in texts), room, (15, 14, 13, 12, 11, 10))
    paragraphs = [named, [(f"{stop.text}\n", Type(size=size))]]
    if signs:
        paragraphs.append([("Due when", Type(size=size, bold=True, colour=SOFT))])
    paragraphs += [[(f"{sign}", Type(size=size))] for sign in (*signs, *more)]
    paper.text(Place(left=place.left, top=place.top + 0.2, width=place.width, height=room), paragraphs)
