"""An answer other than the one that a case expects, told so that a person sees why."""

from salesdesign.cases.case import Case
from salesdesign.model.advice import DecisionAdvice, OptionAdvice
from salesdesign.records import dataclass

_TELLING = 4
"""Rules that a failure names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What a case expects and does not get."""

    case: Case
    about: str
    """The key of `expect`: structure, rules.one-trusted-person, text."""
    wrong: str
    """What was wanted and what came out instead."""
    why: tuple[str, ...] = ()
    """Lines that help to see the reason."""

    def __str__(self) -> str:
        head = f"{self.case.file}:{self.case.line}: {self.case.id} ({self.case.name}): {self.about}: {self.wrong}"
        return "\n".join([head, *(f"    {line}" for line in self.why)])


def explained(decision: DecisionAdvice, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """How the options of a decision stand, and which rules put the chosen one before the best of the wanted ones."""
    came = next((option for option in decision.options if option.id in decision.chosen), None)
    due = next((option for option in decision.options if option.id in wanted), None)
    stand = f"nets: {', '.join(_standing(option) for option in decision.options)}"
    if came is None or due is None or came is due:
        return (stand,)
    return (stand, _told(came, due, came.net - due.net), _told(due, came, None))


def _told(one: OptionAdvice, other: OptionAdvice, lead: float | None) -> str:
    """The rules for one option rather than another; where there is a lead, those that make it by themselves show."""
    tipped = [
        f"{rule} {points:+g}{' (tips it alone)' if lead is not None and points >= lead > 0 else ''}"
        for rule, points in tipping(one, other)[:_TELLING]
    ]
    return f"for {one.id} rather than {other.id}: {', '.join(tipped) or 'no rule'}"


def tipping(one: OptionAdvice, other: OptionAdvice) -> list[tuple[str, float]]:
    """The rules that favour one option over another, with the net points by which they do, strongest first."""
    mine, theirs = by_rule(one), by_rule(other)
    leads = {rule: round(mine.get(rule, 0) - theirs.get(rule, 0), 3) for rule in mine.keys() | theirs.keys()}
    return sorted(((rule, lead) for rule, lead in leads.items() if lead > 0), key=lambda pair: (-pair[1], pair[0]))


def by_rule(option: OptionAdvice) -> dict[str, float]:
    """The net points that each rule gives an option."""
    return {rule.id: part.weight * rule.points for part in option.criteria for rule in part.rules}


def _standing(option: OptionAdvice) -> str:
    closed = ", ".join(gate.gate for gate in option.excluded_by)
    return f"{option.id} {option.net:g}{f' (closed by {closed})' if closed else ''}"
