"""Two advices compared."""

from collections.abc import Iterable

from salesdesign.comparing.decisive import decisive
from salesdesign.comparing.differences import Comparison, DecisionMove, Listed, OptionMove, SegmentMove, Side
from salesdesign.comparing.facts import fact_changes, read_by_rules
from salesdesign.comparing.plans import plan_move, stage_moves
from salesdesign.comparing.rules import rule_changes
from salesdesign.comparing.state import State
from salesdesign.comparing.tipping import what_tipped
from salesdesign.engine.compile import Machine
from salesdesign.model.advice import Advice, DecisionAdvice, OptionAdvice
from salesdesign.model.pack import Choose, Decision
from salesdesign.reporting.view import view_of


def compare(before: State, after: State, machine: Machine) -> Comparison:
    """What differs between two advices of one pack, and why; their plans as well where both have one."""
    old, new, pack = before.advice, after.advice, machine.pack
    views = view_of(old, pack), view_of(new, pack)
    facts = fact_changes(*views)
    differ = frozenset(change.fact for change in facts)
    reads = read_by_rules(pack)
    read = frozenset(name for names in reads.values() for name in names)
    return Comparison(
        before=_side(old),
        after=_side(new),
        facts=facts,
        decisions=tuple(
            _decision(decision, (old.decisions[decision.id], new.decisions[decision.id]), reads, differ)
            for decision in sorted(pack.decisions, key=lambda decision: decision.id != pack.main)
        ),
        decisive=decisive(before, after, machine, [change.fact for change in facts if change.fact in read]),
        segments=_segments(old, new),
        practices=_listed(_practices(old), _practices(new)),
        triggers=_listed(_triggers(old), _triggers(new)),
        plan=plan_move(*views),
        unplanned=(before.unplanned, after.unplanned),
        roadmap=stage_moves(old, new),
    )


def _side(advice: Advice) -> Side:
    as_of = str(advice.facts.get("company.as_of") or "")
    return Side(company=advice.company, as_of=as_of, rules=advice.pack.digest)


def _decision(
    decision: Decision,
    sides: tuple[DecisionAdvice, DecisionAdvice],
    reads: dict[str, frozenset[str]],
    differ: frozenset[str],
) -> DecisionMove:
    before, after = sides
    rules = rule_changes(before, after, reads, differ)
    changed = {name: tuple(sorted(facts & differ)) for name, facts in reads.items()}
    return DecisionMove(
        decision=decision.id,
        name=decision.name,
        before=before.chosen,
        after=after.chosen,
        verdict_before=before.verdict,
        verdict_after=after.verdict,
        options=_options(before, after),
        rules=rules,
        tipped=what_tipped(before, after, rules, changed),
        several=decision.choose is Choose.SEVERAL,
    )


def _options(before: DecisionAdvice, after: DecisionAdvice) -> tuple[OptionMove, ...]:
    old, new = ({option.id: option for option in side.options} for side in (before, after))
    return tuple(_option(option, old.get(option), new.get(option)) for option in {**new, **old})


def _option(option: str, old: OptionAdvice | None, new: OptionAdvice | None) -> OptionMove:
    named = new or old
    return OptionMove(
        option=option,
        name=named.name if named else option,
        net_before=old.net if old else None,
        net_after=new.net if new else None,
        closed_before=_gates(old),
        closed_after=_gates(new),
    )


def _gates(option: OptionAdvice | None) -> tuple[str, ...]:
    return tuple(gate.gate for gate in option.excluded_by) if option else ()


def _segments(before: Advice, after: Advice) -> tuple[SegmentMove, ...]:
    old, new = ({segment.name: segment.structure.chosen for segment in side.segments} for side in (before, after))
    return tuple(
        SegmentMove(segment=name, before=old.get(name), after=new.get(name))
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    )


def _practices(advice: Advice) -> dict[str, str]:
    return {practice.id: practice.title for practice in advice.practices}


def _triggers(advice: Advice) -> dict[str, str]:
    """The signs that show that today's stage is over."""
    following = advice.roadmap[1:2]
    return {trigger.id: trigger.text for stage in following for trigger in stage.trigger if trigger.outcome == "met"}


def _listed(old: dict[str, str], new: dict[str, str]) -> Listed:
    return Listed(came=_missing(new, old), went=_missing(old, new))


def _missing(titles: dict[str, str], other: dict[str, str]) -> tuple[str, ...]:
    missing: Iterable[str] = (title for name, title in titles.items() if name not in other)
    return tuple(missing)
