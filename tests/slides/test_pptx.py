"""The file: the same bytes each time, native charts and tables, nothing outside of a page, and pages that an office program opens."""

import io
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from salesdesign.model.advice import Advice, Confidence
from salesdesign.slides.deck import deck_of
from salesdesign.slides.pptx import to_pptx
from tests.browser.tools import output, program
from tests.reporting.examples import ADVICE, PACK, keeping, undecided

IMPRESS = Path("/usr/lib/libreoffice/program/libsdlo.so")


def probed() -> Advice:
    """The example with a confidence, so that a page says how sure it is."""
    structure = ADVICE.decisions["structure"]
    sure = Confidence(judgement=0.9, facts=0.8)
    options = tuple(replace(option, chosen_in=sure) for option in structure.options)
    return replace(
        ADVICE, decisions={**ADVICE.decisions, "structure": replace(structure, confidence=sure, options=options)}
    )


def long_named() -> Advice:
    """The example under a name that no line holds, read from right to left."""
    return replace(probed(), company="שלום " * 30)


CASES = {"change": probed(), "keep": keeping(), "undecided": undecided(), "long": long_named()}


@pytest.mark.parametrize("advice", CASES.values(), ids=CASES)
def test_the_same_advice_gives_the_same_bytes(advice: Advice) -> None:
    assert to_pptx(deck_of(advice, PACK)) == to_pptx(deck_of(advice, PACK))


@pytest.mark.parametrize("advice", CASES.values(), ids=CASES)
def test_nothing_stands_outside_of_its_page(advice: Advice) -> None:
    book = Presentation(io.BytesIO(to_pptx(deck_of(advice, PACK))))
    width, height = book.slide_width or 0, book.slide_height or 0
    shapes = [shape for slide in book.slides for shape in slide.shapes]
    outside = [
        s.name for s in shapes if s.left < 0 or s.left + s.width > width or s.top < 0 or s.top + s.height > height
    ]
    assert outside == []


def test_charts_and_tables_are_native_and_charts_say_what_they_show() -> None:
    book = Presentation(io.BytesIO(to_pptx(deck_of(probed(), PACK))))
    frames = [shape for slide in book.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    told = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames if frame.has_chart]
    assert (len(told), all(told), sum(frame.has_table for frame in frames)) == (2, True, 3)


def test_every_page_has_a_title_that_a_screen_reader_finds() -> None:
    book = Presentation(io.BytesIO(to_pptx(deck_of(probed(), PACK))))
    named = [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in book.slides]
    assert named == [slide.title for slide in deck_of(probed(), PACK).slides]


def test_an_office_program_opens_every_page(tmp_path: Path) -> None:
    office = program("soffice")
    if not IMPRESS.exists():
        reason = "LibreOffice opens no slides: apt install libreoffice-impress"
        pytest.fail(reason) if os.environ.get("SALESDESIGN_REQUIRE_ALL") == "1" else pytest.skip(reason)
    deck = deck_of(probed(), PACK)
    (tmp_path / "deck.pptx").write_bytes(to_pptx(deck))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = (
        office,
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    )
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    told = output(program("pdfinfo"), str(tmp_path / "deck.pdf"))
    assert f"Pages:           {len(deck.slides)}" in told
