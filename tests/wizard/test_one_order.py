"""The report and the wizard ask what is worth knowing in one order."""

from pathlib import Path

import pytest

from salesdesign.advise import advise, probed
from salesdesign.facts.read import read_company
from salesdesign.pack.read import read_pack
from salesdesign.wizard.desk import Desk, desk_of
from salesdesign.wizard.trust import trust_in

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_of(read_pack(EXAMPLES.parent / "rules"))


@pytest.mark.parametrize("name", ["five-countries", "founder-alone", "three-markets"])
def test_what_tells_something_is_asked_in_the_order_of_the_report(name: str, desk: Desk) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    telling = [fact for fact, worth in trust_in(text, desk).worth.items() if worth > 0]
    company = read_company(text.encode(), name, desk.catalogue)
    advice = probed(advise(company, desk.pack, machine=desk.machine), company, desk.machine)
    assert [one.fact for one in advice.worth if one.fact in telling] == telling
