"""What was answered so far, numbered, to be looked at and changed."""

from salesdesign.facts.values import Stated
from salesdesign.wizard.names import SEGMENTS
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.shown import shown
from salesdesign.wording.numbers import list_of


def answers(outlook: Outlook) -> tuple[tuple[Question, str], ...]:
    """Each question that was answered or declined with its answer, in the order of the file."""
    found = ((question, _answer(question, outlook)) for question in outlook.desk.questions.values())
    return tuple((question, answer) for question, answer in found if answer)


def review_lines(outlook: Outlook) -> tuple[str, ...]:
    """The answers as numbered lines."""
    listed = answers(outlook)
    width = max((len(question.title) for question, _ in listed), default=0)
    lines = (
        f"{number:>3}  {question.title.ljust(width)}  {answer}" for number, (question, answer) in enumerate(listed, 1)
    )
    return tuple(lines) or ("Nothing yet.",)


def _answer(question: Question, outlook: Outlook) -> str:
    stated, declined = outlook.file.company.facts, outlook.file.declined
    if question.kind is Kind.TABLE:
        return list_of(segment.name for segment in outlook.file.company.segments) if question.id == SEGMENTS else ""
    if question.kind is Kind.COUNTS and question.facts[-1].name in stated:
        total = question.facts[-1]
        return shown(total, stated[total.name], outlook.currency)
    told = [fact for fact in question.facts if fact.name in stated]
    if len(question.facts) > 1 and told:
        return ", ".join(
            f"{fact.title.lower()} {_bare(stated[fact.name], outlook, question, fact.name)}" for fact in told
        )
    if told:
        return shown(told[0], stated[told[0].name], outlook.currency)
    return "not known" if any(fact.name in declined for fact in question.facts) else ""


def _bare(value: Stated, outlook: Outlook, question: Question, name: str) -> str:
    fact = next(fact for fact in question.facts if fact.name == name)
    return shown(fact, value, outlook.currency).removesuffix(fact.unit).strip()
