"""One question as a front shows it: every word of it, and none of how it is drawn."""

from salesdesign.model.catalogue import Choice, Fact, FactType
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Rule
from salesdesign.records import dataclass
from salesdesign.reporting.phrasing import lowered
from salesdesign.reporting.sections.unknown import speaks_to
from salesdesign.reporting.view import view_of
from salesdesign.wizard.accepted import accepted
from salesdesign.wizard.benchmarks import usual
from salesdesign.wizard.names import MARKETS, PLAN_ROUND, USD_PER_UNIT
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.rows import rows_shown
from salesdesign.wizard.shown import shown
from salesdesign.wording.numbers import list_of, share

FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What is shown to ask for one line."""

    text: str
    part: str = ""
    """The part that is asked for, where a question has several."""
    begun: bool = False
    """Whether an earlier part was just answered, so that the question need not be said again."""
    help: str = ""
    why: str = ""
    choices: tuple[Choice, ...] = ()
    several: bool = False
    """Whether more than one choice may be taken."""
    taken: tuple[str, ...] = ()
    """The ids of the choices that are stated already."""
    table: tuple[str, ...] = ()
    accepts: str = ""
    """How to answer."""
    enter: str = ""
    """What Enter alone takes."""


def prompt_of(outlook: Outlook) -> Prompt:
    """The prompt for what is asked now."""
    question, fact = outlook.question, outlook.fact
    if question is None:
        return Prompt(text="Everything was asked.", accepts="Type done for the advice.", enter="")
    if question.kind is Kind.OFFER:
        default = "yes" if question.yes else "no"
        return Prompt(text=question.text, help=question.help, accepts="Type yes or no.", enter=default)
    if fact is None:
        return Prompt(
            text=question.text,
            help=question.help,
            table=rows_shown(outlook),
            accepts=f"Type {', '.join(column.title.lower() for column in question.facts)}.",
            enter="that is all",
        )
    return _for_fact(outlook, question, fact)


def _for_fact(outlook: Outlook, question: Question, fact: Fact) -> Prompt:
    stated = outlook.file.company.facts.get(fact.name)
    several = fact.type is FactType.CHOICES
    given = stated if isinstance(stated, tuple) else (str(stated),) if stated is not None else ()
    return Prompt(
        text=question.text,
        part=_part(question, fact),
        begun=fact is not question.facts[0] and outlook.state.asked is not None,
        help=fact.help if len(question.facts) == 1 else "",
        why=_why(outlook, question, fact),
        choices=fact.choices,
        several=several,
        taken=tuple(str(item) for item in given) if fact.choices else (),
        accepts=_accepts(outlook, question, fact),
        enter=_enter(outlook, question, fact),
    )


def _part(question: Question, fact: Fact) -> str:
    if len(question.facts) == 1:
        return ""
    if question.kind is Kind.COUNTS and fact is question.facts[-1]:
        return fact.question
    return f"{fact.title}: {fact.question} {fact.help}".strip()


def _accepts(outlook: Outlook, question: Question, fact: Fact) -> str:
    line = accepted(fact, outlook.currency)
    if question.kind is Kind.SHARES:
        return f"{line} All at once is fine too: 50 30 20. {_room(outlook, question, fact)}".strip()
    if question.kind is Kind.COUNTS and fact is question.facts[0]:
        return f"{line} If you only know the sum: total 10."
    if fact.type is FactType.MONEY:
        return f"{line} In {outlook.currency}, {fact.unit}.".replace(", .", ".")
    return line if not fact.unit or fact.choices else f"{line} ({fact.unit})"


def _room(outlook: Outlook, question: Question, fact: Fact) -> str:
    """How much of the whole is left for this part and those after it."""
    facts = outlook.file.company.facts
    place = question.facts.index(fact)
    before = (facts.get(part.name) for part in question.facts[:place])
    told = sum(value for value in before if isinstance(value, (int, float)))
    return f"{share(1 - told)} is left." if told else ""


def _enter(outlook: Outlook, question: Question, fact: Fact) -> str:
    stated = outlook.file.company.facts.get(fact.name)
    if stated is not None and outlook.file.named:
        return shown(fact, stated, outlook.currency)
    if question.kind is Kind.COUNTS and fact is not question.facts[-1]:
        return "nobody"
    if fact.required:
        return ""
    return usual(outlook, fact) if fact.name in PLAN_ROUND else "I don't know"


def _why(outlook: Outlook, question: Question, fact: Fact) -> str:
    """Why this is asked now, in a sentence."""
    if outlook.state.asked is not None or fact.required:
        return ""
    if fact.name in PLAN_ROUND and MARKETS in outlook.state.offers:
        return "The plan is computed with it."
    decision = outlook.desk.pack.decision(outlook.desk.pack.main)
    if fact.name == decision.current:
        return "Asked because the advice says whether to keep it."
    if fact.name == USD_PER_UNIT:
        return f"Asked because your amounts are in {outlook.currency}, and what we hold them against is in US dollars."
    about = list_of(_speaks_to(outlook, question)[:FEW])
    moves = max((outlook.trust.moves.get(part.name, 0.0) for part in question.facts), default=0.0)
    could = f"; the answer hangs on it in {share(moves)} of cases" if moves else ""
    return f"Asked because {f'it speaks to {about}' if about else 'every advice needs it'}{could}."


def _speaks_to(outlook: Outlook, question: Question) -> list[str]:
    """What a question speaks to: first the criteria that ask it, then those that it silences."""
    view = view_of(outlook.advice, outlook.desk.pack)
    names = {part.name for part in question.facts}
    criteria = outlook.desk.pack.decision(outlook.desk.pack.main).criteria
    asking = [lowered(one.name) for one in criteria if any(names & _asked_by(rule) for rule in one.rules)]
    others = [name for part in question.facts for name in speaks_to(view, part.name)]
    return list(dict.fromkeys([*asking, *others]))


def _asked_by(rule: Rule) -> set[str]:
    return {rule.over or "", *(facts_in(rule.when) if rule.when is not None else ())}
