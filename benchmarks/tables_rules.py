"""A rule pack of any size with the same rules in the languages of other engines, and companies to ask them about."""

import random
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
import polars as pl

from salesdesign.model.catalogue import Catalogue, Choice, Fact, FactType
from salesdesign.model.expression import AllOf, AnyOf, Compare, Comparison, Expression, FactOf, Literal
from salesdesign.model.pack import Choose, Criterion, Decision, Gate, GateKind, Library, Option, Pack, Rule

NUMBERS = tuple(f"n{place}" for place in range(15))
WORDS = tuple(f"w{place}" for place in range(6))
TRUTHS = tuple(f"t{place}" for place in range(4))
CHOICES = ("red", "green", "blue", "white")
OPTIONS = ("first", "second", "third")

Json: TypeAlias = Any  # whatever JSON holds


def pack_of(rules: int, seed: int = 1) -> Pack:
    """A pack with one decision between three options, six rules to a criterion, two gates.

    Six rules of half a point never exceed what a criterion may say, so that engines without a limit can add them up.
    """
    chance = random.Random(seed)
    asked = [_rule(place, chance) for place in range(rules)]
    criteria = tuple(
        Criterion(id=f"c{at}", name=f"c{at}", weight=float(chance.choice([1, 2, 3])), rules=tuple(asked[at : at + 6]))
        for at in range(0, rules, 6)
    )
    decision = Decision(
        id="structure",
        name="Structure",
        question="Which?",
        choose=Choose.ONE,
        options=tuple(Option(id=option, name=option, summary=option) for option in OPTIONS),
        criteria=criteria,
        gates=(_gate("small", "n0", "third"), _gate("slow", "n1", "second")),
    )
    return Pack(
        name="benchmark",
        version="1",
        digest="",
        main="structure",
        stages="",
        catalogue=_catalogue(),
        decisions=(decision,),
        sources={},
        claims={},
        contradictions=(),
        benchmarks={},
        library=Library(),
    )


def rules_of(pack: Pack) -> list[Rule]:
    """All rules, in their order."""
    return [rule for decision in pack.decisions for criterion in decision.criteria for rule in criterion.rules]


def companies(rows: int, unknown: float = 0.15, seed: int = 1) -> pl.DataFrame:
    """Companies of which each fact is unknown with this chance."""
    chance = np.random.default_rng(seed)
    columns: dict[str, pl.Series] = {}
    for name in (*NUMBERS, *WORDS, *TRUTHS):
        known = pl.Series(chance.random(rows) >= unknown)
        values = _values(name, rows, chance)
        columns[f"facts.{name}"] = values.zip_with(known, pl.Series([None], dtype=values.dtype).new_from_index(0, rows))
    return pl.DataFrame(columns)


def _values(name: str, rows: int, chance: np.random.Generator) -> pl.Series:
    if name in NUMBERS:
        return pl.Series(np.round(chance.random(rows) * 100, 1))
    if name in WORDS:
        return pl.Series(CHOICES).gather(chance.integers(0, len(CHOICES), rows))
    return pl.Series(chance.random(rows) < 0.5)


def _catalogue() -> Catalogue:
    kinds = {**dict.fromkeys(NUMBERS, FactType.NUMBER), **dict.fromkeys(WORDS, FactType.CHOICE)}
    kinds |= dict.fromkeys(TRUTHS, FactType.YES_NO)
    facts = {
        f"facts.{name}": Fact(
            name=f"facts.{name}",
            type=kind,
            title=name,
            question=name,
            choices=tuple(Choice(id=choice, text=choice) for choice in CHOICES) if kind is FactType.CHOICE else (),
        )
        for name, kind in kinds.items()
    }
    return Catalogue(sections={"facts": "Facts"}, facts=facts, derived={})


def _rule(place: int, chance: random.Random) -> Rule:
    spoken = chance.sample(OPTIONS, chance.randint(1, 3))
    return Rule(
        id=f"r{place}",
        when=_question(chance),
        asks="",
        points={option: chance.choice([-500, 500]) for option in spoken},
        because="",
        evidence=(),
    )


def _gate(identifier: str, fact: str, option: str) -> Gate:
    when = Compare(Comparison.BELOW, FactOf(f"facts.{fact}"), Literal(20.0))
    return Gate(id=identifier, kind=GateKind.EXCLUDES, options=(option,), when=when, asks="", because="", evidence=())


def _question(chance: random.Random) -> Expression:
    parts = tuple(_comparison(chance) for _ in range(chance.choice([1, 1, 2, 2, 3])))
    if len(parts) == 1:
        return parts[0]
    return AllOf(parts) if chance.random() < 0.5 else AnyOf(parts)


def _comparison(chance: random.Random) -> Compare:
    kind = chance.random()
    if kind < 0.65:
        how = chance.choice([Comparison.AT_LEAST, Comparison.BELOW, Comparison.ABOVE, Comparison.AT_MOST])
        return Compare(how, FactOf(f"facts.{chance.choice(NUMBERS)}"), Literal(float(chance.randint(5, 95))))
    if kind < 0.9:
        return Compare(Comparison.EQUAL, FactOf(f"facts.{chance.choice(WORDS)}"), Literal(chance.choice(CHOICES)))
    return Compare(Comparison.EQUAL, FactOf(f"facts.{chance.choice(TRUTHS)}"), Literal(chance.random() < 0.5))


def written(expression: Expression, words: Mapping[str, str]) -> str:
    """A question as an engine without a third truth value has to ask it: before an order it asks for a value."""
    match expression:
        case AllOf(parts):
            return "(" + f" {words['and']} ".join(written(part, words) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + f" {words['or']} ".join(written(part, words) for part in parts) + ")"
        case Compare(Comparison.EQUAL, FactOf(name), Literal(value)):
            return f"({name.removeprefix('facts.')} == {_text(value)})"
        case Compare(how, FactOf(name), Literal(value)):
            fact = name.removeprefix("facts.")
            return f"({fact} != null {words['and']} {fact} {how} {_text(value)})"
    raise TypeError(expression)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else repr(value)


def as_json_logic(expression: Expression) -> Json:
    """The same as JSONLogic."""
    match expression:
        case AllOf(parts):
            return {"and": [as_json_logic(part) for part in parts]}
        case AnyOf(parts):
            return {"or": [as_json_logic(part) for part in parts]}
        case Compare(how, FactOf(name), Literal(value)):
            fact = {"var": name.removeprefix("facts.")}
            if how is Comparison.EQUAL:
                return {"===": [fact, value]}
            return {"and": [{"!==": [fact, None]}, {str(how): [fact, value]}]}
    raise TypeError(expression)


def points_of(pack: Pack, option: str) -> list[tuple[Rule, int]]:
    """Every rule that names an option, with its points times the weight of its criterion."""
    return [
        (rule, int(criterion.weight) * int(rule.points[option]))
        for criterion in pack.decisions[0].criteria
        for rule in criterion.rules
        if option in rule.points
    ]


Asks: TypeAlias = Callable[[Iterable[dict[str, Any]]], list[Any]]
"""The nets of the three options, in thousandths, for every company."""
