"""The compiled pack answers what a walk over its expressions answers."""

from dataclasses import replace

from hypothesis import given

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import Answers, compile_pack
from salesdesign.engine.source import pack_source
from salesdesign.model.expression import Value
from salesdesign.model.pack import Decision, Facts, GateKind, Line, Pack, Rule
from tests.engine.examples import criterion, decision, gate, limit, over, when
from tests.strategies import all_facts, pack_of, packs, stated_facts


def walked(asked: Decision, facts: Facts) -> Answers:
    """The answers, each by its own walk."""
    rules = [rule for criterion in asked.criteria for rule in criterion.rules]
    return Answers(
        rules=tuple(_answer(rule, facts) for rule in rules),
        exceptions=tuple(False if rule.unless is None else evaluate(rule.unless, facts) for rule in rules),
        gates=tuple(evaluate(gate.when, facts) for gate in asked.gates),
        limits=tuple(evaluate(limit.when, facts) for limit in asked.limits),
        settled=True if asked.settled is None else evaluate(asked.settled, facts),
    )


def _answer(rule: Rule, facts: Facts) -> Value:
    if rule.unless is not None and evaluate(rule.unless, facts) is True:
        return False
    return facts.get(rule.over or "") if rule.when is None else evaluate(rule.when, facts)


@given(packs(), stated_facts() | all_facts())
def test_every_rule_gate_and_limit_answers_as_the_walk_does(pack: Pack, stated: dict[str, Value]) -> None:
    machine = compile_pack(pack)
    facts = machine.derive(stated)
    assert [repr(machine.judges[asked.id](facts)) for asked in pack.decisions] == [
        repr(walked(asked, facts)) for asked in pack.decisions
    ]


def test_each_decision_has_its_own_judge() -> None:
    one = decision(criterion("size", 1.0, when("crew.sailors > 3", raft=1000)))
    other = replace(decision(), id="route", gates=(gate(GateKind.REQUIRES, "trip.insured", "raft"),))
    machine = compile_pack(pack_of(one, other))
    facts: Facts = {"crew.sailors": 4}
    assert {name: judge(facts) for name, judge in machine.judges.items()} == {
        "vessel": Answers(rules=(True,), exceptions=(False,), gates=(), limits=(), settled=True),
        "route": Answers(rules=(), exceptions=(), gates=(None,), limits=(), settled=True),
    }


def test_a_pack_without_decisions_still_derives() -> None:
    assert compile_pack(pack_of()).derive({"cargo.value": 6.0, "crew.sailors": 2})["cargo.size"] == "heavy"


def test_a_later_decision_is_judged_by_an_earlier_one() -> None:
    rule = over("decided.vessel", raft=Line(places=((0.0, 0), (1.0, 1))))
    machine = compile_pack(pack_of(decision(criterion("only", 1.0, rule))))
    assert machine.judges["vessel"]({"decided.vessel": "raft"}).rules == ("raft",)


def test_the_source_reads_as_plain_python() -> None:
    asked = replace(
        decision(criterion("size", 1.0, when("crew.sailors > 3", unless="trip.insured", raft=1000))),
        limits=(limit("yes", 1),),
    )
    judge = pack_source(pack_of(asked)).split("\n\n")[1]
    assert (
        judge
        == """\
def judge_0(facts):
    get = facts.get
    f0 = get('crew.sailors')
    f1 = get('trip.insured')
    return Answers(
        (False if (v1 := f1) is True else (None if f0 is None else f0 > 3), ),
        (v1, ),
        (),
        (True, ),
        True,
    )"""
    )


def test_generated_source_can_call_nothing_but_what_it_is_given() -> None:
    assert compile_pack(pack_of()).derive.__globals__["__builtins__"] == {}
