"""What comes out while facts move as one page that needs nothing else: a drawing, and its table beside it."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from salesdesign.reporting.environment import html_environment
from salesdesign.reporting.phrasing import lowered, rounded
from salesdesign.resources import templates_folder
from salesdesign.varying.letters import letters_of, sign_of
from salesdesign.varying.picture import picture_of
from salesdesign.varying.terminal import heading
from salesdesign.varying.variation import Point, Variation

PAGE, STYLES = "html/whatif.html.j2", ("html/style.css", "html/report.css", "html/whatif.css")

Cell = tuple[str, int, str]
"""A sign, the colour of the chosen option, and its name."""


def to_html(variation: Variation) -> str:
    """The page."""
    style = "\n".join(_text(name) for name in STYLES)
    context = {
        "heading": heading(variation),
        "variation": variation,
        "style": Markup(style),  # noqa: S704  our own style sheet
        "style_hash": b64encode(sha256(style.encode()).digest()).decode(),
        "picture": picture_of(variation) if len(variation.axes) == 1 else None,
        "rows": [_row(variation, point) for point in variation.points] if len(variation.axes) == 1 else [],
        "map": _map(variation) if len(variation.axes) == 2 else [],
        "legend": [
            (letter, place, variation.names[option])
            for place, (option, letter) in enumerate(letters_of(variation.names).items(), start=1)
        ],
        "titles": [lowered(axis.title) for axis in variation.axes],
    }
    page = html_environment((templates_folder(),), ()).get_template(PAGE).render(context)
    return "\n".join(line for line in map(str.strip, page.splitlines()) if line) + "\n"


def _text(name: str) -> str:
    lines = templates_folder().joinpath(name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in map(str.strip, lines) if line)


def _row(variation: Variation, point: Point) -> tuple[str, str, list[str]]:
    """A place, what is chosen there, and the nets."""
    if point.left_out:
        return point.at[0].text, "left out", [""] * len(variation.names)
    cells = [
        f"({rounded(found.net)})" if found.closed_by else rounded(found.net)
        for found in (point.options[option] for option in variation.names)
    ]
    return point.at[0].text, variation.names[point.chosen] if point.chosen else "undecided", cells


def _map(variation: Variation) -> list[tuple[str, list[Cell]]]:
    """Rows of a map, the highest value of the second fact first."""
    letters, order = letters_of(variation.names), list(variation.names)
    across, upward = variation.axes
    rows = len(upward.places)
    found = []
    for row in reversed(range(rows)):
        points = [variation.points[column * rows + row] for column in range(len(across.places))]
        cells = [
            (
                sign_of(point, letters).strip(),
                order.index(point.chosen) + 1 if point.chosen else 0,
                _named(variation, point),
            )
            for point in points
        ]
        found.append((upward.places[row].text, cells))
    return found


def _named(variation: Variation, point: Point) -> str:
    return "left out" if point.left_out else variation.names[point.chosen] if point.chosen else "undecided"
