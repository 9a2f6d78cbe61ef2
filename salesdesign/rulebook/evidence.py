"""The pages of evidence and of benchmarks: what sources say, and where it is used."""

from salesdesign.model.pack import Benchmark, Claim, Contradiction, Source
from salesdesign.rulebook.page import Item, Link, Page, Section, Told, row, rows
from salesdesign.rulebook.places import BENCHMARKS, EVIDENCE, FACTS, Places


def evidence_page(places: Places) -> Page:
    """All claims by source, then the places where sources disagree."""
    sections = [_source(source, places) for source in places.pack.sources.values()]
    disputes = tuple(_dispute(item, places) for item in places.pack.contradictions)
    sections.append(Section(id="contradictions", title="Where sources disagree", items=disputes))
    lead = ("What the rules rest on, in our own words, and where each claim is used.",)
    return Page(file=EVIDENCE, title="Evidence", lead=lead, sections=tuple(each for each in sections if each.items))


def _source(source: Source, places: Places) -> Section:
    year = f", {source.year}" if source.year else ""
    claims = (claim for claim in places.pack.claims.values() if claim.source == source.id)
    return Section(
        id=f"source-{source.id}",
        title=f"{source.publisher}: {source.title}{year}",
        lead=_lead(source),
        items=tuple(_claim(claim, places) for claim in claims),
    )


def _lead(source: Source) -> Told:
    shown = (
        Link(source.address, source.address) if source.address.startswith(("http://", "https://")) else source.address
    )
    return tuple(filter(None, (shown, f" {source.note}" if source.note else "")))


def _claim(claim: Claim, places: Places) -> Item:
    reason = places.pack.library.homeless.get(claim.id, "")
    told = rows(
        row("Says", claim.claim),
        row("Note", claim.note),
        row("Used by", *places.used(places.citing[claim.id])),
        row("Not used", reason),
    )
    return Item(id=claim.id, title=claim.id, kind=claim.topic, rows=told)


def _dispute(item: Contradiction, places: Places) -> Item:
    told = rows(row("", item.text), row("Our reading", item.reading), row("Claims", *places.claims(item.claims)))
    return Item(id=item.id, title=item.topic[:1].upper() + item.topic[1:], rows=told)


def benchmark_page(places: Places) -> Page:
    """All sourced figures."""
    items = tuple(_benchmark(item, places) for item in places.pack.benchmarks.values())
    lead = ("Figures that plans and conditions are computed from, each with its source.",)
    return Page(
        file=BENCHMARKS, title="Benchmarks", lead=lead, sections=(Section(id="all", title="Figures", items=items),)
    )


def _benchmark(item: Benchmark, places: Places) -> Item:
    span = "" if item.low is None and item.high is None else f"{_end(item.low)} to {_end(item.high)}"
    told = rows(
        row("Typical", f"{_figure(item.typical)} {item.unit}"),
        row("Range", span),
        row("Of", item.segment),
        row("Source", ", ".join(filter(None, (item.source_title, str(item.year or ""), item.source)))),
        row("Confidence", item.confidence),
        row("Note", item.note),
        row("Used by", *_users(item, places)),
    )
    return Item(id=item.id, title=item.metric[:1].upper() + item.metric[1:], kind=item.id, rows=told)


def _users(item: Benchmark, places: Places) -> tuple[Told, ...]:
    name = f"benchmark.{item.id.replace('-', '_')}"
    pack = places.pack
    rules = (
        (decision.id, rule)
        for decision in pack.decisions
        for criterion in decision.criteria
        for rule in criterion.rules
    )
    asking = [f"{decision}: rule {rule.id}" for decision, rule in rules if name in f"{rule.asks} {rule.exception}"]
    asking += [f"{d.id}: gate {gate.id}" for d in pack.decisions for gate in d.gates if name in gate.asks]
    facts = [fact.name for fact in pack.catalogue.facts.values() if fact.benchmark == item.id]
    return (*places.used(asking), *((Link(fact, f"{FACTS}#{fact}"),) for fact in facts))


def _figure(value: float | tuple[float, ...] | None) -> str:
    if value is None:
        return "not given:"
    return ", ".join(f"{part:g}" for part in value) if isinstance(value, tuple) else f"{value:g}"


def _end(value: float | None) -> str:
    return "any" if value is None else f"{value:g}"
