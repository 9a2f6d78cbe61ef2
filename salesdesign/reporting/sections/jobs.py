"""The jobs that an organisation is made of: who holds which today, and which make up an option."""

from collections.abc import Iterable

from salesdesign.model.advice import OptionAdvice
from salesdesign.model.pack import Choose, Option, Place, Role
from salesdesign.reporting.view import View


def role(view: View, name: str) -> Role | None:
    """A job as the pack describes it."""
    return view.pack.library.roles.get(name)


def role_name(view: View, name: str, count: float | None = 1) -> str:
    """A job's name, in the plural unless one person holds it."""
    known = role(view, name)
    if known is None:
        return name.replace("_", " ")
    return known.name if count == 1 else known.plural


def held_today(view: View) -> dict[str, float]:
    """How many people hold each job today, by job, as far as the facts tell; jobs that nobody holds are left out."""
    prefix = f"{view.pack.voice.counts.by_role}."
    counts = {fact.removeprefix(prefix): view.number(fact) for fact in view.facts if fact.startswith(prefix)}
    return {name: count for name, count in counts.items() if count}


def held_first(view: View) -> dict[str, float]:
    """How many people the plan takes to hold each job at its beginning; empty without a plan."""
    plan = view.advice.plan
    return _summed((row.role, row.start) for row in plan.people if row.quarter == plan.quarters[0]) if plan else {}


def held_then(view: View, segment: str | None = None) -> dict[str, float]:
    """How many people hold each job at the end of the plan, of one segment or of all; empty without a plan."""
    plan = view.advice.plan
    rows = [row for row in plan.people if row.quarter == plan.quarters[-1]] if plan else []
    return _summed((row.role, row.end) for row in rows if segment in (None, row.segment))


def _summed(people: Iterable[tuple[str, int]]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for job, count in people:
        counts[job] = counts.get(job, 0) + count
    return {job: count for job, count in counts.items() if count}


def managers(view: View) -> float | None:
    """How many managers there are; None while nobody knows."""
    stated = view.number(view.pack.voice.counts.managers)
    return stated if stated is not None else held_today(view).get(job_at(view, Place.MANAGES))


def job_at(view: View, place: Place) -> str:
    """The job that stands at a place; empty where the pack has none."""
    jobs = view.pack.library.roles.values()
    return next((job.id for job in jobs if job.place is place), "")


def supporting(view: View) -> tuple[OptionAdvice, ...]:
    """The jobs beside the work that a decision is about, whether they are called for or not: they come in people."""
    several = [decision for decision in view.pack.decisions if decision.choose is Choose.SEVERAL]
    in_people = {option.id for decision in several for option in decision.options if option.amounts}
    decided = [view.advice.decisions[decision.id] for decision in several if decision.id in view.advice.decisions]
    return tuple(option for decision in decided for option in decision.options if option.id in in_people)


def called_for(view: View) -> tuple[OptionAdvice, ...]:
    """The jobs beside the work that are called for."""
    chosen = {name for decision in view.advice.decisions.values() for name in decision.chosen}
    return tuple(option for option in supporting(view) if option.id in chosen)


def is_support(view: View, name: str) -> bool:
    """Whether a job stands beside the work rather than in it."""
    return name in {option.id for option in supporting(view)}


def working(view: View, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the jobs whose holders do the work, and do not lead or help."""
    placed = {job.id for job in view.pack.library.roles.values() if job.place}
    return tuple(name for name in names if name not in placed and not is_support(view, name))


def proposed(view: View) -> Option | None:
    """The recommended option as the pack describes it."""
    return view.option(view.pack.main, view.main.chosen[0]) if view.main.chosen else None


def jobs_of(view: View, option: Option) -> tuple[str, ...]:
    """The jobs of an option, without those that do the work and that nobody ever holds in the plan, if there is one."""
    plan = view.advice.plan
    held = {row.role for row in plan.people if row.start or row.end} if plan else set(option.roles)
    unheld = set(working(view, option.roles)) - held
    return tuple(name for name in option.roles if name not in unheld)


def jobs_today(view: View) -> tuple[str, ...]:
    """The jobs that exist today: those that the facts count, else those of today's option."""
    counted = tuple(held_today(view))
    known = view.today
    return counted or (known.roles if known else ())
