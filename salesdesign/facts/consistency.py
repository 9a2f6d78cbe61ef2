"""What facts can never be together, asked of a company as soon as it is read."""

from salesdesign.facts.derive import in_dollars
from salesdesign.facts.derived import DerivedFacts
from salesdesign.facts.outline import outline_of
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.sections import Stating
from salesdesign.model.catalogue import Catalogue, Consistency
from salesdesign.model.company import Company, Values
from salesdesign.model.pack import Facts


def check_consistency(company: Company, stating: Stating, catalogue: Catalogue, problems: Problems) -> None:
    """Notes every rule that the stated facts break; one whose own fact is not stated has no place and is not told."""
    facts = in_dollars(company, catalogue)
    for rule in outline_of(catalogue).broken(facts):
        if rule.at in stating.nodes:
            problems.add(stating.nodes[rule.at], rule.at, _complaint(rule, company, facts, catalogue))


def rule_broken(rule: Consistency, facts: Values, catalogue: Catalogue) -> Complaint:
    """What is wrong with stated facts, money in their own currency, that break a rule."""
    company = Company(name="", facts=facts)
    return _complaint(rule, company, in_dollars(company, catalogue), catalogue)


def _complaint(rule: Consistency, company: Company, facts: Facts, catalogue: Catalogue) -> Complaint:
    from salesdesign.wording.shown import currency_of
    from salesdesign.wording.templates import Texts  # templates are slow to import, and most files break no rule

    texts = Texts(DerivedFacts(facts, catalogue), catalogue, currency_of(company.facts))
    return Complaint(_sentence(texts.fill(rule.wrong)), _sentence(texts.fill(rule.mend)))


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
