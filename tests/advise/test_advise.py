"""The advice as a whole: what is decided, in which order, from what, and how it is told."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from textwrap import dedent

import pytest

from salesdesign.advise import advise
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack


@pytest.fixture(scope="module")
def pack(root: Path) -> Pack:
    return read_pack(root / "rules")


@pytest.fixture(scope="module")
def machine(pack: Pack) -> Machine:
    return compile_pack(pack)


def advised(facts: str, pack: Pack, machine: Machine, **weights: float) -> Advice:
    company = read_company(dedent(facts).encode(), "facts.yaml", pack.catalogue)
    return advise(company, pack, machine=machine, weights=weights)


def cited_in(node: object) -> Iterator[str]:
    """Every claim that is cited somewhere below."""
    if isinstance(node, dict):
        yield from node.get("evidence", ())
        node = tuple(node.values())
    if isinstance(node, tuple):
        for part in node:
            yield from cited_in(part)


THREE_MARKETS = """
    company: {name: Three, self_serve_share: 0.3}
    headcount: {sellers: 30}
    customers: {relationship: 2}
    deal: {value: 21000}
    current: {structure: assembly_line}
    segments:
      - name: Large
        share: 0.5
        customers: {named_account_share: 0.9, relationship: 3}
        deal: {value: 150000, complexity: 5}
      - name: Small
        company: {self_serve_share: 0.97}
        deal: {value: 600}
