"""Why a decision came out as it did: complete, and with the values that were read."""

import pytest

from salesdesign.advise import advise, probed
from salesdesign.explaining.explain import explain
from salesdesign.explaining.explanation import Explanation, RuleSeen
from salesdesign.explaining.markdown import to_markdown
from salesdesign.explaining.terminal import to_terminal
from salesdesign.facts.read import read_company
from salesdesign.model.probing import Probing
from salesdesign.reporting.look import PLAIN
from salesdesign.reporting.view import view_of
from tests.policy.examples import STALLED, pack_and_machine


def explained(changes: dict[str, str] | None = None, option: str | None = None, decision: str = "") -> Explanation:
    """The stalled company with some facts replaced, explained."""
    pack, machine = pack_and_machine()
    company = read_company(STALLED.encode(), "acme.yaml", pack.catalogue, changes or {})
    advice = probed(advise(company, pack, machine=machine), company, machine, Probing(draws=1, aside=1))
    return explain(view_of(advice, pack), pack.decision(decision or pack.main), option)


def rules(explanation: Explanation) -> dict[str, RuleSeen]:
    return {rule.id: rule for criterion in explanation.criteria for rule in criterion.rules}


@pytest.mark.parametrize("decision", [decision.id for decision in pack_and_machine()[0].decisions])
def test_every_rule_and_gate_of_a_decision_is_there(decision: str) -> None:
    asked = pack_and_machine()[0].decision(decision)
    found = explained(decision=decision)
    assert set(rules(found)) == {rule.id for criterion in asked.criteria for rule in criterion.rules}
    assert [gate.id for gate in found.gates] == [gate.id for gate in asked.gates]


def test_nets_add_up_to_the_net_of_each_option() -> None:
    found = explained()
    sums = {
        option.id: sum(criterion.nets.get(option.id, 0) for criterion in found.criteria) for option in found.options
    }
    assert sums == pytest.approx({option.id: option.net for option in found.options})


def test_a_rule_shows_its_condition_and_the_values_that_it_read() -> None:
    rule = rules(explained())["every-stage-visible"]
    assert (rule.outcome, rule.asks) == ("met", "process.metric_visibility")
    assert [(reading.fact, reading.value) for reading in rule.readings] == [("process.metric_visibility", "4")]


def test_a_rule_without_its_fact_is_unknown() -> None:
    rule = rules(explained({"process.metric_visibility": ""}))["every-stage-visible"]
    assert (rule.outcome, rule.readings[0].value, set(rule.points.values())) == ("unknown", "unknown", {0.0})


@pytest.mark.parametrize(("sellers", "state"), [("3", "closed"), ("10", "open")])
def test_a_gate_says_whether_it_closes(sellers: str, state: str) -> None:
    found = explained({"headcount.sellers": sellers})
    gate = next(gate for gate in found.gates if gate.id == "assembly-line-needs-four")
    assert (gate.state, gate.readings[0].value) == (state, sellers)


def test_why_not_begins_with_the_nets_and_the_largest_difference() -> None:
    found = explained(option="pod")
    answer = found.answer
    assert answer is not None
    assert answer.against == found.chosen[0]
    assert answer.short[0].startswith("Pod has a net of ")
    assert [abs(gap.net) for gap in answer.gaps] == sorted((abs(gap.net) for gap in answer.gaps), reverse=True)
    nets = {option.id: option.net for option in found.options}
    assert sum(gap.net for gap in answer.gaps) == pytest.approx(nets["pod"] - nets[found.chosen[0]], abs=0.01)


def test_a_flip_towards_the_option_is_what_would_have_to_change() -> None:
    found = explained({"customers.relationship": "4"}, option="island")
    answer = found.answer
    assert answer is not None
    pack, machine = pack_and_machine()
    company = read_company(STALLED.encode(), "acme.yaml", pack.catalogue, {"customers.relationship": "4"})
    flips = probed(advise(company, pack, machine=machine), company, machine, Probing(draws=1, aside=1)).flips
    towards = [flip for flip in flips if flip.chosen == "island"]
    assert sum("this becomes the island structure" in change for change in answer.changes) == len(towards)


def test_a_closed_option_names_its_gate_first() -> None:
    answer = explained({"headcount.sellers": "3"}, option="assembly_line").answer
    assert answer is not None
    assert answer.short[0].startswith("Assembly line is ruled out (gate assembly-line-needs-four)")


def test_only_the_option_that_was_asked_for_is_traced() -> None:
    found = explained(option="pod")
    assert {option for rule in rules(found).values() for option in rule.points} == {"pod"}
    assert all("pod" in gate.options for gate in found.gates)


@pytest.mark.parametrize("option", [None, "pod"])
def test_the_terminal_keeps_to_eighty_columns_of_plain_lines(option: str | None) -> None:
    text = to_terminal(explained(option=option), PLAIN)
    assert max(map(len, text.splitlines())) <= PLAIN.width
    assert not set(text) & set("├└│─\x1b")


def test_a_name_that_is_mark_up_takes_no_effect() -> None:
    pack, machine = pack_and_machine()
    facts = STALLED.replace("name: Acme", "name: <b>&*|x")
    company = read_company(facts.encode(), "acme.yaml", pack.catalogue, {})
    found = explain(view_of(advise(company, pack, machine=machine), pack), pack.decision(pack.main))
    assert "<b>" not in to_markdown(found)
