"""Everything in a pack that cites claims, asks a question or says something, in one form."""

from collections.abc import Iterator

from salesdesign.model.expression import Expression
from salesdesign.model.pack import Advised, Decision, Library, Option, Pack, Remark, Role
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a pack: where a person finds it, what it asks, says and cites."""

    place: str
    """"structure: rule one-trusted-person"."""
    id: str = ""
    asks: tuple[Expression, ...] = ()
    """What must hold for it to be said; where there are several, the question comes first."""
    unless: tuple[Expression, ...] = ()
    over: str = ""
    texts: tuple[str, ...] = ()
    """Those that are filled only while the question is answered with yes."""
    evidence: tuple[str, ...] = ()
    file: str = ""
    line: int = 0


def entries(pack: Pack) -> tuple[Entry, ...]:
    """All entries, decisions first, in the order of the pack."""
    decided = [entry for decision in pack.decisions for entry in _of_decision(decision)]
    options = {option.id: option for decision in pack.decisions for option in decision.options}
    described = [entry for option in options.values() for entry in _of_option(option)]
    return (*decided, *described, *_of_library(pack.library))


def _of_decision(decision: Decision) -> Iterator[Entry]:
    name = decision.id
    for gate in decision.gates:
        yield Entry(
            place=f"{name}: gate {gate.id}",
            id=gate.id,
            asks=(gate.when,),
            texts=(gate.because,),
            evidence=gate.evidence,
            file=gate.file,
            line=gate.line,
        )
    for rule in (rule for criterion in decision.criteria for rule in criterion.rules):
        yield Entry(
            place=f"{name}: rule {rule.id}",
            id=rule.id,
            asks=_asked(rule.when),
            unless=_asked(rule.unless),
            over=rule.over or "",
            texts=(rule.because,),
            evidence=rule.evidence,
            file=rule.file,
            line=rule.line,
        )
    for place, limit in enumerate(decision.limits, 1):
        where = f"{name}: limit {place}"
        yield Entry(place=where, asks=(limit.when,), texts=(limit.because,), evidence=limit.evidence)


def _of_option(option: Option) -> Iterator[Entry]:
    yield Entry(place=f"option {option.id}", id=option.id, evidence=option.evidence, file=option.file, line=1)
    for kind, remarks in (("pro", option.pros), ("con", option.cons)):
        yield from (_of_remark(f"option {option.id}: {kind} {remark.id}", remark) for remark in remarks)
    for place, amount in enumerate(option.amounts, 1):
        yield Entry(
            place=f"option {option.id}: amount {place}",
            asks=(amount.when, amount.people),
            texts=(amount.because,),
            evidence=amount.evidence,
            file=option.file,
        )


def _of_remark(place: str, remark: Remark) -> Entry:
    texts = (remark.text, remark.mitigation)
    return Entry(
        place=place,
        id=remark.id,
        asks=_asked(remark.when),
        texts=texts,
        evidence=remark.evidence,
        file=remark.file,
        line=remark.line,
    )


def _of_library(library: Library) -> Iterator[Entry]:
    for role in library.roles.values():
        yield from _of_role(role)
    for department in library.departments:
        yield Entry(place=f"department {department.id}", evidence=department.evidence)
    for practice in library.practices:
        yield _of_advised(f"practice {practice.id}", practice)
    for risk in library.risks:
        texts = (risk.text, risk.mitigation)
        yield Entry(
            place=f"risk {risk.id}",
            id=risk.id,
            asks=_asked(risk.when),
            texts=texts,
            evidence=risk.evidence,
            file=risk.file,
            line=risk.line,
        )
    for stage in library.stages.values():
        where = f"stage {stage.phase}"
        yield Entry(
            place=where,
            id=stage.phase,
            asks=_asked(stage.last_when),
            texts=(stage.last_because,),
            evidence=stage.evidence,
        )
        for trigger in stage.triggers:
            yield Entry(
                place=f"{where}: trigger {trigger.id}",
                id=trigger.id,
                asks=(trigger.when,),
                evidence=trigger.evidence,
                file=trigger.file,
                line=trigger.line,
            )
        yield from (_of_advised(f"{where}: action {action.id}", action) for action in stage.actions)


def _of_role(role: Role) -> Iterator[Entry]:
    yield Entry(place=f"role {role.id}", evidence=role.evidence)
    for pay in role.pay:
        yield Entry(place=f"role {role.id}: pay {pay.option}".rstrip(), evidence=pay.evidence)


def _of_advised(place: str, item: Advised) -> Entry:
    texts = (item.title, item.text, item.because, item.measure, item.stop)
    return Entry(
        place=place,
        id=item.id,
        asks=_asked(item.when),
        texts=texts,
        evidence=item.evidence,
        file=item.file,
        line=item.line,
    )


def _asked(*expressions: Expression | None) -> tuple[Expression, ...]:
    return tuple(expression for expression in expressions if expression is not None)
