"""The rule book: everything has its place, and every link leads to one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder, templates_folder
from salesdesign.rulebook.reading import read_aloud
from salesdesign.rulebook.render import files_of, stale
from tests.pack.packs import SMALL, Change, changed

SUPPORT = Path(__file__).parents[2] / "examples" / "packs" / "support-desk"
PACKS = {"shipped": rules_folder(), "small": SMALL, "support": SUPPORT}


class Anchors(HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += filter(None, [given.get("id")])
        self.links += filter(None, [given.get("href")])


@pytest.fixture(scope="module", name="pack", params=PACKS)
def _pack(request: pytest.FixtureRequest) -> Pack:
    return read_pack(PACKS[request.param])


def test_every_link_leads_somewhere_and_no_anchor_is_there_twice(pack: Pack) -> None:
    files = files_of(pack, templates_folder())
    pages = {name: Anchors(text) for name, text in files.items() if name.endswith(".html")}
    places = {f"{name}#{anchor}" for name, page in pages.items() for anchor in page.ids} | set(files)
    links = {(name, link) for name, page in pages.items() for link in page.links if not link.startswith("http")}
    lost = [(name, link) for name, link in links if (link if link[0] != "#" else name + link) not in places]
    twice = [name for name, page in pages.items() if len(set(page.ids)) < len(page.ids)]
    assert (lost, twice) == ([], [])


def test_everything_has_an_anchor(pack: Pack) -> None:
    files = files_of(pack, templates_folder())
    there = {anchor for name, text in files.items() if name.endswith(".html") for anchor in Anchors(text).ids}
    criteria = [criterion for decision in pack.decisions for criterion in decision.criteria]
    due = {rule.id for criterion in criteria for rule in criterion.rules}
    due |= {gate.id for decision in pack.decisions for gate in decision.gates}
    due |= {
        *pack.catalogue.facts,
        *pack.claims,
        *pack.benchmarks,
        *(option.id for d in pack.decisions for option in d.options),
    }
    assert due - there == set()


def test_nothing_is_loaded_from_elsewhere_and_no_script_is_there(pack: Pack) -> None:
    text = "".join(files_of(pack, templates_folder()).values())
    assert re.findall(r"<script|<img|<iframe|@import|url\(|\son\w+=", text) == []


def test_a_strangers_text_is_shown_as_it_is(tmp_path: Path) -> None:
    change = Change("plan/risks.yaml", "text: Cards get lost.", "text: <b onclick=x>Cards & desks</b>")
    page = files_of(changed(change, tmp_path), templates_folder())["practices.html"]
    assert ("<b onclick" in page, "&lt;b onclick=x&gt;Cards &amp; desks&lt;/b&gt;" in page) == (False, True)


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert files_of(read_pack(SMALL), templates_folder()) == files_of(read_pack(SMALL), templates_folder())


def test_pages_that_are_missing_changed_or_left_over_are_told() -> None:
    due = {"a.html": "a", "b.html": "b"}
    written = {"a.html": "old", "c.html": "c"}
    assert stale(written, due) == (
        "a.html: It is out of date.",
        "b.html: It is missing.",
        "c.html: It belongs to no page any more.",
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Plain.", "Plain."),
        ("{{ staff.people | people('librarian') }} work.", "‹Librarians› librarians work."),
        ("{% if readers.cards %}Cards.{% else %}None.{% endif %}", "[Cards. / None.]"),
        ("So{{ ', many' if loans.per_day > 9 }}.", "So[, many]."),
        ("{{ {'light': 'calm', 'heavy': 'busy'}[loans.load] }}", "[calm / busy]"),
        ("{{ 'x ' ~ staff.people }} {{ (loans.per_day / 2) | number(0) }}", "x ‹Librarians› ‹Loans a day› / 2"),
    ],
)
def test_texts_are_read_with_the_titles_of_facts(text: str, read: str) -> None:
    assert read_aloud(text, read_pack(SMALL).catalogue) == read
