"""Why facts of a row cannot be beside each other, in the words of a facts file."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from salesdesign.facts.consistency import rule_broken
from salesdesign.facts.names import CURRENCY, USD_PER_UNIT
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.values import Stated, value_of
from salesdesign.facts.wholes import whole_broken
from salesdesign.model.catalogue import Catalogue, Consistency, FactType, read_behind, read_by
from salesdesign.tables.reject import node_of
from salesdesign.wording.language.parse import parse_text


@dataclass(frozen=True, slots=True)
class Conflict:
    """A rule, or a whole by its name, that facts of a table can break beside each other."""

    broken: str | Consistency
    names: tuple[str, ...]
    """The facts of the table that it asks about or prints, in the order of their columns."""
    catalogue: Catalogue

    @property
    def subject(self) -> str:
        """What is told to be wrong."""
        return self.broken if isinstance(self.broken, str) else self.broken.at

    def of(self, cells: Sequence[object]) -> tuple[str, Complaint]:
        """The fact at whose place it is told, and what is wrong with the cells of these facts."""
        values = dict(self._stated(cells))
        if isinstance(self.broken, str):
            return list(values)[-1], whole_broken(values, list(values))
        return self.broken.at, rule_broken(self.broken, values, self.catalogue)

    def of_any(self) -> tuple[str, Complaint]:
        """The same of whatever cells, without their figures."""
        if isinstance(self.broken, str):
            mend = "Together they never exceed 1, and are 1 where all are given."
            return self.names[-1], Complaint("The shares make no whole.", mend)
        asked = read_by(self.broken.never, self.catalogue) - {self.broken.at}
        others = ", ".join(name for name in self.names if name in asked)
        wrong = f"It does not go with {others}." if others else "It cannot be."
        return self.broken.at, Complaint(wrong, "" if "{" in self.broken.mend else self.broken.mend)

    def _stated(self, cells: Sequence[object]) -> Iterator[tuple[str, Stated]]:
        """What the cells state; those that are refused state nothing."""
        for name, cell in zip(self.names, cells, strict=True):
            fact = self.catalogue.facts[name]
            value = value_of(fact, node_of(fact, cell, 1, 1), Problems(""))
            if value is not None:
                yield name, value


def conflict_of(broken: str | Consistency, given: Sequence[str], catalogue: Catalogue) -> Conflict:
    """What breaks a rule, or a whole, in a table that has the facts `given`."""
    names = _parts(broken, catalogue) if isinstance(broken, str) else _asked_or_printed(broken, catalogue)
    return Conflict(broken, tuple(name for name in given if name in names), catalogue)


def _parts(whole: str, catalogue: Catalogue) -> Collection[str]:
    return {name for name, fact in catalogue.facts.items() if fact.whole == whole}


def _asked_or_printed(rule: Consistency, catalogue: Catalogue) -> Collection[str]:
    printed = {fact.name for text in (rule.wrong, rule.mend) for fact in parse_text(text).facts}
    behind = (read_behind(name, catalogue) for name in printed & catalogue.derived.keys())
    names = {rule.at, *printed}.union(read_by(rule.never, catalogue), *behind)
    money = any(name in catalogue.facts and catalogue.facts[name].type is FactType.MONEY for name in names)
    return names | {CURRENCY, USD_PER_UNIT} if money else names
