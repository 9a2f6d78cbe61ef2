"""Why the chosen option: criterion by criterion, adding up to its net points exactly."""

from collections.abc import Iterable

from salesdesign.model.advice import CriterionTrace, OptionAdvice, RuleTrace
from salesdesign.model.pack import Remark
from salesdesign.reporting.blocks import (
    Block,
    ContributionRow,
    Contributions,
    Details,
    Phrase,
    Point,
    Points,
    Prose,
    Share,
    Tone,
)
from salesdesign.reporting.phrasing import capital, exact, rounded, sentence, spoke, the_option
from salesdesign.reporting.selection import claims_of, met_rules
from salesdesign.reporting.view import View

HALF_WIDTH = 50.0
BESIDES = Prose(phrases=(Phrase(text="What it brings here besides:"),))


def reasons(view: View) -> tuple[Block, ...]:
    """What speaks for the chosen option, the sum, and the same for every other option; empty without a choice."""
    chosen = view.chosen
    if chosen is None:
        return ()
    points = tuple(criterion_point(part) for part in _by_net(chosen) if part.net > 0)
    here, anywhere = _pros(view, chosen)
    return (
        *([Points(items=points)] if points else []),
        *((BESIDES, Points(items=here)) if here else ()),
        contributions(view),
        *_folded(f"What {the_option(view, chosen)} brings anywhere", anywhere),
        Details(summary="Every rule that spoke", blocks=(_rules(view, chosen),)),
    )


def criterion_point(criterion: CriterionTrace) -> Point:
    """A criterion with its reasons and what they come to."""
    rules = [rule for rule in met_rules(criterion) if (rule.points > 0) == (criterion.net > 0)]
    return Point(
        label=capital(criterion.name),
        text=" ".join(dict.fromkeys(sentence(rule.because) for rule in rules)),
        evidence=claims_of(rules),
        tone=Tone.FOR if criterion.net > 0 else Tone.AGAINST,
        worth=rounded(criterion.net),
        id=f"criterion-{criterion.id}",
    )


def contributions(view: View) -> Contributions:
    """The net points that each criterion gives each option."""
    options = view.main.options
    largest = max((abs(part.net) for option in options for part in option.criteria), default=0.0) or 1.0
    names = [part.id for part in _in_order(view)]
    heard = [name for name in names if any(spoke(_part(option, name)) for option in options)]
    return Contributions(
        caption="Net points for and against each option, by criterion, to the tenth",
        options=tuple(option.name for option in options),
        closed=tuple(option.name for option in options if option.excluded_by),
        rows=tuple(_contribution(options, name, largest) for name in heard),
        totals=tuple(rounded(option.net) for option in options),
    )


def _in_order(view: View) -> Iterable[CriterionTrace]:
    """The criteria by what they give the recommended option, else as the pack has them."""
    return _by_net(view.chosen) if view.chosen else view.main.options[0].criteria


def _by_net(option: OptionAdvice) -> list[CriterionTrace]:
    return sorted(option.criteria, key=lambda part: -part.net)


def _contribution(options: tuple[OptionAdvice, ...], name: str, largest: float) -> ContributionRow:
    parts = [_part(option, name) for option in options]
    return ContributionRow(
        id=name,
        name=parts[0].name,
        weight=exact(parts[0].weight),
        shares=tuple(_share(part, largest) for part in parts),
    )


def _share(part: CriterionTrace, largest: float) -> Share:
    tone = Tone.FOR if part.net > 0 else Tone.AGAINST if part.net < 0 else Tone.NEUTRAL
    return Share(
        net=part.net,
        text=rounded(part.net) if part.net else "·",
        tone=tone,
        width=round(HALF_WIDTH * abs(part.net) / largest, 1),
    )


def _part(option: OptionAdvice, name: str) -> CriterionTrace:
    return next(part for part in option.criteria if part.id == name)


def _pros(view: View, chosen: OptionAdvice) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """What the option brings because this company is what it is, and what it brings anywhere."""
    described = view.option(view.pack.main, chosen.id)
    pros = described.pros if described else ()
    here = tuple(_pro(view, pro) for pro in pros if pro.when is not None and view.holds(pro.when))
    return here, tuple(_pro(view, pro) for pro in pros if pro.when is None)


def _pro(view: View, pro: Remark) -> Point:
    return Point(text=sentence(view.fill(pro.text)), evidence=pro.evidence[:1], tone=Tone.FOR, id=f"pro-{pro.id}")


def _folded(summary: str, points: tuple[Point, ...]) -> Iterable[Block]:
    if points:
        yield Details(summary=summary, blocks=(Points(items=points),))


def _rules(view: View, chosen: OptionAdvice) -> Points:
    told = _told_above(chosen)
    said: dict[str, tuple[RuleTrace, list[str]]] = {}
    for option in view.main.options:
        for rule in (rule for part in option.criteria for rule in met_rules(part)):
            said.setdefault(rule.id, (rule, []))[1].append(f"{option.name} {rounded(rule.points)}")
    return Points(items=tuple(_rule(rule, gave, told) for rule, gave in said.values()))


def _told_above(chosen: OptionAdvice) -> frozenset[str]:
    """The rules whose reasons stand among those for or against the chosen option."""
    return frozenset(
        rule.id for part in chosen.criteria for rule in met_rules(part) if (rule.points > 0) == (part.net > 0)
    )


def _rule(rule: RuleTrace, gave: list[str], told: frozenset[str]) -> Point:
    """A rule with what it gave; with its reason, too, where no other place tells it."""
    above = rule.id in told
    return Point(
        label=rule.id,
        text="" if above else sentence(rule.because),
        more=", ".join(gave),
        evidence=() if above else rule.evidence[:1],
        id=f"rule-{rule.id}",
    )
