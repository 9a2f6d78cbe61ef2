"""What a case expects of the teams of its segments, held against the plan."""

from collections.abc import Iterable, Mapping

Team = Mapping[str, float]
"""People by role."""


def unlike(teams: Mapping[str, Team], mix: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Segments whose team does not have more of the expected role than every segment of which nothing is expected.

    More is a larger share of the team. Each comes with what was found, in a sentence.
    """
    others = {name: team for name, team in teams.items() if name not in mix}
    for name, role in mix.items():
        if name not in teams:
            yield name, "There is no such segment, or it has no plan."
            continue
        own = _share(teams[name], role)
        for other, team in others.items():
            if own <= _share(team, role):
                yield name, f"Wanted more {role} than in {other}, got {own:.0%} against {_share(team, role):.0%}."


def _share(team: Team, role: str) -> float:
    everyone = sum(team.values())
    return team.get(role, 0.0) / everyone if everyone else 0.0
