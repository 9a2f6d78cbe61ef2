"""A comparison in a few lines: what changed, what moved because of it, and what tipped it."""

from collections.abc import Iterable

from salesdesign.comparing.differences import Comparison, DecisionMove, FactChange, Listed, SegmentMove
from salesdesign.comparing.plan_told import plan_lines
from salesdesign.reporting.phrasing import lowered, rounded, sentence
from salesdesign.wording.numbers import counted, list_of

FACTS = 6
"""So many facts are named; the others are counted."""

TITLES = 4

SETS = 3


def told(comparison: Comparison) -> tuple[str, ...]:
    """The comparison as lines of plain text, the choice first; one line where nothing differs."""
    if comparison.same:
        return ("Nothing differs: the same facts, the same advice.",)
    main, *others = comparison.decisions
    return (
        *_rules(comparison),
        *_main(main, comparison),
        *(line for move in others for line in _other(move)),
        *_standing(others),
        *map(_segment, comparison.segments),
        *plan_lines(comparison.plan, comparison.unplanned, comparison.roadmap),
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
    nothing = "none" if move.several else "undecided"
    text = list_of(lowered(names.get(option, option)) for option in chosen) if chosen else nothing
    return f"{text} ({verdict})" if verdict else text


def _rules(comparison: Comparison) -> Iterable[str]:
    if comparison.before.rules != comparison.after.rules:
        yield "The two advices come from different rules."


def _main(move: DecisionMove, comparison: Comparison) -> Iterable[str]:
    """The decision that the advice is about: what it was and is, which facts decided, and what tipped it."""
    moved = f" Net points: {nets(move)}." if nets(move) else ""
    if move.moved:
        yield _choice(move)
        yield from _decisive(move, comparison)
        yield from _tipped(move, len(move.tipped))
        yield from filter(None, [moved.strip()])
    elif moved:
        yield f"{move.name}: stays {chosen_text(move, move.after, move.verdict_after)}.{moved}"


def _other(move: DecisionMove) -> Iterable[str]:
    if move.moved:
        yield _choice(move)
        yield from _tipped(move, 1)


def _choice(move: DecisionMove) -> str:
    before = chosen_text(move, move.before, move.verdict_before)
    return f"{move.name}: {before} → {chosen_text(move, move.after, move.verdict_after)}."


def _tipped(move: DecisionMove, most: int) -> Iterable[str]:
    for tip in move.tipped[:most]:
        facts = f" Changed facts behind it: {list_of(tip.facts)}." if tip.facts else ""
        yield f"What tipped it: {tip.what}{facts}"


def _decisive(move: DecisionMove, comparison: Comparison) -> Iterable[str]:
    """Which facts decided: those that bring the earlier choice back when they are put back."""
    sets = comparison.decisive
    if not sets:
        return
    texts = {fact.fact: fact_text(fact) for fact in comparison.facts}
    named = [list_of(texts[name] for name in names) for names in sets[:SETS]]
    more = [f"or one of {len(sets) - SETS} others"] if len(sets) > SETS else []
    many = len(sets) > 1
    which = ("any one of them" if many else "that alone") if len(sets[0]) == 1 else "any pair" if many else "both"
    back = chosen_text(move, move.before, None)
    yield f"What decided it: {'; '.join([*named, *more])}. With {which} put back, it would be {back} again."


def _standing(others: Iterable[DecisionMove]) -> Iterable[str]:
    """The other choices that stand although points moved, in one line: their points decide nothing."""
    stand = [
        f"{lowered(move.name)} ({chosen_text(move, move.after, move.verdict_after)})"
        for move in others
        if not move.moved and nets(move)
    ]
    if stand:
        yield sentence(f"As before: {list_of(stand)}")


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
