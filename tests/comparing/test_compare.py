"""Why an advice changed: the facts, the rules that they moved, and what tipped the choice."""

from collections.abc import Iterator

import pytest

from salesdesign.advise import advise
from salesdesign.comparing.compare import compare
from salesdesign.comparing.differences import Comparison
from salesdesign.comparing.markdown import to_markdown
from salesdesign.comparing.state import State
from salesdesign.comparing.terminal import to_terminal
from salesdesign.comparing.told import told
from salesdesign.facts.read import read_company
from tests.policy.examples import NASTY, STALLED, pack_and_machine


def comparison(before: dict[str, str], after: dict[str, str] | None = None, facts: str = STALLED) -> Comparison:
    """The stalled company with some facts replaced, before and after."""
    old, new = states(before, after or {}, facts=facts)
    return compare(old, new, pack_and_machine()[1])


def states(*changed: dict[str, str], facts: str = STALLED) -> Iterator[State]:
    """The company with some facts replaced, once for each set of changes."""
    pack, machine = pack_and_machine()
    for changes in changed:
        company = read_company(facts.encode(), "acme.yaml", pack.catalogue, changes)
        yield State(company=company, advice=advise(company, pack, machine=machine, changes=changes))


def test_the_same_facts_give_no_difference() -> None:
    found = comparison({})
    assert found.same
    assert told(found) == ("Nothing differs: the same facts, the same advice.",)


def test_a_fact_that_no_rule_reads_moves_nothing_but_itself() -> None:
    found = comparison({"company.as_of": "2026-10-01"})
    assert [fact.fact for fact in found.facts] == ["company.as_of"]
    assert not any(move.moved or move.rules for move in found.decisions)


def test_the_main_decision_comes_first() -> None:
    assert comparison({}).decisions[0].decision == "structure"


def test_a_choice_that_points_tipped_names_the_criterion_the_rule_and_the_fact() -> None:
    found = comparison({"customers.relationship": "5", "growth.target": "0.1"})
    main = found.decisions[0]
    assert (main.before, main.after) == (("island",), ("assembly_line",))
    assert main.tipped[0].facts == ("customers.relationship",)
    assert main.tipped[0].swing is not None
    assert main.tipped[0].swing > 0
    assert "what-buyers-do-when-their-contact-changes" in main.tipped[0].what


def test_a_choice_that_a_gate_tipped_names_the_gate_and_its_fact() -> None:
    found = comparison({"headcount.sellers": "3"})
    tip = found.decisions[0].tipped[0]
    assert (tip.rules, tip.swing) == (("assembly-line-needs-four",), None)
    assert "headcount.sellers" in tip.facts


def test_a_change_of_today_is_named_where_it_alone_moved_the_verdict() -> None:
    found = comparison({"current.structure": "assembly_line"})
    assert found.decisions[0].tipped[0].what == "Today's organisation was assembly line, and is island now."


def test_nets_add_up_to_what_the_rules_moved() -> None:
    main = comparison({"growth.target": "0.1"}).decisions[0]
    assert {rule.rule for rule in main.rules} == {"growth-needs-specialists"}
    assert all(rule.facts == ("growth.target",) for rule in main.rules)
    moved = [option.option for option in main.options if option.net_before != option.net_after]
    assert set(moved) == set(main.rules[0].moved)


def test_facts_that_differ_beyond_rounding_are_told_apart() -> None:
    fact = comparison({"growth.target": "1.01"}).facts[0]
    assert fact.before != fact.after


def test_unknown_is_told_as_unknown() -> None:
    assert any("Deal value: unknown → $18,500" in line for line in told(comparison({"deal.value": ""})))


def test_segments_that_come_and_go_are_told() -> None:
    text = f"{STALLED}segments:\n  - name: Large\n  - name: Small\n"
    old, new = *states({}), *states({}, facts=text)
    found = compare(old, new, pack_and_machine()[1])
    segments = [line for line in told(found) if line.startswith("Segment ")]
    assert segments[0].startswith("Segment Large: no such segment → ")


def test_a_few_lines_are_enough_for_two_versions_of_a_company() -> None:
    found = comparison({"headcount.sellers": "3", "growth.target": "0.1", "customers.relationship": "5"})
    assert len(told(found)) <= 16


@pytest.mark.parametrize("name", ["Acme | Co", "<script>", "a\u202eb"])
def test_names_are_shown_and_do_nothing(name: str) -> None:
    page = to_markdown(comparison({"company.name": name}), (name, NASTY))
    assert "<script>" not in page
    assert "\u202e" not in page


def test_a_terminal_without_arrows_gets_none() -> None:
    to_terminal(comparison({"growth.target": "0.1"}), ("a", "b"), "cp1252").encode("cp1252")
