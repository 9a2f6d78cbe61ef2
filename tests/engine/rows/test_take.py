"""What is recommended, on bare numbers: each branch by hand."""

from dataclasses import replace

import pytest

from salesdesign.engine.rows.take import Taken, Weighed, taker_of
from salesdesign.model.pack import Choose
from salesdesign.model.ranking import Verdict
from tests.engine.examples import decision

ONE = replace(decision(options="raft boat ship"), inertia=4.0)
SEVERAL = replace(ONE, choose=Choose.SEVERAL, threshold=2.0)


def weighed(*nets: int, closed: int = 0, spoken: int = 0b111, at_most: int = 3, settled: bool | None = None) -> Weighed:
    """Three options with these nets in thousandths."""
    return Weighed(nets, nets, nets, closed, spoken, at_most, settled)


def told(taken: Taken) -> tuple[object, ...]:
    """All that is said but the figures."""
    return tuple(taken)[1:]


@pytest.mark.parametrize(
    ("stands", "today", "expected"),
    [
        (weighed(1, 3, 2), None, ((1, 2, 0), ("boat",), "boat", "ship", 1, None, None, None)),
        (weighed(3, 3, 1), None, ((0, 1, 2), ("raft",), "raft", "boat", 0, None, None, None)),
        (weighed(1, 3, 3), None, ((1, 2, 0), ("boat",), "boat", "ship", 0, None, None, None)),
        (weighed(1, 3, 2, closed=0b010), None, ((2, 0), ("ship",), "ship", "raft", 1, None, None, None)),
        (weighed(1, 3, 2, closed=0b110), None, ((0,), ("raft",), "raft", None, None, None, None, None)),
        (weighed(1, 3, 2, closed=0b111), "raft", ((), (), None, None, None, "raft", None, None)),
        (weighed(1, 3, 2, spoken=0), "raft", ((1, 2, 0), (), None, None, None, "raft", None, None)),
        (weighed(1, 3, 2, spoken=0b010, closed=0b010), "raft", ((2, 0), (), None, None, None, "raft", None, None)),
        (weighed(1, 3, 2), "swim", ((1, 2, 0), ("boat",), "boat", "ship", 1, "swim", None, None)),
        (weighed(1, 3, 2), 7, ((1, 2, 0), ("boat",), "boat", "ship", 1, None, None, None)),
        (weighed(0, 4000, 1), "raft", ((1, 2, 0), ("raft",), "boat", "ship", 3999, "raft", 4000, Verdict.KEEP)),
        (weighed(0, 4001, 1), "raft", ((1, 2, 0), ("boat",), "boat", "ship", 4000, "raft", 4001, Verdict.PILOT)),
        (weighed(0, 8000, 1), "raft", ((1, 2, 0), ("boat",), "boat", "ship", 7999, "raft", 8000, Verdict.PILOT)),
        (weighed(0, 8001, 1), "raft", ((1, 2, 0), ("boat",), "boat", "ship", 8000, "raft", 8001, Verdict.CHANGE)),
        (weighed(0, 9000, 1, settled=False), "raft", ((1, 2, 0), ("boat",), "boat", "ship", 8999, "raft", 9000, Verdict.PILOT)),
        (weighed(0, 9000, 1, settled=True), "raft", ((1, 2, 0), ("boat",), "boat", "ship", 8999, "raft", 9000, Verdict.CHANGE)),
        (weighed(0, 3, 1, closed=0b001), "raft", ((1, 2), ("boat",), "boat", "ship", 2, "raft", 3, Verdict.CHANGE)),
        (weighed(0, 9, 1), "boat", ((1, 2, 0), ("boat",), "boat", "ship", 8, "boat", 0, Verdict.KEEP)),
    ],
)  # fmt: skip
def test_one_is_taken(stands: Weighed, today: str | int | None, expected: tuple[object, ...]) -> None:
    taken = taker_of(ONE)(stands, today)
    assert (taken.weighed, told(taken)) == (stands, expected)


@pytest.mark.parametrize(
    ("stands", "today", "expected"),
    [
        (weighed(1999, 2000, 5000), None, ((2, 1, 0), ("ship", "boat"), "ship", "boat", 3000, None, None, None)),
        (weighed(1999, 2000, 5000, at_most=1), None, ((2, 1, 0), ("ship",), "ship", "boat", 3000, None, None, None)),
        (weighed(0, 2000, 5000, closed=0b100), "boat", ((1, 0), ("boat",), "boat", "raft", 2000, "boat", None, None)),
        (weighed(0, 2000, 5000, spoken=0b011), None, ((2, 1, 0), ("boat",), "ship", "boat", 3000, None, None, None)),
        (weighed(0, 1000, 1500), None, ((2, 1, 0), (), "ship", "boat", 500, None, None, None)),
        (weighed(0, 2000, 5000, spoken=0), "boat", ((2, 1, 0), (), None, None, None, "boat", None, None)),
        (weighed(0, 2000, 5000, closed=0b111), 3, ((), (), None, None, None, None, None, None)),
    ],
)
def test_several_are_taken(stands: Weighed, today: str | int | None, expected: tuple[object, ...]) -> None:
    taken = taker_of(SEVERAL)(stands, today)
    assert (taken.weighed, told(taken)) == (stands, expected)
