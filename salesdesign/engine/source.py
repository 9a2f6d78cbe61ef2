"""The Python source of a pack: one function that derives, and one function a decision that judges."""

import math
from collections.abc import Iterable

from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import source_of
from salesdesign.engine.prospects import question_of
from salesdesign.model.catalogue import Band, Catalogue, Derived
from salesdesign.model.pack import Decision, Pack, Rule


def pack_source(pack: Pack) -> str:
    """The source of a module with the function `derive`, and `judges`: by decision, the function that judges."""
    functions = [_derive(pack), *(_judge(place, decision) for place, decision in enumerate(pack.decisions))]
    judges = ", ".join(f"{decision.id!r}: judge_{place}" for place, decision in enumerate(pack.decisions))
    return "\n\n".join([*functions, f"judges = {{{judges}}}"]) + "\n"


def _derive(pack: Pack) -> str:
    names = Locals()
    lines = [
        line for derived in pack.catalogue.derived.values() for line in derived_source(derived, pack.catalogue, names)
    ]
    body = ["facts = {**stated}", "get = facts.get", *names.loads(), *lines, "return facts"]
    return _function("derive", body, "stated")


def derived_source(derived: Derived, catalogue: Catalogue, names: Locals) -> list[str]:
    """The statements that set one derived fact, or take out what an earlier round put in its place."""
    value = source_of(derived.value, names)
    variable, key = names.fact(derived.name), repr(derived.name)
    settled = [f"{variable} = {value}"]
    if derived.bands:
        settled = [f"band = {value}", f"{variable} = {_band('band', derived.bands)}"]
    kept = [f"if {variable} is not None:", f"    facts[{key}] = {variable}"]
    if derived.name in catalogue.facts:
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
    asked = [_asked(rule, names) for criterion in decision.criteria for rule in criterion.rules]
    parts = [
        _tuple(answer for answer, _ in asked),
        _tuple(exception for _, exception in asked),
        _tuple(source_of(gate.when, names) for gate in decision.gates),
        _tuple(source_of(limit.when, names) for limit in decision.limits),
        source_of(decision.settled, names) if decision.settled else "True",
    ]
    body = ["get = facts.get", *names.loads(), "return Answers(", *(f"    {part}," for part in parts), ")"]
    return _function(f"judge_{place}", body, "facts")


def _asked(rule: Rule, names: Locals) -> tuple[str, str]:
    """The source of a rule's answer, and the variable that then holds the truth of its exception."""
    question = source_of(question_of(rule), names)
    if rule.unless is None:
        return question, "False"
    exception = names.value()
    return f"False if ({exception} := {source_of(rule.unless, names)}) is True else {question}", exception


def _tuple(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _function(name: str, body: Iterable[str], argument: str) -> str:
    return "\n".join([f"def {name}({argument}):", *_indented(body)])


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]
