"""Gates and limits on every answer."""

from dataclasses import replace

import pytest

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.gates import Gated, gated, most_allowed
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts, GateKind
from salesdesign.model.ranking import Closed
from tests.engine.examples import decision, gate, limit
from tests.strategies import CATALOGUE

SHUT = gate(GateKind.EXCLUDES, "crew.sailors < 2", "ship")
NEEDS = gate(GateKind.REQUIRES, "trip.insured", "raft")


@pytest.mark.parametrize(
    ("sailors", "insured", "expected"),
    [
        (1, True, Gated(closing=(Closed(gate=SHUT),), open=())),
        (2, True, Gated(closing=(), open=())),
        (None, True, Gated(closing=(), open=(Closed(gate=SHUT, missing=("crew.sailors",)),))),
        (2, False, Gated(closing=(Closed(gate=NEEDS),), open=())),
        (2, None, Gated(closing=(Closed(gate=NEEDS, missing=("trip.insured",)),), open=())),
        (1, False, Gated(closing=(Closed(gate=SHUT), Closed(gate=NEEDS)), open=())),
    ],
)
def test_a_gate_excludes_when_it_holds_and_requires_until_it_holds(
    sailors: int | None, insured: bool | None, expected: Gated
) -> None:
    facts: Facts = {"crew.sailors": sailors, "trip.insured": insured}
    answers = [evaluate(gate.when, facts) for gate in (SHUT, NEEDS)]
    assert gated(replace(decision(), gates=(SHUT, NEEDS)), answers, facts, CATALOGUE) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [((True, True), 1), ((True, False), 2), ((None, True), 1), ((None, False), 3), ((False, None), 3)],
)
def test_the_smallest_limit_that_is_known_to_hold_counts(answers: list[Value], expected: int) -> None:
    asked = replace(decision(), limits=(limit("crew.sailors < 9", 2), limit("crew.sailors < 5", 1)))
    assert most_allowed(asked, answers) == expected


def test_every_gate_and_every_limit_has_its_answer() -> None:
    asked = replace(decision(), gates=(SHUT,), limits=(limit("yes", 1),))
    with pytest.raises(ValueError, match="shorter"):
        gated(asked, (), {}, CATALOGUE)
    with pytest.raises(ValueError, match="shorter"):
        most_allowed(asked, ())
