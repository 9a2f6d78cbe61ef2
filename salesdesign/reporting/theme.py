"""The look of a house: its name, its colours and its logo, from theme.yaml in the folder of templates."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import field
from importlib.resources.abc import Traversable

from salesdesign.errors import BadInput
from salesdesign.pack.fields import Form, Shape, record, table
from salesdesign.pack.page import Misread, Page, did_you_mean
from salesdesign.pack.shapes import TEXT, scalar
from salesdesign.records import dataclass
from salesdesign.yamltree import Node, Scalar, parse

FILE = "theme.yaml"
MOST_LOGO_BYTES = 200_000
LEAST_CONTRAST = 4.5
"""Of text on paper, as the accessibility guidelines ask (WCAG 2.2, level AA)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_IMAGES = {
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}
_TEXT_COLOURS = ("ink", "soft", "accent", "for", "against")
COLOURS = ("paper", *_TEXT_COLOURS, "line", "faint", "pale", "mark")
"""The colours of the page, by the names that the style sheet gives them."""
_LOGO = ".logo{display:block;max-height:3.5rem;max-width:100%;margin:0 0 2rem}"
_HOUSE = ".house{font-weight:600;margin:0 0 2rem}"
_LIGHT, _DARK = "#fdfcf9", "#12161c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How a house looks."""

    house: str = ""
    """Its name, shown over the title."""
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    """Colours for those who read light on dark."""
    logo: str = ""
    """A picture as an address that holds it whole; empty where there is none."""

    @property
    def style(self) -> str:
        """What goes behind the style sheet; empty where the house has no colours of its own."""
        light, dark = _rule(self.colours), _rule(self.dark)
        return (
            light
            + (f"@media (prefers-color-scheme:dark){{{dark}}}" if dark else "")
            + (_LOGO if self.logo else _HOUSE if self.house else "")
        )


PLAIN = Theme()


def theme_in(templates: Traversable | None) -> Theme:
    """The theme in a folder of templates; the plain one where there is none.

    Raises:
        BadInput: it has problems, each with its place.
    """
    if templates is None or not (templates / FILE).is_file():
        return PLAIN
    data, file = (templates / FILE).read_bytes(), str(templates / FILE)
    page = Page(file, data, [])
    theme = record(lambda form: _theme(form, templates))(parse(data, file), page)
    if page.problems:
        raise BadInput(page.problems)
    return theme or PLAIN


def _theme(form: Form, templates: Traversable) -> Theme:
    colours, dark = form.optional("colours", _COLOURS), form.optional("dark", _COLOURS)
    _check_contrast(form, "colours", {"paper": _LIGHT, **colours})
    _check_contrast(form, "dark", {"paper": _DARK, **dark})
    return Theme(
        house=form.optional("house", TEXT),
        colours=colours,
        dark=dark,
        logo=form.optional("logo", scalar("the name of a picture", lambda node: _logo(node, templates), "")),
    )


def _name(node: Node, page: Page) -> str | None:
    name = node.text if isinstance(node, Scalar) else ""
    if name in COLOURS:
        return name
    page.reject(node, f"{name} is no colour of the page.", did_you_mean(name, COLOURS))
    return None


def _colour(node: Scalar) -> str:
    if not _COLOUR.fullmatch(node.text):
        raise Misread(f"{node.text!r} is no colour.", 'Write it as "#17506a", in quotes.')
    return node.text.lower()


_COLOURS: Shape[Mapping[str, str]] = table(_name, scalar("a colour", _colour, "").read)


def _check_contrast(form: Form, key: str, colours: Mapping[str, str]) -> None:
    for name in _TEXT_COLOURS:
        contrast = _contrast(colours[name], colours["paper"]) if name in colours else LEAST_CONTRAST
        if contrast < LEAST_CONTRAST:
            both = f"{name} {colours[name]} on paper {colours['paper']}"
            wrong = f"{both} has a contrast of {contrast:.1f}, too little to read."
            form.reject(key, wrong, f"Take a colour with a contrast of {LEAST_CONTRAST} at least.")


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _logo(node: Scalar, templates: Traversable) -> str:
    ending = node.text[node.text.rfind(".") :].lower()
    if "/" in node.text or "\\" in node.text or ending not in _IMAGES:
        raise Misread(f"{node.text!r} is no picture beside this file.", "Name a .png or .jpg file in the same folder.")
    file = templates / node.text
    if not file.is_file():
        raise Misread(f"There is no file {node.text} here.", "Put it beside theme.yaml.")
    data = file.read_bytes()
    kind, signature = _IMAGES[ending]
    if not data.startswith(signature):
        raise Misread(f"{node.text} is no {ending[1:]} file, whatever its name says.", "Save the picture once more.")
    if len(data) > MOST_LOGO_BYTES:
        raise Misread(f"{node.text} has {len(data):,} bytes.", f"A logo has at most {MOST_LOGO_BYTES:,}.")
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _rule(colours: Mapping[str, str]) -> str:
    return f":root{{{';'.join(f'--{name}:{value}' for name, value in colours.items())}}}" if colours else ""
