"""Evidence: sources, claims, places where they disagree, claims without a home; and the benchmarks."""

from collections.abc import Collection, Mapping
from dataclasses import field

from salesdesign.model.pack import Benchmark, Claim, Contradiction, Source
from salesdesign.pack.expressions import condition
from salesdesign.pack.fields import UNREAD, Form, Read, Shape, many, record, table
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.page import Page
from salesdesign.pack.shapes import CITED, NUMBER, TEXT, WHOLE, one_of
from salesdesign.records import dataclass
from salesdesign.yamltree import ListNode, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What evidence.yaml says, its contradictions not yet read: they ask about facts."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    homeless: Mapping[str, str] = field(default_factory=dict)
    contradictions: tuple[Node, ...] = ()


def _evidence(form: Form) -> Evidence:
    sources = {source.id: source for source in form.required("sources", many(_source(Ids("source"))))}
    claims = {claim.id: claim for claim in form.required("claims", many(_claim(Ids("claim"), sources)))}
    return Evidence(
        sources=sources,
        claims=claims,
        homeless=form.optional("homeless", table(one_of(claims, "claim").read, TEXT.read)),
        contradictions=form.optional("contradictions", UNREAD),
    )


EVIDENCE: Read[Evidence] = record(_evidence)


def contradiction(ids: Ids, known: Known) -> Read[Contradiction]:
    """Reads a place where sources disagree."""

    def build(form: Form) -> Contradiction:
        return Contradiction(
            id=form.required("id", ids.fresh(CITED)),
            topic=form.required("topic", TEXT),
            claims=form.required("claims", many(one_of(known.claims, "claim").read)),
            text=form.required("text", TEXT),
            reading=form.required("reading", TEXT),
            when=form.maybe("when", condition(known.scope, known.later)),
        )

    return record(build)


def _source(ids: Ids) -> Read[Source]:
    def build(form: Form) -> Source:
        return Source(
            id=form.required("id", ids.fresh(CITED)),
            title=form.required("title", TEXT),
            publisher=form.required("publisher", TEXT),
            year=form.maybe("year", WHOLE),
            address=form.optional("address", TEXT),
            confidence=form.optional("confidence", TEXT),
            note=form.optional("note", TEXT),
        )

    return record(build)


def _claim(ids: Ids, sources: Collection[str]) -> Read[Claim]:
    def build(form: Form) -> Claim:
        return Claim(
            id=form.required("id", ids.fresh(CITED)),
            source=form.required("source", one_of(sources, "source")),
            claim=form.required("claim", TEXT),
            topic=form.optional("topic", TEXT),
            option=form.optional("option", TEXT),
            note=form.optional("note", TEXT),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def benchmark(ids: Ids) -> Read[Benchmark]:
    """Reads a sourced figure."""

    def build(form: Form) -> Benchmark:
        return Benchmark(
            id=form.required("id", ids.fresh(CITED)),
            metric=form.required("metric", TEXT),
            segment=form.required("segment", TEXT),
            typical=form.maybe("typical", _TYPICAL),
            unit=form.required("unit", TEXT),
            low=form.maybe("low", NUMBER),
            high=form.maybe("high", NUMBER),
            year=form.maybe("year", WHOLE),
            source_title=form.required("source_title", TEXT),
            source=form.required("source", TEXT),
            confidence=form.required("confidence", TEXT),
            note=form.optional("note", TEXT),
        )

    return record(build)


def _read_typical(node: Node, page: Page) -> float | tuple[float, ...] | None:
    return many(NUMBER.read).read(node, page) if isinstance(node, ListNode) else NUMBER.read(node, page)


_TYPICAL: Shape[float | tuple[float, ...]] = Shape(_read_typical, 0.0)
