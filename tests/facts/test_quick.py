"""The quick reader reads what the careful one reads, and is in doubt about everything else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.errors import BadInput
from salesdesign.facts.quick import plain_company, read_quickly
from salesdesign.facts.read import read_company
from salesdesign.facts.spelled import Doubt
from salesdesign.model.catalogue import Catalogue
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TEXTS = [file.read_text(encoding="utf-8") for file in EXAMPLES]
CATALOGUE: Catalogue = read_pack(rules_folder()).catalogue
BITS = [
    "&a ",
    "*a",
    "!!int ",
    "null",
    "~",
    '"12"',
    "''",
    "yes",
    "012",
    "1_000",
    "1e3",
    "-1",
    "[1, 2]",
    "{a: 1}",
    "---\n",
]


@pytest.mark.parametrize("text", TEXTS, ids=[file.stem for file in EXAMPLES])
def test_plain_files_are_read_alike(text: str) -> None:
    assert plain_company(text.encode(), CATALOGUE) == careful(text)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A facts file in which lines were lost, doubled, moved in, or given another value."""
    lines = draw(st.sampled_from(TEXTS)).splitlines()
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[place].partition(": ")
        lines[place : place + 1] = draw(
            st.sampled_from(
                [[], [lines[place]] * 2, [f" {lines[place]}"], [f"{key}{colon}{draw(st.sampled_from(BITS))}"]]
            )
        )
        lines = lines or [""]
    return "\n".join(lines) + "\n"


@given(spoiled())
def test_what_is_not_in_doubt_is_read_alike(text: str) -> None:
    try:
        company = plain_company(text.encode(), CATALOGUE)
    except Doubt:
        return
    assert company == careful(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "company: {name: A, name: B}\n",
        "company: {name: A}\ncompany: {name: B}\n",
        "company: {name: &x A}\n",
        "company: {name: !!str A}\n",
        "company: {name: A}\n---\ncompany: {name: B}\n",
        "company: {name: A}\ndeal: 4\n",
        "company: {name: A}\ndeal: {value: -1}\n",
        "company: {name: A, currency: euro}\n",
        "company: {name: A}\ncustomers: {mix: {smb: 0.9, enterprise: 0.9}}\n",
        "company: {name: A}\nheadcount: {sellers: 1, roles: {account_executive: 5}}\n",
        "company: {name: A}\nsegments: [{name: B, share: 0.5}, {name: B}]\n",
        "company: {name: A}\nsegments: [{share: 0.5}]\n",
        "company: {name: A}\nsegments: [{name: B, share: 0.7}, {name: C, share: 0.7}]\n",
        "company: {name: A}\nsegments: [{name: B, company: {currency: EUR}}]\n",
        "company: {name: A}\nterritories: [{name: B, sellers: x}]\n",
        "company: {name: A",
        "company: {name: [A]}\n",
        "company: {}\n",
    ],
)
def test_what_is_wrong_is_left_to_the_careful_reader(text: str) -> None:
    with pytest.raises(Doubt):
        plain_company(text.encode(), CATALOGUE)
    with pytest.raises(BadInput):
        read_quickly(text.encode(), "acme.yaml", CATALOGUE)


@pytest.mark.parametrize(
    "text", ["company:\n  name: R&D & Sons\n", "company: {name: '*Star*'}\n", "deal:\ncompany: {name: A}"]
)
def test_unusual_files_are_read_alike(text: str) -> None:
    assert read_quickly(text.encode(), "acme.yaml", CATALOGUE) == careful(text)


def test_utf_16_is_refused() -> None:
    with pytest.raises(BadInput, match="UTF-16"):
        read_quickly("company: {name: A}\n".encode("utf-16"), "acme.yaml", CATALOGUE)


def test_problems_are_placed_in_the_file_of_which_the_data_is_a_part() -> None:
    with pytest.raises(BadInput) as caught:
        read_quickly(b"---\ncompany: {name: A}\ndeal: {value: x}\n", "all.yaml", CATALOGUE, lines_above=100)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(103, 15)]


def careful(text: str) -> object:
    return read_company(text.encode(), "acme.yaml", CATALOGUE)
