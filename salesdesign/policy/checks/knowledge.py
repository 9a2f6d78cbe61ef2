"""Whether enough is known, and whether it is recent and firm enough."""

from datetime import date

from salesdesign.facts.names import AS_OF
from salesdesign.model.catalogue import Priority
from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.wording.numbers import counted, share


def required(subject: Subject) -> Answer:
    """Faults for required facts that are neither stated nor derived."""
    return Answer(
        faults=tuple(
            Fault(
                subject=fact,
                expected="that it is stated",
                found=f"{fact} is not known.",
                mend=_question(subject, fact),
                facts=(fact,),
            )
            for fact in required_facts(subject)
            if subject.advice.facts.get(fact) is None
        )
    )


def required_facts(subject: Subject) -> tuple[str, ...]:
    """The facts that have to be known."""
    if subject.policy.required is not None:
        return subject.policy.required
    facts = subject.pack.catalogue.facts.values()
    return tuple(fact.name for fact in facts if fact.priority is Priority.MUST)


def age(subject: Subject) -> Answer:
    """A fault where the facts are too old, or from a day to come."""
    stated = subject.advice.facts.get(AS_OF)
    if stated is None:
        return Answer(unmade=f"Not known: {AS_OF}.", facts=(AS_OF,))
    days, most = (subject.today - date.fromisoformat(str(stated))).days, subject.policy.max_age_days
    if 0 <= days <= most:
        return Answer()
    old = f"The facts are {counted(days, 'day')} old ({stated})."
    found = old if days > 0 else f"The facts are dated {stated}, after {subject.today.isoformat()}."
    expected = f"facts of the last {counted(most, 'day')}"
    mend = f"Go through the facts, then set {AS_OF}."
    return Answer(faults=(Fault(subject=AS_OF, expected=expected, found=found, mend=mend, facts=(AS_OF,)),))


def confidence(subject: Subject) -> Answer:
    """Faults where the choice stands in too few draws."""
    main = subject.advice.decisions[subject.pack.main]
    if main.confidence is None or not main.chosen:
        return Answer(unmade="The advice does not say how certain it is.")
    least = subject.policy.confidence
    both = (
        ("judgement", main.confidence.judgement, "our judgement", _JUDGEMENT),
        ("facts", main.confidence.facts, "what is unknown", _FACTS),
    )
    return Answer(
        faults=tuple(
            Fault(
                subject=f"{subject.pack.main}.{kind}",
                expected=f"the choice stands in {share(least)} of the draws",
                found=f"It stands in {share(value)} when {what} varies.",
                mend=mend,
                facts=(subject.pack.decision(subject.pack.main).current,),
            )
            for kind, value, what, mend in both
            if value < least
        )
    )


_JUDGEMENT = "The choice hangs on weights: look at the runner-up before you move, or pilot."
_FACTS = "Find out what is unknown first: the report lists the facts most worth knowing."


def _question(subject: Subject, fact: str) -> str:
    known = subject.pack.catalogue.facts.get(fact)
    return f"Answer: {known.question}" if known else "State the facts that it follows from."
