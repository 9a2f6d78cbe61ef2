"""A house's own look: what theme.yaml may say, what is refused, and what the page shows of it."""

from pathlib import Path

import pytest

from salesdesign.errors import BadInput
from salesdesign.reporting.theme import PLAIN, theme_in

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def write(folder: Path, theme: str, logo: bytes = PNG) -> Path:
    (folder / "theme.yaml").write_text(theme)
    (folder / "logo.png").write_bytes(logo)
    return folder


def test_a_theme_is_a_name_colours_and_a_logo(tmp_path: Path) -> None:
    theme = theme_in(
        write(tmp_path, 'house: Miller\ncolours: {accent: "#7A1F1F"}\ndark: {accent: "#ffb0b0"}\nlogo: logo.png\n')
    )
    assert (theme.house, theme.style, theme.logo[:30]) == (
        "Miller",
        (
            ":root{--accent:#7a1f1f}@media (prefers-color-scheme:dark){:root{--accent:#ffb0b0}}"
            ".logo{display:block;max-height:3.5rem;max-width:100%;margin:0 0 2rem}"
        ),
        "data:image/png;base64,iVBORw0K",
    )


def test_without_a_theme_nothing_changes(tmp_path: Path) -> None:
    assert (theme_in(None), theme_in(tmp_path), PLAIN.style) == (PLAIN, PLAIN, "")


REFUSED = {
    "colour: {}\n": "1:1: colour is no key here. Did you mean colours?",
    'colours: {accent: "red"}\n': "1:19: 'red' is no colour. Write it as \"#17506a\", in quotes.",
    'colours: {accent: "#17506a;}body{display:none"}\n': "is no colour.",
    'colours: {accents: "#17506a"}\n': "1:11: accents is no colour of the page. Did you mean accent?",
    'colours: {ink: "#dddddd"}\n': "1:10: ink #dddddd on paper #fdfcf9 has a contrast of 1.3, too little to read.",
    "logo: ../logo.png\n": "1:7: '../logo.png' is no picture beside this file.",
    "logo: logo.svg\n": "1:7: 'logo.svg' is no picture beside this file.",
    "logo: other.png\n": "1:7: There is no file other.png here.",
}


@pytest.mark.parametrize("theme", REFUSED)
def test_what_would_harm_the_page_is_refused_in_its_place(theme: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        theme_in(write(tmp_path, theme))
    assert REFUSED[theme] in str(caught.value)


@pytest.mark.parametrize(
    ("logo", "wrong"),
    [(b"<svg onload=x>", "is no png file"), (PNG + bytes(200_000), "A logo has at most 200,000")],
)
def test_a_logo_is_a_small_picture(logo: bytes, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=wrong):
        theme_in(write(tmp_path, "logo: logo.png\n", logo))
