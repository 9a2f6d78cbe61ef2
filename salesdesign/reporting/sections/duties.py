"""Who does what, and what passes from job to job."""

from collections.abc import Iterable

from salesdesign.model.pack import Option, Role
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.phrasing import sentence, sentences
from salesdesign.reporting.sections.jobs import called_for, held_today, jobs_of, proposed, role, role_name
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, list_of


def duties(view: View) -> tuple[Block, ...]:
    """The jobs of the recommended option with their handoffs, empty without a choice."""
    option = proposed(view)
    if option is None:
        return ()
    names = dict.fromkeys((*jobs_of(view, option), *_support(view)))
    jobs = [job for name in names if (job := role(view, name))]
    return (*_jobs(view, jobs), *_unfilled(view, option), *_handoffs(view, jobs, tuple(names)))


def _support(view: View) -> tuple[str, ...]:
    chosen = (option.id for option in called_for(view))
    return (*chosen, *(name for name in held_today(view) if name in view.pack.library.roles))


def _jobs(view: View, jobs: list[Role]) -> Iterable[Block]:
    columns = (Column(title="Job"), Column(title="Does"), Column(title="Is held to"))
    rows = tuple(
        (
            Cell(text=capitalised(job.plural)),
            Cell(text=sentences(view.fill(duty) for duty in job.duties), evidence=job.evidence[:1]),
            Cell(text=sentence("; ".join(view.fill(measure) for measure in job.measures))),
        )
        for job in jobs
    )
    if rows:
        yield Table(caption="Jobs, what they do and what they are held to", columns=columns, rows=rows)


def _unfilled(view: View, option: Option) -> Iterable[Block]:
    filled = jobs_of(view, option)
    names = list_of((role_name(view, name, 2) for name in option.roles if name not in filled), "or")
    if names and view.advice.plan:
        unpaid = view.advice.plan.binding == "budget"
        why = "the budget pays for none" if unpaid else "others do their work, or no fact tells of any"
        yield Prose(phrases=(Phrase(text=f"The plan has no {names}: {why}."),))


def _handoffs(view: View, jobs: list[Role], names: tuple[str, ...]) -> Iterable[Block]:
    columns = (Column(title="From"), Column(title="To"), Column(title="What crosses, and when it is accepted"))
    rows = tuple(
        (
            Cell(text=capitalised(job.plural)),
            Cell(text=_takers(view, job, names)),
            Cell(text=sentence(view.fill(job.hands_over))),
        )
        for job in jobs
        if job.hands_over and _takers(view, job, names)
    )
    if rows:
        yield Table(caption="Handoffs", columns=columns, rows=rows)


def _takers(view: View, job: Role, names: tuple[str, ...]) -> str:
    return list_of(role_name(view, name, 2) for name in job.hands_to if name in names)
