"""Support in the plan: from how many sellers on the decision about it calls for one person, and for more."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdesign.advise.decisions import Decided
from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import Machine
from salesdesign.engine.decide import decide
from salesdesign.model.pack import Decision, Facts, Option
from salesdesign.planning.basis import NEVER, SupportSteps

ROLES = ("sales_operations", "sales_enablement")
"""Options that a plan has a role for."""
MOST = 4096
"""Sellers up to which the decision is asked."""
SELLERS = "headcount.sellers"


def support_steps(decided: Decided, machine: Machine, weights: Mapping[str, float]) -> Mapping[str, SupportSteps]:
    """By role, the numbers of sellers at which the pack's own decision wants the first, the second and each further.

    Roles about which the pack decides nothing are left out.
    """
    found = {}
    for decision in machine.pack.decisions:
        asked = _Asked(decided=decided, machine=machine, decision=decision, weights=weights)
        for option in decision.options:
            if option.id in ROLES and option.amounts:
                found[option.id] = _steps(asked, option)
    return found


@dataclass(slots=True, kw_only=True)
class _Asked:
    """A decision at any number of sellers, asked once for each."""

    decided: Decided
    machine: Machine
    decision: Decision
    weights: Mapping[str, float]
    known: dict[int, tuple[Facts, tuple[str, ...]]] = field(default_factory=dict)

    def people(self, option: Option, sellers: int) -> int:
        """Whole people whom the decision wants of an option; less than one is a duty of somebody else."""
        facts, chosen = self._at(sellers)
        if option.id not in chosen:
            return 0
        wanted = next((evaluate(one.people, facts) for one in option.amounts if evaluate(one.when, facts) is True), 0)
        return int(wanted + 0.5) if isinstance(wanted, (int, float)) and wanted >= 1 else 0

    def _at(self, sellers: int) -> tuple[Facts, tuple[str, ...]]:
        if sellers not in self.known:
            taken = {name: value for name, value in self.decided.facts.items() if name.startswith("decided.")}
            facts = self.machine.derive({**self.decided.stated, **taken, SELLERS: sellers})
            chosen = decide(self.machine, self.decision, facts, self.weights).chosen
            self.known[sellers] = (facts, chosen)
        return self.known[sellers]


def _steps(asked: _Asked, option: Option) -> SupportSteps:
    first, second, third, fourth = (_from(asked, option, people) for people in (1, 2, 3, 4))
    return SupportSteps(first=first, second=second, each=float(max(1, fourth - third)))


def _from(asked: _Asked, option: Option, people: int) -> int:
    """The fewest sellers at which so many people are wanted."""
    low, high = 0, MOST
    if asked.people(option, high) < people:
        return NEVER * people
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if asked.people(option, middle) >= people else (middle, high)
    return high
