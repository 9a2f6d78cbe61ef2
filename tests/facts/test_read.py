"""Facts files as a whole: sections, unknown names, shares of a whole, consistency, and everything said at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.errors import BadInput, Problem
from salesdesign.facts.read import read_company
from salesdesign.model.company import Company, Place, Territory
from tests.facts.examples import FACTS, SECTIONS, SMALL, company_of, facts_of, said_of


def test_sections_nest_to_any_depth() -> None:
    assert facts_of("headcount: {sellers: 9, roles: {setter: 2, closer: 4}}\ndeal:\n") == {
        "headcount.sellers": 9,
        "headcount.roles.setter": 2,
        "headcount.roles.closer": 4,
    }


def test_every_stated_fact_knows_its_place() -> None:
    company = company_of("company:\n  name: Acme\nsegments:\n  - name: A\n    deal: {value: 5}\n", deal__win_rate="0.2")
    assert dict(company.places) == {
        "company.name": Place("f.yaml", 2, 9),
        "segments.A.deal.value": Place("f.yaml", 5, 19),
        "deal.win_rate": Place("--set", 0, 0),
    }


def test_territories_are_read() -> None:
    company = company_of("company: {name: A}\nterritories:\n  - {name: North, potential: 9e5}\n  - name: 7\n")
    assert company.territories == (Territory(name="North", potential=900000), Territory(name="7"))


def test_shares_may_be_a_percent_off_and_some_alone_may_be_given() -> None:
    assert facts_of("customers: {mix: {small: 0.333, large: 0.66}}") != {}
    assert facts_of("customers: {mix: {small: 0.3}}") == {"customers.mix.small": 0.3}


BAD = {
    "[]": ["f.yaml:1:1: Sections of facts are due here. Begin with 'company:', and indented below it 'name: ...'."],
    "Acme": ["f.yaml:1:1: Sections of facts are due here. Begin with 'company:', and indented below it 'name: ...'."],
    "headcount: {sellers: 3}": [
        "f.yaml:1:1: company.name: It is missing. Write 'company:', and indented below it 'name: ...'."
    ],
    "company:\n  name: ~\n": [
        "f.yaml:1:1: company.name: It is missing. Write 'company:', and indented below it 'name: ...'."
    ],
    "company: {name: [A]}": ["f.yaml:1:17: company.name: A list stands where a text is due. Write, for example, Acme."],
    "company: Acme": [
        "f.yaml:1:1: company.name: It is missing. Write 'company:', and indented below it 'name: ...'.",
        (
            "f.yaml:1:10: company: A single value or a list stands where facts are due. "
            "Write facts below it, indented, such as 'name: ...'."
        ),
    ],
    "company: {name: A}\nheadcont: {sellers: 3}": [
        "f.yaml:2:1: headcont: There is no such section. Did you mean headcount?"
    ],
    "company: {name: A}\nzebra: 3": [
        (
            "f.yaml:2:1: zebra: There is no such section. Remove it; there are company, headcount, customers, deal, "
            "growth, process, current, territories, plan, segments."
        )
    ],
    "company: {name: A}\nsellers: 3": [
        (
            "f.yaml:2:1: sellers: There is no such section. Did you mean headcount.sellers? "
            "Write 'headcount:', and indented below it 'sellers: ...'."
        )
    ],
    "company: {name: A}\nheadcount.sellers: 3": [
        (
            "f.yaml:2:1: headcount.sellers: Names with dots are for the command line; in a file they nest. "
            "Write 'headcount:', and indented below it 'sellers: ...'."
        )
    ],
    "company: {name: A}\nheadcount: {roles.closer: 3}": [
        (
            "f.yaml:2:13: headcount.roles.closer: Names with dots are for the command line; in a file they nest. "
            "Write 'headcount:', and indented below it 'roles:', and indented below it 'closer: ...'."
        )
    ],
    "company: {name: A}\nheadcount: {selers: 3}": [
        "f.yaml:2:13: headcount.selers: There is no such fact. Did you mean headcount.sellers?"
    ],
    "company: {name: A}\nheadcount: {role: {closer: 3}}": [
        "f.yaml:2:13: headcount.role: There is no such fact. Did you mean headcount.roles?"
    ],
    "company: {name: A}\nheadcount: {win_rate: 0.2}": [
        (
            "f.yaml:2:13: headcount.win_rate: There is no such fact. Did you mean deal.win_rate? "
            "Write 'deal:', and indented below it 'win_rate: ...'."
        )
    ],
    "company: {name: A}\nheadcount: {xyz: 1}": [
        "f.yaml:2:13: headcount.xyz: There is no such fact. Remove it; there are sellers, leader, roles."
    ],
    "company: {name: A}\ndeal: {size: small}": [
        "f.yaml:2:8: deal.size: There is no such fact. It is worked out from other facts: leave it out."
    ],
    "company: {name: A}\ncustomers: {mix: 0.5}": [
        (
            "f.yaml:2:18: customers.mix: A single value or a list stands where facts are due. "
            "Write facts below it, indented, such as 'small: ...'."
        )
    ],
    "company: {name: A}\ncustomers: {mix: {small: 0.8, large: 0.4}}": [
        "f.yaml:2:38: customers.mix: The shares sum to 1.2 (small 0.8 + large 0.4). Lower one of them."
    ],
    "company: {name: A}\ncustomers: {mix: {small: 0.5, large: 0.4}}": [
        (
            "f.yaml:2:38: customers.mix: The shares sum to 0.9 (small 0.5 + large 0.4). "
            "Together they are 1: raise one, or leave out what is not known."
        )
    ],
    "company: {name: A}\nheadcount: {sellers: 1, roles: {setter: 2}}": [
        "f.yaml:2:22: headcount.sellers: 1 seller cannot hold 2 posts. Count every seller once."
    ],
    "company: {name: A}\nterritories: North": [
        (
            "f.yaml:2:14: territories: A list of entries is due here. "
            "Start it with '- name: ...', and write its other values below, indented like the name."
        )
    ],
    "company: {name: A}\nterritories: [North]": [
        (
            "f.yaml:2:15: territories.1: An entry is a mapping. "
            "Start it with '- name: ...', and write its other values below, indented like the name."
        )
    ],
    "company: {name: A}\nterritories: [{sellers: -1}, {name: B, seller: 2}]": [
        "f.yaml:2:15: territories.1.name: It is missing. Write 'name: ...'.",
        "f.yaml:2:25: territories.1.sellers: -1 is less than 0. Write a number of at least 0.",
        "f.yaml:2:40: territories.2.seller: There is no such field. Did you mean sellers?",
    ],
    "company: {name: A}\nterritories: [{name: B}, {name: B, zone: 2}]": [
        "f.yaml:2:26: territories.2.name: Two entries are called 'B'. Give each a name of its own.",
        "f.yaml:2:36: territories.2.zone: There is no such field. There are name, sellers, accounts, potential.",
    ],
}


@pytest.mark.parametrize(("text", "messages"), BAD.items())
def test_what_is_no_company_is_refused_with_what_to_do(text: str, messages: list[str]) -> None:
    assert said_of(text) == messages


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    text = "headcount: {sellers: -3, boss: me}\ndeal: {win_rate: 60}\nprocess: {crm: perhaps}\n"
    assert [line.split(": ")[1] for line in said_of(text, company__industry="banking")] == [
        "company.industry",
        "company.name",
        "headcount.sellers",
        "headcount.boss",
        "deal.win_rate",
        "process.crm",
    ]


def test_a_file_of_something_else_is_not_read_to_its_end() -> None:
    messages = said_of("\n".join(f"x{number}: 1" for number in range(90_000)))
    assert messages[0] == (
        "f.yaml: There are 200 problems and more. Check that this is a file of facts: `salesdesign init` writes one."
    )
    assert len(messages) == 201


def test_another_currency_without_a_rate_is_no_error() -> None:
    assert company_of("company: {name: A, currency: EUR, revenue: 5}").facts["company.revenue"] == 5


@given(st.binary())
def test_any_bytes_are_a_company_or_bad_input(data: bytes) -> None:
    assert_company_or_bad_input(data)


parts = [part for one in FACTS for part in one.name.split(".")]
names = st.sampled_from([*parts, *SECTIONS, "name", "share", "x", "12"])
scalars = "~ 3 0.5 60% -1 1e9 .nan 2027-01-31 2027-01 none silos yes '' 'x' é 012"
values = st.sampled_from(scalars.split(" ")) | st.text("a1.:-", max_size=5)
trees = st.recursive(
    values,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(names, inner, max_size=4).map(
            lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from([*SECTIONS, "segments", "x"]), trees, max_size=5))
def test_any_tree_is_a_company_or_bad_input(sections: dict[str, str]) -> None:
    assert_company_or_bad_input("\n".join(f"{key}: {value}" for key, value in sections.items()).encode())


def assert_company_or_bad_input(data: bytes) -> None:
    company: Company | None = None
    problems: tuple[Problem, ...] = ()
    try:
        company = read_company(data, "f.yaml", SMALL)
    except BadInput as error:
        problems = error.problems
    assert (company is None) == bool(problems)
    assert all(problem.wrong.endswith(".") for problem in problems)
