"""The jobs that an organisation is made of: who holds which today, and which make up an option."""

from salesdesign.model.pack import Option, Role
from salesdesign.reporting.view import View

ROLES = "headcount.roles."
MANAGER = "sales_manager"
LEADER = "sales_leader"
SUPPORT = "support"


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
    counts = {fact.removeprefix(ROLES): view.number(fact) for fact in view.facts if fact.startswith(ROLES)}
    return {name: count for name, count in counts.items() if count}


def held_then(view: View, segment: str | None = None) -> dict[str, float]:
    """How many people hold each job at the end of the plan, of one segment or of all; empty without a plan."""
    plan = view.advice.plan
    counts: dict[str, float] = {}
    for row in plan.people if plan else ():
        if plan and row.quarter == plan.quarters[-1] and segment in (None, row.segment):
            counts[row.role] = counts.get(row.role, 0) + row.end
    return {name: count for name, count in counts.items() if count}


def managers(view: View) -> float | None:
    """How many managers there are; None while nobody knows."""
    stated = view.number("headcount.managers")
    return stated if stated is not None else view.number(f"{ROLES}{MANAGER}")


def is_support(view: View, name: str) -> bool:
    """Whether a job helps sellers rather than sells."""
    known = view.pack.decision(SUPPORT).options if SUPPORT in view.advice.decisions else ()
    return name in {option.id for option in known}


def selling(view: View, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the jobs that are held by sellers."""
    return tuple(name for name in names if name not in (MANAGER, LEADER) and not is_support(view, name))


def proposed(view: View) -> Option | None:
    """The recommended option as the pack describes it."""
    return view.option(view.pack.main, view.main.chosen[0]) if view.main.chosen else None


def jobs_today(view: View) -> tuple[str, ...]:
    """The jobs that exist today: those that the facts count, else those of today's option."""
    counted = tuple(held_today(view))
    known = view.today
    return counted or (known.roles if known else ())
