"""Random companies of the catalogue that comes with the program, as a person could write them down."""

import json
from collections.abc import Mapping

from hypothesis import assume
from hypothesis import strategies as st

from salesdesign.engine.probing.likely import even_values
from salesdesign.errors import BadInput
from salesdesign.facts.read import read_company
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.model.expression import Value

_NOT_DRAWN = frozenset({FactType.RECORDS, FactType.TEXT, FactType.DATE, FactType.MONTH})
TRIES = 6
"""So often facts that contradict each other are taken back."""


def companies(catalogue: Catalogue, most: int = 30) -> st.SearchStrategy[dict[str, Value]]:
    """Facts of valid companies, each of up to so many facts with likely values."""
    values = {fact.name: _values(fact) for fact in catalogue.facts.values() if fact.type not in _NOT_DRAWN}
    names = sorted(name for name, likely in values.items() if likely and not name.startswith("plan."))
    pairs = st.sampled_from(names).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(values[name])))
    drawn = st.lists(pairs, unique_by=lambda pair: pair[0], max_size=most).map(dict)
    return drawn.map(lambda facts: _valid({"company.name": "Acme", **facts}, catalogue))


def text_of(facts: Mapping[str, Value]) -> bytes:
    """A facts file, its facts in the order in which they are given."""
    sections: dict[str, dict[str, object]] = {}
    for name, value in facts.items():
        *parents, last = name.split(".")
        section: dict[str, object] = sections  # type: ignore[assignment]  # sections nest
        for parent in parents:
            section = section.setdefault(parent, {})  # type: ignore[assignment]  # made just here
        section[last] = list(value) if isinstance(value, tuple) else value
    return json.dumps(sections).encode()


def _values(fact: Fact) -> list[Value]:
    return list(even_values(fact, 5))


def _valid(facts: dict[str, Value], catalogue: Catalogue) -> dict[str, Value]:
    """The facts without those that the reader complains of."""
    for _ in range(TRIES):
        try:
            read_company(text_of(facts), "random.yaml", catalogue)
        except BadInput as error:
            wrong = {problem.subject for problem in error.problems}
            left = {name: value for name, value in facts.items() if not _within(name, wrong)}
            if len(left) == len(facts):
                break
            facts = left
        else:
            return facts
    assume(False)
    return facts


def _within(name: str, subjects: set[str]) -> bool:
    return any(name == subject or name.startswith(f"{subject}.") for subject in subjects)
