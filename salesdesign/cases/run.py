"""Cases run against a pack: each becomes an advice, and the advice is held against what is expected."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from salesdesign.advise import advise, planned
from salesdesign.cases.case import Case, Hybrid, Passage
from salesdesign.cases.failure import Failure, explained
from salesdesign.cases.mix import unlike
from salesdesign.cases.searched import Searched
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.validate import validate
from salesdesign.model.advice import Advice, DecisionAdvice, GateTrace
from salesdesign.model.pack import Gate, Pack, Rule
from salesdesign.records import dataclass


def run(case: Case, pack: Pack, machine: Machine | None = None) -> tuple[Failure, ...]:
    """What the case expects and does not get; `machine` is the compiled pack, where many cases are run.

    Raises:
        BadInput: the facts of the case have problems.
    """
    company = validate(case.facts, case.file, pack.catalogue, {})
    advice = advise(company, pack, machine=machine)
    if case.expected.mix:  # teams come from the plan, which nothing else here needs
        advice = planned(advice, company, machine or compile_pack(pack))
    tried = _Tried(case=case, advice=advice, pack=pack)
    return tuple(failure for check in _CHECKS for failure in check(tried))


def run_all(cases: Iterable[Case], pack: Pack) -> tuple[Failure, ...]:
    """The failures of all cases, in their order; the pack is compiled once."""
    machine = compile_pack(pack)
    return tuple(failure for case in cases for failure in run(case, pack, machine))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """A case with its advice."""

    case: Case
    advice: Advice
    pack: Pack

    @property
    def main(self) -> str:
        return self.pack.main

    @property
    def rules(self) -> Mapping[str, Rule]:
        criteria = (criterion for decision in self.pack.decisions for criterion in decision.criteria)
        return {rule.id: rule for criterion in criteria for rule in criterion.rules}

    @property
    def gates(self) -> Mapping[str, Gate]:
        return {gate.id: gate for decision in self.pack.decisions for gate in decision.gates}

    def failed(self, about: str, wrong: str, why: tuple[str, ...] = ()) -> Failure:
        return Failure(case=self.case, about=about, wrong=wrong, why=why)

    def decision(self, name: str) -> DecisionAdvice | None:
        return self.advice.decisions.get(name)


_Check: TypeAlias = Callable[[_Tried], Iterator[Failure]]


def _chosen(tried: _Tried) -> Iterator[Failure]:
    for name, wanted in tried.case.expected.chosen.items():
        taken = tried.decision(name)
        if taken is None:
            yield tried.failed(name, _NO_DECISION)
        elif not set(wanted) & (set(taken.chosen) | _elsewhere(tried, name)):
            yield tried.failed(
                name, f"Wanted {_one_of(wanted)}, got {_all_of(taken.chosen)}.", explained(taken, wanted)
            )


def _avoided(tried: _Tried) -> Iterator[Failure]:
    for name, unwanted in tried.case.expected.avoided.items():
        taken = tried.decision(name)
        if taken is None:
            yield tried.failed(f"{name}_not", _NO_DECISION)
        elif set(unwanted) & set(taken.chosen):
            others = tuple(option.id for option in taken.options if option.id not in unwanted)
            wrong = f"{_all_of(taken.chosen)} should not be chosen."
            yield tried.failed(f"{name}_not", wrong, explained(taken, others))


def _included(tried: _Tried) -> Iterator[Failure]:
    for name, wanted in tried.case.expected.included.items():
        taken = tried.decision(name)
        if taken is None:
            yield tried.failed(f"{name}_includes", _NO_DECISION)
        elif not set(wanted) & set(taken.chosen):
            wrong = f"Wanted {_one_of(wanted)} among the chosen, got {_all_of(taken.chosen)}."
            yield tried.failed(f"{name}_includes", wrong, explained(taken, wanted))


def _excluded(tried: _Tried) -> Iterator[Failure]:
    for name, wanted in tried.case.expected.excluded.items():
        taken = tried.decision(name)
        closed = {option.id for option in taken.options if option.excluded_by} if taken else set()
        for option in wanted:
            if option not in closed:
                wrong = f"No gate closes {option}; closed are {_all_of(tuple(sorted(closed)))}."
                yield tried.failed(f"excluded.{name}", wrong if taken else _NO_DECISION)


def _rules(tried: _Tried) -> Iterator[Failure]:
    options = [option for taken in tried.advice.decisions.values() for option in taken.options]
    came = {rule.id: rule for option in options for part in option.criteria for rule in part.rules}
    for rule, outcome in tried.case.expected.rules.items():
        if rule not in came:
            yield tried.failed(f"rules.{rule}", "The pack has no such rule.")
        elif came[rule].outcome != outcome:
            why = (f"it asks `{tried.rules[rule].asks}`", came[rule].because)
            yield tried.failed(f"rules.{rule}", f"Wanted {outcome}, got {came[rule].outcome}.", why)


def _gates(tried: _Tried) -> Iterator[Failure]:
    closing = {gate.gate: gate.because for gate in _closing(tried)}
    for gate, passage in tried.case.expected.gates.items():
        if gate not in tried.gates:
            yield tried.failed(f"gates.{gate}", "The pack has no such gate.")
        elif (gate in closing) is not (passage is Passage.CLOSED):
            got = "closed" if gate in closing else "open"
            asks = f"it asks `{tried.gates[gate].asks}`"
            yield tried.failed(
                f"gates.{gate}", f"Wanted {passage}, got {got}.", (asks, *filter(None, [closing.get(gate)]))
            )


def _closing(tried: _Tried) -> Iterator[GateTrace]:
    options = (option for taken in tried.advice.decisions.values() for option in taken.options)
    return (gate for option in options for gate in option.excluded_by)


def _ranks(tried: _Tried) -> Iterator[Failure]:
    for name, wanted in tried.case.expected.ranks.items():
        taken = tried.decision(name)
        ranked = tuple(option.id for option in taken.options if option.rank is not None) if taken else ()
        if taken is None or ranked[: len(wanted)] != wanted:
            wrong = f"Wanted {', '.join(wanted)} first, got {_all_of(ranked)}."
            yield tried.failed(
                f"ranks.{name}", wrong if taken else _NO_DECISION, explained(taken, wanted) if taken else ()
            )


def _segments(tried: _Tried) -> Iterator[Failure]:
    found = {segment.name: segment.structure for segment in tried.advice.segments}
    for name, decisions in tried.case.expected.segments.items():
        for decision, wanted in decisions.items():
            about, taken = f"segments.{name}.{decision}", found.get(name)
            if decision != tried.main or taken is None:
                yield tried.failed(about, f"There is no such segment, or {decision} is not decided for segments.")
            elif not set(wanted) & set(taken.chosen):
                wrong = f"Wanted {_one_of(wanted)}, got {_all_of(taken.chosen)}."
                yield tried.failed(about, wrong, explained(taken, wanted))


def _text(tried: _Tried) -> Iterator[Failure]:
    texts = tuple(map(Searched, _texts(tried.advice)))
    for pattern in tried.case.expected.text:
        if not any(text.has(pattern) for text in texts):
            wrong = f"No practice, risk, warning or step of the roadmap has {pattern.text!r}."
            titles = ", ".join(practice.id for practice in tried.advice.practices) or "none"
            yield tried.failed("text", wrong, (f"practices: {titles}",))


def _hybrid(tried: _Tried) -> Iterator[Failure]:
    structures = {option for segment in tried.advice.segments for option in segment.structure.chosen}
    if tried.case.expected.hybrid is Hybrid.REQUIRED and len(structures) < 2:
        got = _all_of(tuple(sorted(structures)))
        yield tried.failed("hybrid", f"Wanted two structures over the segments, got {got}.")


def _mix(tried: _Tried) -> Iterator[Failure]:
    teams = {segment.name: segment.team for segment in tried.advice.segments if segment.team}
    for name, wrong in unlike(teams, tried.case.expected.mix):
        yield tried.failed(f"mix.{name}", wrong)


_CHECKS: tuple[_Check, ...] = (
    _chosen,
    _avoided,
    _included,
    _excluded,
    _rules,
    _gates,
    _ranks,
    _segments,
    _text,
    _hybrid,
    _mix,
)
_NO_DECISION = "The pack has no such decision."


def _elsewhere(tried: _Tried, decision: str) -> set[str]:
    """What the segments chose, where the case says that this counts, too."""
    if decision != tried.main or tried.case.expected.hybrid is None:
        return set()
    return {option for segment in tried.advice.segments for option in segment.structure.chosen}


def _texts(advice: Advice) -> Iterator[str]:
    actions = [action for stage in advice.roadmap for action in stage.actions]
    for item in (*advice.practices, *actions):
        yield f"{item.title} {item.text} {item.because} {item.measure} {item.stop}"
    for risk in advice.risks:
        yield f"{risk.text} {risk.mitigation}"
    yield from (trigger.text for stage in advice.roadmap for trigger in stage.trigger)
    yield from (stage.last_because for stage in advice.roadmap)
    yield from (warning.text for warning in advice.warnings)


def _one_of(names: tuple[str, ...]) -> str:
    return " or ".join(names)


def _all_of(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nothing"
