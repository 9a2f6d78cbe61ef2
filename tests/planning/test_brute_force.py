"""The solver against trying every schedule."""

import pytest

from salesdesign.planning.cost import objective
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import broken, search
from tests.planning.small import MOST, basis_for, best_by_trying, small_plan

PLANS = 220


@pytest.mark.parametrize("seed", range(PLANS))
def test_the_solver_is_as_cheap_as_every_schedule_tried(seed: int) -> None:
    ground = frame(basis_for(small_plan(seed)))
    best, found = best_by_trying(ground), search(ground, gap=0)
    if found is None:
        assert best is None
        return
    assert not broken(found.outcome)
    assert found.gap <= 1e-6
    if best is not None and max(found.outcome.hires[0]) <= MOST:
        assert objective(found.outcome) == pytest.approx(objective(best), abs=0.01)
    elif best is not None:
        assert objective(found.outcome) <= objective(best) + 0.01
