"""A small catalogue with a fact of every type, and companies read by it."""

import pytest

from salesdesign.errors import BadInput
from salesdesign.facts.read import read_company
from salesdesign.model.catalogue import (
    Band,
    Catalogue,
    Choice,
    Consistency,
    Derived,
    Fact,
    FactType,
    Priority,
)
from salesdesign.model.company import Company, Values
from salesdesign.model.expression import Arithmetic, Call, Compare, Comparison, FactOf, Function, Operator


def fact(name: str, kind: FactType, **more: object) -> Fact:
    """A fact with what every fact has."""
    return Fact(**{"name": name, "type": kind, "title": name, "question": f"What is {name}?", **more})  # type: ignore[arg-type]  # of a test


def choices(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(id=one, text=f"It is {one}.") for one in ids)


ROLES = ("headcount.roles.setter", "headcount.roles.closer")

FACTS = (
    fact("company.name", FactType.TEXT, required=True, priority=Priority.MUST, example="Acme"),
    fact("company.as_of", FactType.DATE, example="2027-01-31"),
    fact("company.currency", FactType.TEXT, example="EUR"),
    fact("company.usd_per_unit", FactType.NUMBER, low=0.000001),
    fact("company.revenue", FactType.MONEY, low=0, scales=True, example="4000000"),
    fact("company.industry", FactType.CHOICE, choices=choices("software", "real_estate", "other")),
    fact("headcount.sellers", FactType.COUNT, high=100_000, scales=True, priority=Priority.MUST, example="12"),
    fact("headcount.leader", FactType.CHOICE, choices=choices("none", "founder")),
    *(fact(name, FactType.COUNT, scales=True) for name in ROLES),
    fact("customers.mix.small", FactType.SHARE, whole="customers.mix"),
    fact("customers.mix.large", FactType.SHARE, whole="customers.mix"),
    fact("customers.relationship", FactType.SCALE, choices=choices("1", "5")),
    fact("deal.value", FactType.MONEY, low=0, example="20000"),
    fact("deal.win_rate", FactType.SHARE, example="0.25"),
    fact("growth.target", FactType.NUMBER, low=-1),
    fact("process.crm", FactType.YES_NO, example="yes"),
    fact("current.symptoms", FactType.CHOICES, choices=choices("silos", "low_morale", "slow_ramp")),
    fact(
        "territories",
        FactType.RECORDS,
        example="[{name: North}]",
        fields=(
            fact("name", FactType.TEXT, required=True),
            fact("sellers", FactType.NUMBER, low=0),
            fact("accounts", FactType.NUMBER, low=0),
            fact("potential", FactType.MONEY, low=0),
        ),
    ),
    fact("plan.start", FactType.MONTH, example="2027-01"),
    fact("plan.seasonality", FactType.NUMBERS, low=0, example="[1, 2, 1, 2]"),
)

SECTIONS = ("company", "headcount", "customers", "deal", "growth", "process", "current", "territories", "plan")

DERIVED = (
    Derived(
        name="headcount.in_roles",
        type=FactType.COUNT,
        title="Sellers given by role",
        value=Call(Function.TOTAL, tuple(map(FactOf, ROLES))),
    ),
    Derived(
        name="deal.size",
        type=FactType.CHOICE,
        title="Size of a deal",
        value=FactOf("deal.value"),
        bands=(Band(id="small", text="small", start=0), Band(id="large", text="large", start=5000)),
    ),
    Derived(
        name="headcount.revenue",
        type=FactType.MONEY,
        title="Revenue per seller",
        value=Arithmetic(Operator.DIVIDE, FactOf("company.revenue"), FactOf("headcount.sellers")),
    ),
)

SMALL = Catalogue(
    sections={section: section.title() for section in SECTIONS},
    facts={one.name: one for one in FACTS},
    derived={one.name: one for one in DERIVED},
    consistency=(
        Consistency(
            id="roles-within-sellers",
            never=Compare(Comparison.BELOW, FactOf("headcount.sellers"), FactOf("headcount.in_roles")),
            at="headcount.sellers",
            wrong="{{ headcount.sellers | people('seller') }} cannot hold {{ headcount.in_roles }} posts",
            mend="Count every seller once.",
        ),
    ),
)


def company_of(text: str, **changes: str) -> Company:
    """The company that a text states, read by the small catalogue; `__` in the name of a change is a dot."""
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return read_company(text.encode(), "f.yaml", SMALL, named)


def facts_of(text: str, **changes: str) -> Values:
    """The facts that a text states beside the name of the company."""
    facts = company_of(f"company: {{name: Acme}}\n{text}", **changes).facts
    return {name: value for name, value in facts.items() if name != "company.name"}


def said_of(text: str, **changes: str) -> list[str]:
    """What is said of a text that is no company."""
    with pytest.raises(BadInput) as caught:
        company_of(text, **changes)
    return [str(problem) for problem in caught.value.problems]
