"""What a change of the rules does: to the pack itself, and to the advice of companies."""

from collections.abc import Iterable, Iterator, Mapping

from salesdesign.advise import advise
from salesdesign.cases.failure import by_rule
from salesdesign.engine.compile import Machine
from salesdesign.model.advice import DecisionAdvice, OptionAdvice
from salesdesign.model.company import Company
from salesdesign.model.pack import Gate, Pack, Rule
from salesdesign.records import dataclass

_TELLING = 4
"""Rules that a move names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """Ids of rules, gates and criteria that one pack has and the other has not, or has otherwise."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A decision about a company that comes out otherwise."""

    company: str
    decision: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    rules: tuple[tuple[str, float], ...]
    """What moved the lead of the new choice over the old one, by rule, in net points; strongest first."""

    def __str__(self) -> str:
        moved = ", ".join(f"{rule} {points:+g}" for rule, points in self.rules[:_TELLING]) or "a gate or a limit"
        return f"{self.company}: {self.decision}: {_named(self.before)} -> {_named(self.after)} ({moved})"


def edits(old: Pack, new: Pack) -> Edits:
    """What was changed in the rules, gates and weights of a pack."""
    before, after = dict(_parts(old)), dict(_parts(new))
    return Edits(
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        changed=tuple(name for name in after if name in before and before[name] != after[name]),
    )


def moves(company: Mapping[str, Company], old: Machine, new: Machine) -> tuple[Move, ...]:
    """What comes out otherwise for a company; it is given as each pack read it, under "old" and "new"."""
    before = advise(company["old"], old.pack, machine=old)
    after = advise(company["new"], new.pack, machine=new)
    found = []
    for name in (name for name in after.decisions if name in before.decisions):
        one, other = before.decisions[name], after.decisions[name]
        if one.chosen != other.chosen:
            move = Move(
                company=after.company, decision=name, before=one.chosen, after=other.chosen, rules=_moved(one, other)
            )
            found.append(move)
    return tuple(found)


def _parts(pack: Pack) -> Iterator[tuple[str, object]]:
    """Everything that can move a decision, by a name of its own."""
    for decision in pack.decisions:
        yield f"{decision.id}: options", tuple(option.id for option in decision.options)
        yield f"{decision.id}: settings", (decision.scale, decision.threshold, decision.inertia, decision.settled)
        yield from ((gate.id, _told(gate)) for gate in decision.gates)
        for criterion in decision.criteria:
            yield f"{decision.id}.{criterion.id}", criterion.weight
            yield from ((rule.id, _told(rule)) for rule in criterion.rules)


def _told(part: Rule | Gate) -> object:
    """What is told of a rule or a gate, without its reason: that moves nothing."""
    if isinstance(part, Gate):
        return part.kind, part.options, part.when
    return part.when, part.over, part.unless, dict(part.points)


def _moved(before: DecisionAdvice, after: DecisionAdvice) -> tuple[tuple[str, float], ...]:
    """By rule, how much the lead of the new choice over the old one grew."""
    gained = _leads(after, after.chosen, before.chosen)
    had = _leads(before, after.chosen, before.chosen)
    grown = {rule: round(gained.get(rule, 0) - had.get(rule, 0), 3) for rule in gained.keys() | had.keys()}
    return tuple(sorted(((rule, by) for rule, by in grown.items() if by), key=lambda pair: (-abs(pair[1]), pair[0])))


def _leads(decision: DecisionAdvice, mine: Iterable[str], theirs: Iterable[str]) -> Mapping[str, float]:
    options = {option.id: option for option in decision.options}
    ours, others = _first(mine, options), _first(theirs, options)
    return {rule: ours.get(rule, 0) - others.get(rule, 0) for rule in ours.keys() | others.keys()}


def _first(names: Iterable[str], options: Mapping[str, OptionAdvice]) -> Mapping[str, float]:
    found = next((options[name] for name in names if name in options), None)
    return {} if found is None else by_rule(found)


def _named(names: tuple[str, ...]) -> str:
    return " and ".join(names) or "nothing"
