"""Facts and weights that are replaced for a batch: the same as for each company alone, and said on every page."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.advise import advise, completed, probed
from salesdesign.bulk.batch import Order
from salesdesign.engine.compile import compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Changes
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from tests.bulk.companies import PACK, batch, write_companies


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A batch over a folder, into another, with a fact and a weight replaced."""
    (tmp_path / "in").mkdir()
    write_companies(tmp_path / "in", 2)
    criterion = next(part.id for part in PACK.decision(PACK.main).criteria if part.weight != 1)
    changes = Changes(facts={"headcount.sellers": "40"}, weights={criterion: 1.0})
    return Order(named=(tmp_path / "in",), folder=tmp_path / "out", pack=PACK, formats=("md",), changes=changes)


def test_each_company_comes_out_as_it_would_alone_with_the_same_changes(order: Order) -> None:
    batch(order)
    file, machine = order.named[0] / "c000.yaml", compile_pack(PACK)
    company = read_company(file.read_bytes(), str(file), PACK.catalogue, order.changes.facts)
    advice = advise(company, PACK, machine=machine, weights=order.changes.weights, changes=order.changes.facts)
    written = (order.folder / "reports/c000.md").read_text(encoding="utf-8")
    whole = completed(probed(advice, company, machine), company, machine)
    assert written == render(build(whole, PACK), "md")
    with (order.folder / "results.csv").open(encoding="utf-8", newline="") as results:
        row = next(csv.DictReader(results))
    main = advice.decisions[PACK.main]
    assert {option.id: float(row[f"{PACK.main}.{option.id}.net"]) for option in main.options} == {
        option.id: option.net for option in main.options
    }


def test_both_pages_say_what_was_changed(order: Order) -> None:
    batch(order)
    for page in ("index.html", "portfolio.html"):
        assert "For this run only: --set headcount.sellers=40 and --weight " in (order.folder / page).read_text("utf-8")


def test_reports_of_other_changes_are_not_taken_for_made(order: Order) -> None:
    batch(order)
    again = replace(order, resume=True)
    assert batch(again)[0].made == 0
    assert batch(replace(again, changes=Changes()))[0].made == 2
