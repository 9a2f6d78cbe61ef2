"""Whether today's people fit the budget and the span of their managers."""

from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.wording.numbers import counted, number

SPAN = "headcount.span"
SPAN_BENCHMARK = "SPAN-01"
AFFORDABLE = "budget.affordable_people"
SELLERS = "headcount.sellers"
BUDGET = "budget.annual_sales"

_RAISE = "Raise the budget, or plan with fewer people. Where people earn less than in the US, state plan.pay_level."


def budget(subject: Subject) -> Answer:
    """A fault where the budget carries fewer sellers than there are."""
    sellers, affordable = subject.number(SELLERS), subject.number(AFFORDABLE)
    if sellers is None or affordable is None:
        missing = tuple(name for name in (SELLERS, BUDGET) if subject.number(name) is None) or (AFFORDABLE,)
        return Answer(unmade=f"Not known: {', '.join(missing)}.", facts=missing)
    if sellers <= affordable:
        return Answer()
    fault = Fault(
        subject=BUDGET,
        expected=f"a budget that carries {counted(sellers, 'seller')}",
        found=f"The budget carries {number(affordable)} by the benchmarks of the rule pack.",
        mend=_RAISE,
        facts=(BUDGET, SELLERS),
    )
    return Answer(faults=(fault,))


def span(subject: Subject) -> Answer:
    """A fault where a manager leads too many."""
    found, most = subject.number(SPAN), max_span(subject)
    if most is None:
        return Answer(unmade=f"The policy names no max_span, and the rule pack has no benchmark {SPAN_BENCHMARK}.")
    if found is None:
        return Answer(unmade=f"Not known: {SPAN} (sellers over managers).", facts=("headcount.managers", SELLERS))
    if found <= most:
        return Answer()
    fault = Fault(
        subject=SPAN,
        expected=f"at most {counted(most, 'seller')} a manager",
        found=f"A manager leads {number(found)}.",
        mend="Add a manager, or let a senior seller lead a team.",
        facts=("headcount.managers", SELLERS),
    )
    return Answer(faults=(fault,))


def max_span(subject: Subject) -> float | None:
    """Sellers that a manager may lead; None where neither policy nor rule pack says."""
    if subject.policy.max_span is not None:
        return subject.policy.max_span
    benchmark = subject.pack.benchmarks.get(SPAN_BENCHMARK)
    return benchmark.high if benchmark else None
