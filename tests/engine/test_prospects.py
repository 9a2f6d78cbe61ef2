"""What a rule can come to, before any company is looked at."""

import pytest

from salesdesign.engine.prospects import prospects_of
from salesdesign.model.pack import Rule, Steps
from tests.engine.examples import criterion, decision, over, when
from tests.strategies import CATALOGUE


@pytest.mark.parametrize(
    ("rule", "unknown", "doubted"),
    [
        (when("crew.sailors > 3", unless="trip.insured", raft=1), ("crew.sailors",), ("trip.insured",)),
        (when("crew.sailors > cargo.value", unless="cargo.size == heavy", raft=1), (), ()),
        (over("water.kind", raft=Steps(steps={"sea": 1})), ("water.kind",), ()),
        (over("cargo.size", raft=Steps(steps={"heavy": 1})), (), ()),
    ],
)
def test_missing_facts_are_told_where_no_company_makes_a_difference(
    rule: Rule, unknown: tuple[str, ...], doubted: tuple[str, ...]
) -> None:
    (prospects,) = prospects_of(decision(criterion("only", 1.0, rule)), CATALOGUE)
    assert (prospects.unknown.missing, prospects.doubted.missing) == (unknown, doubted)
    assert prospects.silent.missing == prospects.met.missing == ()
