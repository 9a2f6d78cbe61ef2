"""What a text refers to."""

import pytest

from salesdesign.pack.page import Misread
from salesdesign.pack.texts import FILTERS, Named, named_in
from salesdesign.wording import templates

TEXTS = {
    "Nothing to fill.": Named((), (), ()),
    "{{ a.b }} and {{ c | people('book', 'books') }}": Named(("a.b", "c"), (), ("people",)),
    "{{ a.b.c + 1 }}": Named(("a.b.c",), (), ()),
    "{{ 'x' if a.b > c.d else e.f | words }}": Named(("a.b", "c.d", "e.f"), ("a.b", "c.d"), ("words",)),
    "{% if a.b %}{{ a.b }}{% endif %}": Named(("a.b",), ("a.b",), ()),
    "{% for x in a.list %}{{ x.y }}{% endfor %}": Named(("a.list",), (), ()),
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_facts_of_a_text(text: str) -> None:
    assert named_in(text) == TEXTS[text]


@pytest.mark.parametrize("text", ["{{ a.b", "{% if a %}", "{{ a b }}", "{{ }}", "{% import 'x' %}{%"])
def test_a_text_that_is_no_template_is_misread(text: str) -> None:
    with pytest.raises(Misread, match="The text cannot be filled"):
        named_in(text)


def test_the_filters_are_those_that_texts_are_filled_with() -> None:
    assert set(templates._environment().filters) == set(FILTERS)
