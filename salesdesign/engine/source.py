"""The Python source of a pack: one function that derives, and one function a decision that judges."""

import math
from collections.abc import Iterable

from salesdesign.conditions.python import Locals, source_of
from salesdesign.engine.prospects import question_of
from salesdesign.model.catalogue import Band, Derived
from salesdesign.model.pack import Decision, Pack, Rule


def pack_source(pack: Pack) -> str:
    """The source of a module with `derive` and the list `judges`, one for each decision in its order."""
    functions = [_derive(pack), *(_judge(place, decision) for place, decision in enumerate(pack.decisions))]
    names = ", ".join(f"judge_{place}" for place in range(len(pack.decisions)))
    return "\n\n".join([*functions, f"judges = [{names}]"]) + "\n"


def _derive(pack: Pack) -> str:
    names = Locals()
    lines = [line for derived in pack.catalogue.derived.values() for line in _derived(derived, pack, names)]
    body = ["facts = {**stated}", "get = facts.get", *names.loads(), *lines, "return facts"]
    return _function("derive", body, "stated")


def _derived(derived: Derived, pack: Pack, names: Locals) -> list[str]:
    """The statements that set one derived fact, or take out what an earlier round put in its place."""
    value = source_of(derived.value, names)
    variable, key = names.fact(derived.name), repr(derived.name)
    settled = [f"{variable} = {value}"]
    if derived.bands:
        settled = [f"band = {value}", f"{variable} = {_band('band', derived.bands)}"]
    kept = [f"if {variable} is not None:", f"    facts[{key}] = {variable}"]
    if derived.name in pack.catalogue.facts:
        return [f"if {variable} is None:", *_indented([*settled, *kept])]
    return [*settled, *kept, f"elif {key} in facts:", f"    del facts[{key}]"]


def _band(value: str, bands: tuple[Band, ...]) -> str:
    """The id of the highest band that a value reaches; unknown below the lowest."""
    chain = "".join(f"{band.id!r} if {_reaches(value, band)} else " for band in reversed(bands))
    return f"None if {value} is None else {chain}None"


def _reaches(value: str, band: Band) -> str:
    return "True" if band.start == -math.inf else f"{value} >= {band.start!r}"


def _judge(place: int, decision: Decision) -> str:
    names = Locals()
    rules = [rule for criterion in decision.criteria for rule in criterion.rules]
    exceptions = [_exception(rule, names) for rule in rules]
    answers = [_answer(rule, exception, names) for rule, exception in zip(rules, exceptions, strict=True)]
    settled = source_of(decision.settled, names) if decision.settled else "True"
    parts = [
        _tuple(answers),
        _tuple(variable for variable, _ in exceptions),
        _tuple(source_of(gate.when, names) for gate in decision.gates),
        _tuple(source_of(limit.when, names) for limit in decision.limits),
        settled,
    ]
    body = ["get = facts.get", *names.loads(), "return Answers(", *(f"    {part}," for part in parts), ")"]
    return _function(f"judge_{place}", body, "facts")


def _exception(rule: Rule, names: Locals) -> tuple[str, str]:
    """The variable that keeps the truth of a rule's exception, and its source; False where it has none."""
    if rule.unless is None:
        return "False", ""
    return names.value(), source_of(rule.unless, names)


def _answer(rule: Rule, exception: tuple[str, str], names: Locals) -> str:
    variable, source = exception
    asked = source_of(question_of(rule), names)
    return f"False if ({variable} := {source}) is True else {asked}" if source else asked


def _tuple(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _function(name: str, body: Iterable[str], argument: str) -> str:
    return "\n".join([f"def {name}({argument}):", *_indented(body)])


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]
