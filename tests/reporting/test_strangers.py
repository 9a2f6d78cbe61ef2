"""Texts of strangers have no effect in any format, and can still be read."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from salesdesign.characters import visible
from salesdesign.model.advice import Advice
from salesdesign.reporting.build import build
from salesdesign.reporting.escaping import encodable, markdown, mermaid
from salesdesign.reporting.render import render
from tests.reporting.examples import ADVICE, PACK, SECOND_JOB

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[link](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "**bold** _it_ `code` ~~gone~~",
    "| cell | cell |",
    "# heading",
    "- item",
    "1. item",
    "---",
    "> quote",
    "``` fence",
    "http://evil.example www.evil.example",
    "[^1] [1]: x",
    "$x^2$",
    "\x1b[31mred\x1b[0m",
    "\u202egnp.exe",
    "{{ 7 * 7 }} {% raw %}",
    '%%{init: {"theme": "dark"}}%%',
    '"] --> n1["x',
    "&lt;b&gt;",
    "line\nbreak\r\n\r\n# two",
)


MARKED = ("data", ["value"])
"""What a number in a text is wrapped in."""


class Elements(HTMLParser):
    """The elements of a page, and the attributes that could act."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, [name for name, _ in attrs]) == MARKED:
            return
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))


def named(text: str) -> Advice:
    """The advice for a company of that name, with that text as a reason and a title."""
    reasoned = replace(ADVICE.practices[0], title=text, text=text, because=text, owner=text, measure=text, stop=text)
    return replace(ADVICE, company=text, practices=(reasoned, *ADVICE.practices[1:]))


@pytest.mark.parametrize("text", NASTY)
def test_a_page_has_the_same_elements_whatever_the_company_is_called(text: str) -> None:
    plain, nasty = (Elements(render(build(named(name), PACK), "html")).found for name in ("Plain", text))
    assert nasty == plain


@pytest.mark.parametrize("text", NASTY)
def test_a_markdown_document_has_the_same_parts_whatever_the_company_is_called(text: str) -> None:
    parser = MarkdownIt("gfm-like")
    plain, nasty = (
        [token.type for token in _flat(parser.parse(render(build(named(name), PACK), "md")))]
        for name in ("Plain", text)
    )
    assert nasty == plain


@pytest.mark.parametrize("wanted", ["html", "md", "terminal"])
@pytest.mark.parametrize("text", ["\x1b[31mred", "\u202egnp.exe", "a\x07b", "\u2066x", "\udc80"])
def test_characters_that_act_unseen_are_written_out(text: str, wanted: str) -> None:
    page = render(build(named(text), PACK), wanted)
    acting = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
    assert acting.search(page) is None


@settings(max_examples=60)
@given(st.text())
def test_markdown_shows_what_was_written(text: str) -> None:
    inline = MarkdownIt("commonmark").renderInline(markdown(text)).replace("<!-- -->", "")
    assert html.unescape(inline) == visible(text).strip()


@settings(max_examples=60)
@given(st.text())
def test_markdown_stays_one_paragraph(text: str) -> None:
    kinds = {token.type for token in _flat(MarkdownIt("gfm-like").parse(f"{markdown(text)}\n"))}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "html_inline", "text_special"}


@settings(max_examples=60)
@given(st.text())
def test_a_mermaid_label_never_leaves_its_quotes(text: str) -> None:
    assert re.search(r'["<>&%`\\\[\]{}|\n]', mermaid(text)) is None


@settings(max_examples=60)
@given(st.text())
def test_what_a_terminal_lacks_is_replaced(text: str) -> None:
    assert encodable(visible(text), "cp1252").encode("cp1252") is not None


def test_a_reason_is_shown_in_full() -> None:
    page = re.sub(r"</?data[^>]*>", "", render(build(ADVICE, PACK), "html"))
    assert SECOND_JOB in html.unescape(page)


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])
