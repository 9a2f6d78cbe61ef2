"""Whether today's people fit the budget and the span of their managers."""

from salesdesign.policy.subject import Answers, Fault, Subject, Unasked, not_known
from salesdesign.wording.numbers import counted, number

SPAN_BENCHMARK = "SPAN-01"

_RAISE = "Raise the budget, or plan with fewer people. Where people earn less than in the US, state plan.pay_level."


def budget(subject: Subject) -> Answers:
    """A fault where the budget carries fewer people than there are."""
    counts, voice = subject.pack.voice.counts, subject.pack.voice
    people, affordable = subject.number(counts.people), subject.number(counts.affordable)
    if people is None or affordable is None:
        yield not_known(*_missing(subject, counts.people, counts.budget) or [counts.affordable])
    elif people > affordable:
        yield Fault(
            subject=counts.budget,
            expected=f"a budget that carries {counted(people, voice.person, voice.people)}",
            found=f"The budget carries {number(affordable)} by the benchmarks of the rule pack.",
            mend=_RAISE,
            facts=(counts.budget, counts.people),
        )


def span(subject: Subject) -> Answers:
    """A fault where a manager leads too many."""
    counts, voice = subject.pack.voice.counts, subject.pack.voice
    found, most = subject.number(counts.span), max_span(subject)
    if most is None:
        yield Unasked(because=f"The policy names no max_span, and the rule pack has no benchmark {SPAN_BENCHMARK}.")
    elif found is None and subject.number(counts.managers) == 0:
        yield Unasked(because="There is no manager yet.", facts=(counts.managers,))
    elif found is None:
        yield not_known(*_missing(subject, counts.managers, counts.people) or [counts.span])
    elif found > most:
        yield Fault(
            subject=counts.span,
            expected=f"at most {counted(most, voice.person, voice.people)} a manager",
            found=f"A manager leads {counted(found, voice.person, voice.people)}.",
            mend=f"Add a manager, or let a senior {voice.person} lead a team.",
            facts=(counts.managers, counts.people),
        )


def budgeted(subject: Subject) -> bool:
    """Whether the pack says how many people a budget pays for."""
    return bool(subject.pack.voice.counts.affordable)


def led(subject: Subject) -> bool:
    """Whether the pack counts people by manager."""
    return bool(subject.pack.voice.counts.span)


def _missing(subject: Subject, *facts: str) -> list[str]:
    return [name for name in facts if subject.number(name) is None]


def max_span(subject: Subject) -> float | None:
    """How many people a manager may lead; None where neither policy nor rule pack says."""
    if subject.policy.max_span is not None:
        return subject.policy.max_span
    benchmark = subject.pack.benchmarks.get(SPAN_BENCHMARK)
    return benchmark.high if benchmark else None
