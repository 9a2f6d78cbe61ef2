"""Whether today's people fit the budget and the span of their managers."""

from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.wording.numbers import counted, number

SPAN_BENCHMARK = "SPAN-01"

_RAISE = "Raise the budget, or plan with fewer people. Where people earn less than in the US, state plan.pay_level."


def budget(subject: Subject) -> Answer:
    """A fault where the budget carries fewer people than there are."""
    counts, voice = subject.pack.voice.counts, subject.pack.voice
    people, affordable = subject.number(counts.people), subject.number(counts.affordable)
    if people is None or affordable is None:
        asked = (counts.people, counts.budget)
        missing = tuple(name for name in asked if subject.number(name) is None) or (counts.affordable,)
        return Answer(unmade=f"Not known: {', '.join(missing)}.", facts=missing)
    if people <= affordable:
        return Answer()
    fault = Fault(
        subject=counts.budget,
        expected=f"a budget that carries {counted(people, voice.person, voice.people)}",
        found=f"The budget carries {number(affordable)} by the benchmarks of the rule pack.",
        mend=_RAISE,
        facts=(counts.budget, counts.people),
    )
    return Answer(faults=(fault,))


def span(subject: Subject) -> Answer:
    """A fault where a manager leads too many."""
    counts, voice = subject.pack.voice.counts, subject.pack.voice
    found, most, asked = subject.number(counts.span), max_span(subject), (counts.managers, counts.people)
    if most is None:
        return Answer(unmade=f"The policy names no max_span, and the rule pack has no benchmark {SPAN_BENCHMARK}.")
    if found is None:
        return Answer(unmade=f"Not known: {counts.span} ({voice.people} over managers).", facts=asked)
    if found <= most:
        return Answer()
    fault = Fault(
        subject=counts.span,
        expected=f"at most {counted(most, voice.person, voice.people)} a manager",
        found=f"A manager leads {number(found)}.",
        mend=f"Add a manager, or let a senior {voice.person} lead a team.",
        facts=asked,
    )
    return Answer(faults=(fault,))


def max_span(subject: Subject) -> float | None:
    """How many people a manager may lead; None where neither policy nor rule pack says."""
    if subject.policy.max_span is not None:
        return subject.policy.max_span
    benchmark = subject.pack.benchmarks.get(SPAN_BENCHMARK)
    return benchmark.high if benchmark else None
