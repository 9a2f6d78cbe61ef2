"""How the market is divided, what support sellers need, and segments with structures of their own."""

from collections.abc import Iterable

from salesdesign.model.advice import OptionAdvice, SegmentAdvice
from salesdesign.model.pack import Decision
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Point, Points, Prose, Table, Tone
from salesdesign.reporting.phrasing import bare, exact, lowered, people, readable, rounded, sentence
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.trust import together
from salesdesign.reporting.selection import claims_of, reasons_against, reasons_for
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, list_of, number, share

REASONS = 3
HALF = 0.5


def other_decision(view: View, asked: Decision) -> tuple[Block, ...]:
    """The options of a decision that are called for, with reasons and amounts; then why the others are not."""
    name = asked.id
    if name not in view.advice.decisions:
        return ()
    decision = view.advice.decisions[name]
    chosen = [option for option in decision.options if option.id in decision.chosen]
    rest = [option for option in decision.options if option.id not in decision.chosen]
    points = (
        *(_called_for(view, name, option) for option in chosen),
        *_left_out(view, asked, rest),
    )
    opening = f"Called for: {list_of(lowered(option.name) for option in chosen)}." if chosen else _none(asked)
    sure = (Phrase(text=text) for text in together(view, name))
    phrases = (Phrase(text=opening, strong=True), *_limits(view, asked, name), *sure)
    return (Prose(phrases=phrases), Points(items=points))


def segments(view: View) -> tuple[Block, ...]:
    """Each segment with the answer of its own; empty where the company names none."""
    found = view.advice.segments
    if not found:
        return ()
    columns = (
        Column(title="Segment"),
        Column(title="Share of the target", numeric=True),
        Column(title="Structure"),
        Column(title="Lead in net points", numeric=True),
        Column(title="Why"),
    )
    rows = tuple(_segment(segment) for segment in found)
    return (
        Prose(phrases=(Phrase(text=_segments_differ(view)),)),
        Table(caption="Each segment taken by itself", columns=columns, rows=rows),
        *_teams(view, found),
    )


def _called_for(view: View, name: str, option: OptionAdvice) -> Point:
    rules = reasons_for(option)[:REASONS]
    described = view.option(name, option.id)
    because = " ".join(sentence(rule.because) for rule in rules)
    return Point(
        label=option.name,
        text=because or (described.summary if described else ""),
        more=f"{_amount(option)} {_in_the_plan(view, option)}".strip(),
        evidence=claims_of(rules)[:1],
        tone=Tone.FOR,
    )


def _amount(option: OptionAdvice) -> str:
    amount = option.amount
    if amount is None:
        return ""
    held = f", held by {amount.held_by}" if amount.held_by else ""
    because = f" {sentence(amount.because)}" if amount.because else ""
    return f"How much: {people(amount.people)}{held}.{because}"


def _in_the_plan(view: View, option: OptionAdvice) -> str:
    """How many the plan ends with, where that is another number; empty where it is the same or there is no plan."""
    plan, amount = view.advice.plan, option.amount
    if plan is None or amount is None:
        return ""
    then = sum(row.end for row in plan.people if row.role == option.id and row.quarter == plan.quarters[-1])
    return f"The plan ends with {people(then)}, for a larger team." if then > amount.people + HALF else ""


def _left_out(view: View, asked: Decision, rest: Iterable[OptionAdvice]) -> Iterable[Point]:
    """Why the others are not called for; those with the same reason together."""
    alike: dict[str, list[str]] = {}
    for option in rest:
        why = f"{_why_not(view, asked, option)} {_later(view, option)}".strip()
        alike.setdefault(why, []).append(lowered(option.name))
    return (Point(label=capitalised(list_of(names)), text=text) for text, names in alike.items())


def _later(view: View, option: OptionAdvice) -> str:
    """That the plan hires for it once there are sellers enough; empty where it never does."""
    plan, event = view.advice.plan, f"first_{option.id}"
    quarter = next((one.quarter for one in plan.milestones if one.event == event), None) if plan else None
    return f"In the plan there are sellers enough for it in {quarter}, and the first person starts." if quarter else ""


def _why_not(view: View, asked: Decision, option: OptionAdvice) -> str:
    gates = " ".join(readable(view, sentence(gate.because)) for gate in option.excluded_by)
    return gates or _short(asked, option)


def _short(asked: Decision, option: OptionAdvice) -> str:
    rules = reasons_against(option) if option.net < 0 else reasons_for(option)
    reason = f" {sentence(rules[0].because)}" if rules else ""
    if option.net >= asked.threshold:
        return f"Counts too, at {bare(option.net)}, but not at the same time.{reason}"
    if not any(part.net for part in option.criteria):
        return "Nothing in the facts given speaks for it."
    if option.net < 0:
        return f"On balance against it ({rounded(option.net)}).{reason}"
    return f"{rounded(option.net)} of the {exact(asked.threshold)} net points that it takes.{reason}"


def _none(asked: Decision) -> str:
    return f"None for now: nothing reaches the {exact(asked.threshold)} net points that it takes."


def _limits(view: View, asked: Decision, name: str) -> Iterable[Phrase]:
    decision = view.advice.decisions[name]
    reached = [option for option in decision.options if option.net >= asked.threshold and not option.excluded_by]
    if len(reached) <= len(decision.chosen):
        return
    limit = next((limit for limit in asked.limits if view.holds(limit.when)), None)
    if limit:
        yield Phrase(text=sentence(view.fill(limit.because)), evidence=limit.evidence)


def _segments_differ(view: View) -> str:
    answers = {segment.structure.chosen for segment in view.advice.segments}
    if len(answers) == 1:
        return "Every segment comes to the same answer, so one structure serves them all."
    return "The segments come to different answers, so the organisation is a mix of structures."


def _segment(segment: SegmentAdvice) -> tuple[Cell, ...]:
    chosen = next((option for option in segment.structure.options if option.id in segment.structure.chosen), None)
    rules = reasons_for(chosen)[:1] if chosen else ()
    margin = segment.structure.margin
    return (
        Cell(text=segment.name),
        Cell(text=share(segment.share)),
        Cell(text=chosen.name if chosen else "not decided"),
        Cell(text=number(margin) if margin is not None else "alone"),
        Cell(text=" ".join(sentence(rule.because) for rule in rules), evidence=rules[0].evidence if rules else ()),
    )


def _teams(view: View, found: tuple[SegmentAdvice, ...]) -> Iterable[Block]:
    points = tuple(Point(label=segment.name, text=_team(view, segment)) for segment in found if segment.team)
    if points:
        yield Prose(phrases=(Phrase(text="The teams at the end of the plan:"),))
        yield Points(items=points)


def _team(view: View, segment: SegmentAdvice) -> str:
    held = [f"{number(count)} {role_name(view, role, count)}" for role, count in segment.team.items() if count]
    return f"{capitalised(list_of(held))}."
