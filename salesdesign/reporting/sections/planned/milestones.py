"""The plan quarter by quarter: who comes, what is there for the first time, and which stage begins."""

from collections.abc import Iterable

from salesdesign.model.plan import PeopleRow, Plan
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.phrasing import lowered, people, sentence
from salesdesign.reporting.sections.jobs import called_for, role_name
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, number

COLUMNS = (
    Column(title="Quarter"),
    Column(title="People", numeric=True),
    Column(title="What happens"),
)
WATCHED = ("sales_manager", "sales_director", "sales_leader", "sales_operations", "sales_enablement", "sales_engineer")
"""Jobs whose first holder is an event."""

QUIET = "Nobody comes or goes."


def milestones(view: View, plan: Plan) -> tuple[Block, ...]:
    """One row a quarter, and what the plan never comes to."""
    rows = tuple(_row(view, plan, place) for place in range(len(plan.quarters)))
    quiet = all(row[-1].text == QUIET for row in rows)
    texts = (*([f"{QUIET[:-1]} within the plan."] if quiet else []), *_never(view, plan), *_segmenting(view))
    told = [Prose(phrases=tuple(Phrase(text=text) for text in texts))] if texts else []
    table = Table(caption="From where you stand, quarter by quarter", columns=COLUMNS, rows=rows)
    return (*([] if quiet else [table]), *told)


def _row(view: View, plan: Plan, place: int) -> tuple[Cell, ...]:
    quarter = plan.quarters[place]
    texts = (
        quarter,
        number(sum(row.end for row in plan.people if row.quarter == quarter)),
        " ".join(sentence(event) for event in _events(view, plan, place)) or QUIET,
    )
    return tuple(Cell(text=text) for text in texts)


def _events(view: View, plan: Plan, place: int) -> Iterable[str]:
    rows = [row for row in plan.people if row.quarter == plan.quarters[place]]
    moved = sum(row.moved_in for row in rows)
    if moved:
        yield f"{people(moved)} {'changes' if moved == 1 else 'change'} jobs"
    yield from _firsts(view, plan, place)
    starts = _counted(view, rows, "hires")
    if starts:
        yield f"starting: {starts}"
    leavers = _counted(view, rows, "leavers")
    if leavers:
        yield f"expected to leave: {leavers}"
    for stage in view.advice.roadmap[1:]:
        if stage.from_quarter == plan.quarters[place]:
            yield f"the next stage begins: {lowered(stage.name)}"


def _counted(view: View, rows: list[PeopleRow], what: str) -> str:
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.role] = sums.get(row.role, 0) + getattr(row, what)
    told = [f"{number(count)} {role_name(view, role, count)}" for role, count in sums.items() if count]
    return list_of(told) if told else ""


def _firsts(view: View, plan: Plan, place: int) -> Iterable[str]:
    """Jobs that are held for the first time, and developing that fills two jobs for the first time."""
    events = {one.event for one in plan.milestones if one.quarter == plan.quarters[place]}
    for role in WATCHED:
        if f"first_{role}" in events:
            yield f"the first {role_name(view, role)}"
    if "split_developers" in events:
        yield "answering leads and calling prospects are each a full job from here on"


def _never(view: View, plan: Plan) -> Iterable[str]:
    """Support that is called for, and is too little work for a post."""
    held = {row.role for row in plan.people if row.end}
    missing = [option.id for option in called_for(view) if option.id not in held]
    if missing:
        names = list_of((role_name(view, role) for role in missing), "or")
        yield f"The plan holds no post for a {names}: who is there takes on the duty, or the cost rises by a post."


def _segmenting(view: View) -> Iterable[str]:
    """Whether the market is divided, and how."""
    decision = view.advice.decisions.get("segmentation")
    if decision is None:
        return
    names = [lowered(option.name) for option in decision.options if option.id in decision.chosen]
    if names:
        yield f"Divide the market by {list_of(names)} from the start."
    else:
        yield "The market is not divided yet; the stages below say when that is due."
