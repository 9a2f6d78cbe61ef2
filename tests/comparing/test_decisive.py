"""Which changed facts decided, held against trying every one and every pair."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.comparing.compare import compare
from salesdesign.comparing.told import told
from tests.comparing.test_compare import states
from tests.policy.examples import pack_and_machine

CHANGES = {
    "headcount.sellers": "3",
    "headcount.dedicated": "2",
    "customers.relationship": "5",
    "growth.target": "0.1",
    "deal.value": "150000",
    "deal.complexity": "5",
    "culture.style": "5",
    "process.repeatability": "founder_only",
    "process.documented": "none",
    "leads.inbound_per_month": "0",
}


def chosen(changes: Mapping[str, str]) -> tuple[str, ...]:
    (state,) = states(dict(changes))
    return state.advice.decisions["structure"].chosen


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(CHANGES)), unique=True, min_size=1, max_size=5))
def test_what_decided_brings_the_earlier_choice_back_and_nothing_smaller_does(names: list[str]) -> None:
    changes = {name: CHANGES[name] for name in names}
    old, new = states({}, changes)
    before = old.advice.decisions["structure"].chosen
    found = compare(old, new, pack_and_machine()[1]).decisive
    wanted: list[frozenset[str]] = []
    if new.advice.decisions["structure"].chosen != before:
        for size in (1, 2):
            wanted = [
                frozenset(kept)
                for kept in combinations(names, size)
                if chosen({name: changes[name] for name in names if name not in kept}) == before
            ]
            if wanted:
                break
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_the_one_fact_that_decided_is_told_with_both_values() -> None:
    old, new = states({}, {"headcount.sellers": "3", "deal.value": "150000"})
    assert told(compare(old, new, pack_and_machine()[1]))[1] == (
        "What decided it: Sellers: 10 people → 3 people. With that alone put back, it would be assembly line again."
    )


def test_other_rules_decide_for_themselves() -> None:
    old, new = states({"headcount.sellers": "3"}, {})
    stamp = replace(old.advice.pack, digest="sha256:other")
    other = replace(old, advice=replace(old.advice, pack=stamp))
    assert compare(other, new, pack_and_machine()[1]).decisive == ()
