"""The organisation today beside the one proposed."""

from collections.abc import Iterable
from dataclasses import replace

from salesdesign.model.pack import Option, Place
from salesdesign.reporting.blocks import Block, Chart, Fate, OrgCharts, OrgNode, Phrase, Prose
from salesdesign.reporting.phrasing import lowered, people, those
from salesdesign.reporting.sections.glance import small
from salesdesign.reporting.sections.jobs import (
    called_for,
    held_first,
    held_then,
    held_today,
    is_support,
    job_at,
    jobs_today,
    managers,
    proposed,
    role_name,
    supporting,
    working,
)
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised


def charts(view: View) -> tuple[Chart, ...]:
    """The organisation today and the one proposed, one where nothing changes; empty without a choice."""
    option = proposed(view)
    if option is None:
        return ()
    now = _root(view, _led(view, managers(view), _directors_today(view), _sellers_today(view)), _support_today(view))
    sellers, managing = _sellers_proposed(view, option), _managers_proposed(view)
    then = _root(view, _led(view, managing, _directors_proposed(view), sellers), _support_proposed(view))
    if now == then:
        return (Chart(title="Today, and from now on", root=now),)
    before, after = set(_jobs(now)), set(_jobs(then))
    fates = _marked(now, before - after, Fate.ENDS), _marked(then, after - before if before else set(), Fate.NEW)
    return tuple(Chart(title=title, root=root) for title, root in zip(("Today", "Proposed"), fates, strict=True))


def at_a_glance(view: View) -> tuple[Block, ...]:
    """Both organisations small enough for the first page, and what their numbers rest on."""
    found = charts(view)
    glance = tuple(map(small, found))
    if not found:
        return ()
    more = (Prose(phrases=(Phrase(text="Every job of it stands further below.", anchor="jobs"),)),)
    return (OrgCharts(charts=glance), *(more if glance != found else _told_remark(view)))


def at_length(view: View) -> tuple[Block, ...]:
    """Both organisations whole; empty where the first page shows all of them."""
    found = charts(view)
    if all(chart == small(chart) for chart in found):
        return ()
    return (OrgCharts(charts=found), *_told_remark(view))


def _jobs(node: OrgNode) -> Iterable[str]:
    if node.job:
        yield node.job
    for child in node.children:
        yield from _jobs(child)


def _marked(node: OrgNode, jobs: set[str], fate: Fate) -> OrgNode:
    children = tuple(_marked(child, jobs, fate) for child in node.children)
    return replace(node, children=children, fate=fate if node.job in jobs else node.fate)


def _told_remark(view: View) -> tuple[Block, ...]:
    text = remark(view)
    return (Prose(phrases=(Phrase(text=text),)),) if text else ()


def remark(view: View) -> str:
    """What the numbers proposed rest on; empty where nothing moves."""
    option = proposed(view)
    if option is None:
        return ""
    if held_then(view):
        return "The numbers proposed are those at the end of the plan." if len(charts(view)) > 1 else ""
    if view.main.verdict == "keep" or len(working(view, option.roles)) < 2:
        return ""
    if note := view.fill(option.jobs_note):
        return note
    whom = those(view, view.people) if view.people else "people"
    return f"How the {whom} divide among these jobs is left open: that takes a plan with targets."


def _sellers_today(view: View) -> tuple[OrgNode, ...]:
    counts, sellers = held_today(view), view.people
    roles = working(view, jobs_today(view))
    leaves = tuple(_leaf(view, name, counts.get(name, _alone(view, roles))) for name in roles)
    told = sum(counts.get(name, 0) for name in roles)
    if not sellers or (leaves and not counts) or sellers <= told:
        return leaves
    voice = view.pack.voice
    rest = f"{voice.people} whose job was not given" if leaves else voice.people if sellers != 1 else voice.person
    return (*leaves, OrgNode(name=capitalised(rest), people=people(sellers - told)))


def _sellers_proposed(view: View, option: Option) -> tuple[OrgNode, ...]:
    if _differ(view):
        teams = tuple(_segment(view, segment.name, segment.structure.chosen) for segment in view.advice.segments)
        return (*teams, *_shared(view, teams))
    if view.main.verdict == "keep":
        return _sellers_kept(view, option) or _sellers_today(view)
    return _team(view, option, _alone(view, working(view, option.roles)))


def _sellers_kept(view: View, option: Option) -> tuple[OrgNode, ...]:
    """The jobs of a structure that stays, as many as the plan ends with; empty without a plan."""
    then = held_then(view)
    names = dict.fromkeys((*working(view, jobs_today(view)), *working(view, option.roles)))
    return tuple(_leaf(view, name, then[name]) for name in names if then.get(name))


