"""Where the sources disagree, and every claim that the report rests on."""

from salesdesign.model.pack import Contradiction
from salesdesign.reporting.blocks import Block, Notes, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import lowered, sentence
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import counted

SHOWN = 5
"""So many disagreements are told; the others stand in the rule book."""


def contradictions(view: View) -> tuple[Block, ...]:
    """The disagreements that matter for this company, both views and the reading followed; empty where none does."""
    found = [case for case in view.pack.contradictions if case.when is not None and view.holds(case.when)]
    points = tuple(_case(view, case) for case in found[:SHOWN])
    stand = counted(len(found) - SHOWN, "more stands", "more stand")
    more = f"{stand} in the rule book, which salesdesign rules docs writes."
    rest = (Prose(phrases=(Phrase(text=more),)),) if len(found) > SHOWN else ()
    return (Points(items=points), *rest) if points else ()


def evidence() -> tuple[Block, ...]:
    """The list of all cited claims."""
    text = "Each raised number in the text leads to a claim: what a document says, in our words."
    return (Prose(phrases=(Phrase(text=text),)), Notes())


def _case(view: View, case: Contradiction) -> Point:
    return Point(
        text=sentence(view.fill(case.text)),
        more=f"Our reading: {lowered(sentence(view.fill(case.reading)))}",
        evidence=tuple(claim for claim in case.claims if claim in view.pack.claims),
        id=f"disagreement-{case.id}",
    )
