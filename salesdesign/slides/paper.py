"""Paper: a page as the bodies draw on it, with one look for titles, texts, boxes and tables. Sizes are in inches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from salesdesign.characters import visible

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
ROOM = WIDTH - 2 * MARGIN
HAIR = 0.012
TOP, BOTTOM = 1.65, 6.8
"""Between them a page's body stands."""

INK, SOFT, LINE, FAINT = "1C2430", "566070", "DDD8CC", "F3F0E8"
ACCENT, FOR, AGAINST, WHITE = "17506A", "1D6B4A", "A23A28", "FFFFFF"
SERIES = (ACCENT, "A9C8D6", FOR, "B98B2F", AGAINST, "7D6AA8", SOFT, "4F8F8B", "A8577E", "8A8F3C")
SERIF, SANS = "Georgia", "Calibri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How a text is set."""

    size: float
    colour: str = INK
    bold: bool = False
    font: str = SANS


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rectangle on a page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(slots=True)
class Paper:
    """One page that is being drawn."""

    slide: Slide

    def text(self, place: Place, runs: Iterable[Sequence[tuple[str, Type]]], *, right: bool = False) -> Shape:
        """Paragraphs of runs in a box without a border."""
        box = self.slide.shapes.add_textbox(*_inches(place))
        _bare(box.text_frame)
        for index, paragraph in enumerate(runs):
            line = box.text_frame.paragraphs[0] if index == 0 else box.text_frame.add_paragraph()
            line.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
            for words, how in paragraph:
                run = line.add_run()
                run.text = shown(words)
                _set(run.font, how)
        return box

    def box(self, place: Place, edge: str, fill: str = FAINT) -> Shape:
        """A box with a coloured edge at its left."""
        shape = self.bar(place, fill)
        self.bar(Place(left=place.left, top=place.top, width=0.05, height=place.height), edge)
        return shape

    def bar(self, place: Place, fill: str) -> Shape:
        """A filled rectangle."""
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_inches(place))
        shape.fill.solid()
        shape.fill.fore_color.rgb = shade(fill)
        shape.line.fill.background()
        style = shape._element.find(qn("p:style"))  # noqa: SLF001  the library has no public name for it
        shape._element.remove(style)  # noqa: SLF001
        return shape

    def stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A thin line."""
        wide, high = (max(abs(to - at), HAIR) for at, to in zip(start, end, strict=True))
        self.bar(Place(left=start[0], top=start[1], width=wide, height=high), SOFT)

    def grid(self, columns: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], size: float) -> None:
        """A table over the whole width; a row grows with its longest cell."""
        place = Place(left=MARGIN, top=TOP, width=ROOM, height=0.35 * (len(rows) + 1))
        frame = self.slide.shapes.add_table(len(rows) + 1, len(columns), *_inches(place))
        table = frame.table
        _plain(frame)
        for index, width in enumerate(widths):
            table.columns[index].width = Inches(ROOM * width)
        for number, row in enumerate((columns, *rows)):
            for index, words in enumerate(row):
                head = number == 0
                how = Type(size=size, colour=SOFT if head else INK, bold=head or index == 0)
                _cell(table.cell(number, index), words, how, number)


def shown(words: str) -> str:
    """A text as a page shows it: its lines as they are, and nothing in them that acts unseen."""
    return "\n".join(map(visible, words.split("\n")))


def shade(code: str) -> RGBColor:
    """A colour by its six digits."""
    return RGBColor(*bytes.fromhex(code))  # type: ignore[no-untyped-call]  # so is the library


def blank(book: Presentation, title: str, size: float) -> Paper:
    """A new page with its title, the last so far."""
    slide = book.slides.add_slide(book.slide_layouts[5])
    heading = slide.shapes.title
    assert heading is not None  # noqa: S101  the layout has one
    place = Place(left=MARGIN, top=0.4, width=ROOM, height=1.05)
    heading.left, heading.top, heading.width, heading.height = _inches(place)
    _bare(heading.text_frame)
    heading.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    line = heading.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.LEFT
    run = line.add_run()
    run.text = shown(title)
    _set(run.font, Type(size=size, bold=True, font=SERIF))
    paper = Paper(slide)
    paper.bar(Place(left=0, top=0, width=WIDTH, height=0.1), ACCENT)
    return paper


def _inches(place: Place) -> tuple[Inches, Inches, Inches, Inches]:
    return Inches(place.left), Inches(place.top), Inches(place.width), Inches(place.height)


def _bare(frame: TextFrame) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)


def _set(font, how: Type) -> None:  # type: ignore[no-untyped-def]  # the library names no public type
    font.size, font.bold, font.name = Pt(how.size), how.bold, how.font
    font.color.rgb = shade(how.colour)


def _plain(frame) -> None:  # type: ignore[no-untyped-def]  # the library names no public type
    """No banded colours of the program that shows it."""
    table = frame.table
    table.horz_banding = False
    table.first_row = True


def _cell(cell, words: str, how: Type, row: int) -> None:  # type: ignore[no-untyped-def]  # the library names no public type
    cell.fill.solid()
    cell.fill.fore_color.rgb = shade(WHITE if row % 2 == 0 else FAINT)
    cell.margin_left, cell.margin_right = Inches(0.1), Inches(0.1)
    cell.margin_top = cell.margin_bottom = Inches(0.05)
    frame = cell.text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text = shown(words)
    _set(run.font, how)
