"""A conversation looked at: what is known, how the options stand, and what is asked now."""

from salesdesign.advise import advise
from salesdesign.model.advice import Advice
from salesdesign.model.catalogue import Fact
from salesdesign.records import dataclass
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.names import CURRENCY
from salesdesign.wizard.offers import offer
from salesdesign.wizard.order import Known, due, left
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.reading import FactsFile, read_text
from salesdesign.wizard.state import Spot, State
from salesdesign.wizard.trust import Trust, trust_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Everything that a front shows, and that an answer is judged by."""

    state: State
    desk: Desk
    file: FactsFile
    advice: Advice
    trust: Trust
    spot: Spot | None
    """What is asked; None when nothing is left to ask."""
    question: Question | None
    left: int
    """Questions that may still come in this round."""

    @property
    def fact(self) -> Fact | None:
        """The fact that is asked for; None for an offer and a table."""
        if self.question is None or self.spot is None or self.question.kind in (Kind.OFFER, Kind.TABLE):
            return None
        return self.question.facts[self.spot.part]

    @property
    def currency(self) -> str:
        """The currency in which the company gives amounts."""
        return str(self.file.company.facts.get(CURRENCY, "USD"))


def look(state: State, desk: Desk) -> Outlook:
    """The outlook of a state.

    Raises:
        BadInput: the file states something that cannot be; never for a state that came from an answer.
    """
    file = read_text(state.text, desk.catalogue)
    advice = advise(file.company, desk.pack, machine=desk.machine)
    known = Known(file=file, advice=advice, trust=trust_in(state.text, desk))
    spot = due(state, desk, known)
    return Outlook(
        state=state,
        desk=desk,
        file=file,
        advice=advice,
        trust=known.trust,
        spot=spot,
        question=_question(spot, desk, known),
        left=left(state, desk, known),
    )


def _question(spot: Spot | None, desk: Desk, known: Known) -> Question | None:
    if spot is None:
        return None
    return desk.questions.get(spot.question) or offer(spot.question, desk, known)
