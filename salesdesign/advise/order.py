"""The order of the stages, from facts and a pack to the advice."""

from collections.abc import Mapping
from typing import Protocol

from salesdesign.advise.decisions import Decided, take_decisions
from salesdesign.advise.doubts import doubts, unknown_facts
from salesdesign.advise.library import following_stage, practices, risks, roadmap
from salesdesign.advise.own import own_facts
from salesdesign.advise.trace import decision_advice
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.model.advice import (
    Advice,
    Changes,
    CitedClaim,
    DecisionAdvice,
    PackStamp,
    Practice,
    Risk,
    RoadmapStage,
    SegmentAdvice,
)
from salesdesign.model.company import Company
from salesdesign.model.pack import Decision, Pack
from salesdesign.wording.shown import currency_of
from salesdesign.wording.templates import Texts

SCHEMA_VERSION = 1


class _Cites(Protocol):
    """Anything that names its evidence."""

    @property
    def evidence(self) -> tuple[str, ...]: ...


def advise(
    company: Company,
    pack: Pack,
    *,
    machine: Machine | None = None,
    weights: Mapping[str, float] | None = None,
    changes: Mapping[str, str] | None = None,
) -> Advice:
    """The advice for one company.

    `machine` is the compiled pack, for callers that advise many companies; `weights` replace those of criteria, by id;
    `changes` are the facts that were set beside the file, as they were typed, to be shown in the advice. How far it can
    be trusted is asked by `probed`, which takes longer than the advice.
    """
    decided = take_decisions(company, pack, machine or compile_pack(pack), weights or {})
    texts = Texts(decided.facts, pack.catalogue, currency_of(company.facts))
    stage = _stage(pack, decided)
    road = roadmap(pack, stage, decided.facts, texts) if stage else ()
    decisions = {decision.id: _decision(decision, pack, decided, texts) for decision in pack.decisions}
    segments = _segments(company, pack, decided)
    to_do, hazards = practices(pack, decided.facts, texts), risks(pack, decided.facts, texts)
    taken = [*decisions.values(), *(segment.structure for segment in segments)]
    return Advice(
        schema_version=SCHEMA_VERSION,
        company=company.name,
        pack=PackStamp(name=pack.name, version=pack.version, digest=pack.digest),
        changes=Changes(facts=dict(changes or {}), weights=dict(weights or {})),
        facts=own_facts(company, decided.facts, pack.catalogue),
        unknown=unknown_facts(pack, decided),
        decisions=decisions,
        segments=segments,
        roadmap=road,
        practices=to_do,
        risks=hazards,
        evidence=_evidence(pack, _cited(taken, road, to_do, hazards)),
        warnings=doubts(pack, decided, texts),
    )


def _stage(pack: Pack, decided: Decided) -> str | None:
    chosen = decided.rankings[pack.stages].chosen if pack.stages else ()
    return chosen[0] if chosen else None


def _decision(decision: Decision, pack: Pack, decided: Decided, texts: Texts) -> DecisionAdvice:
    ranking = decided.rankings[decision.id]
    following = None
    if decision.id == pack.stages and ranking.chosen:
        following = following_stage(pack, ranking.chosen[0], decided.facts)
    return decision_advice(decision, ranking, decided.facts, texts, following.id if following else None)


def _segments(company: Company, pack: Pack, decided: Decided) -> tuple[SegmentAdvice, ...]:
    decision = pack.decision(pack.main)
    return tuple(
        SegmentAdvice(
            name=found.segment.name,
            share=found.segment.share,
            structure=decision_advice(
                decision,
                found.ranking,
                found.facts,
                Texts(found.facts, pack.catalogue, currency_of(company.facts)),
            ),
            team={},
        )
        for found in decided.segments
    )


def _cited(
    decisions: list[DecisionAdvice],
    road: tuple[RoadmapStage, ...],
    to_do: tuple[Practice, ...],
    hazards: tuple[Risk, ...],
) -> set[str]:
    options = [option for decision in decisions for option in decision.options]
    rules = [rule for option in options for criterion in option.criteria for rule in criterion.rules]
    gates = [gate for option in options for gate in option.excluded_by]
    triggers = [trigger for stage in road for trigger in stage.trigger]
    actions = [action for stage in road for action in stage.actions]
    cited: tuple[_Cites, ...] = (*rules, *gates, *triggers, *actions, *to_do, *hazards)
    return {claim for item in cited for claim in item.evidence}


def _evidence(pack: Pack, cited: set[str]) -> Mapping[str, CitedClaim]:
    return {claim: CitedClaim(claim=pack.claims[claim].claim, source=_source(pack, claim)) for claim in sorted(cited)}


def _source(pack: Pack, claim: str) -> str:
    source = pack.sources[pack.claims[claim].source]
    year = f", {source.year}" if source.year else ""
    return f"{source.publisher}: {source.title}{year}"
