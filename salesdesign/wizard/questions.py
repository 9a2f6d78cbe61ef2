"""What the wizard can ask: one question a fact, and one for facts that are told together."""

from collections.abc import Mapping
from enum import StrEnum

from salesdesign.facts.segments import NAME, SHARE
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.model.expression import facts_in
from salesdesign.records import dataclass
from salesdesign.wizard.names import BY_ROLE, IN_ROLES, SEGMENT_COLUMNS, SEGMENTS, TOTAL, WHOLES


class Kind(StrEnum):
    """How a question is answered."""

    FACT = "fact"
    """With one value."""
    SHARES = "shares"
    """Part by part, until they make a whole."""
    COUNTS = "counts"
    """Part by part, to be summed."""
    TABLE = "table"
    """Row by row."""
    OFFER = "offer"
    """With yes or no; it states no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with the facts that its answer gives."""

    id: str
    kind: Kind
    title: str
    text: str
    help: str = ""
    facts: tuple[Fact, ...] = ()
    """The parts in their order; for counts the total comes last. For a table the columns."""
    yes: bool = False
    """For an offer, what Enter takes."""


def questions_of(catalogue: Catalogue) -> Mapping[str, Question]:
    """Every question by its id, in the order of the catalogue."""
    found: dict[str, Question] = {}
    for fact in catalogue.facts.values():
        question = _question(fact, catalogue)
        if question is not None:
            found.setdefault(question.id, question)
    return {**found, SEGMENTS: _segments(catalogue)}


def question_about(questions: Mapping[str, Question], fact: str) -> Question | None:
    """The question whose answer gives a fact."""
    return next((question for question in questions.values() if fact in {part.name for part in question.facts}), None)


def _question(fact: Fact, catalogue: Catalogue) -> Question | None:
    if fact.type is FactType.RECORDS:
        return None
    if fact.whole:
        return _shares(fact.whole, catalogue)
    roles = _roles(catalogue)
    if fact.name == TOTAL and roles:
        return _counts(fact, roles)
    return None if fact in roles else _single(fact)


def _single(fact: Fact) -> Question:
    return Question(id=fact.name, kind=Kind.FACT, title=fact.title, text=fact.question, help=fact.help, facts=(fact,))


def _shares(whole: str, catalogue: Catalogue) -> Question:
    parts = tuple(fact for fact in catalogue.facts.values() if fact.whole == whole)
    title, text = WHOLES.get(whole, (whole.rpartition(".")[2].capitalize(), parts[0].question))
    return Question(id=whole, kind=Kind.SHARES, title=title, text=text, facts=parts)


def _counts(total: Fact, roles: tuple[Fact, ...]) -> Question:
    return Question(
        id=total.name, kind=Kind.COUNTS, title=total.title, text=BY_ROLE, help=total.help, facts=(*roles, total)
    )


def _roles(catalogue: Catalogue) -> tuple[Fact, ...]:
    """The roles that make up the total, closers first: they are the ones that everybody has."""
    derived = catalogue.derived.get(IN_ROLES)
    names = frozenset(facts_in(derived.value)) if derived else frozenset()
    roles = [fact for fact in catalogue.facts.values() if fact.name in names]
    return tuple(sorted(roles, key=lambda role: not role.name.endswith(".account_executive")))


def _segments(catalogue: Catalogue) -> Question:
    columns = (catalogue.facts[name] for name in SEGMENT_COLUMNS if name in catalogue.facts)
    return Question(
        id=SEGMENTS,
        kind=Kind.TABLE,
        title="Markets",
        text="Which markets do you sell to, each in its own way?",
        help="One a line, such as: Large firms, 40%, 120k, 150. Leave out at the end what you do not know. "
        "Enter alone ends the table.",
        facts=(NAME, SHARE, *columns),
    )
