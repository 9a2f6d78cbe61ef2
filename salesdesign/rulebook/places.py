"""Where everything of a pack stands in the rule book, and what uses what."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Pack
from salesdesign.pack.cited import Entry, entries
from salesdesign.pack.homes import homes
from salesdesign.rulebook.page import Link, Told

FACTS, EVIDENCE, BENCHMARKS = "facts.html", "evidence.html", "benchmarks.html"
PRACTICES, ROADMAP, PEOPLE, WORDS = "practices.html", "roadmap.html", "people.html", "words.html"
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[A-Za-z0-9_]+)*")


def decision_page(name: str) -> str:
    """The page of a decision."""
    return f"decision-{name}.html"


def option_page(name: str) -> str:
    """The page of an option."""
    return f"option-{name}.html"


@dataclass(frozen=True)
class Places:
    """The links of one pack."""

    pack: Pack

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that asks, says or cites."""
        return entries(self.pack)

    @cached_property
    def readers(self) -> Mapping[str, tuple[Entry, ...]]:
        """By fact, the entries that ask about it."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            asked = {name for expression in (*entry.asks, *entry.unless) for name in facts_in(expression)}
            for name in sorted(asked | ({entry.over} if entry.over else set())):
                found.setdefault(name, []).append(entry)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def citing(self) -> Mapping[str, tuple[str, ...]]:
        """By claim, the places that use it."""
        return homes(self.pack)

    def fact(self, name: str) -> Link | str:
        """A fact, linked where it has a place: a decision leads to its page."""
        catalogue = self.pack.catalogue
        if name.startswith("decided."):
            decision = name.removeprefix("decided.")
            known = decision in {each.id for each in self.pack.decisions}
            return Link(name, decision_page(decision)) if known else name
        there = name in catalogue.facts or name in catalogue.derived
        return Link(name, f"{FACTS}#{name}") if there else name

    def condition(self, text: str) -> Told:
        """A condition as it is written, its facts and benchmarks linked."""
        told: list[str | Link] = []
        end = 0
        for found in _NAME.finditer(text):
            link = self._named(found[0])
            if isinstance(link, Link):
                told += [text[end : found.start()], link]
                end = found.end()
        return tuple(filter(None, [*told, text[end:]]))

    def _named(self, name: str) -> Link | str:
        if name.startswith("benchmark."):
            return self.benchmark(name.removeprefix("benchmark.").replace("_", "-"), name)
        return self.fact(name)

    def benchmark(self, name: str, text: str = "") -> Link | str:
        """A benchmark, linked where there is one."""
        return Link(text or name, f"{BENCHMARKS}#{name}") if name in self.pack.benchmarks else text or name

    def claims(self, names: Iterable[str]) -> tuple[Told, ...]:
        """Claims, each with what it says."""
        return tuple(
            (Link(name, f"{EVIDENCE}#{name}"), f" {self.pack.claims[name].claim}")
            for name in names
            if name in self.pack.claims
        )

    def option(self, name: str) -> Link | str:
        """An option by its name."""
        options = {option.id: option.name for decision in self.pack.decisions for option in decision.options}
        return Link(options[name], option_page(name)) if name in options else name

    def used(self, places: Iterable[str]) -> tuple[Told, ...]:
        """Places as lines, each linked."""
        return tuple((Link(place, self.href(place)),) for place in places)

    def href(self, place: str) -> str:
        """Where a place stands, as `cited` names it: "structure: rule one-trusted-person"."""
        head, _, rest = place.partition(": ")
        kind, _, name = head.partition(" ")
        inner = (rest or name).rpartition(" ")[2]
        pages = {"option": option_page(name), "practice": PRACTICES, "risk": PRACTICES, "stage": ROADMAP}
        pages |= {"role": PEOPLE, "department": PEOPLE, "benchmark": BENCHMARKS}
        if not name:
            return f"{decision_page(head)}#{inner}"
        anchor = name if kind == "role" or not rest else inner
        if kind == "department":
            anchor = f"department-{name}"
        return pages.get(kind, "index.html") + (f"#{anchor}" if kind != "option" or rest else "")
