"""What may go wrong on the way, and what to do about it."""

from salesdesign.reporting.blocks import Block, Point, Points, Tone
from salesdesign.reporting.phrasing import lowered, sentence
from salesdesign.reporting.view import View


def risks(view: View) -> tuple[Block, ...]:
    """Every risk that runs, with its remedy; empty where none does."""
    points = tuple(
        Point(
            text=sentence(risk.text),
            more=f"What to do: {lowered(sentence(risk.mitigation))}" if risk.mitigation else "",
            evidence=risk.evidence[:1],
            tone=Tone.AGAINST,
            id=f"risk-{risk.id}",
        )
        for risk in view.advice.risks
    )
    return (Points(items=points),) if points else ()
