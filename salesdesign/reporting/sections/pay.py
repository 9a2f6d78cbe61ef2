"""How each job is paid under the recommended option."""

from salesdesign.model.pack import Pay, Role
from salesdesign.reporting.blocks import Block, Cell, Column, Table
from salesdesign.reporting.sections.jobs import jobs_of, proposed, role, working
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, share

NUMERIC = ("Fixed", "Variable", "Team part of the variable")


def pay(view: View) -> tuple[Block, ...]:
    """A row for each job with what is measured and the split; empty where the pack names no pay."""
    option = proposed(view)
    jobs = [role(view, name) for name in working(view, jobs_of(view, option))] if option else []
    rows = tuple(_row(view, job, found) for job in jobs if job and option and (found := pay_of(job, option.id)))
    if not rows:
        return ()
    columns = (
        Column(title="Job"),
        Column(title="Measured on"),
        *(Column(title=title, numeric=True) for title in NUMERIC),
        Column(title="Why"),
    )
    caption = f"Shares of the pay of {view.pack.voice.people} who reach the target"
    return (Table(caption=caption, columns=columns, rows=rows),)


def pay_of(job: Role, option: str) -> Pay | None:
    """How a job is paid under an option, else how it is paid in general."""
    own = (found for found in job.pay if found.option == option)
    return next(own, next((found for found in job.pay if not found.option), None))


def pay_words(found: Pay) -> str:
    """A way of paying in a few words."""
    team = f"; {share(found.team)} of that for the team's result" if found.team else ""
    return f"{share(found.variable)} variable, for {found.measured_on}{team}"


def _row(view: View, job: Role, found: Pay) -> tuple[Cell, ...]:
    return (
        Cell(text=capitalised(job.name)),
        Cell(text=view.fill(found.measured_on)),
        Cell(text=share(found.fixed)),
        Cell(text=share(found.variable)),
        Cell(text=share(found.team) if found.team else "none"),
        Cell(text=view.fill(found.because), evidence=found.evidence[:1]),
    )
