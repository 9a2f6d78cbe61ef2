"""Facts that are set beside the file."""

import pytest

from tests.facts.examples import company_of, facts_of, said_of

FILE = "deal: {value: 5000}\ncurrent: {symptoms: [silos]}"


def test_a_change_replaces_what_the_file_states() -> None:
    assert facts_of(FILE, deal__value="7_000", process__crm="yes", plan__seasonality="1,2") == {
        "deal.value": 7000,
        "current.symptoms": ("silos",),
        "process.crm": True,
        "plan.seasonality": (1.0, 2.0),
    }


@pytest.mark.parametrize("typed", ["slow_ramp,silos", "[slow_ramp, silos]", " slow_ramp , silos "])
def test_a_list_is_typed_with_commas(typed: str) -> None:
    assert facts_of("", current__symptoms=typed) == {"current.symptoms": ("silos", "slow_ramp")}


def test_brackets_around_nothing_are_an_empty_list() -> None:
    assert facts_of("", current__symptoms="[]") == {"current.symptoms": ()}


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_an_empty_change_makes_a_fact_unknown(nothing: str) -> None:
    assert facts_of(FILE, deal__value=nothing, current__symptoms=nothing) == {}


def test_a_name_may_be_set() -> None:
    assert company_of("company: {}", company__name="Acme: the first").name == "Acme: the first"


BAD = {
    ("deal__value", "1.2m"): "--set: deal.value: '1.2m' is no number. Write 1200000.",
    ("deal__valu", "1"): "--set: deal.valu: There is no such fact. Did you mean deal.value?",
    ("company", "1"): "--set: company: It is a section of facts. Name one of them, such as company.name.",
    ("current__symptoms", "silo"): "--set: current.symptoms: 'silo' is no choice here. Did you mean silos?",
    ("territories", "[]"): "--set: territories: It is a list of entries. Change it in the file.",
    ("segments__A__deal__value", "1"): "--set: segments.A.deal.value: It is a list of entries. Change it in the file.",
}


@pytest.mark.parametrize(("change", "message"), BAD.items())
def test_a_bad_change_is_refused(change: tuple[str, str], message: str) -> None:
    assert said_of("company: {name: A}", **dict([change])) == [message]


def test_a_change_that_does_not_go_with_the_file_is_told_at_its_own_place() -> None:
    assert said_of("company: {name: A}\nheadcount: {roles: {closer: 4}}", headcount__sellers="3") == [
        "--set: headcount.sellers: 3 sellers cannot hold 4 posts. Count every seller once."
    ]
