"""Every number of a page is marked with what it stands for, and stands in the advice, or in the rules where they are quoted."""

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from itertools import combinations
from typing import Any

import pytest

from salesdesign.pack.read import read_pack
from salesdesign.reporting.marking import NUMBER, marked
from salesdesign.reporting.notes import all_texts
from salesdesign.reporting.sections.planned.words import DIGITS
from salesdesign.reporting.sections.planned.words import rounded as round_to_digits
from salesdesign.resources import rules_folder
from tests.browser.reports import NAMES, Written

pytestmark = pytest.mark.xdist_group("browser")

QUOTED = frozenset({"duties", "changes", "pay", "ours", "words", "disagreements"})
"""Sections that quote the rules at length: jobs, weights, benchmarks, words."""

CITED = "evidence"
"""The section in which documents are quoted, figures and all, which are theirs."""

UNMARKED = ("sup", "cite", "script", "style", "h1", "nav", "footer", "title", "dt", "a", "code", "textarea")
"""Where numbers are names: of notes, documents, facts, companies, rules."""

SIZES = {"million": 1e6, "billion": 1e9, "%": 0.01}
CONSTANTS = (0.0, 3.0, 18.0, 50.0, 100.0)
"""The scales that points and scores are on."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number as a page says it."""

    section: str
    value: float
    text: str

    @property
    def grain(self) -> float:
        """By how much what is meant may differ from what is said: half of the last place, of the third in a large amount."""
        if self.value == round_to_digits(self.value) and self.value >= 10**DIGITS:
            return 0.501 * 10.0 ** (len(str(int(self.value))) - DIGITS)
        decimals = re.search(r"\.(\d+)", self.text)
        size = next((size for unit, size in SIZES.items() if unit in self.text), 1.0)
        half: float = 0.501 * size / 10 ** (len(decimals[1]) if decimals else 0)
        return half


class Page(HTMLParser):
    """The marked numbers of a page, and those that nobody marked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[Said] = []
        self.bare: list[str] = []
        self._within: list[str] = []
        self._section = ""
        self._value = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in (*UNMARKED, "data"):
            self._within.append(tag)
        if tag == "section" and found.get("id"):
            self._section = found["id"] or ""
        if tag == "data":
            self._value = found["value"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in (*UNMARKED, "data"):
            assert self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._within[-1:] == ["data"]:
            self.said.append(Said(self._section, float(self._value), data))
        elif self._section != CITED and not set(self._within).intersection(UNMARKED):
            self.bare += NUMBER.findall(data)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_marked(name: str, reports: Mapping[str, Written]) -> None:
    assert Page(reports[name].html.read_text(encoding="utf-8")).bare == []


@pytest.mark.parametrize("name", NAMES)
def test_every_number_stands_in_the_advice(name: str, reports: Mapping[str, Written]) -> None:
    page = Page(reports[name].html.read_text(encoding="utf-8"))
    advice = json.loads(reports[name].json)
    advised = sorted({*CONSTANTS, *_numbers(advice), *_planned(advice.get("plan") or {})})
    unknown = [said for said in page.said if not _known(said, advised)]
    assert [said for said in unknown if said.section not in QUOTED or not _known(said, _ruled())] == []


def _known(said: Said, numbers: list[float]) -> bool:
    place = bisect_left(numbers, abs(said.value) - said.grain)
    return place < len(numbers) and numbers[place] <= abs(said.value) + said.grain


def _numbers(part: Any) -> Iterator[float]:
    """The numbers of a document without their signs: values, those in its texts, lengths of lists, distances of nets."""
    if isinstance(part, bool) or part is None:
        return
    if isinstance(part, (int, float)):
        yield abs(part)
    elif isinstance(part, str):
        yield from _in_text(part)
    else:
        yield float(len(part))
        yield from _distances(part)
        for item in part.values() if isinstance(part, dict) else part:
            yield from _numbers(item)


def _planned(plan: Mapping[str, Any]) -> Iterable[float]:
    """Sums over the rows of a plan: of each quarter, of each job in it, of each year, and of everything."""
    if not plan:
        return
    for name in ("people", "bookings", "cost", "funnel"):
        rows = plan.get(name, ())
        years = {quarter: index // 4 for index, quarter in enumerate(plan["quarters"])}
        for field in (field for field in (rows[0] if rows else {}) if field not in ("quarter", "segment", "role")):
            groups: dict[object, float] = defaultdict(float)
            for row in (row for row in rows if isinstance(row[field], (int, float))):
                quarter, value = row["quarter"], row[field]
                for group in (
                    quarter,
                    (quarter, row.get("role")),
                    years[quarter],
                    "all",
                    (quarter, bool(row.get("segment"))),
                ):
                    groups[group] += value
            yield from groups.values()
    first = [row for row in plan.get("people", ()) if row["quarter"] == plan["quarters"][0]]
    yield float(sum(row["start"] + row["moved_in"] for row in first))
    yield float(sum(found["source"].startswith("Stated") for found in plan.get("assumptions", ())))
    yield from (100 * ratio for ratio in plan.get("ratios", {}).values())
    yield from _a_month(plan)
    moved: dict[object, float] = defaultdict(float)
    for move in plan.get("moves", ()):
        moved[move["kind"], move["from_role"], move["to_role"]] += move["people"]
    yield from moved.values()


def _a_month(plan: Mapping[str, Any]) -> Iterable[float]:
    """Leads of each quarter, as so many a month, and the years in which the months lie."""
    for quarter in plan["quarters"]:
        yield from (float(year) for year in re.findall(r"\d{4}", quarter))
        yield sum(row["leads"] or 0.0 for row in plan.get("funnel", ()) if row["quarter"] == quarter) / 3


def _distances(part: Any) -> Iterable[float]:
    if isinstance(part, list):
        nets = [item["net"] for item in part if isinstance(item, dict) and "net" in item]
        yield from (abs(one - other) for one, other in combinations(nets, 2))
        parts = [part for item in part if isinstance(item, dict) for part in item.get("criteria", ())]
        for criterion in {found["id"] for found in parts}:
            nets = [found["net"] for found in parts if found["id"] == criterion]
            yield from (abs(one - other) for one, other in combinations(nets, 2))


def _in_text(text: str) -> Iterable[float]:
    return (abs(float(part.value)) for part in marked(text) if part.value)


@cache
def _ruled() -> list[float]:
    """The numbers of the rules."""
    pack = read_pack(rules_folder())
    figures = [figure.typical for figure in pack.benchmarks.values() if isinstance(figure.typical, (int, float))]
    weights = [part.weight for decision in pack.decisions for part in decision.criteria]
    shares = [
        value
        for role in pack.library.roles.values()
        for pay in role.pay
        for value in (pay.fixed, pay.variable, pay.team)
    ]
    quoted = (
        *pack.claims.values(),
        *pack.sources.values(),
        *pack.library.glossary.values(),
        *pack.library.roles.values(),
    )
    texts = [number for text in all_texts((pack, *quoted)) for number in _in_text(text)]
    return sorted({*figures, *weights, *shares, *texts, *(decision.inertia for decision in pack.decisions)})
