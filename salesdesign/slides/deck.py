"""Which pages the deck has, in the order in which a board asks, and whom each of them quotes."""

from collections.abc import Iterable

from salesdesign.model.advice import Advice, OptionAdvice
from salesdesign.model.pack import Pack
from salesdesign.reporting.blocks import Fate, Figure, OrgNode
from salesdesign.reporting.notes import sources_of
from salesdesign.reporting.phrasing import (
    bare,
    capital,
    lowered,
    rounded,
    sentence,
    shown,
    subject,
    the_option,
    title_of,
)
from salesdesign.reporting.sections import alternatives, answer, chart, glance, roadmap, trust, turning, verdict
from salesdesign.reporting.sections.diagnosis import comes_first
from salesdesign.reporting.sections.planned.summary import figures as planned_figures
from salesdesign.reporting.selection import first_actions, met_rules
from salesdesign.reporting.view import View, view_of
from salesdesign.slides.page import Cover, Deck, Graph, Grid, Line, Lines, Road, Series, Slide, Stop, Trees
from salesdesign.slides.planned import planned
from salesdesign.wording.numbers import counted, list_of, number

REASONS = 5
FLIPS = 4
MANY = 4
"""From so many on, new jobs are counted and not named."""
QUOTED = 3
"""So many sources are named at the foot of a page."""
LISTED = 22
"""So many sources fit on the last page."""


def deck_of(advice: Advice, pack: Pack) -> Deck:
    """The advice as pages."""
    view = view_of(advice, pack)
    told = tuple(_pages(view))
    slides = (*told, *_sources(view, told))
    return Deck(
        company=advice.company,
        stamp=f"Rules: {advice.pack.name} {advice.pack.version}, {advice.pack.digest}",
        slides=slides,
        feet=tuple(_foot(view, slide.evidence) for slide in slides),
        notes=tuple(_notes(view, slide.evidence) for slide in slides),
    )


def _pages(view: View) -> Iterable[Slide]:
    yield _cover(view)
    chosen = view.chosen
    if chosen is not None:
        yield from _why(view, chosen)
        yield from _why_not(view, chosen)
        yield from _sure(view)
        yield _scores(view, chosen)
        yield from _organisation(view)
        yield from planned(view)
    yield from _road(view)
    yield from _first(view)


def _cover(view: View) -> Slide:
    chosen, confidence = view.chosen, view.main.confidence
    as_of = shown(view, "company.as_of")
    figures = []
    if chosen is not None:
        figures.append(Figure(value=number(chosen.score, 0), label="of 100 points"))
    if chosen is not None and confidence:
        figures.append(Figure(value=trust.often(confidence.judgement), label="sure when our judgement varies"))
        figures.append(Figure(value=trust.often(confidence.facts), label="sure when the unknown facts vary"))
    return Slide(
        title=verdict.recommendation(view).rstrip("."),
        body=Cover(
            kicker=f"{subject(view)} · Facts as of {as_of}" if as_of else subject(view),
            lead=verdict.why_undecided(view) if chosen is None else comes_first(view),
            figures=(*figures, *(planned_figures(view.advice.plan) if view.advice.plan else ())),
            begin=tuple(f"{link.text} ({link.who})" if link.who else link.text for link in answer.monday(view)),
        ),
    )


def _why(view: View, chosen: OptionAdvice) -> Iterable[Slide]:
    favour = sorted((part for part in chosen.criteria if part.net > 0), key=lambda part: -part.net)[:REASONS]
    rules = [next(rule for rule in met_rules(part) if rule.points > 0) for part in favour]
    if not favour:
        return
    yield Slide(
        title=f"What speaks most for {the_option(view, chosen)}: {lowered(favour[0].name)}",
        body=Lines(
            items=tuple(
                Line(label=capital(part.name), text=sentence(rule.because), worth=rounded(part.net))
                for part, rule in zip(favour, rules, strict=True)
            )
        ),
        evidence=tuple(claim for rule in rules for claim in rule.evidence[:1]),
    )


def _why_not(view: View, chosen: OptionAdvice) -> Iterable[Slide]:
    others = [option for option in view.main.options if option.id != chosen.id]
    points = [alternatives.other(view, option) for option in others]
    if points:
        rows = tuple(
            (option.name, point.text, alternatives.better_where(view, option))
            for option, point in zip(others, points, strict=True)
        )
        yield Slide(
            title=_behind(view, chosen),
            body=Grid(
                columns=("Option", "Why not here", "The better answer where"), widths=(0.16, 0.48, 0.36), rows=rows
            ),
            evidence=tuple(claim for point in points for claim in point.evidence[:1]),
        )


def _behind(view: View, chosen: OptionAdvice) -> str:
    shut = len([option for option in view.closed if option.id != chosen.id])
    closed = f"{counted(shut, 'option')} {'is' if shut == 1 else 'are'} ruled out" if shut else ""
    if not view.rivals:
        return "Every other option is ruled out"
    gap = chosen.net - view.rivals[0].net
    way = "behind" if gap >= 0 else "ahead, too little for a change"
    near = f"{capital(the_option(view, view.rivals[0]))} comes next, {bare(gap)} {way}"
    return f"{near}; {closed}" if closed else near


