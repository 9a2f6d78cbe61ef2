"""What a text is read into, and what is refused, each with its place."""

import pytest

from salesdesign.wording.language.parse import LENGTH, parse_text
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.language.tree import (
    Branches,
    Chosen,
    Combined,
    Compared,
    Denied,
    Filtered,
    Joined,
    Looked,
    Named,
    Phrase,
    Print,
    Written,
)

PHRASES: dict[str, Phrase] = {
    "a.b": Named("a.b", 3),
    "a | people('book', 'books')": Filtered("people", Named("a", 3), ("book", "books")),
    "a + b * 2": Combined("+", Named("a", 3), Combined("*", Named("b", 7), Written(2.0))),
    "(a + b) * 2": Combined("*", Combined("+", Named("a", 4), Named("b", 8)), Written(2.0)),
    "-a": Combined("-", Written(0.0), Named("a", 4)),
    "'x' ~ a": Combined("~", Written("x"), Named("a", 9)),
    "1 < a <= 2": Joined(
        "and", (Compared("<", Written(1.0), Named("a", 7)), Compared("<=", Named("a", 7), Written(2.0)))
    ),
    "not a or b": Joined("or", (Denied(Named("a", 7)), Named("b", 12))),
    "'x' not in a": Compared("not in", Written("x"), Named("a", 14)),
    "'y' if a else 'n'": Chosen(Written("y"), Named("a", 10), Written("n")),
    "'y' if a": Chosen(Written("y"), Named("a", 10), None),
    "{'k': 'v'}[a]": Looked({"k": Written("v")}, Named("a", 14)),
    r"'it\'s'": Written("it's"),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_read_as_jinja_would(phrase: str) -> None:
    assert parse_text(f"{{{{ {phrase} }}}}").parts == (Print(PHRASES[phrase]),)


def test_branches_hold_their_wordings() -> None:
    text = parse_text("So {% if a %}x{% elif b %}y{{ c }}{% else %}z{% endif %}.")
    branches = Branches(
        ((Named("a", 9), ("x",)), (Named("b", 22), ("y", Print(Named("c", 30)))), (None, ("z",))),
    )
    assert (text.parts, text.tested) == (("So ", branches, "."), frozenset({"a", "b"}))


REFUSED = {
    "{{ a.b": (0, "What {{ opens is never closed."),
    "{% if a %}x": (0, "What this `if` opens is never closed."),
    "x{% endif %}": (1, "endif stands without an if before it."),
    "{% if a %}x{% else %}y{% elif b %}z{% endif %}": (0, "elif stands behind the else of this `if`."),
    "{% for x in a %}{{ x }}{% endfor %}": (0, "for is no tag of a text."),
    "{% set x = 1 %}": (9, "= has no meaning in a text."),
    "{% include 'secret' %}": (0, "include is no tag of a text."),
    "{# a #}": (0, "A text has no comments."),
    "{{ a b }}": (5, "'b' cannot stand here."),
    "{{ }}": (3, "A value is missing here."),
    "{{ range(10) }}": (8, "'(' cannot stand here."),
    "{{ ''.__class__ }}": (5, ". has no meaning in a text."),
    "{{ a[0] }}": (4, "'[' cannot stand here."),
    "{{ 'x' * 1000000 }}": (7, "* calculates with numbers."),
    "{{ a ** 9 }}": (6, "'*' cannot stand here."),
    "{{ '%9999999d' % a }}": (15, "% has no meaning in a text."),
    "{{ a // 2 }}": (6, "'/' cannot stand here."),
    "{{ 1 / 0 }}": (5, "This divides by zero."),
    "{{ a | wrods }}": (7, "The text uses the filter wrods, which does not exist."),
    "{{ a | share(3) }}": (7, "The filter share takes nothing in brackets."),
    "{{ a | people }}": (7, "The filter people takes a text, a text in brackets."),
    "{{ a | number(b) }}": (14, "A filter takes written values."),
    "{{ {1: 'a'}[b] }}": (4, "The keys of a table are texts."),
    "{{ {'a': 'b'} }}": (14, "'[' is missing here."),
    "{{ (a }}": (6, "')' is missing here."),
    "{{ " + "(" * 30 + "a" + ")" * 30 + " }}": (23, "A text is nested 20 levels deep at most."),
    "{% if a %}" * 30 + "{% endif %}" * 30: (200, "A text is nested 20 levels deep at most."),
    "{{ a" + " + a" * 150 + " }}": (0, "Between braces stand at most 200 words and signs."),
    "x" * (LENGTH + 1): (LENGTH, "A text has at most 4,000 characters; this has 4,001."),
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:40])
def test_what_is_no_text_is_refused_where_it_stands(text: str) -> None:
    with pytest.raises(TextError) as caught:
        parse_text(text)
    assert (caught.value.offset, caught.value.wrong) == REFUSED[text]
