"""What comes out while facts move: the same as the advice says there, and every crossing to the step."""

import csv
import io
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from salesdesign.advise import advise
from salesdesign.errors import BadInput, BadUsage
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice
from salesdesign.reporting.view import view_of
from salesdesign.varying.asked import asked_of
from salesdesign.varying.csv import to_csv
from salesdesign.varying.html import to_html
from salesdesign.varying.picture import LETTERING, WIDTH, picture_of
from salesdesign.varying.terminal import to_terminal
from salesdesign.varying.variation import Variation
from salesdesign.varying.vary import MOST, Varied, vary
from tests.policy.examples import STALLED, pack_and_machine

POUNDS = STALLED.replace("name: Acme", "name: Acme\n  currency: GBP\n  usd_per_unit: 1.3")


def advised(changes: dict[str, str], facts: str = STALLED) -> Advice:
    pack, machine = pack_and_machine()
    return advise(read_company(facts.encode(), "acme.yaml", pack.catalogue, changes), pack, machine=machine)


def varied(*asked: str, facts: str = STALLED, changes: dict[str, str] | None = None) -> Variation:
    """The stalled company while facts move."""
    pack, machine = pack_and_machine()
    company = read_company(facts.encode(), "acme.yaml", pack.catalogue, changes or {})
    view = view_of(advise(company, pack, machine=machine), pack)
    asking = asked_of(asked, pack.catalogue)
    return vary(Varied(view=view, company=company, machine=machine, asked=asking, changed=""))


@pytest.mark.parametrize(
    ("fact", "facts"),
    [
        ("headcount.sellers=2..30", STALLED),
        ("budget.annual_sales=200000..4000000", POUNDS),
        ("deal.value=1000..90000", POUNDS),
        ("customers.relationship=1..5", STALLED),
        ("growth.target=0..2", STALLED),
        ("leads.inbound_share=0..1", STALLED),
        ("current.structure", STALLED),
        ("process.repeatability", STALLED),
        ("company.life_cycle=startup..maturity", STALLED),
    ],
)
def test_every_point_is_what_the_advice_says_there(fact: str, facts: str) -> None:
    found = varied(fact, facts=facts)
    for point in found.points[:: max(1, len(found.points) // 9)]:
        name, value = found.axes[0].fact, point.at[0].value
        if point.left_out:
            with pytest.raises(BadInput):
                advised({name: str(value)}, facts)
            continue
        main = advised({name: str(value)}, facts).decisions["structure"]
        assert (point.chosen,) == main.chosen
        assert {option.id: option.net for option in main.options} == {
            option: seen.net for option, seen in point.options.items()
        }
        assert {option.id: tuple(gate.gate for gate in option.excluded_by) for option in main.options} == {
            option: seen.closed_by for option, seen in point.options.items()
        }


@pytest.mark.parametrize(
    "fact", ["headcount.sellers=1..60", "growth.target=-0.5..2", "customers.relationship=1..5", "deal.complexity=1..5"]
)
def test_the_stretches_are_those_of_a_walk_over_every_step(fact: str) -> None:
    found = varied(fact)
    walked, last = [], "nothing yet"
    for point in found.points:
        if not point.left_out and point.chosen != last:
            walked.append((point.at[0].value, point.chosen))
            last = str(point.chosen)
    assert [(stretch.start.value, stretch.chosen) for stretch in found.stretches] == walked


def test_a_crossing_is_told_with_its_unit() -> None:
    found = varied("headcount.sellers=1..20")
    assert len(found.stretches) > 1
    assert re.search(r"From \d+ people on: assembly line\.", "\n".join(found.words))


def test_a_crossing_is_exact_where_points_are_thinned() -> None:
    found = varied("headcount.sellers=1..2000")
    fine = varied("headcount.sellers=1..60")
    assert len(found.points) <= MOST
    assert [stretch.start.value for stretch in found.stretches][:2] == [
        stretch.start.value for stretch in fine.stretches
    ][:2]
    assert any("in steps of 6 people" in line for line in found.words)


def test_both_ends_are_shown_where_they_lie_between_steps() -> None:
    values = [point.at[0].value for point in varied("deal.value=1234..5678").points]
    assert (values[0], values[-1]) == (1234, 5678)


def test_facts_that_contradict_each_other_are_left_out_and_said() -> None:
    found = varied("headcount.sellers=2..12", changes={"headcount.dedicated": "8"})
    assert [point.at[0].value for point in found.points if point.left_out] == [2, 3, 4, 5, 6, 7]
    assert any("contradict each other: 2 people to 7 people. 8 with one job" in line for line in found.words)
    assert found.stretches[0].start.value == 8


def test_money_is_told_in_the_companys_own_currency() -> None:
    assert varied("deal.value=1000..2000", facts=POUNDS).points[0].at[0].text == "£1,000"


def test_a_fact_that_nobody_reads_is_said() -> None:
    assert "No rule on the way to this decision reads process.crm." in varied("process.crm").words


def test_two_facts_make_a_map_of_what_each_pair_gives() -> None:
    found = varied("headcount.sellers=2..60", "customers.relationship=1..5")
    assert len(found.points) == len(found.axes[0].places) * len(found.axes[1].places) <= MOST
    for point in found.points[::17]:
        sellers, relationship = (str(place.value) for place in point.at)
        main = advised({"headcount.sellers": sellers, "customers.relationship": relationship}).decisions["structure"]
        assert (point.chosen,) == main.chosen


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("headcount.seller=1..3", "Did you mean headcount.sellers?"),
        ("headcount.sellers=9..3", "backwards"),
        ("headcount.sellers=", "no range"),
        ("headcount.sellers=4", "no range"),
        ("headcount.sellers=1.5..3", "not a whole number"),
        ("headcount.sellers=a..3", "no number"),
        ("company.name=a..b", "no number, choice"),
        ("current.symptoms", "no number, choice"),
        ("territories=1..2", "list of entries"),
        ("segments=1..2", "list of entries"),
        ("budget.level=high..low", "low, medium, high"),
        ("budget.level=small..high", "not among its values"),
        ("culture.style=7..9", "None of it is possible"),
        ("company.usd_per_unit=1..2", "converts every amount"),
    ],
)
def test_what_cannot_be_varied_is_refused_in_a_line(asked: str, said: str) -> None:
    with pytest.raises(BadUsage, match=re.escape(said)) as refused:
        varied(asked)
    assert "\n" not in str(refused.value)


