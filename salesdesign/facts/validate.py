"""A tree of YAML checked against the catalogue: a company, or every problem at once."""

from collections.abc import Mapping

from salesdesign.errors import BadInput, Problem
from salesdesign.facts.changes import apply_changes
from salesdesign.facts.consistency import check_consistency
from salesdesign.facts.names import CURRENCY, NAME, SEGMENTS, TERRITORIES
from salesdesign.facts.outline import outline_of
from salesdesign.facts.places import Places
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.records import read_territories
from salesdesign.facts.sections import Stating, nothing_stated, read_sections
from salesdesign.facts.segments import read_segments
from salesdesign.facts.unknown import nest
from salesdesign.facts.wholes import check_wholes
from salesdesign.facts.words import currency_complaint
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.company import Company, Segment, Territory
from salesdesign.yamltree import MapNode, Node


def validate(tree: Node, file: str, catalogue: Catalogue, changes: Mapping[str, str]) -> Company:
    """The company that a tree states, with `changes` (fact to value, as typed) made to it.

    Raises:
        BadInput: with every problem, in the order of their places.
    """
    problems = Problems(file)
    company = _company(tree, catalogue, changes, problems)
    problems.refuse()
    return company


def problems_in(tree: Node, file: str, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Every problem of a tree, in the order of their places; none where it states a company."""
    problems = Problems(file)
    try:
        _company(tree, catalogue, {}, problems)
    except BadInput as error:
        return error.problems
    return tuple(sorted(problems.found))


def _company(tree: Node, catalogue: Catalogue, changes: Mapping[str, str], problems: Problems) -> Company:
    """What a tree states; what cannot be is noted among the problems."""
    if type(tree) is not MapNode:
        problems.add(tree, "", Complaint("Sections of facts are due here.", f"Begin with {nest(NAME)}."))
        raise BadInput(problems.found)
    stating = nothing_stated()
    read_sections([entry for entry in tree.entries if entry.key.text != SEGMENTS], catalogue, problems, stating)
    apply_changes(changes, catalogue, problems, stating)
    company = Company(
        name=str(stating.values.get(NAME, "")),
        facts=stating.values,
        segments=_segments(tree, catalogue, problems, stating),
        territories=_territories(catalogue, problems, stating),
        places=Places(problems.file, stating.nodes),
    )
    _check(company, tree, stating, catalogue, problems)
    return company


def _segments(tree: MapNode, catalogue: Catalogue, problems: Problems, stating: Stating) -> tuple[Segment, ...]:
    node = next((value for key, value in tree.entries if key.text == SEGMENTS), None)
    return () if node is None else read_segments(node, catalogue, problems, stating)


def _territories(catalogue: Catalogue, problems: Problems, stating: Stating) -> tuple[Territory, ...]:
    node = stating.records.get(TERRITORIES)
    return () if node is None else read_territories(catalogue.facts[TERRITORIES], node, problems)


def _check(company: Company, tree: MapNode, stating: Stating, catalogue: Catalogue, problems: Problems) -> None:
    """Everything that is asked of several facts, or of their absence."""
    _check_required(tree, stating, catalogue, problems)
    code = stating.values.get(CURRENCY)
    complaint = currency_complaint(code) if isinstance(code, str) else None
    if complaint:
        problems.add(stating.nodes[CURRENCY], CURRENCY, complaint)
    check_wholes(stating, catalogue, problems)
    check_consistency(company, stating, catalogue, problems)


def _check_required(tree: MapNode, stating: Stating, catalogue: Catalogue, problems: Problems) -> None:
    for name in outline_of(catalogue).required:
        if name not in stating.values and not problems.has(name):
            section = name.partition(".")[0]
            place: Node = next((key for key, _ in tree.entries if key.text == section), tree)
            problems.add(place, name, Complaint("It is missing.", f"Write {nest(name)}."))
