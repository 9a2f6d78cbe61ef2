"""An advice beside the pack that gave it, with the few questions that every section asks of the two."""

from salesdesign.conditions.walk import evaluate
from salesdesign.model.advice import Advice, DecisionAdvice, OptionAdvice
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Expression, Value
from salesdesign.model.pack import Choose, Decision, Facts, Option, Pack
from salesdesign.records import dataclass
from salesdesign.wording.shown import currency_of
from salesdesign.wording.templates import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One advice, ready to be told."""

    advice: Advice
    pack: Pack
    facts: Facts
    """Stated, derived and decided, money in US dollars: what conditions see."""
    texts: Texts

    @property
    def main(self) -> DecisionAdvice:
        """The decision that the advice is about, as it came out."""
        return self.advice.decisions[self.pack.main]

    @property
    def question(self) -> Decision:
        """The decision that the advice is about, as the pack asks it."""
        return self.pack.decision(self.pack.main)

    @property
    def chosen(self) -> OptionAdvice | None:
        """The option that is recommended."""
        return self.standing(self.main.chosen[0]) if self.main.chosen else None

    @property
    def today(self) -> Option | None:
        """The option in place today; None where nobody said, or where the pack has no such option."""
        return self.option(self.pack.main, self.main.current)

    @property
    def rivals(self) -> tuple[OptionAdvice, ...]:
        """The other options that are open, best first."""
        return tuple(
            option for option in self.main.options if option.rank is not None and option.id not in self.main.chosen
        )

    @property
    def closed(self) -> tuple[OptionAdvice, ...]:
        """The options that a gate closes."""
        return tuple(option for option in self.main.options if option.excluded_by)

    @property
    def people(self) -> float | None:
        """How many people do the work; None while nobody knows."""
        return self.number(self.pack.voice.counts.people)

    def standing(self, option: str) -> OptionAdvice:
        """How an option of the main decision came out."""
        return next(standing for standing in self.main.options if standing.id == option)

    def option(self, decision: str, option: str | None) -> Option | None:
        """An option as the pack describes it; None where the pack has none of that id."""
        known = self.pack.decision(decision).options if decision in self.advice.decisions else ()
        return next((candidate for candidate in known if candidate.id == option), None)

    def holds(self, when: Expression | None) -> bool:
        """Whether a condition is known to hold; no condition always does."""
        return when is None or evaluate(when, self.facts) is True

    def fill(self, text: str) -> str:
        """A pack text with this company's facts in it."""
        return self.texts.fill(text)

    def number(self, fact: str) -> float | None:
        """A fact as a number; None while it is unknown."""
        value = self.facts.get(fact)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def view_of(advice: Advice, pack: Pack) -> View:
    """The advice, with everything that its pack knows about what it says."""
    facts = {**_in_dollars(advice, pack), **_decided(advice, pack)}
    return View(advice=advice, pack=pack, facts=facts, texts=Texts(facts, pack.catalogue, currency_of(advice.facts)))


def _in_dollars(advice: Advice, pack: Pack) -> Facts:
    rate = currency_of(advice.facts).usd_per_unit
    money = _money_facts(pack)
    facts: dict[str, Value] = {}
    for name, value in advice.facts.items():
        if name not in money:
            facts[name] = value  # type: ignore[assignment]  # lists of numbers are never asked for by a condition
        elif rate is not None and isinstance(value, (int, float)):
            facts[name] = value * rate
    return facts


def _money_facts(pack: Pack) -> frozenset[str]:
    types = {name: fact.type for name, fact in pack.catalogue.facts.items()}
    types |= {name: derived.type for name, derived in pack.catalogue.derived.items()}
    return frozenset(name for name, kind in types.items() if kind is FactType.MONEY)


def _decided(advice: Advice, pack: Pack) -> Facts:
    facts: dict[str, Value] = {}
    for decision in pack.decisions:
        chosen = advice.decisions[decision.id].chosen if decision.id in advice.decisions else ()
        if decision.choose is Choose.SEVERAL:
            facts[f"decided.{decision.id}"] = chosen
        elif chosen:
            facts[f"decided.{decision.id}"] = chosen[0]
    if advice.segments:
        facts["segments"] = tuple(segment.name for segment in advice.segments)
        facts["decided.segment_structures"] = len({segment.structure.chosen for segment in advice.segments})
    return facts
