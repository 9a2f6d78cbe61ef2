"""A company from a plain facts file, checked as every other; a file that is in doubt is read again with care."""

from collections.abc import Mapping

from salesdesign.facts.derive import in_dollars
from salesdesign.facts.fluent import form_of, read_fluently
from salesdesign.facts.names import CURRENCY, NAME, TERRITORIES, WHOLE_COMPANY
from salesdesign.facts.outline import outline_of
from salesdesign.facts.problems import Problems
from salesdesign.facts.read import read_company
from salesdesign.facts.records import read_territories
from salesdesign.facts.segments import NAME as SEGMENT_NAME
from salesdesign.facts.segments import SHARE as SEGMENT_SHARE
from salesdesign.facts.segments import filled_shares
from salesdesign.facts.spelled import Doubt
from salesdesign.facts.values import Stated
from salesdesign.facts.wholes import broken_wholes
from salesdesign.facts.words import currency_complaint
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.company import Company, Segment, Territory
from salesdesign.yamltree import ListNode


def read_quickly(data: bytes, file: str, catalogue: Catalogue, lines_above: int = 0) -> Company:
    """The company that a file states, as `read_company` would read it, without the places of its facts.

    `lines_above` are those that stand in the file before `data`.

    Raises:
        BadInput: with every problem.
        MachineFailed: PyYAML lacks its C parser.
    """
    try:
        return plain_company(data, catalogue)
    except Doubt:
        return read_company(data, file, catalogue, lines_above=lines_above)


def plain_company(data: bytes, catalogue: Catalogue) -> Company:
    """The company that a plain file states.

    Raises:
        Doubt: something is wrong with the file, or it is not plain.
        MachineFailed: PyYAML lacks its C parser.
    """
    found = read_fluently(data, form_of(catalogue))
    values = found.values
    company = Company(
        name=str(values.get(NAME, "")),
        facts=values,
        segments=_segments(found.segments, values, catalogue),
        territories=_territories(found.records, catalogue),
    )
    code = values.get(CURRENCY)
    if isinstance(code, str) and currency_complaint(code):
        raise Doubt
    if not all(name in values for name in outline_of(catalogue).required):
        raise Doubt
    _check(company, catalogue)
    return company


def _check(company: Company, catalogue: Catalogue) -> None:
    if broken_wholes(company.facts, catalogue):
        raise Doubt
    if any(rule.at in company.facts for rule in outline_of(catalogue).broken(in_dollars(company, catalogue))):
        raise Doubt


def _territories(records: Mapping[str, ListNode], catalogue: Catalogue) -> tuple[Territory, ...]:
    if TERRITORIES not in records:
        return ()
    problems = Problems("")
    territories = read_territories(catalogue.facts[TERRITORIES], records[TERRITORIES], problems)
    if problems.found:
        raise Doubt
    return territories


def _segments(
    found: list[dict[str, Stated]], stated: Mapping[str, Stated], catalogue: Catalogue
) -> tuple[Segment, ...]:
    if not found:
        return ()
    everywhere = {name: value for name, value in stated.items() if name in WHOLE_COMPANY}
    names, facts = _shares_and_facts(found)
    for name, own in facts.items():
        _check(Company(name=name, facts={**everywhere, **own}), catalogue)
    problems = Problems("")
    shares = filled_shares(names, ListNode((), 1, 1), problems)
    if problems.found:
        raise Doubt
    return tuple(Segment(name=name, share=shares[name], facts=own) for name, own in facts.items())


def _shares_and_facts(found: list[dict[str, Stated]]) -> tuple[dict[str, Stated], dict[str, dict[str, Stated]]]:
    """What each segment takes of the whole, and its facts, by its name."""
    shares: dict[str, Stated] = {}
    facts: dict[str, dict[str, Stated]] = {}
    for values in found:
        name = values.pop(SEGMENT_NAME.name, None)
        if not isinstance(name, str) or name in facts:
            raise Doubt
        shares[name] = values.pop(SEGMENT_SHARE.name, None)
        facts[name] = values
    return shares, facts
