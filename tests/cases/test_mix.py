"""Teams of segments against what a case expects of them."""

import pytest

from salesdesign.cases.mix import Team, unlike

TEAMS: dict[str, Team] = {"A": {"inbound": 2, "closer": 2}, "B": {"closer": 4}, "C": {"inbound": 1, "closer": 3}}


@pytest.mark.parametrize(
    ("mix", "found"),
    [
        ({"A": "inbound", "B": "closer"}, []),
        ({"C": "inbound"}, [("C", "Wanted more inbound than in A, got 25% against 50%.")]),
        (
            {"A": "closer", "C": "closer"},
            [
                (name, f"Wanted more closer than in B, got {got} against 100%.")
                for name, got in (("A", "50%"), ("C", "75%"))
            ],
        ),
        ({"D": "closer"}, [("D", "There is no such segment, or it has no plan.")]),
    ],
)
def test_a_role_must_have_a_larger_share_than_where_nothing_is_expected(
    mix: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert list(unlike(TEAMS, mix)) == found


def test_a_team_of_nobody_has_no_share() -> None:
    assert [name for name, _ in unlike({"A": {}, "B": {}}, {"A": "closer"})] == ["A"]
