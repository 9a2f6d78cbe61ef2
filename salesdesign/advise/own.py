"""Facts as the company counts them: what was derived beside what was stated, money in its own currency."""

from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.company import Company, Values
from salesdesign.model.pack import Facts
from salesdesign.wording.shown import currency_of


def own_facts(company: Company, facts: Facts, catalogue: Catalogue) -> Values:
    """A company's stated facts with all that follows from them; `facts` has money in US dollars."""
    currency = currency_of(company.facts)
    derived = {
        name: currency.own(value) if catalogue.derived[name].type is FactType.MONEY else value
        for name, value in facts.items()
        if name in catalogue.derived
    }
    return dict(sorted({**derived, **company.facts}.items()))
