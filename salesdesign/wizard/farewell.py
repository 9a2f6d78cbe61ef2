"""What is said at the beginning and at the end of a sitting."""

from pathlib import Path
from shlex import quote

from salesdesign.facts.numbers import written
from salesdesign.model.advice import Advice
from salesdesign.model.expression import Value
from salesdesign.wizard.names import PLAN, PLAN_ROUND
from salesdesign.wizard.outlook import Outlook
from salesdesign.wording.numbers import list_of

WELCOME = (
    "I ask what matters for how {organises} should be organised, and stop as soon as the answer stands.",
    "Guess where you must: ~30, 3-5 and 40% are fine, Enter alone means that you do not know.",
    "At any question: back, change, review, help, done (show the advice), quit (all is saved).",
)


MAKING = "\nOne moment: the advice, with its plan of people and cost, takes some seconds."


def greeting(path: Path | None, foreign: tuple[str, ...], organises: str) -> tuple[str, ...]:
    """What is said before the first question."""
    kept = (f"Not known here, and left as they are in the file: {list_of(foreign)}.",) if foreign else ()
    saved = (f"Every answer is saved in {path} at once.",) if path else ()
    return (*(line.format(organises=organises) for line in WELCOME), *saved, *kept)


def resume_line(path: Path | None) -> str:
    """How to go on another day."""
    if path is None or not path.exists():
        return "Nothing was answered, and nothing saved."
    return f"Saved in {path}. Go on with: salesdesign wizard --resume {quote(str(path))}"


def wants_plan(outlook: Outlook) -> bool:
    """Whether the plan was gone on to, today or on another day."""
    told = outlook.file.company.facts.keys() | outlook.file.declined
    return outlook.state.offers.get(PLAN, any(name.startswith("plan.") for name in told & {*PLAN_ROUND}))


def next_commands(advice: Advice, path: Path, *, planning: bool) -> tuple[str, ...]:
    """The three commands that are most useful now: to send it round, to plan or to see what alters it, to go on."""
    file, page = quote(str(path)), quote(str(path.with_suffix(".md")))
    return (
        f"salesdesign recommend {file} -o {page}    # a report to send round",
        _second(advice, path, planning=planning),
        f"salesdesign wizard --resume {file}    # answer more, or change an answer",
    )


def _second(advice: Advice, path: Path, *, planning: bool) -> str:
    file = quote(str(path))
    if planning and advice.plan:
        return f"salesdesign plan {file} -o {quote(str(path.with_suffix('.xlsx')))}    # the plan as a workbook"
    for flip in advice.flips[:1]:
        change = quote(f"{flip.fact}={_typed(flip.to)}")
        return f"salesdesign recommend {file} --set {change}    # what this change would do"
    return f"salesdesign explain {file}    # why, rule by rule"


def _typed(value: Value) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return written(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
