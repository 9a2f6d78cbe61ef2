"""Options that can never be chosen, whatever a company is like: shown by a search for one that chooses them."""

from collections.abc import Iterator, Mapping

from salesdesign.advise.decisions import take_decisions
from salesdesign.conditions.solve import Found, Goal, Undecided
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.model.catalogue import FactType
from salesdesign.model.company import Company, Segment
from salesdesign.model.expression import Expression, Value
from salesdesign.model.pack import Decision, GateKind, Option, Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.subject import Subject
from salesdesign.pack.scope import DECIDED, SEGMENTS

CODE = "option-never-wins"
_COUNTED = (FactType.RECORDS, FactType.NUMBERS)
EXPLAINED = """\
A search looked for a company for which the option is chosen: it let every criterion speak for it, then for it and
against each rival, kept its gates open, and found none. Its rules are too weak beside those of others, or its gates
ask for what rules it out. Raise its points, loosen the gate, or leave the option away. (A search can miss one.)"""


def option_never_wins(subject: Subject) -> Iterator[Finding]:
    """Options of the decisions for which no company was found.

    Raises: Spent.
    """
    machine = compile_pack(subject.pack)
    for decision in subject.pack.decisions:
        for option in decision.options:
            if winner(decision, option, machine, subject) is None:
                wrong = f"No company was found for which {decision.id} chooses {option.id}."
                mend = "Look at its gates, and at what speaks for it beside its rivals."
                yield Finding(code=CODE, file=option.file, line=1, about=option.id, wrong=wrong, mend=mend)


def winner(decision: Decision, option: Option, machine: Machine, subject: Subject) -> Mapping[str, Value] | None:
    """Facts of a company for which an option is chosen; None where the search found none.

    Raises: Spent.
    """
    for against in (None, *(rival for rival in decision.options if rival is not option)):
        wished = _wished(decision, option, against, subject)
        facts = None if wished is None else with_earlier(wished.stated, subject)
        if facts is not None and option.id in _chosen(decision, facts, machine):
            return facts
    return None


def with_earlier(wished: Mapping[str, Value], subject: Subject) -> dict[str, Value]:
    """The facts, and with them those for which earlier decisions come out as wished, where these are not at odds.

    Raises: Spent.
    """
    before: dict[str, Value] = {}
    for decision in subject.pack.decisions:
        wanted = wished.get(f"{DECIDED}.{decision.id}")
        names = wanted if isinstance(wanted, tuple) else (wanted,)
        for option in (option for option in decision.options if option.id in names):
            found = _wished(decision, option, None, subject)
            before |= found.stated if found is not None else {}
    return {**before, **wished}


def _wished(decision: Decision, option: Option, against: Option | None, subject: Subject) -> Found | None:
    """Facts with which as much as possible speaks for an option, and against a rival, and its gates are open."""
    goals = [_open(gate.when, gate.kind) for gate in decision.gates if option.id in gate.options]
    avoided: list[Expression] = []
    found = _first(goals, avoided, subject, None)
    for criterion in sorted(decision.criteria, key=lambda criterion: -criterion.weight):
        for name, sign in ((option.id, 1), *(((against.id, -1),) if against else ())):
            most = subject.reach.furthest(criterion, name, sign)
            wished = _first([*goals, *most.goals], [*avoided, *most.avoided], subject, found)
            if wished is not None:
                goals, avoided, found = [*goals, *most.goals], [*avoided, *most.avoided], wished
    return found


def _open(condition: Expression, kind: GateKind) -> Goal:
    return Goal(condition, truth=kind is GateKind.REQUIRES)


def _first(goals: list[Goal], avoided: list[Expression], subject: Subject, near: Found | None) -> Found | None:
    try:
        return subject.solver.first(goals, avoided, near)
    except Undecided:
        return None


def _chosen(decision: Decision, facts: Mapping[str, Value], machine: Machine) -> tuple[str, ...]:
    """What a company with these facts is advised; facts that are decisions cannot be stated."""
    decided = take_decisions(company_of(facts, machine.pack), machine.pack, machine, {})
    return decided.rankings[decision.id].chosen


def company_of(facts: Mapping[str, Value], pack: Pack) -> Company:
    """A company that states these facts, as far as they can be stated: no decisions, no lists that are only counted."""
    known = pack.catalogue.facts
    stated = {name: value for name, value in facts.items() if name in known and known[name].type not in _COUNTED}
    markets = facts.get(SEGMENTS)
    names = markets if isinstance(markets, tuple) else ()
    segments = tuple(Segment(name=name.capitalize(), share=1 / len(names), facts={}) for name in names)
    return Company(name="", facts=stated, segments=segments)
