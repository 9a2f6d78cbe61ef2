"""Facts put into a text: only the one that is given changes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.facts.starter import starter_file
from salesdesign.facts.typed import typed
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.document import append_item, put, values_of
from salesdesign.wizard.spans import Uneditable
from salesdesign.wizard.statement import Statement

ORDER = ("company.name", "company.currency", "headcount.sellers", "headcount.roles.closer", "deal.value", "deal.days")


def given_(text: str, name: str, value: str) -> str:
    return put(text, Statement(name=name, value=value, above="Asked?", beside="unit"), ORDER)


CHANGES = [
    ("a new file", "", "company.name", '"Acme"', 'company:\n  # Asked?\n  name: "Acme"  # unit\n'),
    (
        "a value with a comment of somebody",
        "deal:\n  value: 10   # stated\n",
        "deal.value",
        "20",
        "deal:\n  value: 20   # stated\n",
    ),
    ("a quoted value", "company: {name: 'It''s', x: 1}\n", "company.name", '"B"', 'company: {name: "B", x: 1}\n'),
    ("an empty value", "deal:\n  value:  # such as 3\n", "deal.value", "3", "deal:\n  value: 3  # such as 3\n"),
    ("null", "deal:\n  value: null\n", "deal.value", "3", "deal:\n  value: 3\n"),
    (
        "a list in lines",
        "deal:\n  value:  # told\n    - 1\n    - 2\n  days: 3\n",
        "deal.value",
        "[4]",
        "deal:\n  value: [4]  # told\n  days: 3\n",
    ),
    ("a list in brackets over lines", "deal:\n  value: [1,\n    2]\n", "deal.value", "[]", "deal:\n  value: []\n"),
    (
        "a fact between others, and an unknown key",
        "deal:\n  ours: 1\n  days: 3 # d\n",
        "deal.value",
        "2",
        "deal:\n  # Asked?\n  value: 2  # unit\n  ours: 1\n  days: 3 # d\n",
    ),
    (
        "a section between others",
        "# head\ncompany:\n  name: A\n\ndeal:\n  days: 3\n",
        "headcount.roles.closer",
        "2",
        "# head\ncompany:\n  name: A\n\nheadcount:\n  roles:\n    # Asked?\n    closer: 2  # unit\n\ndeal:\n  days: 3\n",
    ),
    (
        "a line that waits behind a hash",
        "deal:\n\n  # Asked?\n  #value:  # such as 3\n  days: 3\n",
        "deal.value",
        "2",
        "deal:\n\n  # Asked?\n  value: 2  # such as 3\n  days: 3\n",
    ),
    ("a section in braces", "deal: {days: 3}\n", "deal.value", "2", "deal: {value: 2, days: 3}\n"),
    ("an empty section in braces", "headcount: {}\n", "headcount.roles.closer", "2", "headcount: {roles: {closer: 2}}\n"),
    ("no line break at the end", "company:\n  name: A", "company.currency", "EUR", "company:\n  name: A\n  # Asked?\n  currency: EUR  # unit\n"),
    ("line breaks of Windows", "deal:\r\n  days: 3\r\n", "deal.value", "2", "deal:\r\n  # Asked?\r\n  value: 2  # unit\r\n  days: 3\r\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "value", "after"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_a_fact_is_given_in_its_place(text: str, name: str, value: str, after: str) -> None:
    assert given_(text, name, value) == after


def test_our_own_comment_is_brought_up_to_date() -> None:
    statement = Statement(name="deal.value", value="2", beside="two", beside_before="one")
    assert put("deal:\n  value: 1  # one\n", statement, ORDER) == "deal:\n  value: 2  # two\n"


@pytest.mark.parametrize("text", ["deal:\n  value: |\n    text\n", "deal: 3\n", "deal: [1]\n"])
def test_what_cannot_be_changed_safely_is_left_alone(text: str) -> None:
    with pytest.raises(Uneditable):
        given_(text, "deal.value", "2")


def test_items_are_added_to_a_list() -> None:
    once = append_item("company:\n  name: A\n", "segments", ["- name: B"], "Markets.")
    assert once == "company:\n  name: A\n\n# Markets.\nsegments:\n  - name: B\n"
    assert (
        append_item(once, "segments", ["- name: C", "  share: 1"], "Markets.") == f"{once}  - name: C\n    share: 1\n"
    )


CATALOGUE = read_pack(rules_folder()).catalogue
EXAMPLES = [path.read_text(encoding="utf-8") for path in sorted(Path("examples").glob("*.yaml"))]
FACTS = [fact for fact in CATALOGUE.facts.values() if fact.type is not FactType.RECORDS]


def values_for(fact: Fact) -> st.SearchStrategy[Stated]:
    """Values of the right type, not always possible ones."""
    ids = [choice.id for choice in fact.choices]
    strategies: dict[FactType, st.SearchStrategy[Stated]] = {
        FactType.CHOICE: st.sampled_from(ids or [""]),
        FactType.CHOICES: st.lists(st.sampled_from(ids or [""]), unique=True).map(tuple),
        FactType.YES_NO: st.booleans(),
        FactType.TEXT: st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20),
        FactType.NUMBERS: st.lists(st.integers(0, 9).map(float), min_size=1).map(tuple),
    }
    return strategies.get(fact.type, st.integers(0, 5))


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Fact, Stated]:
    text = draw(st.sampled_from([*EXAMPLES, starter_file(CATALOGUE, None), ""]))
    fact = draw(st.sampled_from(FACTS))
    return text, fact, draw(values_for(fact))


@settings(max_examples=150, deadline=None)
@given(changes())
def test_only_the_fact_that_is_given_changes_in_any_file(change: tuple[str, Fact, Stated]) -> None:
    text, fact, value = change
    after = put(text, Statement(name=fact.name, value=typed(fact, value), above="Asked?"), tuple(CATALOGUE.facts))
    others = {place: found for place, found in values_of(after).items() if not place.startswith(fact.name)}
    assert others == {place: found for place, found in values_of(text).items() if not place.startswith(fact.name)}
    assert all(line in after for line in text.splitlines() if line.lstrip().startswith("# "))


def test_the_desk_has_a_question_for_every_fact_but_lists_of_entries(desk: Desk) -> None:
    asked = {part.name for question in desk.questions.values() for part in question.facts}
    assert {fact.name for fact in FACTS} <= asked
