"""The file to fill in: it reads back as what it was made from."""

import re

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.facts.read import read_company
from salesdesign.facts.starter import starter_file
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.model.company import Company, Segment, Territory
from tests.facts.examples import FACTS, SMALL, company_of, said_of

HEAD = """\
# The facts of a company.
#
# Give what you know and leave the rest: what is absent counts as unknown, never as zero or no.
# Remove the '#' right before a fact to give it. Shares run from 0 to 1: 0.25 is a quarter.

company:

  # What is company.name?
  name:  # such as Acme

  # What is company.as_of?
  #as_of:  # such as 2027-01-31
"""


def test_every_fact_is_asked_for_and_those_that_matter_most_stand_open() -> None:
    text = starter_file(SMALL, None)
    assert text.startswith(HEAD)
    assert [line.split(":")[0].strip() for line in text.splitlines() if not line.strip().startswith("#") if line] == [
        *("company", "name", "headcount", "sellers", "roles", "customers", "mix"),
        *("deal", "growth", "process", "current", "plan"),
    ]
    assert all(f"{one.name.rpartition('.')[2]}:" in text for one in FACTS)


def test_an_empty_file_lacks_only_the_name() -> None:
    messages = said_of(starter_file(SMALL, None))
    assert [message.partition("company.name: ")[2] for message in messages] == [
        "It is missing. Write 'company:', and indented below it 'name: ...'."
    ]


def test_with_a_name_it_is_a_company() -> None:
    assert company_of(starter_file(SMALL, None).replace("name:", "name: Acme", 1)).facts == {"company.name": "Acme"}


def test_every_line_behind_a_mark_can_be_given() -> None:
    facts, segments = starter_file(SMALL, None).replace("name:", "name: Acme", 1).split("#segments:")
    opened = re.sub(r"^( *)#(?=[a-z_]+:)", r"\1", facts, flags=re.MULTILINE)
    found = company_of(f"{opened}\nsegments:{segments.replace('#', '')}")
    assert [segment.facts for segment in found.segments] == [{"deal.value": 20000}]


def value_of(one: Fact) -> st.SearchStrategy[object]:
    """Values that a fact can have."""
    ids = [choice.id for choice in one.choices]
    low, high = int(one.low or 0), int(one.high or 10**9)
    strategies: dict[FactType, st.SearchStrategy[object]] = {
        FactType.TEXT: st.text(min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(_is_allowed),
        FactType.DATE: st.dates().map(str),
        FactType.MONTH: st.dates().map(lambda day: str(day)[:7]),
        FactType.YES_NO: st.booleans(),
        FactType.COUNT: st.integers(low, high),
        FactType.NUMBER: st.floats(one.low or -1, 1e9).map(_whole),
        FactType.MONEY: st.floats(0, 1e9).map(_whole),
        FactType.SHARE: st.floats(0, 0.5),
        FactType.SCALE: st.integers(1, 5),
        FactType.NUMBERS: st.lists(st.floats(0, 100), max_size=4).map(tuple),
    }
    if one.type == FactType.CHOICE:
        return st.sampled_from(ids)
    if one.type == FactType.CHOICES:
        return st.sets(st.sampled_from(ids)).map(lambda chosen: tuple(item for item in ids if item in chosen))
    return strategies[one.type]


def _is_allowed(text: str) -> bool:
    return bool(text) and all(mark.isprintable() and mark not in "\ufeff\ufffe\uffff" for mark in text)


def _whole(value: float) -> float:
    return int(value) if value.is_integer() else value


stated = st.fixed_dictionaries(
    {"company.name": value_of(FACTS[0])},
    optional={
        one.name: value_of(one)
        for one in FACTS
        if one.type != FactType.RECORDS
        and one.name not in ("company.name", "company.currency", "headcount.sellers", "customers.mix.large")
    },
)


@given(stated)
def test_a_company_reads_back_as_it_is(facts: dict[str, object]) -> None:
    company = Company(
        name=str(facts["company.name"]),
        facts=facts,  # type: ignore[arg-type]  # values of their facts, by construction
        segments=(Segment(name="A: b", share=0.25, facts={"customers.mix.small": 0.5, "deal.value": 5}),),
        territories=(Territory(name="12", sellers=2.5), Territory(name="no", potential=9)),
    )
    assert read_company(starter_file(SMALL, company).encode(), "f.yaml", SMALL) == company
