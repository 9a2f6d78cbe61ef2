"""What speaks against the chosen option, and what to do about it."""

from collections.abc import Iterable

from salesdesign.model.advice import OptionAdvice
from salesdesign.model.pack import Remark
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose, Tone
from salesdesign.reporting.phrasing import lowered, sentence, the_option
from salesdesign.reporting.sections.reasons import criterion_point
from salesdesign.reporting.view import View


def against(view: View) -> tuple[Block, ...]:
    """Criteria and drawbacks against the chosen option that show in this company; empty without a choice."""
    chosen = view.chosen
    if chosen is None:
        return ()
    points = (*_criteria(chosen), *_cons(view, chosen))
    if not points:
        return (Prose(phrases=(Phrase(text=f"No fact given speaks against {the_option(view, chosen)}."),)),)
    return (Points(items=points),)


def _criteria(chosen: OptionAdvice) -> Iterable[Point]:
    for criterion in sorted((part for part in chosen.criteria if part.net < 0), key=lambda part: part.net):
        yield criterion_point(criterion)


def _cons(view: View, chosen: OptionAdvice) -> Iterable[Point]:
    described = view.option(view.pack.main, chosen.id)
    cons = [con for con in (described.cons if described else ()) if view.holds(con.when)]
    for con in sorted(cons, key=lambda con: con.when is None):
        yield _con(view, con)


def _con(view: View, con: Remark) -> Point:
    remedy = f"What to do: {lowered(sentence(view.fill(con.mitigation)))}" if con.mitigation else ""
    return Point(
        text=sentence(view.fill(con.text)),
        more=remedy,
        evidence=con.evidence[:1],
        tone=Tone.AGAINST,
        id=f"con-{con.id}",
    )
