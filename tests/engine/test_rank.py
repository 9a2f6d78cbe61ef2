"""The order of options, and whether anything speaks for them."""

import pytest

from salesdesign.engine.rank import ranked, speaks_for
from salesdesign.model.pack import GateKind
from salesdesign.model.ranking import Closed, Standing
from tests.engine.examples import criterion, decided, decision, gate, when

SHUT = Closed(gate=gate(GateKind.EXCLUDES, "yes", "ship", "boat"))
ALSO = Closed(gate=gate(GateKind.EXCLUDES, "trip.insured", "ship"))


def standing(option: str, net: int) -> Standing:
    return Standing(option=option, net=net, low=net, high=net, contributions=())


def order(nets: dict[str, int], *closing: Closed) -> list[tuple[str, int | None]]:
    """Options and ranks, as they come out."""
    return [(item.option, item.rank) for item in ranked([standing(*pair) for pair in nets.items()], closing)]


def test_the_highest_net_comes_first() -> None:
    assert order({"raft": -1, "boat": 5, "ship": 3}) == [("boat", 1), ("ship", 2), ("raft", 3)]


def test_of_two_equal_ones_the_simpler_comes_first() -> None:
    assert order({"raft": 2, "boat": 5, "ship": 5}) == [("boat", 1), ("ship", 2), ("raft", 3)]


def test_closed_ones_have_no_rank_and_come_last_by_net() -> None:
    assert order({"raft": -9, "boat": 5, "ship": 7}, SHUT) == [("raft", 1), ("ship", None), ("boat", None)]


def test_a_closed_option_keeps_every_gate_that_closes_it() -> None:
    found = ranked([standing("boat", 0), standing("ship", 0), standing("raft", 0)], [SHUT, ALSO])
    assert {item.option: item.closed for item in found} == {"boat": (SHUT,), "ship": (SHUT, ALSO), "raft": ()}


@pytest.mark.parametrize(
    ("points", "weight", "expected"),
    [(1, 1.0, True), (0, 1.0, False), (-1, 1.0, False), (1, 0.0, False), (1, 0.5, True)],
)
def test_a_rule_speaks_for_an_option_with_points_that_count(points: int, weight: float, expected: bool) -> None:
    ranking = decided(decision(criterion("only", weight, when("yes", raft=points, boat=3000)), options="raft"), {})
    assert speaks_for(ranking.standings[0]) is expected


def test_a_rule_speaks_also_where_another_silences_it() -> None:
    both = criterion("both", 1.0, when("yes", raft=1000), when("1 > 0", raft=-2000))
    assert speaks_for(decided(decision(both, options="raft"), {}).standings[0])