def test_an_amount_without_a_rate_is_refused() -> None:
    with pytest.raises(BadUsage, match="usd_per_unit"):
        varied("deal.value=1000..2000", facts=POUNDS.replace("  usd_per_unit: 1.3\n", ""))


def test_a_range_beyond_the_bounds_is_cut_and_said() -> None:
    found = varied("customers.relationship=0..9")
    assert [point.at[0].value for point in found.points] == [1, 2, 3, 4, 5]
    assert any("between 1 and 5" in line for line in found.words)


def test_the_table_has_a_row_for_each_point() -> None:
    found = varied("headcount.sellers=2..12", changes={"headcount.dedicated": "8"})
    rows = list(csv.DictReader(io.StringIO(to_csv(found))))
    assert [row["headcount.sellers"] for row in rows] == [str(point.at[0].value) for point in found.points]
    assert rows[0]["left_out"]
    assert rows[0]["pod.net"] == ""
    assert float(rows[-1]["pod.net"]) == found.points[-1].options["pod"].net


def test_the_names_beside_a_drawing_do_not_cover_each_other() -> None:
    ends = sorted(trace.end for trace in picture_of(varied("headcount.sellers=1..60")).traces)
    assert min(later - earlier for earlier, later in pairwise(ends)) >= LETTERING - 0.1


def test_the_strip_covers_the_whole_width() -> None:
    strips = picture_of(varied("headcount.sellers=1..60")).strips
    assert sum(strip.width for strip in strips) == pytest.approx(WIDTH, abs=0.5)
    assert [strip.text for strip in strips][-1] == "Assembly line"


@pytest.mark.parametrize(
    "asked",
    [("headcount.sellers=1..60",), ("customers.relationship",), ("headcount.sellers=1..99", "budget.level")],
)
def test_the_terminal_keeps_to_eighty_columns(asked: tuple[str, ...]) -> None:
    text = to_terminal(varied(*asked))
    assert max(map(len, text.splitlines())) <= 80
    assert "A assembly line" in text.replace("\n", " ")


@pytest.mark.parametrize(
    "asked", [("headcount.sellers=1..60",), ("budget.level",), ("growth.target=0..1", "budget.level")]
)
def test_the_page_needs_nothing_else_and_runs_nothing(asked: tuple[str, ...]) -> None:
    page = to_html(varied(*asked, facts=STALLED.replace("name: Acme", "name: <script>x</script>")))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|style=|https?:|<link|<img", page)
    assert ("<polyline" in page) == (asked[0].startswith("headcount"))


def test_what_contradicts_other_facts_is_no_part_of_all_the_way() -> None:
    found = varied("headcount.sellers=3..12", changes={"headcount.dedicated": "9"})
    assert next(point.at[0].text for point in found.points if not point.left_out) == "9 people"
    assert [word for word in found.words if "all the way" in word] == [
        "The choice is assembly line all the way, from 9 people to 12 people."
    ]
