"""Where each claim of the evidence is used, or why it is not."""

import re
from collections.abc import Callable, Mapping

from salesdesign.model.pack import Claim, Pack
from salesdesign.pack.cited import entries

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")

_HEAD = """\
# Evidence

Every claim that the rule pack rests on, what it says in our own words, and where it is used.
This page is made from the pack by `salesdesign rules evidence`.
It holds {count} claims from {sources} sources; {homeless} have no use, each with the reason.
"""


def homes(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The places that use each claim, by claim; an empty tuple where none does."""
    found: dict[str, list[str]] = {claim: [] for claim in pack.claims}
    for entry in entries(pack):
        for claim in entry.evidence:
            found[claim].append(entry.place)
    for benchmark in pack.benchmarks.values():
        for claim in pack.claims.keys() & set(_WORD.findall(f"{benchmark.source} {benchmark.note}")):
            found[claim].append(f"benchmark {benchmark.id}")
    return {claim: tuple(dict.fromkeys(places)) for claim, places in found.items()}


def evidence_page(pack: Pack, escape: Callable[[str], str]) -> str:
    """All claims as a page of Markdown, one table a source; `escape` makes a text harmless in it."""
    used = homes(pack)
    head = _HEAD.format(count=len(pack.claims), sources=len(pack.sources), homeless=len(pack.library.homeless))
    tables = [_table(source, pack, used, escape) for source in pack.sources if any(_from(source, pack))]
    return "\n".join([head, *tables])


def _from(source: str, pack: Pack) -> tuple[Claim, ...]:
    return tuple(claim for claim in pack.claims.values() if claim.source == source)


def _table(source: str, pack: Pack, used: Mapping[str, tuple[str, ...]], escape: Callable[[str], str]) -> str:
    document = pack.sources[source]
    year = f", {document.year}" if document.year else ""
    title = f"## {escape(document.publisher)}: {escape(document.title)}{year}\n"
    rows = [_row(claim, _use(claim, used[claim.id], pack), escape) for claim in _from(source, pack)]
    return "\n".join([title, "| claim | what it says | where it is used |", "| --- | --- | --- |", *rows, ""])


def _row(claim: Claim, use: str, escape: Callable[[str], str]) -> str:
    return f"| {claim.id} | {escape(claim.claim)} | {escape(use)} |"


def _use(claim: Claim, places: tuple[str, ...], pack: Pack) -> str:
    reason = pack.library.homeless.get(claim.id, "")
    return "; ".join(places) or (f"Not used: {reason}" if reason else "Not used, and no reason is given.")
