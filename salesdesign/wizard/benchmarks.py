"""What Enter takes in the plan's round: the usual figure, with where it comes from."""

from salesdesign.model.catalogue import Fact, FactType
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.shown import shown
from salesdesign.wording.shown import currency_of

FOLLOWS = {
    "plan.target": "what follows from revenue, growth wanted and revenue lost",
    "plan.start": "quarters by number",
    "plan.pay_level": "pay as in the United States, or what is usual for the currency",
    "deal.mean_value": "the middling deal",
}
"""What a plan takes where no benchmark stands in."""


def usual(outlook: Outlook, fact: Fact) -> str:
    """The benchmark that stands in for a fact, in the company's currency; else what the plan takes instead."""
    benchmark = outlook.desk.pack.benchmarks.get(fact.benchmark)
    if benchmark is None or not isinstance(benchmark.typical, (int, float)):
        return FOLLOWS.get(fact.name, "I don't know")
    value: float = float(benchmark.typical)
    if fact.type is FactType.MONEY:
        own = currency_of(outlook.file.company.facts).own(value)
        if not isinstance(own, (int, float)):
            return f"the usual {shown(fact, value, 'USD')}, {benchmark.id}"
        value = float(own)
    source = ", ".join(filter(None, (benchmark.id, benchmark.segment, str(benchmark.year or ""))))
    return f"the usual {shown(fact, value, outlook.currency)}; {source}"
