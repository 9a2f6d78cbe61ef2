"""An index of very many companies, and what a browser sees of it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from salesdesign.bulk.pages import Pages
from salesdesign.bulk.portfolio import INDEX, Portfolio
from salesdesign.bulk.summary import Summary
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.browser.tools import output, package, program

COMPANIES = 10_000
PLACES = ("North", "South", "East", "West")
VERDICTS = ("keep", "pilot", "change")


def listed(pack: Pack) -> Iterator[Summary]:
    """The companies, in an order that none of the columns has; of every eleventh nobody knows how far it is behind."""
    for place in range(COMPANIES):
        number = place * 7_919 % COMPANIES
        yield Summary(
            name=f"Company {number} {PLACES[number % 4]}",
            chosen=tuple((decision.options[number % len(decision.options)].id,) for decision in pack.decisions),
            best_fit="pod",
            today="island",
            verdict=VERDICTS[number % 3],
            lead=None if number % 11 == 0 else number % 97 / 4,
            closed=False,
            budget=1_000.0 * number,
            people=float(number % 300),
        )


def seen_of(folder: Path, shots: Path | None = None) -> Mapping[str, Any]:
    """What a browser sees of the index, as listing.mjs writes it down; pictures of it go into `shots`."""
    node, chromium = program("node"), program("chromium")
    package("playwright-core/package.json")
    order, target = folder / "order.json", folder / "seen.json"
    page = write_index(folder)
    asked = {"chromium": chromium, "page": str(page), "shots": str(shots) if shots else None}
    order.write_text(json.dumps(asked), encoding="utf-8")
    output(node, "listing.mjs", str(order), str(target))
    seen: Mapping[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return seen


def write_index(folder: Path) -> Path:
    """The page."""
    pack = read_pack(rules_folder())
    portfolio = Portfolio(pack)
    for summary in listed(pack):
        portfolio.add(summary, None)
    Pages(pack, None).write_index(folder, ((summary, None) for summary in listed(pack)), portfolio)
    return folder / INDEX
