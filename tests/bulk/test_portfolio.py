"""All companies taken together."""

from salesdesign.bulk import portfolio as subject
from salesdesign.bulk.portfolio import Portfolio
from salesdesign.bulk.summary import Summary
from tests.bulk.companies import PACK


def summary(name: str, verdict: str | None, **known: float) -> Summary:
    """A company whose structure is to be a pod, and that is an island today."""
    chosen = tuple(
        {"structure": ("pod",), "phase": ("specialists",)}.get(decision.id, ()) for decision in PACK.decisions
    )
    return Summary(
        name=name,
        chosen=chosen,
        best_fit="pod",
        today="island",
        verdict=verdict,
        lead=known.get("lead"),
        closed=False,
        budget=known.get("budget"),
        people=known.get("people"),
    )


def test_those_out_of_line_come_by_what_is_at_stake() -> None:
    portfolio = Portfolio(PACK)
    for one in (
        summary("keeps", "keep", budget=9e9),
        summary("small", "change", people=3, lead=9),
        summary("ahead", "change", people=3, lead=20),
        summary("rich", "pilot", budget=5e6, people=1),
        summary("same", "change", people=3, lead=20),
    ):
        portfolio.add(one, None)
    assert [one.name for one, _ in portfolio.most_at_stake()] == ["rich", "ahead", "same", "small"]
    assert portfolio.out_of_line == 4


def test_companies_spread_over_structures_and_phases() -> None:
    portfolio = Portfolio(PACK)
    portfolio.add(summary("a", None), None)
    portfolio.add(summary("b", "keep"), None)
    assert portfolio.spread == {("pod", "specialists"): 2}
    assert portfolio.verdicts == {"": 1, "keep": 1}


def test_no_more_are_remembered_than_are_listed() -> None:
    portfolio = Portfolio(PACK)
    for place in range(subject.MOST + 50):
        portfolio.add(summary(str(place), "change", budget=float(place)), None)
    listed = [one.name for one, _ in portfolio.most_at_stake()]
    assert (len(listed), listed[0], listed[-1]) == (subject.MOST, str(subject.MOST + 49), "50")
