"""How far an advice can be trusted: its confidence, what would alter it, what is worth knowing next."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from salesdesign.advise.asking import to_ask
from salesdesign.advise.decisions import SEGMENT_STRUCTURES, Decided, take_decisions
from salesdesign.advise.doubts import unknown_facts
from salesdesign.advise.trace import firmly
from salesdesign.engine.compile import Machine
from salesdesign.engine.probing.firmness import firmness
from salesdesign.engine.probing.flips import flips
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.weight_flips import weight_flips
from salesdesign.engine.probing.worth import worth_knowing
from salesdesign.facts.derive import usd_per_unit
from salesdesign.facts.outline import outline_of
from salesdesign.model.advice import Advice, DecisionAdvice, SegmentAdvice
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.company import Company, Values
from salesdesign.model.pack import Decision, Facts
from salesdesign.model.probing import Draws, Probing, WorthKnowing
from salesdesign.records import dataclass

SEED = "plan.seed"
"""The fact that starts the draws; where it is not stated they start from 0."""


def probed(advice: Advice, company: Company, machine: Machine, probing: Probing | None = None) -> Advice:
    """The same advice with how far it can be trusted; `probing` says how thoroughly to ask.

    Every decision of which one option is chosen gets its confidence, in segments too; the main one of the company also
    its flips, and `unknown` the order in which facts are worth knowing.
    """
    pack, settings, weights = machine.pack, probing or Probing(), advice.changes.weights
    decided = take_decisions(company, pack, machine, weights)
    prober = _Prober(machine=machine, weights=weights, seed=_seed(company.facts), decided=decided, probing=settings)
    subject = prober.subject(pack.decision(pack.main), decided.stated)
    worth = _askable(worth_knowing(subject, decided.rankings[pack.main], prober.seed), company.facts)
    found = flips(subject, company.facts, _units(company.facts, pack.catalogue))
    return replace(
        advice,
        unknown=unknown_facts(pack, decided, worth),
        decisions={
            decision.id: prober.decision(decision, advice.decisions[decision.id]) for decision in pack.decisions
        },
        segments=prober.segments(advice.segments),
        worth=worth,
        flips=found.found,
        barred=found.barred,
        weight_flips=weight_flips(subject),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prober:
    """Asks how firmly the decisions about a company stand."""

    machine: Machine
    weights: Mapping[str, float]
    seed: int
    decided: Decided
    probing: Probing

    def subject(self, decision: Decision, stated: Facts, share: float = 1.0) -> Subject:
        """A decision about the company, or about a part of it."""
        return Subject(
            machine=self.machine,
            decision=decision,
            stated=stated,
            weights=self.weights,
            impossible=outline_of(self.machine.pack.catalogue).broken,
            share=share,
        )

    def decision(self, decision: Decision, advice: DecisionAdvice) -> DecisionAdvice:
        """A decision about the company with its confidence."""
        draws = self.probing.draws if decision.id == self.machine.pack.main else self.probing.aside
        subject = self.subject(decision, self._stated_for(decision))
        return firmly(advice, firmness(subject, Draws(count=draws, seed=self.seed)))

    def segments(self, advice: Iterable[SegmentAdvice]) -> tuple[SegmentAdvice, ...]:
        """The segments, each with the confidence in its own answer to the main decision."""
        main = self.machine.pack.decision(self.machine.pack.main)
        draws = Draws(count=self.probing.each_of(len(self.decided.segments)), seed=self.seed)
        return tuple(
            replace(
                segment,
                structure=firmly(
                    segment.structure, firmness(self.subject(main, found.stated, found.segment.share), draws)
                ),
            )
            for segment, found in zip(advice, self.decided.segments, strict=True)
        )

    def _stated_for(self, decision: Decision) -> Facts:
        """What a decision starts from: after the main one, also what the segments chose, which stands in all draws."""
        pack, decided = self.machine.pack, self.decided
        later = pack.decisions.index(decision) > pack.decisions.index(pack.decision(pack.main))
        if later and SEGMENT_STRUCTURES in decided.facts:
            return {**decided.stated, SEGMENT_STRUCTURES: decided.facts[SEGMENT_STRUCTURES]}
        return decided.stated


def _seed(stated: Values) -> int:
    seed = stated.get(SEED, 0)
    return seed if isinstance(seed, int) else 0


def _units(stated: Values, catalogue: Catalogue) -> Mapping[str, float]:
    """What one unit of an amount is worth in US dollars, by fact; nothing for a company that counts in dollars."""
    rate = usd_per_unit(stated)
    if rate is None or rate == 1:
        return {}
    return {fact.name: rate for fact in catalogue.facts.values() if fact.type is FactType.MONEY}


def _askable(worth: Iterable[WorthKnowing], stated: Values) -> tuple[WorthKnowing, ...]:
    """The same, each for a fact that can be asked for; where several lead to one, the worthiest counts."""
    found: dict[str, WorthKnowing] = {}
    for one in worth:
        (fact,) = to_ask([one.fact], stated)
        found.setdefault(fact, replace(one, fact=fact))
    return tuple(found.values())
