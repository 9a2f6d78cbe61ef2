"""Doubts about an advice: defaults it rests on, gates that nobody could check, questions left open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from salesdesign.advise.asking import to_ask
from salesdesign.advise.decisions import Decided
from salesdesign.model.advice import Doubt
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Decision, Pack
from salesdesign.model.probing import WorthKnowing
from salesdesign.model.ranking import Ranking
from salesdesign.wording.numbers import capitalised, list_of
from salesdesign.wording.templates import Texts


def unknown_facts(pack: Pack, decided: Decided, worth: Iterable[WorthKnowing] = ()) -> tuple[str, ...]:
    """The facts to ask for, as rules asked for them in vain: as far as is known, those most worth knowing first.

    The others follow, those that could move the main decision furthest first.
    """
    reach = _reach(decided.rankings[pack.main])
    asked = set(reach)
    for ranking in decided.rankings.values():
        asked |= set(_reach(ranking))
    far_first = sorted(asked, key=lambda name: (-reach.get(name, 0.0), name))
    return to_ask((*(one.fact for one in worth), *far_first), decided.company.facts)


def doubts(pack: Pack, decided: Decided, texts: Texts) -> tuple[Doubt, ...]:
    """Every warning about the advice, in the order of the decisions."""
    found = [*_currency(decided), *_defaults(pack, decided, texts)]
    for decision in pack.decisions:
        found += _decision(decision, decided.rankings[decision.id], pack.stages)
    return tuple(found)


def _reach(ranking: Ranking) -> Mapping[str, float]:
    """By missing fact, the net thousandths that it could move between options."""
    reach: dict[str, float] = defaultdict(float)
    for standing in ranking.standings:
        for contribution in standing.contributions:
            for finding in contribution.findings:
                spread = finding.high[standing.option] - finding.low[standing.option]
                for name in finding.missing:
                    reach[name] += contribution.weight * spread / len(finding.missing)
    return reach


def _currency(decided: Decided) -> Iterable[Doubt]:
    facts = decided.company.facts
    code = facts.get("company.currency")
    if code not in (None, "USD") and "company.usd_per_unit" not in facts:
        yield Doubt(
            code="no-rate",
            text=f"Amounts are in {code}, and nobody said what one {code} is worth in US dollars, so rules about money "
            "stay unknown. Give company.usd_per_unit.",
        )


def _defaults(pack: Pack, decided: Decided, texts: Texts) -> Iterable[Doubt]:
    read = _facts_read(pack)
    for derived in pack.catalogue.derived.values():
        taken = derived.name in decided.facts and derived.name not in decided.company.facts
        text = texts.fill(derived.warning) if taken and derived.name in read else ""
        if text:
            yield Doubt(code=f"default:{derived.name}", text=text)


def _facts_read(pack: Pack) -> set[str]:
    rules = [rule for decision in pack.decisions for criterion in decision.criteria for rule in criterion.rules]
    gates = [gate for decision in pack.decisions for gate in decision.gates]
    asked = [ask for rule in rules for ask in (rule.when, rule.unless) if ask is not None]
    asked += [gate.when for gate in gates]
    named = {name for ask in asked for name in facts_in(ask)} | {rule.over for rule in rules if rule.over}
    return _with_sources(named, pack.catalogue)


def _with_sources(named: set[str], catalogue: Catalogue) -> set[str]:
    """The named facts and those that they are derived from, to the bottom."""
    reached = set(named)
    for name in reversed(list(catalogue.derived)):
        if name in reached:
            reached |= set(facts_in(catalogue.derived[name].value))
    return reached


def _decision(decision: Decision, ranking: Ranking, stages: str) -> Iterable[Doubt]:
    names = {option.id: option.name for option in decision.options}
    for closed in ranking.open_gates if decision.id != stages else ():  # what a stage lacks, the road ahead tells
        shut = list_of(names[option] for option in closed.gate.options)
        yield Doubt(
            code=f"open-gate:{closed.gate.id}",
            text=f"Not known: {list_of(closed.missing)}. {capitalised(shut)} would be ruled out if {closed.gate.asks}.",
        )
    if ranking.dropped:
        left = list_of(names[option] for option in ranking.dropped)
        yield Doubt(code=f"limit:{decision.id}", text=f"{capitalised(left)} would count too, but not all at once.")
    if decision.choose == "one" and not ranking.chosen:
        yield Doubt(code=f"undecided:{decision.id}", text=_undecided(decision, ranking))
    if ranking.current and ranking.current not in names:
        yield Doubt(
            code=f"foreign-current:{decision.id}",
            text=f"Today's answer, {ranking.current.replace('_', ' ')}, is not among those compared, so nothing here "
            "speaks for leaving it as it is.",
        )


def _undecided(decision: Decision, ranking: Ranking) -> str:
    closed = [closed for standing in ranking.standings for closed in standing.closed]
    missing = sorted({name for gate in closed for name in gate.missing})
    ask = f" Find out {list_of(missing)}." if missing else ""
    return f"{decision.name}: what is known speaks for no option.{ask}"
