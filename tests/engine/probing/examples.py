"""Vessels once more, with all that probing asks of a catalogue: typical ranges, steps, bounds, a whole, a rule."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.engine.decide import decide
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.catalogue import Catalogue, Consistency, Fact, FactType
from salesdesign.model.expression import Compare, Comparison, Expression, FactOf, Literal, Value
from salesdesign.model.pack import Choose, Criterion, Decision, Facts, Pack, Rule
from tests.strategies import CATALOGUE, VESSELS, conditions, lasting_conditions, pack_of, packs

_NUMBERS: Mapping[str, Mapping[str, object]] = {
    "crew.sailors": {"low": 0, "high": 8, "typical": (0, 6), "step": 1},
    "crew.roles.first_mate": {"low": 0, "high": 4, "typical": (0, 3), "step": 1},
    "crew.skill": {"typical": (2, 4), "step": 1},
    "cargo.value": {"low": 0, "high": 8, "typical": (0.5, 6), "step": 0.5},
    "cargo.share": {"typical": (0, 0.5), "step": 0.25, "whole": "cargo"},
}
_REST = Fact(
    name="cargo.rest",
    type=FactType.SHARE,
    title="Rest",
    question="The rest?",
    typical=(0, 1),
    step=0.25,
    whole="cargo",
)
_MATES = Compare(Comparison.ABOVE, FactOf("crew.roles.first_mate"), FactOf("crew.sailors"))

PROBED: Catalogue = replace(
    CATALOGUE,
    facts={
        **{name: replace(fact, **_NUMBERS.get(name, {})) for name, fact in CATALOGUE.facts.items()},  # type: ignore[arg-type]  # fields by name
        _REST.name: _REST,
    },
    consistency=(Consistency(id="mates-are-sailors", never=_MATES, at="crew.roles.first_mate", wrong="", mend=""),),
)


def probed_packs(questions: st.SearchStrategy[Expression] | None = None) -> st.SearchStrategy[Pack]:
    """Packs of one decision that chooses one vessel."""
    asked = packs(questions if questions is not None else conditions(1))
    return asked.map(lambda pack: pack_of(replace(pack.decisions[0], choose=Choose.ONE), catalogue=PROBED))


@st.composite
def chained_packs(draw: st.DrawFn) -> Pack:
    """Packs of two decisions, the second of which reads the first."""
    questions = lasting_conditions(1)
    first = replace(draw(packs(questions)).decisions[0], id="harbour", current="")
    boat = Literal("boat")
    if first.choose is Choose.SEVERAL:
        follows = Compare(Comparison.IN, boat, FactOf("decided.harbour"))
    else:
        follows = Compare(Comparison.EQUAL, FactOf("decided.harbour"), boat)
    points = draw(st.dictionaries(st.sampled_from(VESSELS), st.sampled_from([-2000, 1000, 3000]), min_size=1))
    rule = Rule(id="as-the-harbour", when=follows, asks="", points=points, because="", evidence=())
    following = Criterion(id="harbour", name="Harbour", weight=2.0, rules=(rule,))
    second = draw(probed_packs(questions)).decisions[0]
    return pack_of(first, replace(second, criteria=(*second.criteria, following)), catalogue=PROBED)


def subject_of(asked: Decision | Pack, stated: Facts, weights: Mapping[str, float] | None = None) -> Subject:
    """The only decision of a pack, about a company."""
    pack = asked if isinstance(asked, Pack) else pack_of(asked, catalogue=PROBED)
    machine = compile_pack(pack)
    return Subject(
        machine=machine,
        decision=pack.decisions[-1],
        stated=stated,
        weights=weights or {},
        impossible=Broken(machine),
    )


class Broken:
    """The consistency rules of a machine's catalogue, asked by the plain walk."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def __call__(self, facts: Facts) -> Sequence[Consistency]:
        """Those that facts break."""
        return broken(facts, self._machine)

    def among(self, names: Collection[str]) -> "Broken":
        """The same for those that hang on some facts."""
        return self


def broken(stated: Facts, machine: Machine) -> Sequence[Consistency]:
    """The consistency rules that facts break, by the plain walk."""
    facts = machine.derive(stated)
    return [rule for rule in machine.pack.catalogue.consistency if evaluate(rule.never, facts) is True]


def chosen(subject: Subject, changed: Mapping[str, Value] | None = None) -> str | None:
    """What the engine chooses with some facts changed, after all earlier decisions; None where it chooses nothing."""
    machine, known = subject.machine, {**subject.stated, **(changed or {})}
    for one in machine.pack.decisions:
        taken = decide(machine, one, machine.derive(known), subject.weights).chosen
        known[f"decided.{one.id}"] = taken if one.choose is Choose.SEVERAL else next(iter(taken), None)
    decided = known[f"decided.{subject.decision.id}"]
    return decided if isinstance(decided, str) else None


def possible(facts: Facts) -> bool:
    """Whether facts can be together."""
    mates, sailors = facts.get("crew.roles.first_mate"), facts.get("crew.sailors")
    return not (isinstance(mates, int) and isinstance(sailors, int) and mates > sailors)
