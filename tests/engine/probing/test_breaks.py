"""Between two neighbours of the places that are told, no answer of a pack moves and no number turns."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.probing.breaks import bends, breaks
from salesdesign.engine.probing.curve import Moving
from salesdesign.engine.probing.number_flips import Search
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.expression import FactOf, Value
from salesdesign.model.pack import Line, Pack, Rule
from tests.engine.examples import criterion, decision, over, when
from tests.engine.probing.examples import probed_packs, subject_of
from tests.engine.probing.test_flips import Facts, companies, searches

SPLIT = 7
CLOSE = Fraction(1, 1000)
"""Two places so close tell nothing of what lies between: facts are floats."""


def told(search: Search) -> list[Fraction]:
    """The ends of a number and the breaks between them, as values of the number, in order."""
    track = search.track
    moving = Moving(
        curves=track.curves(),
        facts=search.course.derived(search.subject.stated),
        stated=search.subject.stated,
        catalogue=search.subject.machine.pack.catalogue,
    )
    bending = bends(search.questions.reading(moving.curves), search.questions.lines(moving.curves), moving)
    ends = track.low / track.step, track.high / track.step
    return [place * track.step for place in sorted({*ends, *breaks(bending, ends)})]


def between(start: Fraction, end: Fraction) -> list[float]:
    return [float(start + (end - start) * part / SPLIT) for part in range(1, SPLIT)]


def turns(numbers: Sequence[float]) -> bool:
    """Whether numbers both rise and fall, by more than a float's rounding."""
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return max(steps, default=0.0) > 1e-9 and min(steps, default=0.0) < -1e-9


@settings(max_examples=60)
@given(probed_packs(), companies)
def test_no_answer_moves_between_them_and_no_number_turns(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, facts)
    for search in searches(subject):
        for start, end in pairwise(told(search)):
            if end - start > CLOSE:
                steady_between(search, subject, between(start, end))


def steady_between(search: Search, subject: Subject, values: Sequence[float]) -> None:
    """Fails where a truth moves from one of these values to the next, or a number both rises and falls."""
    seen = [subject.machine.derive({**subject.stated, **search.track.seen(value)}) for value in values]
    asked = [question for question, _ in search.questions.asked]
    for question in (*asked, *(FactOf(rule.over or "") for rule, _ in search.questions.over)):
        answers = [evaluate(question, facts) for facts in seen]
        numbers = [answer for answer in answers if isinstance(answer, (int, float)) and not isinstance(answer, bool)]
        assert not turns(numbers) if numbers else len(set(answers)) == 1


def places(rule: Rule, stated: Facts, name: str) -> list[float]:
    """The breaks of one number that a rule is about, without those at its ends."""
    subject = subject_of(decision(criterion("only", 1.0, rule)), stated)
    (search,) = (search for search in searches(subject) if search.track.fact.name == name)
    return [round(float(place), 4) for place in told(search)[1:-1]]


BENT = Line(places=((1, 0), (2, 3000), (5, -1000)))

EXAMPLES: list[tuple[Rule, Facts, str, list[float]]] = [
    (when("cargo.value >= 3"), {"cargo.value": 1}, "cargo.value", [3]),
    (when("cargo.size == heavy"), {"cargo.value": 1, "crew.sailors": 2}, "cargo.value", [1, 4]),
    (when("cargo.size == heavy"), {"cargo.value": 4, "crew.sailors": 1}, "crew.sailors", [2]),
    (over("cargo.value", boat=BENT), {"cargo.value": 1}, "cargo.value", [1, 1.0002, 2, 4.2496, 5]),
    (over("cargo.per_sailor", boat=Line(places=((1, 0), (2, 3000)))), {"cargo.value": 1, "crew.sailors": 3}, "cargo.value", [3, 3.0005, 6]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "stated", "name", "found"), EXAMPLES)
def test_they_are_limits_bends_and_where_a_line_begins_to_speak(
    rule: Rule, stated: dict[str, Value], name: str, found: list[float]
) -> None:
    assert places(rule, stated, name) == found
