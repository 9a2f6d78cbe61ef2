"""The scores of all options, as a picture with bands and as a table."""

from salesdesign.model.advice import OptionAdvice
from salesdesign.reporting.blocks import Bar, Block, Details, Phrase, Place, Prose, ScoreBars
from salesdesign.reporting.phrasing import exact, rounded
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import number

CAPTION = (
    "Score of each option, 0 to 100; at 50 nothing speaks either way. The pale band is how far unknown facts could "
    "move it. Net points are the reasons for an option less those against it, each by its weight."
)


def scores(view: View) -> tuple[Block, ...]:
    """Every option with its score and band, and how a score comes about."""
    return (picture(view), Details(summary="How a score comes about", blocks=(_method(view),)))


def picture(view: View) -> ScoreBars:
    """The options as bars, best first."""
    return ScoreBars(caption=CAPTION, bars=tuple(_bar(view, option) for option in view.main.options))


def _bar(view: View, option: OptionAdvice) -> Bar:
    place = _place(view, option)
    return Bar(
        name=option.name,
        place=place,
        note=_note(view, option, place),
        score=option.score,
        low=option.low,
        high=option.high,
        text=_band(option),
        net=rounded(option.net),
    )


def _place(view: View, option: OptionAdvice) -> Place:
    if option.id in view.main.chosen:
        return Place.CHOSEN
    return Place.CLOSED if option.excluded_by else Place.OPEN


def _note(view: View, option: OptionAdvice, place: Place) -> str:
    words = {Place.CHOSEN: "recommended", Place.CLOSED: "ruled out", Place.OPEN: ""}[place]
    today = "today" if option.id == view.main.current else ""
    return ", ".join(filter(None, (words, today)))


def _band(option: OptionAdvice) -> str:
    score, low, high = (number(value, 0) for value in (option.score, option.low, option.high))
    return score if low == high else f"{score} ({low} to {high})"


def _method(view: View) -> Prose:
    text = (
        "A rule that holds gives an option from −3 to +3 points. "
        "In a criterion they add up and are held within these bounds. "
        "Points times weight, summed over the criteria, are the net points, and they decide. "
        f"The score shows them on 0 to 100: 50 + 50 × net / (|net| + {exact(view.question.scale)}). "
        "A rule that asks for an unknown fact gives nothing; it widens the band."
    )
    return Prose(phrases=(Phrase(text=text),))
