"""What a report cites: claims with their numbers, and the documents behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass

from salesdesign.model.pack import Source
from salesdesign.reporting.phrasing import sentence
from salesdesign.reporting.report import CitedSource, Note, Section
from salesdesign.reporting.view import View

FOREMOST = 2
"""So many claims are cited at one place: a sentence with nine notes proves no more than one with two."""

SAFE_SCHEMES = ("http://", "https://")
"""Where a link may lead."""


def notes_of(view: View, sections: tuple[Section, ...]) -> Mapping[str, Note]:
    """Every claim that the sections cite, numbered in reading order."""
    cited = dict.fromkeys(claim for section in sections for claim in _cited(section.blocks))
    return {claim: _note(view, claim, index) for index, claim in enumerate(cited, start=1)}


def foremost(evidence: Iterable[str]) -> tuple[str, ...]:
    """Of the claims that a text rests on, those that are cited beside it."""
    return tuple(evidence)[:FOREMOST]


def _note(view: View, claim: str, index: int) -> Note:
    known = view.pack.claims.get(claim)
    source = view.pack.sources.get(known.source) if known else None
    stored = view.advice.evidence.get(claim)
    return Note(
        number=index,
        id=claim,
        claim=known.claim if known else stored.claim if stored else claim,
        source=_short(source) if source else stored.source if stored else "",
    )


def _short(source: Source) -> str:
    return f"{source.publisher}, {source.year}" if source.year else source.publisher


def sources_of(view: View, notes: Iterable[str]) -> tuple[CitedSource, ...]:
    """The documents that the cited claims come from, by publisher."""
    cited = {view.pack.claims[claim].source for claim in notes if claim in view.pack.claims}
    found = sorted(
        (view.pack.sources[source] for source in cited), key=lambda source: (source.publisher.lower(), source.title)
    )
    return tuple(
        CitedSource(
            publisher=_short(source),
            title=source.title,
            address=source.address if source.address.startswith(SAFE_SCHEMES) else "",
            note=sentence(source.note) if source.note else "",
        )
        for source in found
    )


def _cited(part: object) -> Iterable[str]:
    """The claims that a block cites, and those that blocks in it cite, in reading order."""
    if isinstance(part, tuple):
        for item in part:
            yield from _cited(item)
    elif is_dataclass(part):
        yield from foremost(getattr(part, "evidence", ()))
        for field in fields(part):
            if field.name != "evidence":
                yield from _cited(getattr(part, field.name))


def all_texts(part: object) -> Iterable[str]:
    """Every text that a reader sees in a part of a report."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for item in part:
            yield from all_texts(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name != "evidence":
                yield from all_texts(getattr(part, field.name))
