"""What a table's results have to be: the answers of the engine, company by company, under the names of columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import polars as pl
from hypothesis import strategies as st

from salesdesign.advise.decisions import Decided, take_decisions
from salesdesign.cases.read import read_cases
from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.engine.score import score_of
from salesdesign.facts.validate import validate
from salesdesign.model.catalogue import FactType
from salesdesign.model.company import Company
from salesdesign.model.expression import Call, Compare, Comparison, Expression, FactOf, Function, Literal, Value
from salesdesign.model.pack import POINT, Choose, Decision, GateKind, Pack, Steps
from salesdesign.model.ranking import Ranking, Standing
from salesdesign.tables.derive import kind_of
from salesdesign.tables.expressions import TYPES
from salesdesign.tables.kernel import Wanted
from salesdesign.tables.outline import Detail
from tests.strategies import conditions, decisions, pack_of, stated_facts

Facts = Mapping[str, Value]
Row = dict[str, object]

EVERYTHING = Wanted(detail=Detail.RULES, keep=())


def expected(pack: Pack, facts: Facts, machine: Machine, weights: Mapping[str, float]) -> Row:
    """All results of one company."""
    decided = take_decisions(Company(name="", facts=facts), pack, machine, weights)
    row: Row = {}
    for decision in pack.decisions:
        shown = _decision(decision, decided.rankings[decision.id])
        row |= {f"{decision.id}.{name}": value for name, value in shown.items()}
        row |= {
            f"{decision.id}.gate.{gate.id}": _gate(gate.kind, gate.when, decided, decision, pack)
            for gate in decision.gates
        }
    return row


def differences(
    pack: Pack, companies: Sequence[Facts], results: Iterable[Row], weights: Mapping[str, float] | None = None
) -> list[tuple[int, str, object, object]]:
    """Row, column, found, expected of every result that is not what it has to be."""
    machine = compile_pack(pack)
    return [
        (row, name, found.get(name, "no such column"), value)
        for row, (facts, found) in enumerate(zip(companies, results, strict=True))
        for name, value in expected(pack, facts, machine, weights or {}).items()
        if name not in found or found[name] != value
    ]


def table_of(pack: Pack, companies: Sequence[Facts]) -> pl.DataFrame:
    """Companies as a table that has every fact but those that are lists of entries."""
    facts = [fact for fact in pack.catalogue.facts.values() if fact.type not in (FactType.RECORDS, FactType.NUMBERS)]
    columns = {
        fact.name: pl.Series([_cell(company.get(fact.name)) for company in companies], dtype=TYPES[kind_of(fact)])
        for fact in facts
    }
    return pl.DataFrame(columns)


def for_sql(table: pl.DataFrame) -> pl.DataFrame:
    """The same with lists as texts."""
    return table.with_columns(pl.col(pl.List(pl.String)).list.join(","))


def companies() -> st.SearchStrategy[list[Facts]]:
    """A few companies that leave many facts out, without lists of entries: tables have none."""
    flat = stated_facts().map(lambda facts: {name: value for name, value in facts.items() if name != "harbours"})
    return st.lists(flat, min_size=1, max_size=8)


def examples(pack: Pack) -> list[Facts]:
    """The companies of the cases of the real pack, those that sell alike everywhere: a table has no segments."""
    folder = Path(__file__).parent.parent / "cases" / "companies"
    read = [validate(case.facts, case.id, pack.catalogue, {}) for case in read_cases(folder)]
    lists = [name for name, fact in pack.catalogue.facts.items() if fact.type is FactType.NUMBERS]
    return [
        cast("Facts", {name: value for name, value in company.facts.items() if name not in lists})
        for company in read
        if not company.segments and not company.territories
    ]


@st.composite
def several_decisions(draw: st.DrawFn) -> Pack:
    """A pack of two decisions, of which the second may ask about the first."""
    first = _with_ids(draw(decisions(conditions(1))))
    second = replace(_with_ids(draw(decisions(st.one_of(conditions(1), _about(first))))), id="second", current="")
    if first.choose is Choose.ONE and second.criteria[0].rules:
        criterion = second.criteria[0]
        over = replace(criterion.rules[0], when=None, over="decided.vessel", points=_steps(first, second))
        second = replace(
            second, criteria=(replace(criterion, rules=(over, *criterion.rules[1:])), *second.criteria[1:])
        )
    return pack_of(first, second)


def _decision(decision: Decision, ranking: Ranking) -> Row:
    several = decision.choose is Choose.SEVERAL
    row: Row = {
        "chosen": ",".join(ranking.chosen) if several else next(iter(ranking.chosen), None),
        "best_fit": ranking.best_fit,
        "runner_up": _runner_up(ranking),
        "margin": None if ranking.margin is None else ranking.margin / POINT,
    }
    if decision.current and not several:
        row |= {"current": ranking.current, "verdict": ranking.verdict and str(ranking.verdict)}
    for standing in ranking.standings:
        row |= _option(decision, ranking, standing, several)
    return row


def _runner_up(ranking: Ranking) -> str | None:
    if ranking.best_fit is None:
        return None
    return next((standing.option for standing in ranking.standings if standing.rank == 2), None)


def _option(decision: Decision, ranking: Ranking, standing: Standing, several: bool) -> Row:
    shown: Row = {
        "net": standing.net / POINT,
        "score": _score(standing.net, decision),
        "low": _score(standing.low, decision),
        "high": _score(standing.high, decision),
        "rank": standing.rank,
        "closed": bool(standing.closed),
    }
    if several:
        shown["chosen"] = standing.option in ranking.chosen
    rules = {
        f"rule.{finding.rule.id}": str(finding.outcome) for part in standing.contributions for finding in part.findings
    }
    return {**{f"{standing.option}.{name}": value for name, value in shown.items()}, **rules}


def _score(net: int, decision: Decision) -> float:
    return score_of(net, decision.scale)


def _gate(kind: GateKind, when: Expression, decided: Decided, decision: Decision, pack: Pack) -> bool | None:
    later = [f"decided.{other.id}" for other in pack.decisions[pack.decisions.index(decision) :]]
    known = {name: value for name, value in decided.facts.items() if name not in later}
    answer = evaluate(when, known)
    return answer is not True if kind is GateKind.REQUIRES else None if answer is None else bool(answer)


def _cell(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _with_ids(decision: Decision) -> Decision:
    """The decision with an id of its own for every gate."""
    gates = tuple(replace(gate, id=f"gate-{place}") for place, gate in enumerate(decision.gates))
    return replace(decision, gates=gates)


def _about(first: Decision) -> st.SearchStrategy[Expression]:
    """Questions about a decision that was taken before."""
    taken, options = FactOf("decided.vessel"), st.sampled_from([option.id for option in first.options])
    if first.choose is Choose.ONE:
        return options.map(lambda option: Compare(Comparison.EQUAL, taken, Literal(option)))
    held = options.map(lambda option: Compare(Comparison.IN, Literal(option), taken))
    counted = st.integers(0, 3).map(
        lambda few: Compare(Comparison.AT_LEAST, Call(Function.COUNT, (taken,)), Literal(few))
    )
    return st.one_of(held, counted)


def _steps(first: Decision, second: Decision) -> Mapping[str, Steps]:
    given = {option.id: 500 * place - 500 for place, option in enumerate(first.options)}
    return {option.id: Steps(steps=given) for option in second.options}
