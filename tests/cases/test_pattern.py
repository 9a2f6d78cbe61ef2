"""Patterns mean what regular expressions mean, and none of them is slow."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesdesign.cases.pattern import LENGTH, PatternError, read_pattern
from salesdesign.cases.searched import Searched

ONES = st.sampled_from(
    ["a", "b", "A", "é", " ", ".", r"\w", r"\d", r"\s", r"\W", "[ab]", "[^a]", r"[\da-b]", r"\.", r"\|"]
)
REPEATS = st.sampled_from(["", "", "", "*", "+", "?", "*?", "{2}", "{0,2}", "{1,}", "{,2}"])
SINGLES = st.builds("{}{}".format, ONES, REPEATS) | st.sampled_from(["^", "$", r"\b", r"\B"])
PATTERNS = st.recursive(
    SINGLES,
    lambda inner: (
        st.lists(inner, max_size=3).map("".join)
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})")
        | st.builds("({}){}".format, inner, st.sampled_from(["?", "?", "*", "+", "{2}", "{1,2}"]))
    ),
    max_leaves=6,
)
NESTED = re.compile(r"\)[*+{].*\)[*+{]")
"""Of two groups that are repeated one may be in the other."""


@given(PATTERNS, st.text(alphabet="abAB1 é.|\n", max_size=12))
def test_a_pattern_is_found_where_a_regular_expression_is(pattern: str, text: str) -> None:
    assume(not NESTED.search(pattern))
    assert Searched(text).has(read_pattern(pattern)) == (re.search(pattern, text, re.IGNORECASE) is not None)


@pytest.mark.parametrize(
    "pattern",
    [
        "a*" * 100 + "b",
        "a?" * 100 + "a" * 90 + "b",
        "(a|a)?" * 40 + "b",
        ".*" * 100 + "b",
        "(a|a|aa|.)" * 25 + "b",
        "a{0,300}" * 20 + "b",
        "(a+)+b",
        "(a*|aa){300}(a|a)*b",
        r"(\w*|\w*\w*)?" * 20 + "b",
    ],
)
def test_what_would_take_for_ever_ends(pattern: str) -> None:
    assert not Searched("a" * 10_000).has(read_pattern(pattern))


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("((a+)+)+b", "repeats a group in a group"),
        ("(a|(b)*){2}", "repeats a group in a group"),
        ("(a)*(b)*(c)*(d)*", "repeats more than 3 groups"),
        ("(a", "has a bracket without its other half"),
        ("a)", "has a bracket without its other half"),
        ("[a", "cannot be read from '[a' on"),
        ("[z-a]", "bad character range"),
        ("[[a]", "cannot be read from '[[a]' on"),
        ("[a&&b]", "cannot be read from"),
        ("(?=a)b", "repeats nothing with '?'"),
        (r"(a)\1", r"cannot be read from '\\1' on"),
        ("*a", "repeats nothing with '*'"),
        ("a**", "repeats nothing with '*'"),
        ("a{2,1}", "repeats {2,1}"),
        ("a{0,301}", "repeats {0,301}"),
        ("a{}", "cannot be read from '{}' on"),
        ("a{", "cannot be read from '{' on"),
        (r"\Z", r"cannot be read from '\\Z' on"),
        ("a" * (LENGTH + 1), "has 301 characters"),
    ],
)
def test_what_is_left_out_is_refused_in_words(pattern: str, wrong: str) -> None:
    with pytest.raises(PatternError) as refused:
        read_pattern(pattern)
    assert wrong in refused.value.wrong
    assert refused.value.mend
