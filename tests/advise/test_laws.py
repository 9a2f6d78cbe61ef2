"""Laws of trust that hold for any company, with the rules that come with the program."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from salesdesign.advise import advise, probed
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice, DecisionAdvice
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose
from salesdesign.model.probing import Probing
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.advise.companies import companies, text_of
from tests.advise.test_probing import halfway, written

PACK = read_pack(rules_folder())
MACHINE: Machine = compile_pack(PACK)
COMPANIES = companies(PACK.catalogue)
Facts = dict[str, Value]

law = settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a company is small: to shrink it takes longer than to read it
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
probing_law = settings(law, max_examples=8)


def advised(
    facts: Mapping[str, Value], changes: Mapping[str, str] | None = None, weights: Mapping[str, float] | None = None
) -> Advice:
    company = read_company(text_of(facts), "random.yaml", PACK.catalogue, changes or {})
    return advise(company, PACK, machine=MACHINE, changes=changes, weights=weights)


def trusted(facts: Mapping[str, Value], probing: Probing) -> Advice:
    company = read_company(text_of(facts), "random.yaml", PACK.catalogue)
    return probed(advised(facts), company, MACHINE, probing)


def main(advice: Advice) -> DecisionAdvice:
    return advice.decisions[PACK.main]


def option(advice: Advice) -> str | None:
    return next(iter(main(advice).chosen), None)


@law
@given(COMPANIES, st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_nothing(facts: Facts, chance: Random) -> None:
    names = list(facts)
    chance.shuffle(names)
    assert advised({name: facts[name] for name in names}) == advised(facts)


@law
@given(COMPANIES, st.sampled_from([0.5, 2, 3]))
def test_weights_that_are_all_scaled_leave_the_order_of_nets_and_the_best_fit(facts: Facts, factor: float) -> None:
    weights = {part.id: part.weight * factor for decision in PACK.decisions for part in decision.criteria}
    before, after = main(advised(facts)), main(advised(facts, weights=weights))
    assert [option.id for option in before.options] == [option.id for option in after.options]
    assert before.best_fit == after.best_fit


EQUAL: Facts = {
    "company.name": "Acme",
    "headcount.roles.sales_engineer": 0,
    "headcount.top_share": 0.1,
    "culture.style": 2,
    "budget.annual_sales": 400_000,
    "process.repeatability": "proven",
}
"""Two options have the same net: a hair more of a weight decides."""


@law
@example(EQUAL)
@given(COMPANIES)
def test_a_flip_set_beside_the_facts_flips_and_half_of_it_does_not(facts: Facts) -> None:
    advice = trusted(facts, Probing(draws=1, aside=1))
    for flip in advice.flips:
        changes = written({flip.fact: flip.to, **flip.also}, MACHINE)
        assert option(advised(facts, changes)) == flip.chosen != option(advice)
        half = halfway(flip.fact, flip.from_, flip.to, MACHINE)
        if half is not None and not flip.also:
            assert option(advised(facts, written({flip.fact: half}, MACHINE))) == option(advice)
    for weight in advice.weight_flips:
        assert option(advised(facts, weights={weight.criterion: weight.to})) == weight.chosen != option(advice)
        half = (weight.from_ + weight.to) / 2
        assert option(advised(facts, weights={weight.criterion: half})) == option(advice)


@probing_law
@given(COMPANIES)
def test_every_share_is_one_and_what_is_chosen_now_has_its_own(facts: Facts) -> None:
    advice = trusted(facts, Probing(draws=30, aside=30))
    for decision in PACK.decisions:
        taken = advice.decisions[decision.id]
        assert taken.confidence is not None
        shares = [option.chosen_in for option in taken.options if option.chosen_in]
        assert all(0 <= one.judgement <= 1 and 0 <= one.facts <= 1 for one in shares)
        if decision.choose is Choose.ONE and taken.chosen:
            assert sum(one.judgement for one in shares) == pytest.approx(1, abs=1e-3)
        if decision.choose is Choose.SEVERAL:
            _at_most_each(taken)


def _at_most_each(taken: DecisionAdvice) -> None:
    """A set cannot come out more often than any of its options does."""
    chosen = [one.chosen_in for one in taken.options if one.id in taken.chosen and one.chosen_in]
    assert taken.confidence is not None
    for one in chosen:
        assert taken.confidence.judgement <= one.judgement + 1e-3
        assert taken.confidence.facts <= one.facts + 1e-3


@probing_law
@given(COMPANIES)
def test_where_nothing_that_is_worth_knowing_is_left_facts_are_certain(facts: Facts) -> None:
    advice = trusted(facts, Probing(draws=60, aside=1))
    confidence = main(advice).confidence
    assert confidence is not None
    assume(main(advice).chosen)
    if not advice.worth:
        assert confidence.facts == 1


@probing_law
@given(COMPANIES, st.sampled_from([20, 50]))
def test_more_draws_begin_with_the_fewer(facts: Facts, count: int) -> None:
    few, more = (trusted(facts, Probing(draws=draws, aside=1)) for draws in (count, count + 10))
    for one, other in zip(main(few).options, main(more).options, strict=True):
        assert one.chosen_in is not None
        assert other.chosen_in is not None
        for before, after in (
            (one.chosen_in.judgement, other.chosen_in.judgement),
            (one.chosen_in.facts, other.chosen_in.facts),
        ):
            assert -0.02 <= after * (count + 10) - before * count <= 10.02  # shares are told to four digits
