"""Small decisions to try things on."""

from collections.abc import Mapping

from salesdesign.conditions import parse_condition
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.decide import decide
from salesdesign.engine.evaluate import findings
from salesdesign.model.expression import Expression, Value
from salesdesign.model.pack import Choose, Criterion, Decision, Gate, GateKind, Limit, Option, Points, Rule
from salesdesign.model.ranking import Finding, Ranking
from tests.strategies import SCOPE, pack_of


def when(text: str, unless: str = "", **points: Points) -> Rule:
    """A rule with a condition."""
    condition = _condition(text)
    return Rule(id=text, when=condition, unless=_condition(unless), asks=text, points=points, because="", evidence=())


def over(fact: str, unless: str = "", **points: Points) -> Rule:
    """A rule over a fact."""
    return Rule(id=fact, over=fact, unless=_condition(unless), asks=fact, points=points, because="", evidence=())


def criterion(identifier: str, weight: float, *rules: Rule) -> Criterion:
    """A criterion."""
    return Criterion(id=identifier, name=identifier, weight=weight, rules=rules)


def gate(kind: GateKind, text: str, *options: str) -> Gate:
    """A gate, named by what it asks."""
    condition = parse_condition(text, SCOPE)
    return Gate(id=text, kind=kind, options=options, when=condition, asks=text, because="", evidence=())


def limit(text: str, at_most: int) -> Limit:
    """A limit."""
    return Limit(when=parse_condition(text, SCOPE), at_most=at_most, because="")


def decision(*criteria: Criterion, options: str = "raft boat ship") -> Decision:
    """A decision between vessels."""
    listed = tuple(Option(id=option, name=option, summary="") for option in options.split())
    return Decision(id="vessel", name="", question="", choose=Choose.ONE, options=listed, criteria=criteria)


def found(rule: Rule, facts: Mapping[str, Value]) -> Finding:
    """What one rule comes to."""
    return findings_of(decision(criterion("only", 1.0, rule)), facts)[0]


def findings_of(asked: Decision, facts: Mapping[str, Value]) -> tuple[Finding, ...]:
    """What the rules of a decision come to."""
    machine = compile_pack(pack_of(asked))
    return findings(machine, asked, machine.derive(facts))


def decided(asked: Decision, facts: Mapping[str, Value], **weights: float) -> Ranking:
    """The decision, taken."""
    machine = compile_pack(pack_of(asked))
    return decide(machine, asked, machine.derive(facts), weights)


def _condition(text: str) -> Expression | None:
    return parse_condition(text, SCOPE) if text else None
