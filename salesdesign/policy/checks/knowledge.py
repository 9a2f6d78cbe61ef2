"""Whether enough is known, and whether it is recent and firm enough."""

from datetime import date

from salesdesign.facts.names import AS_OF
from salesdesign.model.catalogue import Priority
from salesdesign.policy.subject import Answers, Fault, Subject, Unasked, not_known
from salesdesign.wording.numbers import counted, share


def required(subject: Subject) -> Answers:
    """Faults for required facts that are neither stated nor derived."""
    for fact in required_facts(subject):
        if subject.advice.facts.get(fact) is None:
            yield Fault(
                subject=fact,
                expected="that it is stated",
                found=f"{_title(subject, fact)}: not known.",
                mend=_question(subject, fact),
                facts=(fact,),
            )


def required_facts(subject: Subject) -> tuple[str, ...]:
    """The facts that have to be known."""
    if subject.policy.required is not None:
        return subject.policy.required
    facts = subject.pack.catalogue.facts.values()
    return tuple(fact.name for fact in facts if fact.priority is Priority.MUST)


def age(subject: Subject) -> Answers:
    """A fault where the facts are too old, or from a day to come."""
    stated = subject.advice.facts.get(AS_OF)
    if stated is None:
        yield not_known(AS_OF)
        return
    days, most = (subject.today - date.fromisoformat(str(stated))).days, subject.policy.max_age_days
    if not 0 <= days <= most:
        old = f"The facts are {counted(days, 'day')} old ({stated})."
        yield Fault(
            subject=AS_OF,
            expected=f"facts of the last {counted(most, 'day')}",
            found=old if days > 0 else f"The facts are dated {stated}, after {subject.today.isoformat()}.",
            mend=f"Go through the facts, then set {AS_OF}.",
            facts=(AS_OF,),
        )


def dated(subject: Subject) -> bool:
    """Whether the pack asks when facts were true."""
    return AS_OF in subject.pack.catalogue.facts


def confidence(subject: Subject) -> Answers:
    """Faults where the choice stands in too few draws."""
    main, least = subject.advice.decisions[subject.pack.main], subject.policy.confidence
    if main.confidence is None or not main.chosen:
        yield Unasked(because="The advice does not say how certain it is.")
        return
    both = (
        ("judgement", main.confidence.judgement, "our judgement", _JUDGEMENT),
        ("facts", main.confidence.facts, "what is unknown", _FACTS),
    )
    for kind, value, what, mend in both:
        if value < least:
            yield Fault(
                subject=f"{subject.pack.main}.{kind}",
                expected=f"the choice stands in {share(least)} of the draws",
                found=f"It stands in {share(value)} when {what} varies.",
                mend=mend,
                facts=(subject.pack.decision(subject.pack.main).current,),
            )


_JUDGEMENT = "The choice hangs on weights: look at the runner-up before you move, or pilot."
_FACTS = "Find out what is unknown first: the report lists the facts most worth knowing."


def _title(subject: Subject, fact: str) -> str:
    known = subject.pack.catalogue.facts.get(fact) or subject.pack.catalogue.derived.get(fact)
    return known.title if known else fact


def _question(subject: Subject, fact: str) -> str:
    known = subject.pack.catalogue.facts.get(fact)
    return f"Answer: {known.question}" if known else "State the facts that it follows from."
