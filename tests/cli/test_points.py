"""Points are written as a person reads them."""

import pytest

from salesdesign.cli.points import points_text
from salesdesign.model.pack import Line, Points, Steps


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (2000, "pod +2"),
        (-1500, "pod -1.5"),
        (0, "pod 0"),
        (Line(places=((4.0, -2000), (12.5, 0), (30.0, 2000))), "pod -2 at 4 .. 0 at 12.5 .. +2 at 30"),
        (Steps(steps={"low": -2000, "high": 1000}), "pod -2 low / +1 high"),
    ],
)
def test_points_say_where_they_lead(points: Points, text: str) -> None:
    assert points_text({"pod": points}) == text


def test_options_follow_one_another() -> None:
    assert points_text({"island": 3000, "pod": -1000}) == "island +3, pod -1"
