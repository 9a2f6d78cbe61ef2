"""The consistency rules of a catalogue as one Python function: a batch asks them of every company."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, cast

from salesdesign.conditions.python import BUILTINS, Locals, source_of
from salesdesign.facts.derived import banded
from salesdesign.model.catalogue import Catalogue, Consistency, Derived, read_by
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts

Check: TypeAlias = Callable[[Facts], list[Consistency]]
"""The rules that stated facts, money in US dollars, are known to break."""


def compile_checks(catalogue: Catalogue) -> Check:
    """The consistency rules of a catalogue, ready to be asked."""
    namespace: dict[str, object] = {"__builtins__": {}, "banded": banded, "derived": catalogue.derived, **BUILTINS}
    exec(compile(_source(catalogue), "<consistency>", "exec"), namespace)  # noqa: S102 - our own source, of checked expressions
    answers = cast("Callable[[Facts], tuple[Value, ...]]", namespace["answers"])  # cast: the source makes it so
    rules = catalogue.consistency
    return lambda facts: [rule for rule, answer in zip(rules, answers(facts), strict=True) if answer is True]


def _source(catalogue: Catalogue) -> str:
    names = Locals()
    read = set[str]().union(*(read_by(rule.never, catalogue) for rule in catalogue.consistency))
    needed = [derived for derived in catalogue.derived.values() if derived.name in read]
    lines = [line for derived in needed for line in _worked_out(derived, catalogue, names)]
    answers = "".join(f"{source_of(rule.never, names)}, " for rule in catalogue.consistency)
    return "\n".join(_function([*names.loads(), *lines, f"return ({answers})"])) + "\n"


def _worked_out(derived: Derived, catalogue: Catalogue, names: Locals) -> Iterator[str]:
    value, variable = source_of(derived.value, names), names.fact(derived.name)
    worked_out = f"banded(derived[{derived.name!r}], {value})" if derived.bands else value
    condition = f"if {variable} is None: " if derived.name in catalogue.facts else ""
    yield f"{condition}{variable} = {worked_out}"


def _function(body: Iterable[str]) -> Iterator[str]:
    yield "def answers(facts):"
    yield "    get = facts.get"
    yield from (f"    {line}" for line in body)
