"""Markets that sell differently: their names, their shares, and the facts that replace the company's."""

from collections.abc import Mapping

from salesdesign.facts.consistency import check_consistency
from salesdesign.facts.names import SEGMENTS, WHOLE_COMPANY
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.records import entries_of, same_name
from salesdesign.facts.sections import Stating, nothing_stated, read_sections
from salesdesign.facts.values import Stated, value_of
from salesdesign.facts.wholes import ROUNDING, check_wholes
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.model.company import Company, Segment
from salesdesign.yamltree import Entry, MapNode, Node

NAME = Fact(name="name", type=FactType.TEXT, title="Segment", question="What is the market called?", required=True)
SHARE = Fact(
    name="share",
    type=FactType.SHARE,
    title="Share of the target",
    question="What share of the target is it?",
    help="Left out, it is what the other segments leave, in equal parts.",
)


def read_segments(node: Node, catalogue: Catalogue, problems: Problems, stating: Stating) -> tuple[Segment, ...]:
    """The segments that a node lists; `stating` is told where their facts stand."""
    names: dict[str, Stated] = {}
    facts: dict[str, dict[str, Stated]] = {}
    for number, item in enumerate(entries_of(SEGMENTS, node, problems), 1):
        name, share = _name_and_share(number, item, problems)
        if name in names:
            problems.add(item, f"{SEGMENTS}.{number}.name", same_name(name))
        names[name] = share
        facts[name] = _facts_of(name, item, catalogue, problems, stating)
    shares = filled_shares(names, node, problems)
    return tuple(Segment(name=name, share=shares[name], facts=facts[name]) for name in names)


def _name_and_share(number: int, item: MapNode, problems: Problems) -> tuple[str, Stated]:
    own = problems.within(f"{SEGMENTS}.{number}.")
    nodes = {key.text: value for key, value in item.entries}
    name = value_of(NAME, nodes["name"], own) if "name" in nodes else None
    if name is None and not own.has("name"):
        own.add(item, "name", Complaint("It is missing.", "Write '- name: ...' at the start of the segment."))
    return str(name or number), value_of(SHARE, nodes["share"], own) if "share" in nodes else None


def _facts_of(
    name: str, item: MapNode, catalogue: Catalogue, problems: Problems, stating: Stating
) -> dict[str, Stated]:
    own, inner = problems.within(f"{SEGMENTS}.{name}."), nothing_stated()
    sections = [Entry(key, value) for key, value in item.entries if key.text not in (NAME.name, SHARE.name)]
    read_sections(sections, catalogue, own, inner)
    for fact, node in [*inner.nodes.items(), *inner.records.items()]:
        if fact in WHOLE_COMPANY or fact in inner.records:
            own.add(node, fact, Complaint("It is the same for the whole company.", "Move it out of the segment."))
    check_wholes(inner, catalogue, own)
    everywhere = {fact: value for fact, value in stating.values.items() if fact in WHOLE_COMPANY}
    check_consistency(Company(name=name, facts={**everywhere, **inner.values}), inner, catalogue, own)
    stating.nodes.update({f"{SEGMENTS}.{name}.{fact}": node for fact, node in inner.nodes.items()})
    return inner.values


def filled_shares(names: Mapping[str, Stated], node: Node, problems: Problems) -> dict[str, float]:
    """The share of each segment; those that give none share what is left."""
    given = {name: share for name, share in names.items() if isinstance(share, float)}
    left = 1 - sum(given.values())
    if left < -ROUNDING:
        wrong = f"The shares of the segments sum to {1 - left:g}."
        problems.add(node, SEGMENTS, Complaint(wrong, "Together they are at most 1."))
    elif len(given) < len(names) and left <= ROUNDING:
        lost = ", ".join(name for name in names if name not in given)
        problems.add(node, SEGMENTS, Complaint(f"The shares leave nothing for {lost}.", "Lower them, or give all."))
    return {name: given.get(name, max(left, 0) / max(len(names) - len(given), 1)) for name in names}
