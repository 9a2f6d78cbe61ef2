"""A pack as functions of facts that return nets alone, with or without what each rule answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, TypeAlias, cast

from salesdesign.conditions.python import BUILTINS, Locals, source_of, surely
from salesdesign.engine.prospects import question_of
from salesdesign.engine.rows.rules import certain_source, indented, over_source
from salesdesign.engine.rows.tally import Tally, certain, direct, measured, started
from salesdesign.engine.rows.weigh import RuleSource, criterion_source
from salesdesign.model.expression import Value
from salesdesign.model.pack import Decision, Facts, Pack, Rule

Nets: TypeAlias = Callable[[Facts], tuple[int, ...]]
"""The net of every option of a decision in whole thousandths, in their order; the facts are derived already."""

Traced: TypeAlias = Callable[[Facts], tuple[tuple[int, ...], tuple[Value, ...]]]
"""The same, and what every rule answered: True, False, None for unknown, or the value that it is about."""


def compile_nets(pack: Pack, weights: Mapping[str, float] | None = None) -> Mapping[str, Nets]:
    """Nets by decision; `weights` replace those of criteria, by id."""
    return {decision.id: _compiled(_nets(decision, weights or {})) for decision in pack.decisions}


def compile_traced(pack: Pack, weights: Mapping[str, float] | None = None) -> Mapping[str, Traced]:
    """Nets and answers by decision; `weights` replace those of criteria, by id."""
    return {decision.id: _compiled(_traced(decision, weights or {})) for decision in pack.decisions}


def _compiled(source: str) -> Callable[[Facts], Any]:  # Any: which of the two it is, the source says
    namespace: dict[str, Any] = {"__builtins__": {}, "round": round, **BUILTINS}
    exec(compile(source, "<nets>", "exec"), namespace)  # noqa: S102 - our own source
    weigh: Callable[[Facts], Any] = namespace["weigh"]
    return weigh


def _nets(decision: Decision, weights: Mapping[str, float]) -> str:
    names = Locals()
    return _function(
        decision, weights, (names, lambda rule, tallies: certain_source(rule, _bare(tallies), names)), None
    )


def _traced(decision: Decision, weights: Mapping[str, float]) -> str:
    names = Locals()
    answers: list[str] = []

    def rule_of(rule: Rule, tallies: Mapping[str, Tally]) -> list[str]:
        answers.append(answer := f"r{len(answers)}")
        spared = "" if rule.unless is None else f"False if {surely(rule.unless, names)} else "
        asked = f"{answer} = {spared}{source_of(question_of(rule), names)}"
        test = f"{answer} is True" if rule.when is not None else f"{answer} is not None and {answer} is not False"
        return [asked, *_given(test, rule, answer, tallies)]

    return _function(decision, weights, (names, rule_of), answers)


def _given(test: str, rule: Rule, value: str, tallies: Mapping[str, Tally]) -> list[str]:
    """The statements for the points of a rule that counts."""
    bare = _bare(tallies)
    if not bare:
        return []
    if rule.when is None:
        return [f"if {test}:", *indented(over_source(rule, value, bare, certain, measured))]
    return [f"if {test}:", *indented(certain(cast("Mapping[str, int]", rule.points), bare))]


def _bare(tallies: Mapping[str, Tally]) -> Mapping[str, Tally]:
    """The tallies without bits: which options anything speaks for is not asked here."""
    return {option: replace(tally, bit=0) for option, tally in tallies.items()}


def _function(
    decision: Decision, weights: Mapping[str, float], writing: tuple[Locals, RuleSource], answers: Sequence[str] | None
) -> str:
    """The source of the function; `answers` are the variables of a trace, there once the rules are written."""
    names, rule_of = writing
    places = {option.id: place for place, option in enumerate(decision.options)}
    criteria = [
        criterion_source(criterion, weights.get(criterion.id, criterion.weight), places, rule_of)
        for criterion in decision.criteria
    ]
    nets = [direct(place, 1) for place in places.values()]
    told = "".join(f"{tally.given}, " for tally in nets)
    trace = "" if answers is None else f", ({''.join(f'{answer}, ' for answer in answers)})"
    body = [
        "get = facts.get",
        *names.loads(),
        *started(nets),
        *chain.from_iterable(criteria),
        f"return ({told}){trace}",
    ]
    return "\n".join(["def weigh(facts):", *indented(body)]) + "\n"
