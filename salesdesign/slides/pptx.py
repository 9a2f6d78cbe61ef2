"""The deck as a file: every page drawn, then packed so that the same advice gives the same bytes."""

import io
import re
import zipfile
from datetime import datetime

from pptx import Presentation
from pptx.util import Inches

from salesdesign.slides.bodies import draw_cover, draw_grid, draw_lines, draw_road, draw_trees
from salesdesign.slides.fitting import largest
from salesdesign.slides.graphs import draw_graph
from salesdesign.slides.page import Body, Cover, Deck, Graph, Grid, Lines, Road, Slide
from salesdesign.slides.paper import HEIGHT, MARGIN, ROOM, SOFT, WIDTH, Paper, Place, Type, blank, shown

MADE = datetime.fromisoformat("2000-01-01")
"""No clock is read; the library wants a time without a zone."""

EPOCH = (1980, 1, 1, 0, 0, 0)
STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
TITLE_SIZES, COVER_SIZES = (26, 24, 22, 20, 18), (34, 30, 28, 26, 24, 22)


def to_pptx(deck: Deck) -> bytes:
    """The deck as a presentation; the same deck gives the same bytes."""
    book = Presentation()
    book.slide_width, book.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for index, (slide, foot, note) in enumerate(zip(deck.slides, deck.feet, deck.notes, strict=True), start=1):
        paper = blank(book, slide.title, _size(slide))
        _draw(paper, slide)
        _foot(paper, deck, foot, index)
        if note:
            notes = paper.slide.notes_slide.notes_text_frame
            if notes is not None:
                notes.text = shown(note)
    told = book.core_properties
    told.title, told.subject = shown(deck.slides[0].title), shown(deck.company)
    told.author, told.comments = "salesdesign", deck.stamp
    told.created = told.modified = MADE
    file = io.BytesIO()
    book.save(file)
    return _packed(file.getvalue())


def _size(slide: Slide) -> float:
    sizes = COVER_SIZES if isinstance(slide.body, Cover) else TITLE_SIZES
    return largest([(slide.title, ROOM)], 1.0 if isinstance(slide.body, Cover) else 0.95, sizes)


def _draw(paper: Paper, slide: Slide) -> None:
    body: Body = slide.body
    match body:
        case Cover():
            draw_cover(paper, body)
        case Lines():
            draw_lines(paper, body)
        case Grid():
            draw_grid(paper, body)
        case Graph():
            draw_graph(paper, body, slide.title)
        case Road():
            draw_road(paper, body)
        case _:
            draw_trees(paper, body)


def _foot(paper: Paper, deck: Deck, foot: str, index: int) -> None:
    small = Type(size=10, colour=SOFT)
    if foot:
        paper.text(Place(left=MARGIN, top=6.98, width=ROOM - 4.2, height=0.3), [[(foot, small)]])
    place = Place(left=WIDTH - MARGIN - 4, top=6.98, width=4, height=0.3)
    paper.text(place, [[(f"{deck.company}  ·  {index} / {len(deck.slides)}", small)]], right=True)


def _packed(data: bytes) -> bytes:
    """The same parts in the same order, without the times at which they were written."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = _packed(part)
            elif name.endswith("core.xml"):
                part = STAMPS.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, EPOCH), part, compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()
