"""An index of ten thousand companies stays smooth: however many there are, the page holds the rows that are looked at."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.browser.listings import COMPANIES, listed, seen_of

pytestmark = pytest.mark.xdist_group("browser")

AT_ONCE = 200
"""Rows that are laid out in one go."""
NAME, VERDICT, LEAD = 0, 1, 4


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What a browser saw of the index."""
    return seen_of(tmp_path_factory.mktemp("listing"))


@pytest.fixture(scope="module")
def names() -> Sequence[str]:
    """The companies in the order of the page."""
    pack: Pack = read_pack(rules_folder())
    return [summary.name for summary in listed(pack)]


@pytest.mark.parametrize(
    ("state", "rows"), [("opened", AT_ONCE), ("byName", AT_ONCE), ("byLead", AT_ONCE), ("scrolled", 2 * AT_ONCE)]
)
def test_the_page_holds_few_rows_whatever_it_lists(state: str, rows: int, listing: Mapping[str, Any]) -> None:
    assert (len(listing[state]["rows"]), listing[state]["told"]) == (rows, "10,000 of 10,000")


def test_names_are_sorted_as_people_count(listing: Mapping[str, Any], names: Sequence[str]) -> None:
    assert listing["byName"]["sorted"] == ["Company", "ascending"]
    assert column(listing["byName"], NAME) == sorted(names, key=number_in)[:AT_ONCE]


def test_numbers_are_sorted_the_largest_first_and_the_unknown_last(listing: Mapping[str, Any]) -> None:
    leads = [float(text) if text else -1.0 for text in column(listing["printed"], LEAD)]
    assert leads == sorted(leads, reverse=True)
    assert leads.count(-1.0) == len(range(0, COMPANIES, 11))
    assert listing["byLead"]["rows"] == listing["printed"]["rows"][:AT_ONCE]


def test_a_verdict_that_is_picked_leaves_its_companies_alone(listing: Mapping[str, Any]) -> None:
    assert listing["kept"]["told"] == f"{len(range(0, COMPANIES, 3)):,} of 10,000"
    assert set(column(listing["kept"], VERDICT)) == {"Keep"}
    assert len(listing["kept"]["rows"]) <= 2 * AT_ONCE


def test_words_narrow_down_what_is_picked(listing: Mapping[str, Any]) -> None:
    assert listing["found"]["told"] == "1 of 10,000"
    assert [row[:2] for row in listing["found"]["rows"]] == [["Company 1236 North", "Keep"]]


def test_paper_gets_every_company(listing: Mapping[str, Any], names: Sequence[str]) -> None:
    assert sorted(column(listing["printed"], NAME)) == sorted(names)


def column(state: Mapping[str, Any], place: int) -> list[str]:
    """The texts of one column, from the top."""
    return [row[place] for row in state["rows"]]


def number_in(name: str) -> int:
    """The number of a company."""
    found = re.search(r"\d+", name)
    assert found is not None
    return int(found[0])
