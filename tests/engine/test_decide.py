"""A whole decision, worked out by hand beside the program."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.engine.score import score_of
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, GateKind, Line, Steps
from salesdesign.model.ranking import Closed, Ranking, Verdict
from tests.engine.examples import criterion, decided, decision, gate, over, when

SHIP_NEEDS_CREW = gate(GateKind.EXCLUDES, "crew.skill < 2", "ship")
CROSSING = replace(
    decision(
        criterion(
            "crew",
            3.0,
            over(
                "crew.sailors", ship=Line(places=((2.0, -2000), (6.0, 2000))), raft=Line(places=((1.0, 1000), (3.0, 0)))
            ),
            when("crew.skill >= 4", ship=2000, boat=1000),
        ),
        criterion(
            "water",
            2.0,
            over(
                "water.kind",
                raft=Steps(steps={"lake": 2000, "sea": -3000}),
                boat=Steps(steps={"river": 1000, "sea": 500}),
            ),
            when("fog in water.hazards", unless="trip.insured", raft=-1000, boat=-500),
        ),
        criterion("cargo", 1.5, when("cargo.value > 5", ship=1000, raft=-1000)),
    ),
    gates=(SHIP_NEEDS_CREW,),
    inertia=2.0,
    current="trip.vessel",
)
"""
Five sailors of unknown skill on a foggy sea, insurance unknown, cargo unknown, today on a raft.

            weight  raft                    boat                ship
crew        3       0                       0 (0..1) -> 0..3    1 (1..3) -> 3 (3..9)
water       2       -3 -1 = -4, held -3     0.5 - 0.5 = 0       0
                    low -3, high -3 + 0     low 0, high 0.5
                    -> -6 (-6..-6)          -> 0 (0..1)
cargo       1.5     0 (-1..0) -> -1.5..0    0                   0 (0..1) -> 0..1.5
net                 -6 (-7.5..-6)           0 (0..4)            3 (3..10.5)
"""
FOGGY: Mapping[str, Value] = {"crew.sailors": 5, "water.kind": "sea", "water.hazards": ("fog",), "trip.vessel": "raft"}


def nets(ranking: Ranking) -> list[tuple[str, int, int, int, int | None]]:
    return [(item.option, item.net, item.low, item.high, item.rank) for item in ranking.standings]


def test_the_worked_example() -> None:
    ranking = decided(CROSSING, FOGGY)
    assert nets(ranking) == [
        ("ship", 3000, 3000, 10500, 1),
        ("boat", 0, 0, 4000, 2),
        ("raft", -6000, -7500, -6000, 3),
    ]
    assert replace(ranking, standings=()) == Ranking(
        decision="vessel",
        standings=(),
        chosen=("ship",),
        best_fit="ship",
        current="raft",
        verdict=Verdict.CHANGE,
        margin=3000,
        open_gates=(Closed(gate=SHIP_NEEDS_CREW, missing=("crew.skill",)),),
    )


def test_the_worked_example_as_scores() -> None:
    assert [round(score_of(item.net, CROSSING.scale), 1) for item in decided(CROSSING, FOGGY).standings] == [
        57.1,
        50.0,
        37.5,
    ]


def test_the_worked_example_with_an_unskilled_crew() -> None:
    ranking = decided(CROSSING, {**FOGGY, "crew.skill": 1, "trip.insured": True})
    assert nets(ranking) == [
        ("boat", 1000, 1000, 1000, 1),
        ("raft", -6000, -7500, -6000, 2),
        ("ship", 3000, 3000, 4500, None),
    ]
    assert (ranking.standings[2].closed, ranking.open_gates) == ((Closed(gate=SHIP_NEEDS_CREW),), ())
    assert (ranking.chosen, ranking.verdict, ranking.margin) == (("boat",), Verdict.CHANGE, 7000)


def test_the_worked_example_with_other_weights() -> None:
    assert nets(decided(CROSSING, FOGGY, crew=0.0, water=1.0)) == [
        ("boat", 0, 0, 500, 1),
        ("ship", 0, 0, 1500, 2),
        ("raft", -3000, -4500, -3000, 3),
    ]


def test_todays_option_is_told_also_where_there_is_none_of_it() -> None:
    asked = replace(CROSSING, current="trip.vessel")
    elsewhere = replace(CROSSING, current="")
    lists = replace(CROSSING, current="water.hazards", choose=Choose.SEVERAL)
    told = [decided(which, {**FOGGY, "trip.vessel": "swim"}).current for which in (asked, elsewhere, lists)]
    assert told == ["swim", None, None]
