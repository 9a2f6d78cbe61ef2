"""Facts that are set beside the file: `--set FACT=VALUE`."""

from collections.abc import Mapping

from salesdesign.facts.names import SEGMENTS
from salesdesign.facts.problems import Complaint, Problems, is_unknown
from salesdesign.facts.sections import Stating
from salesdesign.facts.unknown import no_such_fact
from salesdesign.facts.values import Stated, value_of
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.yamltree import ListNode, Node, Scalar

_LISTS = (FactType.CHOICES, FactType.NUMBERS)


def apply_changes(changes: Mapping[str, str], catalogue: Catalogue, problems: Problems, stating: Stating) -> None:
    """Makes the changes (fact to value, as typed) to what a file states; an empty value makes a fact unknown."""
    for name, text in changes.items():
        fact = catalogue.facts.get(name)
        node = _scalar(text)
        if name.split(".")[0] == SEGMENTS or (fact and fact.type == FactType.RECORDS):
            problems.add(node, name, Complaint("It is a list of entries.", "Change it in the file."))
        elif fact is None:
            problems.add(node, name, no_such_fact(name, catalogue))
        else:
            stated = _list(text) if fact.type in _LISTS and not is_unknown(node) else node
            _replace(name, value_of(fact, stated, problems), stated, stating)


def _replace(name: str, value: Stated, node: Node, stating: Stating) -> None:
    stating.values.pop(name, None)
    stating.nodes.pop(name, None)
    if value is not None:
        stating.values[name] = value
        stating.nodes[name] = node


def _scalar(text: str) -> Scalar:
    return Scalar(text=text.strip(), plain=True, line=0, column=0)


def _list(text: str) -> ListNode:
    """The items between commas, with or without brackets around them."""
    inner = text.strip().removeprefix("[").removesuffix("]")
    return ListNode(items=tuple(map(_scalar, inner.split(","))) if inner.strip() else (), line=0, column=0)
