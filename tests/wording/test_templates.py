"""Pack texts over facts: they read well, still calculate, and can do nothing else."""

import pytest

from salesdesign.errors import BadInput
from salesdesign.model.catalogue import Catalogue, Choice, Fact, FactType
from salesdesign.wording.shown import Currency
from salesdesign.wording.templates import Texts


def fact(name: str, kind: FactType, choices: tuple[Choice, ...] = ()) -> tuple[str, Fact]:
    return name, Fact(name=name, type=kind, title=name, question="?", choices=choices)


CATALOGUE = Catalogue(
    sections={},
    derived={},
    facts=dict(
        [
            fact("crew.size", FactType.COUNT),
            fact("crew.roles.cook", FactType.COUNT),
            fact("crew.share", FactType.SHARE),
            fact("cargo.value", FactType.MONEY),
            fact("cargo.kind", FactType.CHOICE, (Choice(id="dry_goods", text="grain and other dry goods"),)),
            fact("crew.woes", FactType.CHOICES, (Choice(id="no_sleep", text="nobody sleeps"),)),
            fact("crew.paid", FactType.YES_NO),
        ]
    ),
)
FACTS = {
    "crew.size": 12,
    "crew.roles.cook": 1,
    "crew.share": 0.24,
    "cargo.value": 66_000.0,
    "cargo.kind": "dry_goods",
    "crew.woes": ("no_sleep", "thirst"),
    "crew.paid": True,
}
EUROS = Currency(code="EUR", usd_per_unit=1.1)


def fill(text: str, facts: dict[str, object] | None = None) -> str:
    return Texts(FACTS if facts is None else facts, CATALOGUE, EUROS).fill(text)  # type: ignore[arg-type]  # short facts for a test


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ crew.size }} aboard", "12 aboard"),
        ("{{ crew.share }} of them", "24% of them"),
        ("worth {{ cargo.value }}", "worth €60,000"),
        ("half is {{ (cargo.value / 2) | money }}", "half is €30,000"),
        ("{{ crew.size * 1.5 }}", "18"),
        ("{{ 'full' if crew.size >= 12 else 'thin' }}", "full"),
        ("{{ crew.roles.cook | people('cook') }}", "1 cook"),
        ("{{ crew.size | people('person', 'people') }}", "12 people"),
        ("{{ cargo.kind }}", "dry goods"),
        ("{{ cargo.kind | words }}", "grain and other dry goods"),
        ("{{ 'yes' if cargo.kind == 'dry_goods' else 'no' }}", "yes"),
        ("{{ crew.woes | list_of }}", "no sleep and thirst"),
        ("{{ crew.paid }}", "yes"),
        ("  two\n   lines ", "  two\n   lines "),
        ("two\n lines {{ crew.size }}", "two lines 12"),
    ],
)
def test_facts_print_as_a_reader_expects(template: str, text: str) -> None:
    assert fill(template) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ crew.size }}", "unknown"),
        ("{{ 'many' if crew.size > 3 else 'who knows' }}", "who knows"),
        ("{{ 'few' if crew.size < 3 else 'who knows' }}", "who knows"),
        ("{{ crew.size * 2 + 1 }}", "unknown"),
        ("{{ 'said' if crew.paid else 'not said' }}", "not said"),
        ("{% if 'no_sleep' in crew.woes %}tired{% else %}fine{% endif %}", "fine"),
    ],
)
def test_an_unknown_fact_is_neither_zero_nor_a_crash(template: str, text: str) -> None:
    assert fill(template, {}) == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ crew.captain }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ crew.size.__init__ }}",
        "{{ range(10) }}",
        "{{ cargo.kind.format }}",
        "{% include 'secret' %}",
        "{{ 1 / 0 }}",
        "{{ unclosed",
    ],
)
def test_a_text_can_do_nothing_but_read_facts(template: str) -> None:
    with pytest.raises(BadInput):
        fill(template)
