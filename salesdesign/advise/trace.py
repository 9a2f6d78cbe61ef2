"""Rankings as the advice shows them: every rule with what it found, in points and scores."""

from collections.abc import Iterable
from dataclasses import replace

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.score import score_of
from salesdesign.model.advice import (
    Amount,
    Confidence,
    CriterionTrace,
    DecisionAdvice,
    GateTrace,
    OptionAdvice,
    RuleTrace,
)
from salesdesign.model.pack import POINT, Decision, Facts, Option
from salesdesign.model.probing import Firmness
from salesdesign.model.ranking import Closed, Finding, Outcome, Ranking, Standing
from salesdesign.wording.numbers import capitalised, list_of
from salesdesign.wording.templates import Texts

SHARE_DECIMALS = 4


def decision_advice(
    decision: Decision, ranking: Ranking, facts: Facts, texts: Texts, following: str | None = None
) -> DecisionAdvice:
    """A decision as the advice shows it, options best first."""
    by_id = {option.id: option for option in decision.options}
    return DecisionAdvice(
        chosen=ranking.chosen,
        best_fit=ranking.best_fit,
        current=ranking.current,
        verdict=ranking.verdict,
        next=following,
        confidence=None,
        margin=None if ranking.margin is None else ranking.margin / POINT,
        options=tuple(
            _option(by_id[standing.option], standing, decision, facts, texts) for standing in ranking.standings
        ),
    )


def firmly(decision: DecisionAdvice, firmness: Firmness | None) -> DecisionAdvice:
    """The same with how firmly it stands; unchanged where it was not probed."""
    if firmness is None:
        return decision
    return replace(
        decision,
        confidence=_confidence(firmness.judgement.again, firmness.by_facts),
        options=tuple(
            replace(
                option,
                chosen_in=_confidence(
                    firmness.judgement.chosen.get(option.id, 0.0), firmness.facts.get(option.id, 0.0)
                ),
                acceptability=tuple(_share(share) for share in firmness.judgement.ranks[option.id]),
            )
            for option in decision.options
        ),
    )


def found(finding: Finding, facts: Facts, texts: Texts) -> str:
    """The reason of a rule that is met; else what was found, or what would have to be known."""
    rule = finding.rule
    if finding.outcome is Outcome.MET:
        return texts.fill(rule.because)
    if finding.outcome is Outcome.UNKNOWN:
        return f"Not known: {list_of(finding.missing)}."
    if rule.when is not None and evaluate(rule.when, facts) is False:
        return f"Does not hold: {rule.asks}."
    if rule.unless is not None and evaluate(rule.unless, facts) is True:
        return f"Silent, as this holds: {rule.exception}."
    return f"{rule.over} is {texts.value(rule.over or '')}: no points."


def closed_by(closed: Closed, texts: Texts) -> GateTrace:
    """A gate with its reason, and what would open it where silence closed it."""
    reason = texts.fill(closed.gate.because)
    if closed.missing:
        reason = f"{reason} Not known: {list_of(closed.missing)}."
    return GateTrace(gate=closed.gate.id, because=reason, evidence=closed.gate.evidence)


def _option(option: Option, standing: Standing, decision: Decision, facts: Facts, texts: Texts) -> OptionAdvice:
    return OptionAdvice(
        id=option.id,
        name=capitalised(option.name),
        net=standing.net / POINT,
        score=_score(standing.net, decision),
        low=_score(standing.low, decision),
        high=_score(standing.high, decision),
        rank=standing.rank,
        excluded_by=tuple(closed_by(closed, texts) for closed in standing.closed),
        amount=_amount(option, facts, texts),
        criteria=tuple(_criteria(decision, standing, facts, texts)),
    )


def _criteria(decision: Decision, standing: Standing, facts: Facts, texts: Texts) -> Iterable[CriterionTrace]:
    names = {criterion.id: criterion.name for criterion in decision.criteria}
    for contribution in standing.contributions:
        yield CriterionTrace(
            id=contribution.criterion,
            name=names[contribution.criterion],
            weight=contribution.weight,
            points=contribution.points / POINT,
            net=contribution.net / POINT,
            rules=tuple(_rule(finding, standing.option, facts, texts) for finding in contribution.findings),
        )


def _rule(finding: Finding, option: str, facts: Facts, texts: Texts) -> RuleTrace:
    return RuleTrace(
        id=finding.rule.id,
        outcome=finding.outcome,
        points=finding.points.get(option, 0) / POINT,
        because=found(finding, facts, texts),
        evidence=finding.rule.evidence,
    )


def _amount(option: Option, facts: Facts, texts: Texts) -> Amount | None:
    for amount in option.amounts:
        people = evaluate(amount.people, facts)
        if evaluate(amount.when, facts) is True and isinstance(people, (int, float)):
            return Amount(
                people=round(float(people), 1), held_by=texts.fill(amount.held_by), because=texts.fill(amount.because)
            )
    return None


def _confidence(judgement: float, facts: float) -> Confidence:
    return Confidence(judgement=_share(judgement), facts=_share(facts))


def _share(share: float) -> float:
    return round(share, SHARE_DECIMALS)


def _score(net: int, decision: Decision) -> float:
    return score_of(net, decision.scale)
