"""A report speaks in the words of its pack."""

from dataclasses import replace

from salesdesign.model.voice import HEADINGS, NEUTRAL
from salesdesign.reporting.build import build
from tests.reporting.examples import ADVICE, PACK


def test_every_part_of_a_report_can_be_given_a_heading() -> None:
    named = {*HEADINGS, *(decision.id for decision in PACK.decisions)}
    assert {section.id for section in build(ADVICE, PACK).sections} - named == set()


def test_a_heading_is_replaced() -> None:
    voice = replace(PACK.voice, headings={"reasons": "What speaks for it"})
    found = build(ADVICE, replace(PACK, voice=voice)).sections
    assert next(section.title for section in found if section.id == "reasons") == "What speaks for it"


def test_a_pack_that_says_nothing_is_told_of_the_work() -> None:
    header = build(ADVICE, replace(PACK, voice=NEUTRAL, organises="the work")).header
    assert (header.title, header.kicker.partition(" · ")[0]) == (
        "How Brightwell GmbH should organise the work",
        "How to organise the work",
    )
