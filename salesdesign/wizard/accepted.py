"""What a question accepts as its answer, in one line."""

from salesdesign.model.catalogue import Fact, FactType
from salesdesign.wording.numbers import money


def accepted(fact: Fact, currency: str = "USD") -> str:
    """A sentence that says how to answer, with examples."""
    if fact.type is FactType.MONEY:
        return f"Type an amount, such as {_example(fact, currency)}, 350k or 1.2m."
    if fact.type is FactType.NUMBER and fact.low == -1:
        return "Type a percentage, such as 30% or -10%."
    if fact.type in (FactType.CHOICE, FactType.SCALE):
        return f"Type a number from 1 to {len(fact.choices)}, or the first word."
    return _SENTENCES[fact.type].format(example=fact.example or "12", last=len(fact.choices))


_SENTENCES = {
    FactType.TEXT: "Type it, such as {example}.",
    FactType.DATE: "Type year, month and day, such as 2027-01-31.",
    FactType.MONTH: "Type a month, such as 2027-01 or Jan 2027.",
    FactType.YES_NO: "Type yes or no.",
    FactType.CHOICES: "Type numbers from 1 to {last}, such as 1 3, or none.",
    FactType.COUNT: "Type a whole number, such as {example}; about, ~ and 3-5 are fine.",
    FactType.NUMBER: "Type a number, such as {example}; about, ~ and 3-5 are fine.",
    FactType.NUMBERS: "Type numbers with spaces between, such as 0.8 1 0.9 1.3.",
    FactType.SHARE: "Type a percentage, such as 40%, or a third.",
    FactType.RECORDS: "Write them into the file.",
}


def _example(fact: Fact, currency: str) -> str:
    return money(float(fact.example), currency) if fact.example else money(20000, currency)
