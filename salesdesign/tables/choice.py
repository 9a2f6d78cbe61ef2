"""What is recommended of ranked options, as columns: one, weighed against what there is today, or several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdesign.model.expression import Comparison
from salesdesign.model.pack import POINT, Decision
from salesdesign.model.ranking import Verdict
from salesdesign.tables.columns import Column, Constant, Joined, Kind, OneOf, Unknown
from salesdesign.tables.folding import (
    FALSE,
    case,
    compared,
    every,
    flagged,
    opposite,
    smallest,
    summed,
    surely,
)
from salesdesign.tables.lower import NOWHERE, lowered
from salesdesign.tables.program import Steps
from salesdesign.tables.standing import Leaders, Standing, minus


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """The choice of one option."""

    chosen: Column
    current: Column
    lead: Column
    """Of the best fit over today's option, in whole thousandths."""
    verdict: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """The choice of several options."""

    chosen: Column
    """The ids, best first, with commas between them; empty where none is chosen."""
    flags: Mapping[str, Column]
    """Whether an option is chosen, by id."""


def choose_one(
    decision: Decision, among: Sequence[Standing], first_two: Leaders, facts: Mapping[str, Column], steps: Steps
) -> One:
    """The best fit, or today's option where leaving it would not pay."""
    current = _current(decision, facts)
    if isinstance(current, Unknown):
        return One(chosen=first_two.best_fit, current=current, lead=Unknown(Kind.WHOLE), verdict=current)
    today = every((first_two.spoken, surely(OneOf(current, tuple(item.net.option for item in among)))))
    own_net = case([(_is(current, item), item.net.net) for item in among], Constant(0))
    lead = steps.add(f"{decision.id}_lead", case([(today, minus(first_two.best_net, own_net))], Unknown(Kind.WHOLE)))
    closed = case([(_is(current, item), item.closed) for item in among], FALSE)
    settled = lowered(decision.settled, facts) if decision.settled else Constant(True)
    verdict = steps.add(
        f"{decision.id}_verdict",
        case([(opposite(today), Unknown(Kind.TEXT)), *_verdicts(decision, lead, closed, settled)], _word("change")),
    )
    kept = compared(Comparison.EQUAL, verdict, _word("keep"))
    today_stays = [(every((kept, _is(current, item))), Constant(item.net.option)) for item in among]
    return One(
        chosen=steps.add(f"{decision.id}_chosen", case(today_stays, first_two.best_fit)),
        current=current,
        lead=lead,
        verdict=verdict,
    )


def choose_several(decision: Decision, among: Sequence[Standing], facts: Mapping[str, Column], steps: Steps) -> Several:
    """Every open option that reaches the threshold and that something speaks for, within the limits."""
    at_most = _at_most(decision, facts)
    reaching = [_reaching(decision, item, steps) for item in among]
    places = [_place(place, among, reaching, decision.id, steps) for place in range(len(among))]
    flags = {
        item.net.option: steps.add(
            f"{decision.id}_{item.net.option}_chosen", every((reaches, compared(Comparison.BELOW, place, at_most)))
        )
        for item, reaches, place in zip(among, reaching, places, strict=True)
    }
    named = list(zip(flags.items(), places, strict=True))
    texts = [
        case(
            [
                (every((flag, compared(Comparison.EQUAL, place, Constant(at)))), Constant(name))
                for (name, flag), place in named
            ],
            Unknown(Kind.TEXT),
        )
        for at in range(len(among))
    ]
    return Several(chosen=Joined(tuple(texts)), flags=flags)


def _current(decision: Decision, facts: Mapping[str, Column]) -> Column:
    return facts.get(decision.current, NOWHERE)


def _is(current: Column, item: Standing) -> Column:
    return compared(Comparison.EQUAL, current, Constant(item.net.option))


def _word(verdict: str) -> Constant:
    return Constant(str(Verdict(verdict)))


def _verdicts(decision: Decision, lead: Column, closed: Column, settled: Column) -> list[tuple[Column, Column]]:
    inertia = decision.inertia * POINT
    return [
        (closed, _word("change")),
        (compared(Comparison.AT_MOST, lead, Constant(inertia)), _word("keep")),
        (compared(Comparison.AT_MOST, lead, Constant(2 * inertia)), _word("pilot")),
        (surely(opposite(settled)), _word("pilot")),
    ]


def _at_most(decision: Decision, facts: Mapping[str, Column]) -> Column:
    everything = Constant(len(decision.options))
    limits = [case([(lowered(limit.when, facts), Constant(limit.at_most))], everything) for limit in decision.limits]
    return smallest((everything, *limits))


def _reaching(decision: Decision, item: Standing, steps: Steps) -> Column:
    enough = compared(Comparison.AT_LEAST, item.net.net, Constant(decision.threshold * POINT))
    return steps.add(
        f"{decision.id}_{item.net.option}_reaches", every((opposite(item.closed), item.net.speaks_for, enough))
    )


def _place(at: int, among: Sequence[Standing], reaching: Sequence[Column], name: str, steps: Steps) -> Column:
    """How many of the reaching options are better than this one."""
    own = among[at]
    better = [
        flagged(every((reaches, compared(Comparison.ABOVE, other.key, own.key))))
        for other, reaches in zip(among, reaching, strict=True)
        if other is not own
    ]
    return steps.add(f"{name}_{own.net.option}_place", summed(better))
