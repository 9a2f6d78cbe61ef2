"""What every report keeps: sums that add up, evidence listed once, sentences without slips."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.errors import BadInput
from salesdesign.model.advice import Advice
from salesdesign.model.probing import WorthKnowing
from salesdesign.reporting.blocks import Contributions
from salesdesign.reporting.build import build
from salesdesign.reporting.notes import all_texts
from salesdesign.reporting.render import render
from salesdesign.reporting.sections.turning import first_questions
from salesdesign.reporting.view import view_of
from tests.reporting.examples import ADVICE, PACK, keeping, undecided

ADVICES = {"change": ADVICE, "keep": keeping(), "undecided": undecided()}
SLIPS = re.compile(
    r"\bNone\b(?! of| for)|unknown unknown|  |\b1 (?:sellers|people|points|months|facts)\b|[.?!]\.|nan|\bTrue\b|\{\{|,,"
)


@pytest.mark.parametrize("advice", ADVICES.values(), ids=ADVICES)
def test_no_sentence_slips(advice: Advice) -> None:
    report = build(advice, PACK)
    texts = [text for section in (*report.sections, *report.brief) for text in all_texts(section.blocks)]
    assert [text for text in texts if SLIPS.search(text)] == []


ASKED = [("deal.value", 0.2), ("deal.cycle_days", 0.0), ("growth.target", 0.1), ("leads.inbound_share", 0.3)]
"""What is worth knowing, the most first, and how often it turns the choice."""


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_counts_agree_with_their_nouns(count: int) -> None:
    report = build(replace(ADVICE, facts={**ADVICE.facts, "headcount.sellers": count}), PACK)
    texts = [text for section in report.sections for text in all_texts(section.blocks)]
    assert [text for text in texts if re.search(r"\b1 sellers\b|\b[0235-9] seller\b", text)] == []


def test_every_option_adds_up_to_its_total() -> None:
    section = next(section for section in build(ADVICE, PACK).sections if section.id == "reasons")
    picture = next(block for block in section.blocks if isinstance(block, Contributions))
    sums = [sum(row.shares[index].net for row in picture.rows) for index in range(len(picture.options))]
    assert sums == pytest.approx([option.net for option in ADVICE.decisions["structure"].options])


@pytest.mark.parametrize("wanted", ["html", "md"])
def test_each_cited_claim_is_listed_exactly_once(wanted: str) -> None:
    report = build(ADVICE, PACK)
    text = render(report, wanted)
    listed = (
        re.findall(r'<li id="([^"]+)">[^<]* <cite>', text)
        if wanted == "html"
        else re.findall(r"\((\w+-\w+)\)\.$", text, re.M)
    )
    assert listed == list(report.notes)


def test_what_does_not_hold_here_is_left_out() -> None:
    texts = [text for section in build(ADVICE, PACK).sections for text in all_texts(section.blocks)]
    assert [text for text in texts if "Never shown" in text or "Not here" in text] == []


def test_a_source_with_an_address_that_is_no_web_page_has_no_link() -> None:
    assert "javascript:" not in render(build(ADVICE, PACK), "html")


def test_the_template_of_a_user_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "md").mkdir()
    (tmp_path / "md" / "report.md.j2").write_text("Only {{ report.header.company }}\n")
    assert render(build(ADVICE, PACK), "md", tmp_path) == "Only Brightwell GmbH\n"


def test_the_page_is_small_and_asks_for_nothing() -> None:
    page = render(build(ADVICE, PACK), "html")
    assert (len(page.encode()) < 150_000, page.count("<script>"), "src=" in page, 'style="' in page) == (
        True,
        1,
        False,
        False,
    )


@pytest.mark.parametrize("template", ["{% if %}", "{{ report.nothing }}", "{{ report.header.__class__.__mro__ }}"])
def test_a_bad_template_is_bad_input(tmp_path: Path, template: str) -> None:
    (tmp_path / "md").mkdir()
    (tmp_path / "md" / "report.md.j2").write_text(template)
    with pytest.raises(BadInput, match=r"templates/md/report\.md\.j2"):
        render(build(ADVICE, PACK), "md", tmp_path)


def test_questions_stand_in_the_order_of_their_numbers() -> None:
    worth = tuple(WorthKnowing(fact=fact, change=part, chosen={}) for fact, part in ASKED)
    view = view_of(replace(ADVICE, worth=worth), PACK)
    assert [question.change for question in first_questions(view)] == [0.3, 0.2, 0.1]
