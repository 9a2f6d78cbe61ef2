"""Whether today's structure still fits."""

from collections.abc import Iterator

from salesdesign.model.advice import DecisionAdvice, OptionAdvice
from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.reporting.phrasing import bare, sentence


def excluded(subject: Subject) -> Answer:
    """Faults where a gate closes what is in place."""
    doubt = _doubt(subject)
    if doubt:
        return doubt
    return Answer(
        faults=tuple(
            Fault(
                subject=f"{where}{today.id}",
                expected="a structure that no gate closes",
                found=f"{where}{today.name} is ruled out: {sentence(today.excluded_by[0].because)}",
                mend=_change_to(taken, subject),
                facts=(_fact(subject),),
            )
            for where, taken, today in _in_place(subject)
            if today.excluded_by
        )
    )


def behind(subject: Subject) -> Answer:
    """Faults where what is in place trails the best by more than the policy allows."""
    doubt = _doubt(subject)
    if doubt:
        return doubt
    if _main(subject).best_fit is None:
        return Answer(unmade="What is known speaks for no structure.")
    most = margin(subject)
    faults = (_behind(subject, where, taken, today, most) for where, taken, today in _in_place(subject))
    return Answer(faults=tuple(fault for fault in faults if fault))


def margin(subject: Subject) -> float:
    """Net points by which today's structure may trail the best."""
    usual = 2 * subject.pack.decision(subject.pack.main).inertia
    return usual if subject.policy.margin is None else subject.policy.margin


def _behind(subject: Subject, where: str, taken: DecisionAdvice, today: OptionAdvice, most: float) -> Fault | None:
    best = next((option for option in taken.options if option.id == taken.best_fit), today)
    if round(best.net - today.net, 3) <= most:
        return None
    return Fault(
        subject=f"{where}{today.id}",
        expected=f"at most {bare(most)} behind the best structure",
        found=f"{where}{today.name} is {bare(best.net - today.net)} behind {best.name[:1].lower()}{best.name[1:]}.",
        mend=_change_to(taken, subject),
        facts=(_fact(subject),),
    )


def _change_to(taken: DecisionAdvice, subject: Subject) -> str:
    names = {option.id: option.name for option in taken.options}
    best = names.get(taken.best_fit or "", "")
    to = f"Move to {best[:1].lower()}{best[1:]}" if best else "Change the structure"
    return f"{to}, or correct {_fact(subject)}; `salesdesign recommend {subject.file}` says why."


def _in_place(subject: Subject) -> Iterator[tuple[str, DecisionAdvice, OptionAdvice]]:
    """The company's structure, and that of each segment that states one of its own."""
    stated = {segment.name for segment in subject.company.segments if _fact(subject) in segment.facts}
    decided = [("", _main(subject))]
    decided += [(f"{found.name}: ", found.structure) for found in subject.advice.segments if found.name in stated]
    for where, taken in decided:
        for option in taken.options:
            if option.id == taken.current:
                yield where, taken, option


def _doubt(subject: Subject) -> Answer | None:
    """Why the question cannot be asked; None where it can."""
    current = _main(subject).current
    if current is None:
        return Answer(unmade=f"Not known: {_fact(subject)}.", facts=(_fact(subject),))
    if not list(_in_place(subject)):
        wording = current.replace("_", " ")
        return Answer(unmade=f"Today's structure, {wording}, is not among those compared.", facts=(_fact(subject),))
    return None


def _main(subject: Subject) -> DecisionAdvice:
    return subject.advice.decisions[subject.pack.main]


def _fact(subject: Subject) -> str:
    return subject.pack.decision(subject.pack.main).current
