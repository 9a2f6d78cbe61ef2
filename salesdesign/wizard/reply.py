"""A line that was typed, taken as a command or as an answer: one outlook in, one turn out, nothing else touched."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact
from salesdesign.wizard.benchmarks import usual
from salesdesign.wizard.choosing import yes_or_no
from salesdesign.wizard.commands import command_in
from salesdesign.wizard.names import CURRENCY, PLAN, PLAN_ROUND
from salesdesign.wizard.outlook import Outlook, look
from salesdesign.wizard.parts import several_in, take_part, total_alone, total_in
from salesdesign.wizard.questions import Kind
from salesdesign.wizard.rows import take_row
from salesdesign.wizard.shown import value_said
from salesdesign.wizard.stating import Given, state_facts
from salesdesign.wizard.turn import Turn, answered, puzzled
from salesdesign.wizard.understanding import Puzzled, Understood, understand

_UNKNOWN = frozenset(
    {"don't know", "dont know", "do not know", "i don't know", "i dont know", "i do not know", "dk", "idk", "no idea"}
    | {"not sure", "i'm not sure", "unsure", "unknown", "not known", "skip", "pass", "next", "n/a", "na", "null"}
)


def reply(outlook: Outlook, typed: str) -> Turn:
    """What comes of a line; empty is Enter alone."""
    text = " ".join(typed.split())
    command = command_in(text)
    if command is not None:
        return command(outlook)
    if outlook.question is None:
        return puzzled(outlook, "Everything was asked. Type done for the advice, or review, change or quit.")
    return _ANSWERS[outlook.question.kind](outlook, text)


def _one(outlook: Outlook, typed: str) -> Turn:
    """A fact that is answered with one value; Enter keeps what is stated, else the fact is not known."""
    fact = outlook.fact
    assert fact is not None  # noqa: S101  a question of this kind has one
    declined = is_unknown(typed)
    if (declined or not typed) and fact.required and not outlook.file.named:
        return puzzled(outlook, "The file needs it. Any name will do.")
    stated = outlook.file.company.facts.get(fact.name)
    understood = (
        Understood(None if declined else stated) if declined or not typed else understand(fact, typed, outlook.currency)
    )
    if isinstance(understood, Puzzled):
        return puzzled(outlook, understood.line)
    given = _with_currency(outlook, fact.name, understood)
    if isinstance(given, Puzzled):
        return puzzled(outlook, given.line)
    state = state_facts(outlook.state, given, outlook.desk)
    if isinstance(state, Puzzled):
        return puzzled(outlook, state.line)
    return answered(outlook, state, (_said(outlook, fact, understood),))


def _said(outlook: Outlook, fact: Fact, understood: Understood) -> str:
    """What was understood; in the plan's round the figure that stands in for an answer."""
    if understood.value is None and fact.name in PLAN_ROUND and outlook.state.offers.get(PLAN):
        return f"{fact.title}: {usual(outlook, fact)}"
    return value_said(fact, understood.value, understood.currency or outlook.currency)


def _with_currency(outlook: Outlook, name: str, understood: Understood) -> Given | Puzzled:
    """The value, and the company's currency where the first amount names it."""
    given: dict[str, Stated] = {name: understood.value}
    typed, facts = understood.currency, outlook.file.company.facts
    if not typed or typed == outlook.currency:
        return given
    money = any(outlook.desk.catalogue.facts[fact].type == "money" for fact in facts)
    if CURRENCY not in facts and not money:
        return {CURRENCY: typed, **given}
    return Puzzled(
        f"Your other amounts are in {outlook.currency}: type this one in {outlook.currency}, or change currency first."
    )


def _part(outlook: Outlook, typed: str) -> Turn:
    """A part, several of them on one line, or the sum in their place."""
    question = outlook.question
    assert question is not None  # noqa: S101  a part is asked
    total = total_in(question, typed)
    if total:
        return total_alone(outlook, total)
    pieces = several_in(question, typed)
    if is_unknown(typed):
        return take_part(outlook, "", declined=True)
    turn = take_part(outlook, pieces[0], declined=False)
    for piece in pieces[1:]:
        if turn.state.asked is None or turn.state is outlook.state:
            break
        following = take_part(look(turn.state, outlook.desk), piece, declined=False)
        if following.state is turn.state:
            return replace(turn, said=(*turn.said, *following.said))
        turn = replace(following, said=(*turn.said, *following.said))
    return turn


def _offered(outlook: Outlook, typed: str) -> Turn:
    question = outlook.question
    assert question is not None  # noqa: S101  an offer is made
    answer = question.yes if not typed or is_unknown(typed) else yes_or_no(typed)
    if answer is None:
        return puzzled(outlook, "Type yes or no.")
    return answered(outlook, replace(outlook.state, offers={**outlook.state.offers, question.id: answer}))


def is_unknown(typed: str) -> bool:
    """Whether an answer says that the fact is not known."""
    return typed.lower().strip(" .!").replace("’", "'") in _UNKNOWN or typed in ("-", "--")


_ANSWERS: Mapping[Kind, Callable[[Outlook, str], Turn]] = {
    Kind.FACT: _one,
    Kind.SHARES: _part,
    Kind.COUNTS: _part,
    Kind.TABLE: take_row,
    Kind.OFFER: _offered,
}
