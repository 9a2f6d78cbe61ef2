"""One value of a facts file, typed by the definition of its fact."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from salesdesign.facts import figures, words
from salesdesign.facts.problems import Complaint, Problems, is_unknown, shown
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.model.expression import Value
from salesdesign.yamltree import ListNode, Node, Scalar

Stated: TypeAlias = Value | tuple[float, ...]
"""The value of a stated fact; None where nothing is said, or what is said was refused."""

OF_A_LIST = 10
"""Problems of one list that are told: an item of two bytes has a sentence of its own."""


def value_of(fact: Fact, node: Node, problems: Problems) -> Stated:
    """The value that a node states for a fact; what cannot be read is noted among the problems."""
    if type(node) is Scalar:
        if is_unknown(node):
            return None
        reader = _READERS.get(fact.type)
        if reader is not None:
            return reader(fact, node, problems)
        problems.add(node, fact.name, _list_is_due(fact, node))
        return None
    if type(node) is ListNode and fact.type in _LISTS:
        before = len(problems.found)
        listed = _LISTS[fact.type](fact, node, problems)
        return listed if len(problems.found) == before else None
    what = "A list" if type(node) is ListNode else "A mapping"
    problems.add(node, fact.name, Complaint(f"{what} stands where {DUE[fact.type]} is due.", _one_value(fact)))
    return None


DUE = {
    FactType.TEXT: "a text",
    FactType.DATE: "a date",
    FactType.MONTH: "a month",
    FactType.YES_NO: "yes or no",
    FactType.CHOICE: "one choice",
    FactType.CHOICES: "a list of choices",
    FactType.COUNT: "a whole number",
    FactType.NUMBER: "a number",
    FactType.NUMBERS: "a list of numbers",
    FactType.MONEY: "an amount",
    FactType.SHARE: "a share from 0 to 1",
    FactType.SCALE: "a step from 1 to 5",
    FactType.RECORDS: "a list of entries",
}
"""What each type of fact asks for, in a sentence."""


def _one_value(fact: Fact) -> str:
    return f"Write, for example, {fact.example}." if fact.example else "Write one value behind the colon."


def _list_is_due(fact: Fact, node: Scalar) -> Complaint:
    wrong = f"'{shown(node.text)}' stands where {DUE[fact.type]} is due."
    mend = (
        f"Put it in brackets: [{shown(node.text)}]." if fact.type in _LISTS else "Write one entry a line, after '- '."
    )
    return Complaint(wrong, mend)


def _choices(fact: Fact, node: ListNode, problems: Problems) -> tuple[str, ...]:
    """The choices in the order of the catalogue, so that no order of the file changes an advice."""
    chosen: set[str] = set()
    for item in _items(fact, node, problems):
        one = words.choice(fact, item, problems)
        if one in chosen:
            problems.add(item, fact.name, Complaint(f"'{one}' is listed twice.", "Remove one of the two."))
        elif one is not None:
            chosen.add(one)
    return tuple(choice.id for choice in fact.choices if choice.id in chosen)


def _numbers(fact: Fact, node: ListNode, problems: Problems) -> tuple[float, ...]:
    read = [figures.number(fact, item, problems) for item in _items(fact, node, problems)]
    return tuple(float(number) for number in read if number is not None)


def _items(fact: Fact, node: ListNode, problems: Problems) -> Iterator[Scalar]:
    """The single values of a list, up to where nobody reads on about it; anything else in it is noted."""
    before = len(problems.found)
    for place, item in enumerate(node.items):
        if len(problems.found) - before == OF_A_LIST:
            wrong = f"The list goes on, and {len(node.items) - place:,} of its items were not looked at."
            problems.add(item, fact.name, Complaint(wrong, "Mend those before them first."))
            return
        if type(item) is Scalar and not is_unknown(item):
            yield item
        else:
            wrong = "The list has an empty item." if type(item) is Scalar else "The list holds more than single values."
            problems.add(item, fact.name, Complaint(wrong, "Write single values, with commas between them."))


_READERS: dict[FactType, Callable[[Fact, Scalar, Problems], Value]] = {
    FactType.TEXT: words.text,
    FactType.DATE: words.day,
    FactType.MONTH: words.month,
    FactType.YES_NO: words.yes_or_no,
    FactType.CHOICE: words.choice,
    FactType.COUNT: figures.count,
    FactType.NUMBER: figures.number,
    FactType.MONEY: figures.number,
    FactType.SHARE: figures.share,
    FactType.SCALE: figures.step,
}
_LISTS: dict[FactType, Callable[[Fact, ListNode, Problems], tuple[str, ...] | tuple[float, ...]]] = {
    FactType.CHOICES: _choices,
    FactType.NUMBERS: _numbers,
}
