"""How much of an option is called for: the first amount whose condition holds, in tenths."""

from dataclasses import replace

import pytest

from salesdesign.conditions import parse_calculation, parse_condition
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.model.expression import Value
from salesdesign.model.pack import Amount
from tests.engine.examples import decision
from tests.strategies import SCOPE, pack_of


def amount(when: str, people: str) -> Amount:
    """An amount, held by nobody."""
    condition, number = parse_condition(when, SCOPE), parse_calculation(people, SCOPE)
    return Amount(when=condition, people=number, held_by="", because="")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"crew.sailors": 5}, (1.7, None)),
        ({"crew.sailors": 2}, (0.5, None)),
        ({"crew.sailors": 0}, (None, None)),
        ({}, (None, None)),
        ({"crew.skill": 4, "crew.sailors": 2}, (0.5, 1.0)),
        ({"crew.skill": 4, "crew.sailors": 0}, (None, None)),
    ],
)
def test_the_first_amount_that_holds_is_called_for(facts: dict[str, Value], expected: tuple[float | None, ...]) -> None:
    asked = decision(options="raft boat ship")
    raft, boat, ship = asked.options
    raft = replace(raft, amounts=(amount("crew.sailors > 3", "crew.sailors / 3"), amount("crew.sailors >= 1", "0.5")))
    ship = replace(ship, amounts=(amount("crew.skill >= 3", "crew.sailors / crew.sailors"),))
    scorer = compile_scorer(compile_pack(pack_of(replace(asked, options=(raft, boat, ship)))))
    assert scorer.amounts(facts) == expected
