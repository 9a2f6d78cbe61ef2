"""The rules that a policy can switch: their names, how they are asked, and how they are taken where nobody says."""

from collections.abc import Callable

from salesdesign.policy.checks import growth, knowledge, limits, reports, structure
from salesdesign.policy.policy import Policy
from salesdesign.policy.severity import Severity
from salesdesign.policy.subject import Answers, Subject
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRule:
    """A question that `check` asks of every facts file."""

    id: str
    """Reads as what is wrong."""
    title: str
    help: str
    severity: Severity
    """Where the policy names none."""
    ask: Callable[[Subject], Answers]
    asked_of: Callable[[Subject], bool] = lambda _: True
    """Of which subjects it is asked at all."""

    def severity_in(self, policy: Policy) -> Severity:
        """How a policy takes it."""
        return policy.severity.get(self.id, self.severity)


RULES = (
    PolicyRule(
        id="structure-excluded",
        title="Today's structure is ruled out",
        help="A gate of the rule pack closes the structure that is in place. Change it, or correct the facts.",
        severity=Severity.ERROR,
        ask=structure.excluded,
    ),
    PolicyRule(
        id="structure-behind",
        title="Today's structure trails the best by more than the policy allows",
        help="The best structure leads today's by more net points than `margin`. Reorganise, or allow more.",
        severity=Severity.ERROR,
        ask=structure.behind,
    ),
    PolicyRule(
        id="confidence-low",
        title="The advice is less certain than the policy asks for",
        help="Fewer draws than `confidence` come to the same choice. Find out what is unknown before you reorganise.",
        severity=Severity.WARNING,
        ask=knowledge.confidence,
    ),
    PolicyRule(
        id="fact-unknown",
        title="A required fact is not known",
        help="A fact of `required` is not stated and does not follow from others. Find it out and write it down.",
        severity=Severity.WARNING,
        ask=knowledge.required,
    ),
    PolicyRule(
        id="facts-old",
        title="The facts are older than the policy allows",
        help="`company.as_of` lies more than `max_age_days` back. Bring the facts up to date, then the date.",
        severity=Severity.WARNING,
        ask=knowledge.age,
        asked_of=knowledge.dated,
    ),
    PolicyRule(
        id="phase-over",
        title="A sign shows that the stage of growth is over",
        help="A trigger of the next stage is met, and the company still stands in the one before. Take the next step.",
        severity=Severity.WARNING,
        ask=growth.phase_over,
        asked_of=growth.staged,
    ),
    PolicyRule(
        id="budget-broken",
        title="The budget does not carry today's people",
        help="There are more people than the budget pays for by the benchmarks of the rule pack.",
        severity=Severity.WARNING,
        ask=limits.budget,
        asked_of=limits.budgeted,
    ),
    PolicyRule(
        id="span-broken",
        title="A manager leads more people than the policy allows",
        help="People per first-line manager exceed `max_span`. Add a manager, or let a senior colleague lead a team.",
        severity=Severity.WARNING,
        ask=limits.span,
        asked_of=limits.led,
    ),
    PolicyRule(
        id="report-stale",
        title="A committed report is not what the facts give",
        help="The report of `reports` is missing or out of date. Write it again with `salesdesign report`.",
        severity=Severity.ERROR,
        ask=reports.up_to_date,
        asked_of=reports.named,
    ),
)

RULE_IDS = tuple(rule.id for rule in RULES)

BY_ID = {rule.id: rule for rule in RULES}
