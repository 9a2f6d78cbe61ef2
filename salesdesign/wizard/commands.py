"""Words that steer the conversation, at any prompt: back, change, review, help, done, quit."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from typing import TypeAlias

from salesdesign.wizard.names import SEGMENTS
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.questions import Kind, Question
from salesdesign.wizard.review import answers, review_lines
from salesdesign.wizard.state import Spot
from salesdesign.wizard.turn import Ending, Turn, puzzled

Command: TypeAlias = Callable[[Outlook], Turn]
"""What a word does."""

HELP = (
    "back        the question before",
    "change      another answer: change sellers, or change 3 by its number in the review",
    "review      what was answered so far",
    "done        stop asking and show the advice",
    "quit        leave; everything is saved, and --resume goes on",
    "Enter       I don't know, or what is shown in brackets",
    '"word"      in quotes, the word itself as an answer',
)


def command_in(text: str) -> Command | None:
    """The command that a line is; None for an answer."""
    word, _, rest = text.strip().removeprefix("/").partition(" ")
    if word.lower() == "change":
        return partial(_change, rest)
    return _WORDS.get(text.strip().removeprefix("/").lower())


def _back(outlook: Outlook) -> Turn:
    state = outlook.state
    if state.rows and outlook.spot == Spot(SEGMENTS):
        return Turn(state=replace(state, text=state.rows[-1], rows=state.rows[:-1]), said=("Took back the last row.",))
    place = state.trail.index(outlook.spot) if outlook.spot in state.trail else len(state.trail)
    if place == 0:
        return puzzled(outlook, "This is the first question of this sitting. Earlier answers: review.")
    return Turn(state=replace(state, asked=state.trail[place - 1]))


def _change(wanted: str, outlook: Outlook) -> Turn:
    if not wanted.strip():
        return Turn(state=outlook.state, said=(*review_lines(outlook), "Type change and a number, such as change 2."))
    question = _meant(wanted.strip(), outlook)
    if question is None:
        return puzzled(outlook, f"Nothing here is called {wanted.strip()!r}. Type review for the numbers.")
    if question.kind is Kind.TABLE and outlook.file.company.segments:
        return puzzled(outlook, "Markets that are in the file are changed there, in an editor.")
    return Turn(state=replace(outlook.state, asked=Spot(question.id)))


def _review(outlook: Outlook) -> Turn:
    return Turn(state=outlook.state, said=review_lines(outlook))


def _help(outlook: Outlook) -> Turn:
    options = outlook.desk.pack.decision(outlook.desk.pack.main).options
    meant = (f"{option.name}: {option.summary}" for option in options)
    return Turn(state=outlook.state, said=(*HELP, "What you may be told to do:", *meant))


def _done(outlook: Outlook) -> Turn:
    return Turn(state=replace(outlook.state, asked=None), ending=Ending.ADVICE)


def _quit(outlook: Outlook) -> Turn:
    return Turn(state=outlook.state, ending=Ending.SAVED)


def _meant(wanted: str, outlook: Outlook) -> Question | None:
    """The question that a number of the review, a fact's name or a title means."""
    listed = answers(outlook)
    if wanted.isdigit():
        return listed[int(wanted) - 1][0] if 0 < int(wanted) <= len(listed) else None
    names = {
        **{_plain(question.title): question for question in outlook.desk.questions.values()},
        **{_plain(fact.title): question for question in outlook.desk.questions.values() for fact in question.facts},
        **{_plain(fact.name): question for question in outlook.desk.questions.values() for fact in question.facts},
        **{
            _plain(fact.name.rpartition(".")[2]): question
            for question in outlook.desk.questions.values()
            for fact in question.facts
        },
        **{_plain(identifier): question for identifier, question in outlook.desk.questions.items()},
        **{_plain(question.title): question for question, _ in listed},
    }
    plain = _plain(wanted)
    if plain in names:
        return names[plain]
    holding = [name for name in names if plain in name]
    near = holding[:1] or get_close_matches(plain, names, n=1, cutoff=0.7)
    return names[near[0]] if near else None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())


_WORDS: Mapping[str, Command] = {
    **dict.fromkeys(("back", "b", "<", "previous", "undo"), _back),
    **dict.fromkeys(("review", "list", "show"), _review),
    **dict.fromkeys(("help", "?", "h"), _help),
    **dict.fromkeys(("done", "stop", "finish", "enough"), _done),
    **dict.fromkeys(("quit", "q", "exit", "save", "bye"), _quit),
}