def _sure(view: View) -> Iterable[Slide]:
    confidence = view.main.confidence
    if confidence is None:
        return
    options = [option for option in view.main.options if option.rank is not None and option.chosen_in]
    series = (
        Series(name="When our judgement varies", values=tuple(o.chosen_in.judgement for o in options if o.chosen_in)),
        Series(name="When the unknown facts vary", values=tuple(o.chosen_in.facts for o in options if o.chosen_in)),
    )
    flips = tuple(
        f"{title_of(view, flip.fact)}: {lowered(turning.flipped(view, flip))}" for flip in view.advice.flips[:FLIPS]
    )
    yield Slide(
        title=trust.next_step(confidence).replace("That is", "The answer is").rstrip("."),
        body=Graph(
            kind="bars",
            categories=tuple(option.name for option in options),
            series=series,
            format="0%",
            beside=flips or ("No change of one known fact would turn the answer.",),
        ),
    )


def _scores(view: View, chosen: OptionAdvice) -> Slide:
    first = next(iter(verdict.lead(view, chosen)), verdict.recommendation(view))
    options = view.main.options
    bands = tuple(_band(option) for option in options)
    return Slide(
        title=first.rstrip("."),
        body=Graph(
            kind="bars",
            categories=tuple(option.name for option in options),
            series=(Series(name="Score, 0 to 100", values=tuple(_whole(option.score) for option in options)),),
            format="0",
            beside=("How far unknown facts could move each score:", *bands),
        ),
    )


def _whole(score: float) -> float:
    """A score as the texts round it."""
    return float(number(score, 0))


def _band(option: OptionAdvice) -> str:
    closed = ", ruled out" if option.excluded_by else ""
    return f"{option.name}: {number(option.low, 0)} to {number(option.high, 0)}{closed}"


def _organisation(view: View) -> Iterable[Slide]:
    charts = chart.charts(view)
    if charts:
        small = tuple(map(glance.small, charts))
        yield Slide(title=_moves(charts[-1].root, charts[0].root), body=Trees(charts=small, remark=chart.remark(view)))


def _moves(then: OrgNode, now: OrgNode) -> str:
    new, ending = list(dict.fromkeys(_named(then, Fate.NEW))), list(dict.fromkeys(_named(now, Fate.ENDS)))
    if not new and not ending:
        return "The organisation stays as it is"
    came = f"New: {list_of(new)}" if len(new) < MANY else counted(len(new), "new job")
    gone = f"no more {list_of(ending)}"
    return capital("; ".join(text for text, found in ((came, new), (gone, ending)) if found))


def _named(node: OrgNode, fate: Fate) -> Iterable[str]:
    if node.fate is fate:
        yield lowered(node.name)
    for child in node.children:
        yield from _named(child, fate)


def _road(view: View) -> Iterable[Slide]:
    stages = roadmap.stages(view)
    if len(stages) > 1:
        stops = tuple(
            Stop(
                name=stage.name,
                note=stage.note,
                here=stage.here,
                text=stage.text,
                signs=tuple(f"{sign.answer}: {sign.text}" for sign in stage.triggers),
            )
            for stage in stages
        )
        yield Slide(title=roadmap.due(view).rstrip(".") or "The road ahead", body=Road(stops=stops))


def _first(view: View) -> Iterable[Slide]:
    steps = first_actions(view)
    if steps:
        rows = tuple(
            (sentence(step.title), sentence(step.text), capital(step.owner), capital(step.measure)) for step in steps
        )
        yield Slide(
            title=f"On Monday: {lowered(steps[0].title.rstrip('.'))}",
            body=Grid(columns=("Action", "How", "Who", "Measure"), widths=(0.2, 0.44, 0.12, 0.24), rows=rows),
            evidence=tuple(claim for step in steps for claim in step.evidence[:1]),
        )


def _sources(view: View, told: Iterable[Slide]) -> Iterable[Slide]:
    cited = dict.fromkeys(claim for slide in told for claim in slide.evidence)
    found = sources_of(view, cited)[:LISTED]
    if found:
        rows = tuple((source.publisher, source.title, source.address) for source in found)
        yield Slide(
            title=f"What these pages rest on: {counted(len(found), 'source')}",
            body=Grid(columns=("Publisher", "Document", "Where"), widths=(0.27, 0.38, 0.35), rows=rows),
        )


def _foot(view: View, evidence: Iterable[str]) -> str:
    names = dict.fromkeys(_publisher(view, claim) for claim in evidence if claim in view.pack.claims)
    shown_names = list(names)[:QUOTED]
    more = ["others"] if len(names) > QUOTED else []
    return f"{'Sources' if len(names) > 1 else 'Source'}: {list_of([*shown_names, *more])}" if names else ""


def _publisher(view: View, claim: str) -> str:
    source = view.pack.sources[view.pack.claims[claim].source]
    return f"{source.publisher} ({source.year})" if source.year else source.publisher


def _notes(view: View, evidence: Iterable[str]) -> str:
    """What the sources of a page say, for whoever presents it."""
    known = (view.pack.claims.get(claim) for claim in dict.fromkeys(evidence))
    return "\n".join(f"{claim.claim} {_publisher(view, claim.id)} [{claim.id}]" for claim in known if claim)
