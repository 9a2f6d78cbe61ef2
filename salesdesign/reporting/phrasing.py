"""Small turns of phrase that several sections share: names in a sentence, points, people, facts."""

import re
from collections.abc import Iterable

from salesdesign.model.advice import Changes, CriterionTrace, OptionAdvice
from salesdesign.model.catalogue import Derived, Fact, FactType
from salesdesign.model.expression import Value
from salesdesign.model.pack import Option
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, money, number, points, share
from salesdesign.wording.shown import Shown, Unknown, Word, currency_of, meanings, show

DOTTED = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)+\b")
HALF = 0.5
DAYS = 5
MANY = 10
"""From so many people on, a part of one says nothing."""
SCALE = 5
RATES = ("a year", "last year")
"""Units of a number that says how much something grew: a share that may be negative."""


def exact(value: float) -> str:
    """Points to the thousandth that they are held in, so that what is shown adds up."""
    return number(value, 3)


def signed(value: float) -> str:
    """Exact points with their sign: +2.5, −3, 0."""
    return f"+{exact(value)}" if value > 0 else exact(value)


def rounded(value: float) -> str:
    """Points to the tenth, with their sign, for a sentence."""
    return points(value)


def bare(net: float) -> str:
    """How many net points, to the tenth and without their sign: 1 net point, 2.5 net points."""
    size = number(abs(net))
    return f"{size} net point" if size == "1" else f"{size} net points"


def people(count: float, noun: str = "person", plural: str = "people") -> str:
    """People as they are counted in a sentence: a day a week, half a person, 2.5 people."""
    if count == HALF:
        return f"half a {noun}"
    if 0 < count < 1:
        days = count * DAYS
        return "a day a week" if days == 1 else "half a day a week" if days == HALF else f"{number(days)} days a week"
    return f"{number(count, 0 if count >= MANY else 1)} {noun if count == 1 else plural}"


def those(view: View, count: float | None) -> str:
    """Those who do the work, as many as they are: 12 sellers; what the pack organises while nobody knows how many."""
    voice = view.pack.voice
    return f"{number(count)} {voice.person if count == 1 else voice.people}" if count else view.pack.organises


def lowered(text: str) -> str:
    """The text with a small first letter, unless it opens with an abbreviation."""
    return text if text[1:2].isupper() or text[:1].isdigit() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    return text if not text else text[:1].upper() + text[1:] + ("" if text[-1] in ".!?…:" else ".")


def changed_text(changes: Changes) -> str:
    """What was changed on the command line, as it was typed; empty where nothing was."""
    facts = [f"--set {name}={value}" for name, value in changes.facts.items()]
    weights = [f"--weight {name}={weight:g}" for name, weight in changes.weights.items()]
    return f"For this run only: {list_of([*facts, *weights])}." if facts or weights else ""


def the_option(view: View, option: OptionAdvice | Option) -> str:
    """An option in a sentence: the island structure; a name that is an activity stands alone: founder-led selling."""
    known = option if isinstance(option, Option) else view.option(view.pack.main, option.id)
    if known and known.called:
        return known.called
    noun, name = lowered(view.question.name), lowered(option.name)
    if name.endswith("ing"):
        return name
    return f"the {name}" if name.endswith(noun) else f"the {name} {noun}"


def subject(view: View) -> str:
    """What the report is about, in a few words."""
    return f"How to organise {view.pack.organises}"


def sentences(texts: Iterable[str]) -> str:
    """Texts as sentences one after the other."""
    return " ".join(sentence(text) for text in texts)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def spoke(criterion: CriterionTrace) -> bool:
    """Whether a criterion said anything about its option."""
    return any(rule.outcome == "met" and rule.points for rule in criterion.rules)


def title_of(view: View, fact: str) -> str:
    """A fact as a table names it; its id where the catalogue does not know it."""
    definition = _defined(view, fact)
    return definition.title if definition else fact.removeprefix("decided.").replace("_", " ")


def _defined(view: View, fact: str) -> Fact | Derived | None:
    return view.pack.catalogue.facts.get(fact) or view.pack.catalogue.derived.get(fact)


def _is_rate(definition: Fact | Derived) -> bool:
    return definition.type is FactType.NUMBER and definition.unit in RATES


def question_about(view: View, fact: str) -> str:
    """What to ask to learn a fact."""
    definition = view.pack.catalogue.facts.get(fact)
    return definition.question if definition else f"{title_of(view, fact)}?"


def readable(view: View, text: str) -> str:
    """The text with the ids of facts replaced by their names."""
    return DOTTED.sub(lambda found: _named(view, found.group()), text)


def shown(view: View, fact: str) -> str:
    """A fact's value as a reader expects it; empty while it is unknown."""
    value, definition = view.texts.value(fact), _defined(view, fact)
    if definition and _is_rate(definition) and isinstance(value, float):
        return share(value)
    return _plain(value)


def _plain(value: Shown) -> str:
    if isinstance(value, Unknown):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return list_of(str(item) for item in value) if isinstance(value, list) else str(value)


def told(view: View, fact: str) -> str:
    """A fact's value with its unit or its meaning, to stand by itself; empty while it is unknown."""
    return _told(view, fact, view.texts.value(fact))


def told_as(view: View, fact: str, value: Value) -> str:
    """What a fact would read as with another value, money in the company's currency."""
    currency, definition = currency_of(view.advice.facts), view.pack.catalogue.facts.get(fact)
    if definition and definition.type is FactType.MONEY and isinstance(value, (int, float)):
        return money(value, currency.code)
    return _told(view, fact, show(fact, value, view.pack.catalogue, currency))


def _told(view: View, fact: str, value: Shown) -> str:
    definition = _defined(view, fact)
    text = _plain(value)
    if not text or definition is None:
        return text
    if isinstance(value, Word):
        return value.meaning
    if definition.type is FactType.SCALE:
        return f"{text} of {SCALE}: {meanings(fact, view.pack.catalogue).get(text, '')}"
    if _is_rate(definition) and isinstance(value, float):
        return f"{share(value)} {definition.unit}"
    counts = definition.type in (FactType.COUNT, FactType.NUMBER) and definition.unit
    return f"{text} {_unit(text, definition.unit)}" if counts else text


def _unit(text: str, unit: str) -> str:
    """The unit as it follows a number: 1 person, 2 people, 1 region."""
    if text != "1" or " " in unit:
        return unit
    return {"people": "person", "companies": "company", "industries": "industry"}.get(unit, unit.removesuffix("s"))


def _named(view: View, name: str) -> str:
    known = name in view.pack.catalogue.facts or name in view.pack.catalogue.derived
    return lowered(title_of(view, name)) if known else name
