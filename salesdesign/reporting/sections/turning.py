"""What would turn the choice: a known fact that changes, a weight that changes, a question that is answered."""

from collections.abc import Iterable

from salesdesign.model.advice import CriterionTrace
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Value
from salesdesign.model.probing import Flip, WeightFlip, WorthKnowing
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import exact, lowered, question_about, the_option, title_of, told_as
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, share

QUESTIONS = 3
"""So many questions a reader can take along."""

SELDOM = 0.05
"""A question that turns the choice in fewer of its answers is told to be unlikely to."""

FEW = 3
FAR = 5
"""A weight that would have to grow by more than this factor tells nobody anything."""


def turning(view: View) -> tuple[Block, ...]:
    """The smallest changes of facts and weights that alter the choice, and the questions that could."""
    return (*_facts(view), *_weights(view), *_questions(view))


def first_questions(view: View) -> tuple[WorthKnowing, ...]:
    """The few facts most worth knowing that could change the choice, by how often they do; empty where none could."""
    found = [found for found in view.advice.worth if found.change > 0][:QUESTIONS]
    return tuple(sorted(found, key=lambda worth: -worth.change))


def _facts(view: View) -> Iterable[Block]:
    points = tuple(Point(label=title_of(view, flip.fact), text=flipped(view, flip)) for flip in view.advice.flips)
    if points:
        yield Prose(phrases=(Phrase(text="What would turn it:", strong=True), *_barred(view)))
        yield Points(items=points)
    else:
        text = "No change of any one known fact that is possible beside the others would turn it."
        yield Prose(phrases=(Phrase(text=text),))


def flipped(view: View, flip: Flip) -> str:
    """What a change of one fact would do, in a sentence."""
    to, before = _as_told(view, flip.fact, flip.to), _as_told(view, flip.fact, flip.from_)
    change = f"{_without_unit(to, before)} instead of {before}"
    also = [f"{lowered(title_of(view, name))} {_as_told(view, name, value)}" for name, value in flip.also.items()]
    beside = f", with {list_of(also)}," if also else ""
    return f"With {change}{beside} {_becomes(view, flip.chosen)}."


def _as_told(view: View, fact: str, value: Value) -> str:
    definition = view.pack.catalogue.facts.get(fact)
    text = told_as(view, fact, value).rstrip(".")
    if definition and definition.type is FactType.SCALE:
        step, _, meaning = text.partition(": ")
        return f"{step} ({lowered(meaning)})"
    return f"“{lowered(text)}”" if definition and definition.type is FactType.CHOICE else text


def _without_unit(text: str, other: str) -> str:
    """The text without its unit where the other has the same one."""
    size, _, unit = text.partition(" ")
    return size if unit and other.endswith(f" {unit}") else text


def _becomes(view: View, chosen: str | None) -> str:
    if chosen is None:
        return "nothing could be recommended any more"
    return f"this becomes {the_option(view, view.standing(chosen))}"


def _barred(view: View) -> Iterable[Phrase]:
    names = list(dict.fromkeys(lowered(title_of(view, barred.fact)) for barred in view.advice.barred))
    if names:
        text = f"Changes of {list_of(names)} that contradict the other facts are left out."
        yield Phrase(text=text)


def _weights(view: View) -> Iterable[Block]:
    near = [flip for flip in view.advice.weight_flips if flip.to <= FAR * flip.from_][:FEW]
    if near:
        yield Points(items=tuple(_weight(view, flip) for flip in near))
    else:
        text = f"No single criterion turns it, not at {FAR} times its weight and not at none."
        yield Prose(phrases=(Phrase(text=text),))


def _weight(view: View, flip: WeightFlip) -> Point:
    name = next(part.name for part in _criteria(view) if part.id == flip.criterion)
    to = "count for nothing" if flip.to == 0 else f"weigh {exact(flip.to)}"
    would = _becomes(view, flip.chosen).replace("this becomes", "to make this")
    return Point(
        label=f"The weight of {lowered(name)}", text=f"It would have to {to} instead of {exact(flip.from_)} {would}."
    )


def _criteria(view: View) -> tuple[CriterionTrace, ...]:
    return view.main.options[0].criteria


def _questions(view: View) -> Iterable[Block]:
    found = first_questions(view)
    if not found:
        text = "None of the unknown facts is likely to change the choice by itself."
        yield Prose(phrases=(Phrase(text=text),))
        return
    tell = _asked if found[0].change < SELDOM else _question
    yield Prose(phrases=tuple(_asking(found)))
    yield Points(items=tuple(tell(view, worth) for worth in found))


def _asking(found: tuple[WorthKnowing, ...]) -> Iterable[Phrase]:
    if found[0].change < SELDOM:
        most = f"the most telling one does in {_part(found[0])} of its usual answers"
        yield Phrase(text=f"No single unknown fact is likely to turn it: {most}.")
    one = len(found) == 1
    yield Phrase(text="The question that would firm it up most:" if one else "What would firm it up most:", strong=True)


def _part(worth: WorthKnowing) -> str:
    return "less than 1%" if worth.change < 0.005 else share(round(worth.change, 2))


def _asked(view: View, worth: WorthKnowing) -> Point:
    return Point(label=question_about(view, worth.fact), text="", more=f"In the facts file: {worth.fact}")


def _question(view: View, worth: WorthKnowing) -> Point:
    others = [(part, option) for option, part in worth.chosen.items() if part and option not in view.main.chosen]
    best = max(others, default=(0.0, None))[1]
    to = f", most often to {the_option(view, view.standing(best))}" if best else ""
    text = f"In {_part(worth)} of the usual answers the choice would turn{to}."
    return Point(label=question_about(view, worth.fact), text=text, more=f"In the facts file: {worth.fact}")
