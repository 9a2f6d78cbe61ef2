"""Looking at the rule pack from the command line."""

import re
from pathlib import Path

import pytest

from salesdesign.cli.entry import entries
from salesdesign.cli.kinds import Listed
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.cli.conftest import Command

CASE = """
id: nobody
name: A company of which nothing is known
facts: {company: {name: Nobody}}
expect: {structure: [%s]}
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


def test_the_list_has_one_line_for_each_rule_and_gate(salesdesign: Command, pack: Pack) -> None:
    rules = [rule.id for decision in pack.decisions for part in decision.criteria for rule in part.rules]
    gates = [gate.id for decision in pack.decisions for gate in decision.gates]
    listed = [line.split()[2] for line in salesdesign("rules", "list").printed.splitlines()]
    assert sorted(listed) == sorted(rules + gates)


def test_everything_in_the_pack_can_be_shown(pack: Pack) -> None:
    told = {id_: telling() for id_, telling in entries(pack).items()}
    assert [id_ for id_, text in told.items() if id_ not in text.splitlines()[0]] == []


def test_a_rule_is_shown_with_what_its_sources_say(salesdesign: Command, pack: Pack) -> None:
    rule = pack.decisions[0].criteria[0].rules[0]
    shown = salesdesign("rules", "show", rule.id).printed
    assert all(part in shown for part in (rule.asks, rule.because, *(pack.claims[id_].claim for id_ in rule.evidence)))


def test_a_case_that_fails_ends_with_1_and_says_what_came_out(salesdesign: Command, folder: Path) -> None:
    (folder / "case.yaml").write_text(CASE % "pod")
    ended = salesdesign("rules", "test", "case.yaml")
    assert (ended.code, ended.said) == (1, "1 case, 1 answer other than expected\n")
    assert ended.printed.startswith("case.yaml:2: nobody ")


def test_the_evidence_page_names_every_claim(salesdesign: Command, pack: Pack) -> None:
    page = salesdesign("rules", "evidence").printed
    assert [claim for claim in pack.claims if f"| {claim} |" not in page] == []


@pytest.mark.parametrize("kind", list(Listed))
def test_every_kind_is_listed_and_what_is_listed_is_shown(salesdesign: Command, kind: Listed) -> None:
    listed = salesdesign("rules", "list", kind).printed.splitlines()
    if kind is Listed.WORDS:
        assert listed[0].startswith("account ")
        return
    column = {Listed.RULES: 2, Listed.CRITERIA: 1, Listed.OPTIONS: 1, Listed.PRACTICES: 1, Listed.ACTIONS: 1}.get(
        kind, 0
    )
    identifier = re.split(" {2,}", listed[-1])[column]
    shown = salesdesign("rules", "show", identifier)
    assert (shown.code, identifier in shown.printed.splitlines()[0]) == (0, True)


def test_a_new_pack_is_called_as_its_folder(salesdesign: Command, folder: Path) -> None:
    salesdesign("rules", "new", "Miller & Partners")
    assert "\nname: miller-partners\n" in (folder / "Miller & Partners/pack.yaml").read_text()
