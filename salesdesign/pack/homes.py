"""Where each claim of the evidence is used, or why it is not."""

import re
from collections.abc import Mapping

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


def evidence_page(pack: Pack) -> str:
    """All claims as a page of Markdown, one table a source."""
    used = homes(pack)
    head = _HEAD.format(count=len(pack.claims), sources=len(pack.sources), homeless=len(pack.library.homeless))
    tables = [_table(source, pack, used) for source in pack.sources if any(_from(source, pack))]
    return "\n".join([head, *tables])


def _from(source: str, pack: Pack) -> tuple[Claim, ...]:
    return tuple(claim for claim in pack.claims.values() if claim.source == source)


def _table(source: str, pack: Pack, used: Mapping[str, tuple[str, ...]]) -> str:
    document = pack.sources[source]
    year = f", {document.year}" if document.year else ""
    title = f"## {_escaped(document.publisher)}: {_escaped(document.title)}{year}\n"
    rows = [_row(claim, used[claim.id], pack.library.homeless) for claim in _from(source, pack)]
    return "\n".join([title, "| claim | what it says | where it is used |", "| --- | --- | --- |", *rows, ""])


def _row(claim: Claim, places: tuple[str, ...], homeless: Mapping[str, str]) -> str:
    reason = homeless.get(claim.id, "")
    use = "; ".join(places) or (f"Not used: {reason}" if reason else "Not used, and no reason is given.")
    return f"| {claim.id} | {_escaped(claim.claim)} | {_escaped(use)} |"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")