"""


def test_the_advice_is_the_same_however_often_it_is_asked_for(pack: Pack, machine: Machine) -> None:
    assert advised(THREE_MARKETS, pack, machine) == advised(THREE_MARKETS, pack, machine)


def test_each_segment_gets_its_own_answer_and_the_company_keeps_its_own(pack: Pack, machine: Machine) -> None:
    advice = advised(THREE_MARKETS, pack, machine)
    answers = {segment.name: segment.structure.chosen for segment in advice.segments}
    answers["company"] = advice.decisions["structure"].chosen
    assert answers == {"Large": ("pod",), "Small": ("self_serve",), "company": ("assembly_line",)}


def test_a_segment_without_a_share_gets_what_is_left(pack: Pack, machine: Machine) -> None:
    assert [segment.share for segment in advised(THREE_MARKETS, pack, machine).segments] == [0.5, 0.5]


def test_segments_that_sell_differently_speak_for_segmenting(pack: Pack, machine: Machine) -> None:
    one_market = THREE_MARKETS[: THREE_MARKETS.index("    segments:")]
    chosen = [advised(facts, pack, machine).decisions["segmentation"].chosen for facts in (one_market, THREE_MARKETS)]
    assert chosen == [(), ("customer_size",)]


def test_evidence_holds_every_claim_that_is_cited_and_no_other(pack: Pack, machine: Machine) -> None:
    advice = asdict(advised(THREE_MARKETS, pack, machine))
    evidence = advice.pop("evidence")
    assert set(evidence) == set(cited_in(advice))


def test_contributions_add_up_to_the_net(pack: Pack, machine: Machine) -> None:
    structure = advised(THREE_MARKETS, pack, machine).decisions["structure"]
    sums = {
        option.id: sum(round(criterion.net * 1000) for criterion in option.criteria) for option in structure.options
    }
    assert sums == {option.id: round(option.net * 1000) for option in structure.options}


def test_a_weight_given_on_the_command_line_replaces_the_packs(pack: Pack, machine: Machine) -> None:
    def weight(advice: Advice) -> float:
        criteria = advice.decisions["structure"].options[0].criteria
        return next(criterion.weight for criterion in criteria if criterion.id == "relationship")

    facts = "company: {name: A}\ncustomers: {relationship: 5}\nheadcount: {sellers: 9}"
    assert (weight(advised(facts, pack, machine)), weight(advised(facts, pack, machine, relationship=0.5))) == (3, 0.5)


def test_money_is_told_in_the_companys_own_currency(pack: Pack, machine: Machine) -> None:
    facts = """
        company: {name: A, currency: EUR, usd_per_unit: 1.25}
        headcount: {sellers: 10}
        budget: {annual_sales: 1000000}
        deal: {value: 8000}
    """
    advice = advised(facts, pack, machine)
    reasons = [
        rule.because
        for option in advice.decisions["structure"].options
        for criterion in option.criteria
        for rule in criterion.rules
        if rule.id == "what-a-deal-can-pay-for"
    ]
    assert (advice.facts["budget.per_seller"], "€8,000" in reasons[0]) == (100_000, True)


def test_amounts_without_a_rate_leave_money_rules_unknown_and_say_so(pack: Pack, machine: Machine) -> None:
    advice = advised("company: {name: A, currency: SEK}\ndeal: {value: 80000}\nheadcount: {sellers: 9}", pack, machine)
    outcomes = {
        rule.outcome
        for option in advice.decisions["structure"].options
        for criterion in option.criteria
        for rule in criterion.rules
        if rule.id == "what-a-deal-can-pay-for"
    }
    assert (outcomes, "no-rate" in {doubt.code for doubt in advice.warnings}) == ({"unknown"}, True)


def test_a_company_that_says_nothing_is_told_nothing(pack: Pack, machine: Machine) -> None:
    structure = advised("company: {name: A}", pack, machine).decisions["structure"]
    assert (structure.chosen, structure.verdict) == ((), None)


def test_what_is_unknown_is_asked_for_in_the_order_in_which_it_matters(pack: Pack, machine: Machine) -> None:
    advice = advised("company: {name: A}\nheadcount: {sellers: 12}", pack, machine)
    first = "customers.relationship" in advice.unknown[:3]
    assert (first, "headcount.sellers" in advice.unknown) == (True, False)


def test_the_phase_reads_todays_structure_before_the_recommended_one(pack: Pack, machine: Machine) -> None:
    facts = """
        company: {name: A}
        headcount: {sellers: 12}
        customers: {relationship: 1}
        process: {metric_visibility: 5}
        current: {structure: island}
    """
    advice = advised(facts, pack, machine)
    phase = advice.decisions["phase"]
    assert (advice.decisions["structure"].chosen, phase.chosen, phase.next) == (
        ("assembly_line",),
        ("one_man_bands",),
        "specialists",
    )


def test_where_today_is_not_stated_the_phase_says_what_it_read(pack: Pack, machine: Machine) -> None:
    advice = advised("company: {name: A}\nheadcount: {sellers: 12}\ncustomers: {relationship: 1}", pack, machine)
    assert "default:current.structure_today" in {doubt.code for doubt in advice.warnings}


@pytest.mark.parametrize(
    ("lead", "structure", "verdict"),
    [
        ("customers: {relationship: 3}\ncurrent: {structure: assembly_line}", "assembly_line", "keep"),
        ("customers: {relationship: 5}\ncurrent: {structure: assembly_line}", "island", "change"),
        ("customers: {relationship: 5}\ncurrent: {structure: assembly_line, months_since_reorg: 5}", "island", "pilot"),
        ("customers: {relationship: 5}\ncurrent: {structure: partners}", "island", None),
    ],
)
def test_change_must_pay(lead: str, structure: str, verdict: str | None, pack: Pack, machine: Machine) -> None:
    decided = advised(f"company: {{name: A}}\nheadcount: {{sellers: 20}}\n{lead}", pack, machine).decisions["structure"]
    assert (decided.chosen, decided.verdict) == ((structure,), verdict)


def test_a_relationship_business_is_not_pushed_into_a_next_phase(pack: Pack, machine: Machine) -> None:
    facts = "company: {name: A}\nheadcount: {sellers: 40}\ncustomers: {relationship: 5}\ncurrent: {structure: island}"
    advice = advised(facts, pack, machine)
    assert (advice.decisions["phase"].next, [stage.phase for stage in advice.roadmap]) == (None, ["one_man_bands"])
