"""Laws that hold for any pack and any company."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.engine.compile import compile_pack
from salesdesign.engine.decide import decide
from salesdesign.engine.evaluate import findings
from salesdesign.model.expression import Value
from salesdesign.model.pack import POINT, Choose, Decision, Pack
from salesdesign.model.ranking import Ranking, Verdict
from tests.strategies import all_facts, lasting_conditions, pack_of, packs, stated_facts

Facts = dict[str, Value]


def taken(pack: Pack, facts: Facts, weights: dict[str, float] | None = None) -> Ranking:
    """The only decision of a pack."""
    machine = compile_pack(pack)
    return decide(machine, pack.decisions[0], machine.derive(facts), weights or {})


def nets(ranking: Ranking) -> list[tuple[str, int, int, int, int | None]]:
    return [(item.option, item.net, item.low, item.high, item.rank) for item in ranking.standings]


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Decision, Decision]:
    """A decision, and the same with its criteria, its rules and its gates in another order."""
    one: Decision = draw(packs()).decisions[0]
    criteria = [replace(item, rules=tuple(draw(st.permutations(item.rules)))) for item in one.criteria]
    gates = tuple(draw(st.permutations(one.gates)))
    return one, replace(one, criteria=tuple(draw(st.permutations(criteria))), gates=gates)


@given(shuffled(), stated_facts())
def test_the_order_of_rules_criteria_and_gates_changes_nothing(pair: tuple[Decision, Decision], facts: Facts) -> None:
    one, other = (taken(pack_of(asked), facts) for asked in pair)
    assert nets(one) == nets(other)
    assert (one.chosen, one.best_fit, one.verdict, one.margin) == (
        other.chosen,
        other.best_fit,
        other.verdict,
        other.margin,
    )


@given(packs(), stated_facts(), st.integers(2, 9))
def test_weights_that_are_all_scaled_scale_the_nets(pack: Pack, facts: Facts, factor: int) -> None:
    weights = {criterion.id: criterion.weight * factor for criterion in pack.decisions[0].criteria}
    assert nets(taken(pack, facts, weights)) == [
        (option, net * factor, low * factor, high * factor, rank)
        for option, net, low, high, rank in nets(taken(pack, facts))
    ]


@given(packs(lasting_conditions(1)), stated_facts(), all_facts(), st.data())
def test_learning_a_fact_never_widens_a_band(pack: Pack, facts: Facts, complete: Facts, data: st.DataObject) -> None:
    learned = data.draw(st.sets(st.sampled_from(sorted(complete))))
    wiser = {**{name: complete[name] for name in sorted(learned)}, **facts}
    before, after, final = (taken(pack, known) for known in (facts, wiser, {**complete, **facts}))
    bands = [{item.option: (item.low, item.high) for item in ranking.standings} for ranking in (before, after, final)]
    for earlier, later in pairwise(bands):
        assert all(earlier[option][0] <= low <= high <= earlier[option][1] for option, (low, high) in later.items())
    assert all(bands[0][item.option][0] <= item.net <= bands[0][item.option][1] for item in final.standings)


@given(packs(), stated_facts())
def test_contributions_add_up_to_the_net_which_lies_in_its_band(pack: Pack, facts: Facts) -> None:
    for standing in taken(pack, facts).standings:
        parts = standing.contributions
        assert standing.net == sum(part.net for part in parts)
        assert standing.low <= standing.net <= standing.high
        assert all(part.low <= part.net <= part.high and abs(part.points) <= 3 * POINT for part in parts)


@given(packs(), stated_facts())
def test_the_points_of_a_finding_lie_in_its_band(pack: Pack, facts: Facts) -> None:
    machine = compile_pack(pack)
    for finding in findings(machine, pack.decisions[0], machine.derive(facts)):
        assert finding.points.keys() == finding.low.keys() == finding.high.keys() == finding.rule.points.keys()
        assert all(finding.low[name] <= points <= finding.high[name] for name, points in finding.points.items())


@given(packs(lasting_conditions(1)), all_facts())
def test_where_everything_is_told_nothing_is_missing(pack: Pack, facts: Facts) -> None:
    machine = compile_pack(pack)
    for finding in findings(machine, pack.decisions[0], machine.derive(facts)):
        assert finding.missing == ()


@given(packs(), stated_facts())
def test_what_is_chosen_is_open_and_follows_the_verdict(pack: Pack, facts: Facts) -> None:
    ranking, asked = taken(pack, facts), pack.decisions[0]
    open_ones = [item.option for item in ranking.standings if item.rank is not None]
    assert {*ranking.chosen, *ranking.dropped} <= set(open_ones)
    assert ranking.best_fit in [None, *open_ones[:1]]
    if asked.choose is Choose.ONE:
        kept = ranking.verdict is Verdict.KEEP
        assert ranking.chosen == (() if ranking.best_fit is None else (ranking.current if kept else ranking.best_fit,))


@given(packs(), stated_facts())
def test_ranks_count_up_without_a_gap(pack: Pack, facts: Facts) -> None:
    ranking = taken(pack, facts)
    ranks = [item.rank for item in ranking.standings if not item.closed]
    assert ranks == list(range(1, len(ranks) + 1))
    assert [item.rank for item in ranking.standings if item.closed] == [None] * (len(ranking.standings) - len(ranks))
