"""What is recommended of ranked options, branch by branch."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from salesdesign.conditions import parse_condition
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, Decision, GateKind, Rule
from salesdesign.model.ranking import Ranking, Verdict
from tests.engine.examples import criterion, decided, decision, gate, limit, when
from tests.strategies import SCOPE

CHANGE, KEEP, PILOT = Verdict


def nets(options: str = "raft boat ship", **points: int) -> Decision:
    """A decision whose options come out with these nets, in thousandths; four of inertia."""
    parts = [criterion(f"of_{option}", net / 1000, _sure(option, 1000)) for option, net in points.items()]
    return replace(decision(*parts, options=options), inertia=4.0, current="trip.vessel")


def against(asked: Decision, option: str, points: int) -> Decision:
    """The same with a rule that speaks against an option."""
    return replace(asked, criteria=(*asked.criteria, criterion("against", 1.0, _sure(option, -points))))


def _sure(option: str, points: int) -> Rule:
    return replace(when("yes"), points={option: points})


def ending(ranking: Ranking) -> tuple[tuple[str, ...], str | None, Verdict | None]:
    return ranking.chosen, ranking.best_fit, ranking.verdict


@pytest.mark.parametrize(
    ("raft", "facts", "expected"),
    [
        (9000, {}, (("boat",), "boat", None)),
        (9000, {"trip.vessel": "swim"}, (("boat",), "boat", None)),
        (9000, {"trip.vessel": "boat"}, (("boat",), "boat", KEEP)),
        (10000, {"trip.vessel": "raft"}, (("raft",), "raft", KEEP)),
        (6000, {"trip.vessel": "raft"}, (("raft",), "boat", KEEP)),
        (5999, {"trip.vessel": "raft"}, (("boat",), "boat", PILOT)),
        (2000, {"trip.vessel": "raft"}, (("boat",), "boat", PILOT)),
        (1999, {"trip.vessel": "raft"}, (("boat",), "boat", CHANGE)),
    ],
)
def test_change_must_pay(
    raft: int, facts: Mapping[str, Value], expected: tuple[tuple[str, ...], str | None, Verdict | None]
) -> None:
    assert ending(decided(nets(raft=raft, boat=10000), facts)) == expected


@pytest.mark.parametrize(
    ("raft", "insured", "verdict"),
    [(1000, False, PILOT), (1000, True, CHANGE), (1000, None, CHANGE), (6000, False, KEEP), (2000, True, PILOT)],
)
def test_what_is_not_settled_is_only_piloted(raft: int, insured: bool | None, verdict: Verdict) -> None:
    asked = replace(nets(raft=raft, boat=10000), settled=parse_condition("trip.insured", SCOPE))
    assert decided(asked, {"trip.vessel": "raft", "trip.insured": insured}).verdict is verdict


def test_without_inertia_only_an_equal_is_kept() -> None:
    asked = replace(nets(raft=9999, boat=10000), inertia=0.0)
    equal = replace(nets(raft=10000, ship=10000), inertia=0.0)
    assert [
        ending(decided(asked, {"trip.vessel": "raft"})),
        ending(decided(equal, {"trip.vessel": "ship"})),
    ] == [(("boat",), "boat", CHANGE), (("ship",), "raft", KEEP)]


def test_a_closed_option_is_left_however_good_and_however_recent() -> None:
    asked = replace(
        nets(raft=20000, boat=1000),
        gates=(gate(GateKind.EXCLUDES, "yes", "raft"),),
        settled=parse_condition("no", SCOPE),
    )
    assert ending(decided(asked, {"trip.vessel": "raft"})) == (("boat",), "boat", CHANGE)


def test_the_lead_is_measured_from_the_best_open_option() -> None:
    asked = replace(nets(raft=5000, boat=9000, ship=30000), gates=(gate(GateKind.EXCLUDES, "yes", "ship"),))
    ranking = decided(asked, {"trip.vessel": "raft"})
    assert (ending(ranking), ranking.margin) == ((("raft",), "boat", KEEP), 4000)


@pytest.mark.parametrize("choose", Choose)
def test_nothing_is_chosen_where_nothing_speaks_for_any_open_option(choose: Choose) -> None:
    silent = against(
        replace(nets(ship=1000), choose=choose, gates=(gate(GateKind.EXCLUDES, "yes", "ship"),)), "raft", 1
    )
    ranking = decided(silent, {"trip.vessel": "boat"})
    assert (ending(ranking), ranking.margin, ranking.current) == (((), None, None), None, "boat")


@pytest.mark.parametrize("choose", Choose)
def test_nothing_is_chosen_where_all_are_closed(choose: Choose) -> None:
    shut = replace(nets(raft=1000), choose=choose, gates=(gate(GateKind.EXCLUDES, "yes", "raft", "boat", "ship"),))
    assert ending(decided(shut, {"trip.vessel": "raft"})) == ((), None, None)


def test_the_margin_is_the_lead_over_the_runner_up() -> None:
    asked = nets(raft=2000, boat=9500, ship=9000)
    alone = nets("raft", raft=2000)
    assert [decided(asked, {}).margin, decided(alone, {}).margin] == [500, None]


@pytest.mark.parametrize(
    ("threshold", "chosen"),
    [(2.0, ("boat", "raft")), (2.001, ("boat",)), (9.0, ("boat",)), (9.5, ()), (-5.0, ("boat", "raft"))],
)
def test_several_are_chosen_from_the_threshold_on_if_something_speaks_for_them(
    threshold: float, chosen: tuple[str, ...]
) -> None:
    asked = replace(nets(raft=2000, boat=9000), choose=Choose.SEVERAL, threshold=threshold)
    ranking = decided(asked, {"trip.vessel": "raft"})
    assert (ending(ranking), ranking.dropped, ranking.margin) == ((chosen, "boat", None), (), 7000)


@pytest.mark.parametrize(
    ("sailors", "chosen", "dropped"),
    [
        (2, (), ("boat", "ship", "raft")),
        (3, ("boat",), ("ship", "raft")),
        (5, ("boat", "ship"), ("raft",)),
        (9, ("boat", "ship", "raft"), ()),
        (None, ("boat", "ship", "raft"), ()),
    ],
)
def test_a_limit_drops_the_weakest(sailors: int | None, chosen: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    limits = (limit("crew.sailors < 6", 2), limit("crew.sailors < 4", 1), limit("crew.sailors < 3", 0))
    asked = replace(nets(raft=2000, boat=9000, ship=3000), choose=Choose.SEVERAL, limits=limits)
    ranking = decided(asked, {"crew.sailors": sailors})
    assert (ranking.chosen, ranking.dropped) == (chosen, dropped)


def test_a_closed_option_is_not_among_several() -> None:
    asked = replace(nets(raft=2000, boat=9000), choose=Choose.SEVERAL, gates=(gate(GateKind.EXCLUDES, "yes", "boat"),))
    assert ending(decided(asked, {})) == (("raft",), "raft", None)
