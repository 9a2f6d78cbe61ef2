"""Whether today's structure still fits."""

from collections.abc import Iterator

from salesdesign.model.advice import DecisionAdvice, OptionAdvice
from salesdesign.policy.subject import Answers, Fault, Subject, Unasked, not_known
from salesdesign.reporting.phrasing import bare, lowered, sentence


def excluded(subject: Subject) -> Answers:
    """Faults where a gate closes what is in place."""
    places = list(_in_place(subject))
    if not places:
        yield _nothing_in_place(subject)
    for where, taken, today in places:
        if today.excluded_by:
            yield Fault(
                subject=f"{where}{today.id}",
                expected="a structure that no gate closes",
                found=f"{where}{today.name} is ruled out: {sentence(today.excluded_by[0].because)}",
                mend=_change_to(taken, subject),
                facts=(_fact(subject),),
            )


def behind(subject: Subject) -> Answers:
    """Faults where what is in place trails the best by more than the policy allows."""
    most, places = margin(subject), list(_in_place(subject))
    if not places:
        yield _nothing_in_place(subject)
    elif not any(taken.best_fit for _, taken, _ in places):
        yield Unasked(because="What is known speaks for no structure.")
    for where, taken, today in places:
        best = next((option for option in taken.options if option.id == taken.best_fit), today)
        if round(best.net - today.net, 3) > most:
            yield Fault(
                subject=f"{where}{today.id}",
                expected=f"at most {bare(most)} behind the best structure",
                found=f"{where}{today.name} is {bare(best.net - today.net)} behind {lowered(best.name)}.",
                mend=_change_to(taken, subject),
                facts=(_fact(subject),),
            )


def margin(subject: Subject) -> float:
    """Net points by which today's structure may trail the best."""
    usual = 2 * subject.pack.decision(subject.pack.main).inertia
    return usual if subject.policy.margin is None else subject.policy.margin


def _change_to(taken: DecisionAdvice, subject: Subject) -> str:
    names = {option.id: option.name for option in taken.options}
    best = names.get(taken.best_fit or "", "")
    to = f"Move to {lowered(best)}" if best else "Change the structure"
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


def _nothing_in_place(subject: Subject) -> Unasked:
    """Why today's structure cannot be judged."""
    current = _main(subject).current
    if current is None:
        return not_known(_fact(subject))
    wording = current.replace("_", " ")
    return Unasked(because=f"Today's structure, {wording}, is not among those compared.", facts=(_fact(subject),))


def _main(subject: Subject) -> DecisionAdvice:
    return subject.advice.decisions[subject.pack.main]


def _fact(subject: Subject) -> str:
    return subject.pack.decision(subject.pack.main).current
