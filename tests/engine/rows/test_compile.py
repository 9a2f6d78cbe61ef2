"""Figures without findings are the figures with findings, for any pack and any company."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.engine.compile import compile_pack
from salesdesign.engine.decide import decide
from salesdesign.engine.rank import speaks_for
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.engine.rows.nets import compile_nets, compile_traced
from salesdesign.engine.rows.take import Taken
from salesdesign.model.expression import Value
from salesdesign.model.pack import Decision, Pack, Rule
from salesdesign.model.ranking import Ranking
from tests.strategies import packs, stated_facts

WEIGHTS = st.dictionaries(
    st.sampled_from([f"criterion_{place}" for place in range(4)]), st.sampled_from([0, 0.7, 2.5, 5])
)


@given(packs(), stated_facts(), WEIGHTS)
def test_figures_are_those_of_the_full_decision(pack: Pack, facts: dict[str, Value], weights: dict[str, float]) -> None:
    machine = compile_pack(pack)
    asked = pack.decisions[0]
    known = machine.derive(facts)
    taken = compile_scorer(machine, weights).decide[asked.id](known)
    assert _of_taken(asked, taken) == _of_ranking(asked, decide(machine, asked, known, weights))


@given(packs(), stated_facts(), WEIGHTS)
def test_nets_alone_and_with_what_rules_answered_are_those_too(
    pack: Pack, facts: dict[str, Value], weights: dict[str, float]
) -> None:
    machine = compile_pack(pack)
    asked = pack.decisions[0].id
    known = machine.derive(facts)
    nets = compile_scorer(machine, weights).decide[asked](known).weighed.nets
    answers = machine.judges[asked](known).rules
    rules = [rule for criterion in pack.decisions[0].criteria for rule in criterion.rules]
    met = _bits(_is_met(rule, answer) for rule, answer in zip(rules, answers, strict=True))
    alone, traced = compile_nets(pack, weights)[asked], compile_traced(pack, weights)[asked]
    assert alone(known) == nets
    assert traced(known) == (nets, met, _bits(answer is None for answer in answers))


def _is_met(rule: Rule, answer: Value) -> bool:
    """Whether a rule counts: its condition holds, or the fact that it is over is known."""
    return answer is True if rule.when is not None else answer is not None and answer is not False


def _bits(truths: Iterable[bool]) -> int:
    return sum(1 << place for place, truth in enumerate(truths) if truth)


def _of_taken(asked: Decision, taken: Taken) -> object:
    weighed = taken.weighed
    ids = [option.id for option in asked.options]
    ranks = {ids[place]: rank for rank, place in enumerate(taken.order, 1)}
    figures = zip(ids, weighed.nets, weighed.lows, weighed.highs, strict=True)
    return (
        {name: (net, low, high, ranks.get(name)) for name, net, low, high in figures},
        {name for place, name in enumerate(ids) if weighed.spoken >> place & 1},
        (taken.chosen, taken.best_fit, taken.margin, taken.current, taken.verdict, taken.runner_up, taken.lead),
    )


def _of_ranking(asked: Decision, ranking: Ranking) -> object:
    nets = {item.option: item.net for item in ranking.standings}
    runner_up = None if ranking.margin is None else ranking.standings[1].option
    best, today = ranking.best_fit, ranking.current
    lead = nets[best] - nets[today] if asked.choose == "one" and best and today in nets else None
    return (
        {item.option: (item.net, item.low, item.high, item.rank) for item in ranking.standings},
        {item.option for item in ranking.standings if speaks_for(item)},
        (ranking.chosen, best, ranking.margin, today, ranking.verdict, runner_up, lead),
    )
