"""What the wizard offers between questions: to stop, to tell markets apart, to go on to the plan."""

from salesdesign.wizard.desk import Desk
from salesdesign.wizard.names import MARKETS, PLAN, PLAN_ROUND
from salesdesign.wizard.order import Known
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.trust import ENOUGH
from salesdesign.wording.numbers import counted, share


def offer(identifier: str, desk: Desk, known: Known) -> Question:
    """The offer of an id, worded for what is known."""
    if identifier == MARKETS:
        return Question(id=MARKETS, kind=Kind.OFFER, title="Markets", text=_MARKETS, help=_MARKETS_HELP)
    if identifier == PLAN:
        return Question(id=PLAN, kind=Kind.OFFER, title="Plan", text=_plan(known), help=_PLAN_HELP)
    return Question(id=identifier, kind=Kind.OFFER, title="Stop", text=_stop(desk, known), help=_STOP_HELP, yes=True)


_MARKETS = "Do you sell to markets that buy in different ways, such as small shops and large firms?"
_MARKETS_HELP = "If yes, each gets an answer of its own."
_PLAN_HELP = (
    "Target, retention, what a seller closes, pay, pipeline, budget. Enter on any of them takes the usual figure."
)
_STOP_HELP = "No goes on with what could still matter."


def _stop(desk: Desk, known: Known) -> str:
    chosen = known.advice.decisions[desk.pack.main].chosen
    names = {option.id: option.name for option in known.advice.decisions[desk.pack.main].options}
    if known.trust.stands >= ENOUGH:
        why = f"it holds in {share(known.trust.stands)} of the ways that open answers could turn out"
    else:
        held = share(known.trust.stands)
        why = f"no open question alone would change it in more than 2% of cases, and it holds in {held} of them"
    return f"The answer stands: {names[chosen[0]].lower()}; {why}. Stop asking?"


def _plan(known: Known) -> str:
    stated = known.file.company.facts
    count = sum(name not in stated and name not in known.file.declined for name in PLAN_ROUND)
    return f"Go on with {counted(count, 'question')} about figures, for a plan of people and cost?"
