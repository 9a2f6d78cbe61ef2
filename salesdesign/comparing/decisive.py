"""Which of the facts that differ decided: put back as they were, they bring the earlier choice back."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import combinations

from salesdesign.advise.decisions import take_decisions
from salesdesign.comparing.state import State
from salesdesign.engine.compile import Machine
from salesdesign.model.company import Company

PAIRS_OF = 12
"""With more facts than that, no pair is tried: the answer would be one of hundreds."""


def decisive(before: State, after: State, machine: Machine, changed: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of changed facts that, put back, bring the earlier choice of the main decision back.

    Single facts where there are any, else pairs; none where the choice stands, where no so small set does it, or where
    other rules or weights gave the earlier advice.
    """
    main = machine.pack.main
    wanted = before.advice.decisions[main].chosen
    if wanted == after.advice.decisions[main].chosen or _otherwise_judged(before, after):
        return ()
    for size in (1, 2) if len(changed) <= PAIRS_OF else (1,):
        found = tuple(
            names
            for names in combinations(changed, size)
            if _chosen(_put_back(after.company, before.company, names), machine, after.advice.changes.weights) == wanted
        )
        if found:
            return found
    return ()


def _otherwise_judged(before: State, after: State) -> bool:
    same_rules = before.advice.pack.digest == after.advice.pack.digest
    return not (same_rules and before.advice.changes.weights == after.advice.changes.weights)


def _put_back(company: Company, earlier: Company, names: Collection[str]) -> Company:
    facts = {name: value for name, value in company.facts.items() if name not in names}
    return replace(company, facts={**facts, **{name: earlier.facts[name] for name in names if name in earlier.facts}})


def _chosen(company: Company, machine: Machine, weights: Mapping[str, float]) -> tuple[str, ...]:
    return take_decisions(company, machine.pack, machine, weights).rankings[machine.pack.main].chosen
