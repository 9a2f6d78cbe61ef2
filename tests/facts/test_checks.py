"""The compiled consistency rules mean what their plain walk means."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.conditions.walk import evaluate
from salesdesign.facts.checks import compile_checks
from salesdesign.facts.derived import DerivedFacts
from salesdesign.model.catalogue import Consistency, read_by
from salesdesign.model.expression import AnyOf, Compare, Comparison, FactOf, Literal
from salesdesign.model.pack import Facts
from tests.facts.examples import ROLES, SMALL

BANDED = Consistency(
    id="large-and-poor",
    never=AnyOf(
        (
            Compare(Comparison.EQUAL, FactOf("deal.size"), Literal("large")),
            Compare(Comparison.BELOW, FactOf("headcount.revenue"), Literal(10)),
        )
    ),
    at="deal.value",
    wrong="",
    mend="",
)
CATALOGUE = replace(SMALL, consistency=(*SMALL.consistency, BANDED))
CHECK = compile_checks(CATALOGUE)

names = ("headcount.sellers", *ROLES, "deal.value", "company.revenue")


@given(st.fixed_dictionaries({}, optional={name: st.sampled_from([0, 1, 2, 4999.5, 5000]) for name in names}))
def test_checks_are_what_the_walk_finds(facts: Facts) -> None:
    known = DerivedFacts(facts, CATALOGUE)
    broken = [rule for rule in CATALOGUE.consistency if evaluate(rule.never, known) is True]
    assert [*CHECK(facts)] == broken
    for name in names:
        assert [*CHECK.among({name})(facts)] == [rule for rule in broken if name in read_by(rule.never, CATALOGUE)]


def test_a_rule_hangs_on_the_facts_behind_derived_ones() -> None:
    assert read_by(SMALL.consistency[0].never, SMALL) == {"headcount.sellers", "headcount.in_roles", *ROLES}
