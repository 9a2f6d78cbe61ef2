"""A comparison as a Markdown page."""

from collections.abc import Callable, Iterable

from salesdesign.comparing.differences import Comparison, DecisionMove
from salesdesign.comparing.moves import PlanMove, PlanSide
from salesdesign.comparing.plan_told import amount, chance, verdict
from salesdesign.comparing.told import told
from salesdesign.reporting.escaping import markdown
from salesdesign.reporting.phrasing import capital, signed
from salesdesign.wording.numbers import number


def to_markdown(comparison: Comparison, headings: tuple[str, str]) -> str:
    """The page; `headings` name the two sides."""
    before, after = map(markdown, headings)
    lines = [f"# {before} → {after}", "", *bullets(told(comparison))]
    lines += _table("Facts", ("Fact", before, after), _facts(comparison))
    lines += _table("Net points", ("Option", before, after), _options(comparison.decisions[0]))
    lines += _table("Plan", ("Figure", before, after), _plan(comparison.plan))
    lines += _table("Rules that speak differently", ("Rule", "Was", "Is", "Moves"), _rules(comparison))
    return "\n".join(lines) + "\n"


def bullets(lines: Iterable[str]) -> list[str]:
    """Plain texts as a list, made harmless."""
    return [f"- {markdown(line)}" for line in lines]


def _facts(comparison: Comparison) -> list[tuple[str, ...]]:
    return [(fact.title, fact.before or "unknown", fact.after or "unknown") for fact in comparison.facts]


def _options(move: DecisionMove) -> list[tuple[str, ...]]:
    return [
        (option.name, _net(option.net_before, option.closed_before), _net(option.net_after, option.closed_after))
        for option in move.options
    ]


def _net(net: float | None, closed: tuple[str, ...]) -> str:
    if net is None:
        return "none"
    return f"{signed(net)} (ruled out)" if closed else signed(net)


def _plan(move: PlanMove | None) -> list[tuple[str, ...]]:
    if move is None:
        return []
    sides = (move.before, move.after)
    figures: list[tuple[str, Callable[[PlanSide], str]]] = [
        ("Can it be carried out?", verdict),
        ("First quarter", lambda side: side.start or "no date"),
        ("People after a year", lambda side: number(side.people_year)),
        ("People at its end", lambda side: f"{number(side.people_end)} ({side.end})"),
        ("Hires", lambda side: number(side.hires)),
        ("Cost of its first year", lambda side: amount(side, side.cost)),
        ("Budget of that year", lambda side: amount(side, side.budget)),
        ("Bookings wanted in it", lambda side: amount(side, side.wanted)),
        ("Bookings expected in it", lambda side: amount(side, side.expected)),
        ("Chance to meet its target", chance),
    ]
    rows = [(name, *map(told_of, sides)) for name, told_of in figures]
    return [*rows, *((f"{capital(role.name)} at its end", str(role.before), str(role.after)) for role in move.roles)]


def _rules(comparison: Comparison) -> list[tuple[str, ...]]:
    return [
        (rule.rule, _word(rule.before), _word(rule.after), _moved(rule.moved))
        for move in comparison.decisions
        for rule in move.rules
        if rule.moved
    ]


def _word(outcome: str | None) -> str:
    return outcome.replace("_", " ") if outcome else "absent"


def _moved(moved: dict[str, float]) -> str:
    return ", ".join(f"{option.replace('_', ' ')} {signed(points)}" for option, points in moved.items())


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return []
    cells = [" | ".join(markdown(cell) for cell in row) for row in rows]
    rule = " | ".join("---" for _ in heads)
    return ["", f"## {title}", "", f"| {' | '.join(heads)} |", f"| {rule} |", *(f"| {row} |" for row in cells)]
