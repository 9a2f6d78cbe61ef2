"""What a text of a pack may do with a fact goes by the fact's type."""

import pytest

from salesdesign.model.catalogue import FactType
from salesdesign.pack.fitting import misfits
from salesdesign.wording.language.parse import parse_text

FACTS = {
    "n": FactType.NUMBER,
    "money": FactType.MONEY,
    "word": FactType.CHOICE,
    "list": FactType.CHOICES,
    "yes": FactType.YES_NO,
}

FITTING = [
    "{{ n | number(2) }} {{ money / n }} {{ list | list_of }} {{ word | words }} {{ yes }}",
    "{% if n > 3 and word == 'oak' and 'ash' in list %}{{ 'x' ~ word }}{% endif %}",
    "{{ {'oak': 'x'}[word] if yes else n | people('tree') }}",
]


@pytest.mark.parametrize("text", FITTING)
def test_facts_are_used_as_their_types_allow(text: str) -> None:
    assert misfits(parse_text(text), FACTS) == ()


WRONG = {
    "{{ word | share }}": "The filter share takes a number, and word is of type choice.",
    "{{ n | list_of }}": "The filter list_of takes a list, and n is none.",
    "{{ word + 1 }}": "+ calculates with numbers, and word is of type choice.",
    "{% if list > 2 %}x{% endif %}": "It is compared with 2, and list is of type choices.",
    "{% if n %}{{ 'x' if 'a' in word }}{% endif %}": "word is no list.",
    "{{ {'a': word | money}[word] }}": "The filter money takes a number, and word is of type choice.",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_use_that_would_fail_is_told(text: str) -> None:
    assert [wrong for _, wrong, _ in misfits(parse_text(text), FACTS)] == [WRONG[text]]
