"""What comes out while facts move, in words: the crossings, and what was left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from salesdesign.model.expression import Value
from salesdesign.reporting.phrasing import exact, lowered, sentence
from salesdesign.reporting.view import View
from salesdesign.varying.lines import Line
from salesdesign.varying.scene import Scene
from salesdesign.varying.values import place_of
from salesdesign.varying.variation import Point, Stretch, Variation
from salesdesign.wording.numbers import counted, list_of
from salesdesign.wording.shown import currency_of
from salesdesign.wording.templates import Texts

NOTHING = "undecided"
"""Where nothing is chosen."""


def words_of(found: Variation, scene: Scene, view: View, left_out: Sequence[Mapping[str, Value]]) -> Variation:
    """The same with its words; `left_out` is a first place, as conditions see it, that contradicts other facts."""
    words = [*(_crossings(found) if found.stretches else _shares(found)), *_kept(found, scene, view)]
    words += [note for axis in found.axes for note in axis.notes]
    words += _left_out(found, scene, view, left_out)
    words += [
        f"No rule on the way to this decision reads {axis.fact}."
        for axis in found.axes
        if axis.fact not in scene.questions.read
    ]
    return replace(found, words=tuple(words))


def line_notes(view: View, line: Line) -> Iterator[str]:
    """What a reader has to know of the values of a line."""
    yield from line.asked.notes
    name = line.asked.fact.name
    if line.thinned and line.track is not None:
        steps = place_of(view, name, line.track.value(int(line.by / line.track.step))).text
        yield f"{counted(len(line.values), 'value')} of {name} are shown, in steps of {steps}."
    if line.track is not None and line.track.siblings:
        yield f"The other shares of the whole make room for {name}: {list_of(line.track.siblings)}."


def name_of(found: Variation, option: str | None) -> str:
    """An option in a sentence."""
    return lowered(found.names[option]) if option else NOTHING


def _crossings(found: Variation) -> Iterator[str]:
    axis = found.axes[0]
    if len({stretch.chosen for stretch in found.stretches}) == 1:
        chosen = name_of(found, found.stretches[0].chosen)
        possible = [point.at[0].text for point in found.points if not point.left_out]
        yield f"The choice is {chosen} all the way, from {possible[0]} to {possible[-1]}."
    elif axis.numeric:
        for stretch in found.stretches:
            yield f"From {stretch.start.text} on: {name_of(found, stretch.chosen)}."
    else:
        yield from _by_choice(found, found.stretches)


def _by_choice(found: Variation, stretches: Iterable[Stretch]) -> Iterator[str]:
    values: dict[str | None, list[str]] = {}
    for stretch in stretches:
        values.setdefault(stretch.chosen, []).append(stretch.start.text)
    for chosen, texts in values.items():
        yield sentence(f"{list_of(texts, 'or')}: {name_of(found, chosen)}")


def _shares(found: Variation) -> Iterator[str]:
    """Of a map, how much of it each option takes."""
    counts = Counter(point.chosen for point in found.points if not point.left_out)
    for chosen, count in counts.most_common():
        yield sentence(f"{name_of(found, chosen)}: {counted(count, 'place')} of {len(found.points)}")
    if not counts:
        yield "No place is possible beside the other facts."


def _kept(found: Variation, scene: Scene, view: View) -> Iterator[str]:
    """That today's organisation is kept where another leads by little, and where that is."""
    today = view.main.current
    if today is None or today not in found.names:
        return
    ahead = [_ahead(point, today) for point in found.points]
    if any(ahead):
        name, inertia = lowered(found.names[today]), exact(scene.decision.inertia)
        yield f"Today's organisation, {name}, stays until another option leads it by more than {inertia} net points."
    if len(found.axes) == 1:
        for option, texts in _runs(found, ahead):
            if option:
                yield f"{found.names[option]} has the most net points, and too small a lead: {texts}."


def _ahead(point: Point, today: str) -> str | None:
    """The option with the most net points where today's is chosen all the same."""
    if point.chosen != today:
        return None
    open_ones = {option: seen.net for option, seen in point.options.items() if not seen.closed_by}
    best = max(open_ones, key=lambda option: open_ones[option])
    return best if open_ones[best] > open_ones[today] else None


def _runs(found: Variation, marks: Sequence[str | None]) -> Iterator[tuple[str | None, str]]:
    """Neighbouring values with the same mark, as a text."""
    for mark, group in groupby(zip(marks, found.points, strict=True), key=lambda pair: pair[0]):
        texts = [point.at[0].text for _, point in group]
        yield mark, texts[0] if len(texts) == 1 else f"{texts[0]} to {texts[-1]}"


def _left_out(found: Variation, scene: Scene, view: View, left_out: Sequence[Mapping[str, Value]]) -> Iterator[str]:
    if not left_out:
        return
    ranges = _ranges(found) if len(found.axes) == 1 else []
    missing = sum(1 for point in found.points if point.left_out)
    where = list_of(ranges) if ranges else f"{counted(missing, 'place')} of the map"
    yield f"Left out, because the facts would contradict each other: {where}. {_reason(scene, view, left_out[0])}"


def _ranges(found: Variation) -> list[str]:
    broken = ["left out" if point.left_out else None for point in found.points]
    return [texts for mark, texts in _runs(found, broken) if mark]


def _reason(scene: Scene, view: View, moved: Mapping[str, Value]) -> str:
    """What is wrong at a place, as the facts file would be told."""
    stated = scene.stated(moved)
    facts = scene.subject.machine.derive(stated)
    texts = Texts(facts, view.pack.catalogue, currency_of(view.advice.facts))
    return " ".join(sentence(texts.fill(rule.wrong)) for rule in scene.subject.impossible(stated)[:1])
