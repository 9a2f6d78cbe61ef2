"""A comparison in a few lines: what changed, what moved because of it, and what tipped it."""

from collections.abc import Iterable

from salesdesign.comparing.differences import Comparison, DecisionMove, FactChange, Listed, SegmentMove
from salesdesign.reporting.phrasing import lowered, rounded, sentence
from salesdesign.wording.numbers import counted, list_of

FACTS = 6
"""So many facts are named; the others are counted."""

TITLES = 4


def told(comparison: Comparison) -> tuple[str, ...]:
    """The comparison as lines of plain text, the choice first; one line where nothing differs."""
    if comparison.same:
        return ("Nothing differs: the same facts, the same advice.",)
    main, *others = comparison.decisions
    return (
        *_rules(comparison),
        *_decision(main, tips=len(main.tipped)),
        *(line for move in others for line in _decision(move, tips=1)),
        *_standing(comparison),
        *map(_segment, comparison.segments),
        *_facts(comparison.facts),
        *_listed("To do now", "No longer to do", comparison.practices),
        *_listed("Now a sign that the stage is over", "No longer a sign that the stage is over", comparison.triggers),
    )


def nets(move: DecisionMove) -> str:
    """How the options moved, in net points, those that stand still left out."""
    moved = [option for option in move.options if option.net_before != option.net_after]
    return "; ".join(f"{option.name} {_net(option.net_before)} → {_net(option.net_after)}" for option in moved)


def fact_text(change: FactChange) -> str:
    """A fact before and after."""
    return f"{change.title}: {change.before or 'unknown'} → {change.after or 'unknown'}"


def chosen_text(move: DecisionMove, chosen: tuple[str, ...], verdict: str | None) -> str:
    """What was chosen, by name, with the verdict on today's organisation."""
    names = {option.option: option.name for option in move.options}
    text = list_of(lowered(names.get(option, option)) for option in chosen) if chosen else "undecided"
    return f"{text} ({verdict})" if verdict else text


def _rules(comparison: Comparison) -> Iterable[str]:
    if comparison.before.rules != comparison.after.rules:
        yield "The two advices come from different rules."


def _decision(move: DecisionMove, *, tips: int) -> Iterable[str]:
    if not move.moved:
        return
    before = chosen_text(move, move.before, move.verdict_before)
    after = chosen_text(move, move.after, move.verdict_after)
    moved = nets(move)
    yield f"{move.name}: {before} → {after}." + (f" Net points: {moved}." if moved else "")
    for tip in move.tipped[:tips]:
        facts = f" Changed facts behind it: {list_of(tip.facts)}." if tip.facts else ""
        yield f"What tipped it: {tip.what}{facts}"


def _standing(comparison: Comparison) -> Iterable[str]:
    """The choices that stand although points moved."""
    for move in comparison.decisions:
        moved = nets(move)
        if not move.moved and moved:
            yield f"{move.name}: stays {chosen_text(move, move.after, move.verdict_after)}. Net points: {moved}."


def _segment(move: SegmentMove) -> str:
    before, after = (
        "no such segment" if chosen is None else list_of(chosen).replace("_", " ") or "undecided"
        for chosen in (move.before, move.after)
    )
    return f"Segment {move.segment}: {before} → {after}."


def _facts(facts: tuple[FactChange, ...]) -> Iterable[str]:
    if facts:
        more = f"; and {len(facts) - FACTS} more" if len(facts) > FACTS else ""
        texts = "; ".join(map(fact_text, facts[:FACTS]))
        yield f"{counted(len(facts), 'fact differs', 'facts differ')}: {texts}{more}."


def _listed(came: str, went: str, listed: Listed) -> Iterable[str]:
    for heading, titles in ((came, listed.came), (went, listed.went)):
        if titles:
            more = f"; and {len(titles) - TITLES} more" if len(titles) > TITLES else ""
            yield sentence(f"{heading}: {'; '.join(title.rstrip('.') for title in titles[:TITLES])}{more}")


def _net(net: float | None) -> str:
    return "none" if net is None else rounded(net)
