"""Which question comes next: the few that every company needs, then what is worth knowing, then the plan."""

from collections.abc import Iterator

from salesdesign.facts.wholes import ROUNDING
from salesdesign.model.advice import Advice
from salesdesign.model.catalogue import FactType, Priority
from salesdesign.records import dataclass
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.names import CURRENCY, MARKETS, NAME, PLAN, PLAN_ROUND, SEGMENTS, STOP, TOTAL, USD_PER_UNIT
from salesdesign.wizard.questions import Kind, Question, question_about
from salesdesign.wizard.reading import FactsFile
from salesdesign.wizard.state import Spot, State
from salesdesign.wizard.trust import TELLING, Trust, is_firm


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known when the next question is looked for."""

    file: FactsFile
    advice: Advice
    trust: Trust


def due(state: State, desk: Desk, known: Known) -> Spot | None:
    """The question that is asked now, and its part; None when nothing is left to ask."""
    if state.asked is not None:
        return state.asked
    wanted = next(_wanted(state, desk, known), None)
    if wanted is None:
        return None
    question = desk.questions.get(wanted)
    return Spot(wanted, _first_open(question, known.file) if question else 0)


def left(state: State, desk: Desk, known: Known) -> int:
    """How many questions may still come: those that every company needs and those that tell most, or the plan's."""
    if state.offers.get(PLAN):
        return len(_of_plan(desk, known))
    matter = [fact for fact in _worth_knowing(desk, known) if known.trust.worth.get(fact, 0.0) > TELLING]
    asked = [] if _stopped(state) else _askable(matter, desk, known)
    return len({*_needed(desk, known), *asked})


def _wanted(state: State, desk: Desk, known: Known) -> Iterator[str]:
    """Ids of questions and offers, the first of which is due."""
    yield from _needed(desk, known)
    worth = _askable(_worth_knowing(desk, known), desk, known)
    if not _stopped(state) and worth:
        if STOP not in state.offers and is_firm(known.trust, _chosen(desk, known), _worth_knowing(desk, known)):
            yield STOP
        yield worth[0]
    if known.file.company.segments or SEGMENTS in known.file.declined:
        pass
    elif MARKETS not in state.offers and desk.pack.decision(desk.pack.main).per_segment:
        yield MARKETS
    if state.offers.get(MARKETS) and SEGMENTS not in state.offers:
        yield SEGMENTS
    rounds = _of_plan(desk, known)
    if rounds and PLAN not in state.offers:
        yield PLAN
    if state.offers.get(PLAN):
        yield from rounds


def _of_plan(desk: Desk, known: Known) -> list[str]:
    return [name for name in PLAN_ROUND if _is_open(desk.questions.get(name), known.file)]


def _stopped(state: State) -> bool:
    return state.offers.get(STOP, False)


def _chosen(desk: Desk, known: Known) -> tuple[str, ...]:
    return known.advice.decisions[desk.pack.main].chosen


def _needed(desk: Desk, known: Known) -> list[str]:
    """The name, the exchange rate where one is due, and what every company must know.

    Who sells and how comes first, as everybody can tell; amounts come last, for trust grows.
    """
    facts = known.file.company.facts
    rate = [USD_PER_UNIT] if facts.get(CURRENCY, "USD") != "USD" else []
    must = [fact for fact in desk.catalogue.facts.values() if fact.priority is Priority.MUST and fact.name != NAME]
    first = (TOTAL, desk.pack.decision(desk.pack.main).current)
    must.sort(key=lambda fact: (fact.type is FactType.MONEY, fact.name not in first))
    name = [] if known.file.named else [NAME]
    return [*name, *_askable([*rate, *(fact.name for fact in must)], desk, known)]


def _worth_knowing(desk: Desk, known: Known) -> list[str]:
    """Unknown facts that were not declined, in the order of the report: those that would tell something come first."""
    telling = [fact for fact, worth in known.trust.worth.items() if worth > 0 or fact in known.trust.waiting]
    facts = dict.fromkeys([*telling, *known.advice.unknown, *known.trust.worth])
    return [fact for fact in facts if fact in desk.catalogue.facts and fact not in known.file.declined]


def _askable(facts: list[str], desk: Desk, known: Known) -> list[str]:
    """The open questions about facts, each once."""
    found = (question_about(desk.questions, fact) for fact in facts)
    return list(dict.fromkeys(question.id for question in found if question and _is_open(question, known.file)))


def _is_open(question: Question | None, file: FactsFile) -> bool:
    """Whether a question was neither answered nor declined."""
    if question is None:
        return False
    stated, names = file.company.facts, [fact.name for fact in question.facts]
    if question.kind is Kind.COUNTS:
        return not _settled(names[-1], file)
    if question.kind is Kind.SHARES and _total(names, file) > 1 - ROUNDING:
        return False
    return not all(name in stated or name in file.declined for name in names)


def _first_open(question: Question, file: FactsFile) -> int:
    parts = [number for number, fact in enumerate(question.facts) if not _settled(fact.name, file)]
    return parts[0] if parts and question.kind in (Kind.SHARES, Kind.COUNTS) else 0


def _settled(name: str, file: FactsFile) -> bool:
    return name in file.company.facts or name in file.declined


def _total(names: list[str], file: FactsFile) -> float:
    values = (file.company.facts.get(name) for name in names)
    return sum(value for value in values if isinstance(value, (int, float)))
