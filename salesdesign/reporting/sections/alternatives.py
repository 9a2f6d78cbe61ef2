"""Why not the runner-up, nor any other option, and when each would win."""

from collections.abc import Iterable

from salesdesign.model.advice import CriterionTrace, OptionAdvice
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Point, Prose, Table
from salesdesign.reporting.phrasing import bare, capital, lowered, readable, rounded, sentence, the_option
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of

COLUMNS = (Column(title="Option"), Column(title="Why not here"), Column(title="The better answer where"))
NAMED = 3
"""So many criteria are named as those that made the difference."""


def alternatives(view: View) -> tuple[Block, ...]:
    """The nearest alternative at length, and every other in a row; empty where there is none."""
    chosen = view.chosen
    if chosen is None:
        return tuple(_table(view, [option for option in view.main.options if option.excluded_by]))
    return (*_runner_up(view, chosen), *_table(view, [*view.rivals[1:], *_ruled_out(view)]))


def other(view: View, option: OptionAdvice) -> Point:
    """An option that is not recommended: why not, and when it would be the better answer."""
    where = better_where(view, option)
    return Point(
        label=option.name,
        text=_why_not(view, option),
        more=f"Better where {lowered(where)}" if where else "",
        evidence=_against(option),
    )


def better_where(view: View, option: OptionAdvice) -> str:
    """The company for which the option is the better answer; empty where the pack does not say."""
    described = view.option(view.pack.main, option.id)
    return sentence(view.fill(described.wins_when)) if described and described.wins_when else ""


def _table(view: View, options: Iterable[OptionAdvice]) -> Iterable[Block]:
    rows = tuple(
        (
            Cell(text=option.name),
            Cell(text=_why_not(view, option), evidence=_against(option)),
            Cell(text=better_where(view, option)),
        )
        for option in options
    )
    if rows:
        yield Table(caption="Every other option", columns=COLUMNS, rows=rows)


def _why_not(view: View, option: OptionAdvice) -> str:
    gates = " ".join(readable(view, sentence(gate.because)) for gate in option.excluded_by)
    return f"Ruled out. {gates}" if gates else _short_of(view, option)


def _against(option: OptionAdvice) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for gate in option.excluded_by for claim in gate.evidence[:1]))


def difference(chosen: OptionAdvice, rival: OptionAdvice) -> tuple[tuple[str, float], ...]:
    """By criterion, the net points that the chosen option has over the rival; the largest in size first."""
    theirs = {part.id: part.net for part in rival.criteria}
    gaps = [(_label(part), part.net - theirs.get(part.id, 0.0)) for part in chosen.criteria]
    return tuple(sorted((gap for gap in gaps if gap[1]), key=lambda gap: (-abs(gap[1]), gap[0])))


def _runner_up(view: View, chosen: OptionAdvice) -> Iterable[Block]:
    if not view.rivals:
        return
    rival = view.rivals[0]
    gaps = difference(chosen, rival)
    phrases = [f"{capital(the_option(view, rival))} {_standing(chosen, rival)}."]
    phrases += _tellers(gaps, the_option(view, chosen), 1)
    phrases += _tellers(gaps, the_option(view, rival), -1)
    where = better_where(view, rival)
    phrases += [f"It is the better answer where {lowered(where)}"] if where else []
    yield Prose(phrases=tuple(Phrase(text=phrase) for phrase in phrases if phrase))


def _tellers(gaps: tuple[tuple[str, float], ...], name: str, sign: int) -> list[str]:
    named = [f"{label} ({rounded(gap * sign)})" for label, gap in gaps if gap * sign > 0]
    if not named:
        return []
    shown, hidden = named[:NAMED], len(named) - NAMED
    more = [f"{hidden} more"] if hidden > 0 else []
    verb = "speak" if len(named) > 1 else "speaks"
    return [f"{capital(list_of([*shown, *more]))} {verb} for {name}."]


def _short_of(view: View, option: OptionAdvice) -> str:
    chosen = view.chosen
    if chosen is None:
        return "What is known does not speak for it."
    gaps = [f"{label} ({rounded(-gap)})" for label, gap in difference(chosen, option) if gap > 0][:NAMED]
    made = f" What makes the difference: {list_of(gaps)}." if gaps else ""
    return f"{capital(_distance(chosen, option))}.{made}"


def _distance(chosen: OptionAdvice, rival: OptionAdvice) -> str:
    gap = chosen.net - rival.net
    if gap == 0:
        return "level in net points"
    return f"{bare(gap)} {'behind' if gap > 0 else 'ahead'}"


def _standing(chosen: OptionAdvice, rival: OptionAdvice) -> str:
    gap = chosen.net - rival.net
    return (
        f"fits better by {bare(gap)}, too little to leave what is there"
        if gap < 0
        else f"comes next, {_distance(chosen, rival)}"
    )


def _ruled_out(view: View) -> tuple[OptionAdvice, ...]:
    return tuple(option for option in view.closed if option.id not in view.main.chosen)


def _label(part: CriterionTrace) -> str:
    return lowered(part.name)
