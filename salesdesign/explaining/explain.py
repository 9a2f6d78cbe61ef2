"""The trace of a decision, gathered from an advice and its pack."""

from collections.abc import Iterable, Mapping

from salesdesign.conditions.walk import evaluate
from salesdesign.explaining.answer import answered
from salesdesign.explaining.explanation import CriterionSeen, Explanation, GateSeen, OptionSeen, Reading, RuleSeen
from salesdesign.model.advice import CriterionTrace, DecisionAdvice, OptionAdvice, RuleTrace
from salesdesign.model.expression import Expression, facts_in
from salesdesign.model.pack import Choose, Criterion, Decision, Gate, GateKind, Rule
from salesdesign.reporting.phrasing import changed_text, shown, title_of
from salesdesign.reporting.sections.trust import in_short, together
from salesdesign.reporting.view import View


def explain(view: View, decision: Decision, option: str | None = None) -> Explanation:
    """How a decision came out, criterion by criterion and rule by rule; of one option alone where it is named."""
    advice = view.advice.decisions[decision.id]
    criteria = tuple(_criterion(view, criterion, _kept(advice, option)) for criterion in decision.criteria)
    gates = tuple(_gate(view, gate) for gate in decision.gates if option is None or option in gate.options)
    return Explanation(
        company=view.advice.company,
        decision=decision.id,
        name=decision.name,
        question=decision.question,
        changed=changed_text(view.advice.changes),
        chosen=advice.chosen,
        current=advice.current,
        verdict=advice.verdict,
        sure=_sure(view, decision, advice),
        options=tuple(map(_option, advice.options)),
        gates=gates,
        criteria=tuple(criterion for criterion in criteria if criterion.rules),
        answer=answered(view, decision, option) if option else None,
    )


def _sure(view: View, decision: Decision, advice: DecisionAdvice) -> tuple[str, ...]:
    if decision.choose is Choose.SEVERAL:
        return tuple(together(view, decision.id))
    return (in_short(advice.confidence),) if advice.confidence and advice.chosen else ()


def _kept(advice: DecisionAdvice, option: str | None) -> tuple[OptionAdvice, ...]:
    return tuple(standing for standing in advice.options if option in (None, standing.id))


def _option(standing: OptionAdvice) -> OptionSeen:
    return OptionSeen(
        id=standing.id,
        name=standing.name,
        net=standing.net,
        score=standing.score,
        rank=standing.rank,
        closed_by=tuple(gate.gate for gate in standing.excluded_by),
    )


def _criterion(view: View, criterion: Criterion, options: tuple[OptionAdvice, ...]) -> CriterionSeen:
    traces = {option.id: trace for option in options for trace in option.criteria if trace.id == criterion.id}
    weights = [trace.weight for trace in traces.values()]
    rules = (_rule(view, rule, _spoken(rule, traces)) for rule in criterion.rules)
    return CriterionSeen(
        id=criterion.id,
        name=criterion.name,
        weight=weights[0] if weights else criterion.weight,
        points={option: trace.points for option, trace in traces.items()},
        nets={option: trace.net for option, trace in traces.items()},
        rules=tuple(rule for rule in rules if rule is not None),
    )


def _spoken(rule: Rule, traces: Mapping[str, CriterionTrace]) -> dict[str, RuleTrace]:
    """What a rule said, by option that it names."""
    return {option: said for option, trace in traces.items() for said in trace.rules if said.id == rule.id}


def _rule(view: View, rule: Rule, spoken: Mapping[str, RuleTrace]) -> RuleSeen | None:
    if not spoken:
        return None
    said = next(iter(spoken.values()))
    return RuleSeen(
        id=rule.id,
        outcome=str(said.outcome),
        asks=rule.asks,
        unless=rule.exception,
        readings=_readings(view, _asked(rule)),
        points={option: trace.points for option, trace in spoken.items()},
        because=said.because,
        evidence=said.evidence,
    )


def _asked(rule: Rule) -> Iterable[str]:
    if rule.over is not None:
        yield rule.over
    for question in (rule.when, rule.unless):
        if question is not None:
            yield from facts_in(question)


def _gate(view: View, gate: Gate) -> GateSeen:
    return GateSeen(
        id=gate.id,
        kind=str(gate.kind),
        state=_state(view, gate.kind, gate.when),
        options=gate.options,
        asks=gate.asks,
        readings=_readings(view, facts_in(gate.when)),
        because=view.fill(gate.because),
        evidence=gate.evidence,
    )


def _state(view: View, kind: GateKind, when: Expression) -> str:
    answer = evaluate(when, view.facts)
    if (answer is True) == (kind is GateKind.EXCLUDES):
        return "closed"
    return "unknown" if answer is None else "open"


def _readings(view: View, names: Iterable[str]) -> tuple[Reading, ...]:
    return tuple(
        Reading(fact=name, title=title_of(view, name), value=shown(view, name) or "unknown")
        for name in dict.fromkeys(names)
        if not name.startswith("benchmark.")
    )
