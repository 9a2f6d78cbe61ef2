"""Where claims are used, and the page that shows it."""

from pathlib import Path

from salesdesign.pack.homes import evidence_page, homes
from salesdesign.pack.read import read_pack
from salesdesign.reporting.escaping import markdown
from tests.pack.packs import SMALL, Change, changed


def test_every_use_of_a_claim_is_named() -> None:
    assert homes(read_pack(SMALL))["HB-3"] == (
        "desk: gate machines-need-cards",
        "desk: rule loans-for-a-machine",
        "risk cards-get-lost",
        "benchmark DESK-01",
    )


def test_a_claim_without_use_has_no_home() -> None:
    assert homes(read_pack(SMALL))["HB-5"] == ()


def test_the_page_shows_each_claim_with_its_use_or_the_reason() -> None:
    rows = [
        line
        for line in evidence_page(read_pack(SMALL), markdown).splitlines()
        if line.startswith(("#", "| HB-2", "| HB-5"))
    ]
    assert rows == [
        "# Evidence",
        "## The staff: Our handbook, 2020",
        (
            r"| HB-2 | One person at each task makes fewer mistakes \| and knows it. | desk: rule load-of-the-day; "
            "help: rule desks-that-need-hands; option desks_by_task; option desks_by_task: pro fewer-mistakes; "
            "role lender; department desk |"
        ),
        "| HB-5 | The roof is green. | Not used: It has nothing to do with lending. |",
    ]


def test_the_page_says_where_no_reason_is_given(tmp_path: Path) -> None:
    change = Change("evidence.yaml", "homeless:\n  HB-5: It has nothing to do with lending.\n", "")
    assert "| Not used, and no reason is given. |" in evidence_page(changed(change, tmp_path), markdown)
