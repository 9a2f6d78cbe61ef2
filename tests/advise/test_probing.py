"""How far the advice of the real pack can be trusted, for companies as they are written."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from salesdesign.advise import advise, probed
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.facts.typed import typed
from salesdesign.model.advice import Advice
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Value
from salesdesign.model.pack import Pack
from salesdesign.model.probing import Probing
from salesdesign.pack.read import read_pack

EXAMPLES = sorted(path.name for path in (Path(__file__).parents[2] / "examples").glob("*.yaml"))
FEW = Probing(draws=100, aside=50)


@pytest.fixture(scope="module")
def pack(root: Path) -> Pack:
    return read_pack(root / "rules")


@pytest.fixture(scope="module")
def machine(pack: Pack) -> Machine:
    return compile_pack(pack)


def advised(facts: bytes, machine: Machine, changes: Mapping[str, str] | None = None) -> Advice:
    """The advice for a file with some facts set."""
    company = read_company(facts, "facts.yaml", machine.pack.catalogue, changes or {})
    return advise(company, machine.pack, machine=machine, changes=changes)


def weighed(facts: bytes, machine: Machine, weights: Mapping[str, float]) -> Advice:
    """The advice for a file with some weights given."""
    company = read_company(facts, "facts.yaml", machine.pack.catalogue)
    return advise(company, machine.pack, machine=machine, weights=weights)


def trusted(facts: bytes, machine: Machine) -> Advice:
    """The advice for a file, probed a little."""
    company = read_company(facts, "facts.yaml", machine.pack.catalogue)
    return probed(advised(facts, machine), company, machine, FEW)


def text(facts: str) -> bytes:
    return dedent(facts).encode()


def structure(advice: Advice) -> str | None:
    chosen = advice.decisions["structure"].chosen
    return chosen[0] if chosen else None


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_flip_flips_when_it_is_set_and_half_of_it_does_not(name: str, root: Path, machine: Machine) -> None:
    facts = (root / "examples" / name).read_bytes()
    advice = trusted(facts, machine)
    for flip in advice.flips:
        changes = {flip.fact: flip.to, **flip.also}
        assert structure(advised(facts, machine, written(changes, machine))) == flip.chosen != structure(advice)
        half = halfway(flip.fact, flip.from_, flip.to, machine)
        if half is not None and not flip.also:
            assert structure(advised(facts, machine, written({flip.fact: half}, machine))) == structure(advice)


def written(changes: dict[str, Value], machine: Machine) -> dict[str, str]:
    """Facts as they are typed after `--set`."""
    facts = machine.pack.catalogue.facts
    return {name: typed(facts[name], value) for name, value in changes.items()}


def halfway(name: str, start: Value, end: Value, machine: Machine) -> float | None:
    """The middle of two numbers; of whole ones, the one before it."""
    if isinstance(start, bool) or not isinstance(start, (int, float)) or not isinstance(end, (int, float)):
        return None
    half = (start + end) / 2
    whole = machine.pack.catalogue.facts[name].type in (FactType.COUNT, FactType.SCALE)
    return start + int(half - start) if whole else half


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_weight_that_flips_does_so_when_it_is_given(name: str, root: Path, machine: Machine) -> None:
    facts = (root / "examples" / name).read_bytes()
    advice = trusted(facts, machine)
    for flip in advice.weight_flips:
        half = (flip.from_ + flip.to) / 2
        chosen = [structure(weighed(facts, machine, {flip.criterion: weight})) for weight in (flip.to, half)]
        assert chosen == [flip.chosen, structure(advice)]


def test_every_decision_has_a_confidence_and_so_has_each_of_its_options(root: Path, machine: Machine) -> None:
    advice = trusted((root / "examples" / "three-markets.yaml").read_bytes(), machine)
    told = {name for name, decision in advice.decisions.items() if decision.confidence}
    assert told == set(advice.decisions)
    assert all(option.chosen_in for decision in advice.decisions.values() for option in decision.options)
    assert all(segment.structure.confidence for segment in advice.segments)


def test_the_confidence_is_that_of_the_chosen_option(root: Path, machine: Machine) -> None:
    for name in EXAMPLES:
        advice = trusted((root / "examples" / name).read_bytes(), machine)
        decision = advice.decisions["structure"]
        chosen = next(option for option in decision.options if option.id == structure(advice))
        assert decision.confidence == chosen.chosen_in


def test_the_seed_of_the_company_starts_the_draws(machine: Machine) -> None:
    facts = "company: {name: A}\nheadcount: {sellers: 12}\n"
    found = [trusted(text(facts + plan), machine) for plan in ("", "plan: {seed: 0}", "plan: {seed: 7}")]
    confidences = [advice.decisions["structure"].confidence for advice in found]
    assert (confidences[0] == confidences[1], confidences[0] == confidences[2]) == (True, False)


def test_what_is_unknown_is_asked_for_in_the_order_in_which_it_is_worth_knowing(machine: Machine) -> None:
    advice = trusted(text("company: {name: A}\nheadcount: {sellers: 12}"), machine)
    worth = tuple(one.fact for one in advice.worth)
    assert (advice.unknown[: len(worth)], worth[0]) == (worth, "customers.relationship")
    assert set(advice.unknown) >= set(advised(text("company: {name: A}\nheadcount: {sellers: 12}"), machine).unknown)


def test_amounts_that_only_wait_for_their_rate_ask_for_the_rate(machine: Machine) -> None:
    facts = text("company: {name: A, currency: SEK}\nheadcount: {sellers: 12}\ndeal: {value: 90000}")
    advice = trusted(facts, machine)
    assert ("company.usd_per_unit" in advice.unknown, "deal.value" in advice.unknown) == (True, False)


def test_money_flips_in_the_companys_own_currency(machine: Machine) -> None:
    own = """
        company: {name: A, currency: HUF, usd_per_unit: 0.0025}
        headcount: {sellers: 8}
        deal: {value: 400000}
    """
    advice = trusted(text(own), machine)
    flip = next(flip for flip in advice.flips if flip.fact == "deal.value")
    assert (flip.from_, flip.to) == (400_000, 3_501_000)  # 8,752 dollars and a half
    assert structure(advised(text(own), machine, written({"deal.value": flip.to}, machine))) == flip.chosen


def test_nothing_else_of_the_advice_changes(root: Path, machine: Machine) -> None:
    facts = (root / "examples" / "regulated.yaml").read_bytes()
    before, after = advised(facts, machine), trusted(facts, machine)
    assert (before.roadmap, before.evidence, before.warnings) == (after.roadmap, after.evidence, after.warnings)
    for name, decision in after.decisions.items():
        options = tuple(replace(option, chosen_in=None, acceptability=()) for option in decision.options)
        assert replace(decision, confidence=None, options=options) == before.decisions[name]


def test_very_many_segments_share_the_draws() -> None:
    probing = Probing()
    assert [probing.each_of(segments) for segments in (0, 1, 20, 50, 500)] == [500, 500, 500, 200, 100]
