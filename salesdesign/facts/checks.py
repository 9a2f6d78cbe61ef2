"""The consistency rules of a catalogue as one Python function: a batch asks them of every company."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import cast

from salesdesign.conditions.branches import surely
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import BUILTINS, source_of
from salesdesign.facts.derived import banded
from salesdesign.model.catalogue import Catalogue, Consistency, Derived, read_by
from salesdesign.model.pack import Facts
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """The rules that stated facts, money in US dollars, are known to break."""

    rules: tuple[Consistency, ...]
    reads: tuple[frozenset[str], ...]
    """Of each rule, what it hangs on, also through derived facts."""
    answers: Callable[[Facts, int], int]
    """The bits of those that are broken, of those whose bits are set."""
    asked: int = -1

    def __call__(self, facts: Facts) -> Sequence[Consistency]:
        """The broken rules, in the order of the catalogue."""
        found = self.answers(facts, self.asked)
        return [rule for bit, rule in enumerate(self.rules) if found >> bit & 1] if found else ()

    def among(self, names: Collection[str]) -> "Checks":
        """The checks of those rules alone that hang on any of these facts."""
        asked = sum(1 << bit for bit, read in enumerate(self.reads) if not read.isdisjoint(names))
        return Checks(rules=self.rules, reads=self.reads, answers=self.answers, asked=asked)


def compile_checks(catalogue: Catalogue) -> Checks:
    """The consistency rules of a catalogue, ready to be asked."""
    namespace: dict[str, object] = {"__builtins__": {}, "banded": banded, "derived": catalogue.derived, **BUILTINS}
    exec(compile(_source(catalogue), "<consistency>", "exec"), namespace)  # noqa: S102 - our own source, of checked expressions
    return Checks(
        rules=catalogue.consistency,
        reads=tuple(frozenset(read_by(rule.never, catalogue)) for rule in catalogue.consistency),
        answers=cast("Callable[[Facts, int], int]", namespace["answers"]),  # cast: the source makes it so
    )


def _source(catalogue: Catalogue) -> str:
    lines = ["def answers(facts, asked):", "    get = facts.get", "    found = 0"]
    for bit, rule in enumerate(catalogue.consistency):
        lines += [f"    if asked & {1 << bit}:", *(f"        {line}" for line in _asked(rule, 1 << bit, catalogue))]
    return "\n".join([*lines, "    return found"]) + "\n"


def _asked(rule: Consistency, bit: int, catalogue: Catalogue) -> list[str]:
    names, read = Locals(), read_by(rule.never, catalogue)
    needed = [derived for derived in catalogue.derived.values() if derived.name in read]
    lines = [line for derived in needed for line in _worked_out(derived, catalogue, names)]
    answer = f"if {surely(rule.never, names)}: found |= {bit}"
    return [*names.loads(), *lines, answer]


def _worked_out(derived: Derived, catalogue: Catalogue, names: Locals) -> Iterator[str]:
    value, variable = source_of(derived.value, names), names.fact(derived.name)
    worked_out = f"banded(derived[{derived.name!r}], {value})" if derived.bands else value
    condition = f"if {variable} is None: " if derived.name in catalogue.facts else ""
    yield f"{condition}{variable} = {worked_out}"
