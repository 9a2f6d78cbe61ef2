"""Which pages a deck has, and that each says one thing from the advice."""

import pytest

from salesdesign.model.advice import Advice
from salesdesign.slides.deck import deck_of
from salesdesign.slides.page import Cover, Grid
from tests.reporting.examples import ADVICE, PACK, keeping, undecided


def titles(advice: Advice) -> list[str]:
    """What the pages say."""
    return [slide.title for slide in deck_of(advice, PACK).slides]


def test_a_deck_begins_with_the_answer_and_ends_with_its_sources() -> None:
    assert titles(ADVICE) == [
        "Brightwell GmbH should move its 10 sellers from the island to the assembly line structure",
        "What speaks most for the assembly line structure: work worth dividing",
        "The island structure comes next, 7.9 net points behind; 1 option is ruled out",
        "The assembly line structure scores 64 of 100. The island structure comes next with 47",
        "New: inbound developers, customer success managers and sales operations",
        "The next stage is specialists; its one sign: yes",
        "On Monday: tell the sellers",
        "What these pages rest on: 2 sources",
    ]


def test_without_a_choice_it_says_what_to_find_out_and_what_to_do() -> None:
    cover = deck_of(undecided(), PACK).slides[0].body
    assert isinstance(cover, Cover)
    assert (titles(undecided())[0], cover.lead) == (
        "Nothing can be recommended to Brightwell GmbH yet",
        "Structure: what is known speaks for no option. Find out sellers.",
    )


@pytest.mark.parametrize("advice", [ADVICE, keeping(), undecided()], ids=["change", "keep", "undecided"])
def test_no_page_is_empty_and_every_row_is_whole(advice: Advice) -> None:
    slides = deck_of(advice, PACK).slides
    grids = [slide.body for slide in slides if isinstance(slide.body, Grid)]
    assert all(slide.title for slide in slides)
    assert all(len(row) == len(grid.columns) == len(grid.widths) for grid in grids for row in grid.rows)


def test_each_page_names_whom_it_quotes_and_the_notes_say_what() -> None:
    deck = deck_of(ADVICE, PACK)
    quoting = [
        (bool(slide.evidence), bool(foot), bool(note))
        for slide, foot, note in zip(deck.slides, deck.feet, deck.notes, strict=True)
    ]
    assert [found for found in quoting if len(set(found)) > 1] == []