def _shared(view: View, teams: tuple[OrgNode, ...]) -> Iterable[OrgNode]:
    """Jobs of today that no segment's team has, and that the plan keeps for all of them."""
    shown = {job for team in teams for job in _jobs(team)}
    kept = held_then(view)
    for name in working(view, jobs_today(view)):
        if name in kept and name not in shown:
            yield _leaf(view, name, kept[name])


def _segment(view: View, name: str, chosen: tuple[str, ...]) -> OrgNode:
    option = view.option(view.pack.main, chosen[0]) if chosen else None
    if option is None:
        return OrgNode(name=name, note="not decided")
    return OrgNode(name=name, note=lowered(option.name), children=_team(view, option, None, name))


def _team(view: View, option: Option, count: float | None, segment: str | None = None) -> tuple[OrgNode, ...]:
    """The jobs of an option, as many as the plan ends with; where they form a team that repeats, inside that team."""
    planned = held_then(view, segment)
    jobs = working(view, option.roles)
    if not option.team:
        if planned or (segment and view.advice.plan):  # whoever the plan never has is not drawn
            jobs = tuple(name for name in jobs if planned.get(name, count))
        return tuple(_leaf(view, name, planned.get(name, count)) for name in jobs)
    total = sum(planned.get(name, 0) for name in jobs)
    leaves = tuple(_leaf(view, name, count) for name in jobs)
    return (OrgNode(name=f"Each {option.team}", people=f"{people(total)} in all" if total else "", children=leaves),)


def _alone(view: View, roles: tuple[str, ...]) -> float | None:
    """How many people hold a job that all share; None where there are several jobs."""
    return view.people if len(roles) == 1 else None


def _leaf(view: View, name: str, count: float | None) -> OrgNode:
    return OrgNode(job=name, name=capitalised(role_name(view, name, count)), people=people(count) if count else "")


def _managers_proposed(view: View) -> float | None:
    """As many as the plan ends with; as many as today without one."""
    return held_then(view).get(job_at(view, Place.MANAGES), managers(view))


def _directors_today(view: View) -> OrgNode | None:
    """Those that the plan takes to be there; no fact counts them."""
    job = job_at(view, Place.DIRECTS)
    count = held_first(view).get(job)
    return replace(_leaf(view, job, count), note="as the plan takes it") if count else None


def _directors_proposed(view: View) -> OrgNode | None:
    job = job_at(view, Place.DIRECTS)
    count = held_then(view).get(job)
    return _leaf(view, job, count) if count else None


def _differ(view: View) -> bool:
    """Whether segments come to answers of their own."""
    return len({segment.structure.chosen for segment in view.advice.segments}) > 1


def _root(view: View, below: tuple[OrgNode, ...], support: tuple[OrgNode, ...]) -> OrgNode:
    voice = view.pack.voice
    return OrgNode(name=view.fill(voice.leader), note=view.fill(voice.leader_note), children=(*below, *support))


def _led(
    view: View, count: float | None, directing: OrgNode | None, sellers: tuple[OrgNode, ...]
) -> tuple[OrgNode, ...]:
    """Those who do the work under their managers, and these under directors, as far as there are any."""
    if not count:
        return sellers
    managing = replace(_leaf(view, job_at(view, Place.MANAGES), count), children=sellers)
    return (replace(directing, children=(managing,)) if directing else managing,)


def _support_today(view: View) -> tuple[OrgNode, ...]:
    return tuple(_leaf(view, name, count) for name, count in held_today(view).items() if is_support(view, name))


def _support_proposed(view: View) -> tuple[OrgNode, ...]:
    if view.advice.plan:
        return tuple(_planned_support(view))
    held = held_today(view)
    stays = tuple(_leaf(view, name, held[name]) for name in held if is_support(view, name))
    new = tuple(
        OrgNode(
            job=option.id,
            name=option.name,
            people=people(option.amount.people) if option.amount else "",
            note=option.amount.held_by if option.amount else "",
        )
        for option in called_for(view)
        if option.id not in held
    )
    return (*stays, *new)


def _planned_support(view: View) -> Iterable[OrgNode]:
    """Support as the plan pays for it; what is called for and too little for a post stands beside another job."""
    then, wanted = held_then(view), {option.id for option in called_for(view)}
    for option in supporting(view):
        if then.get(option.id):
            yield _leaf(view, option.id, then[option.id])
        elif option.id in wanted:
            yield OrgNode(job=option.id, name=option.name, note="beside another job")
