"""A mixed-integer program as plain rows, and its solution by HiGHS: one thread, no clock, the same bytes every time."""

from dataclasses import dataclass, field

INFINITY = float("inf")
GAP = 0.005
"""Share of the cost that a search may leave unproven."""
NODES = 300


@dataclass(slots=True, kw_only=True)
class Program:
    """Variables and rows, collected before they are handed to the solver."""

    cost: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)

    def variable(self, lower: float = 0.0, upper: float = INFINITY, cost: float = 0.0) -> int:
        """A number between bounds."""
        return self._add((lower, upper, cost), whole=False)

    def integer(self, lower: float = 0.0, upper: float = INFINITY, cost: float = 0.0) -> int:
        """A whole number between bounds."""
        return self._add((lower, upper, cost), whole=True)

    def row(self, terms: dict[int, float], lower: float = -INFINITY, upper: float = INFINITY) -> None:
        """Nothing; the sum of the terms is held between bounds."""
        self.rows.append((lower, upper, {column: factor for column, factor in terms.items() if factor}))

    def _add(self, bounds: tuple[float, float, float], *, whole: bool) -> int:
        self.lower.append(bounds[0])
        self.upper.append(bounds[1])
        self.cost.append(bounds[2])
        self.whole.append(whole)
        return len(self.cost) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The best values found, and a bound that none can beat."""

    values: tuple[float, ...]
    objective: float
    bound: float


def solve(program: Program, *, gap: float = GAP, nodes: int = NODES) -> Solution | None:
    """The solution within the gap, or the best after so many nodes; None where there is none."""
    import highspy  # imported when a plan is made: it brings numpy
    import numpy as np

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.cost), len(program.rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = (
        np.array(part, dtype=np.double) for part in (program.cost, program.lower, program.upper)
    )
    lp.row_lower_ = np.array([row[0] for row in program.rows], dtype=np.double)
    lp.row_upper_ = np.array([row[1] for row in program.rows], dtype=np.double)
    starts, columns, factors = _sparse(program)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(columns, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(factors, dtype=np.double)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in program.whole]
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the solver has no types for it
    for option, value in _options(gap, nodes).items():
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    values = tuple(float(value) for value in solver.getSolution().col_value)
    cost = info.objective_function_value
    return Solution(values=values, objective=cost, bound=info.mip_dual_bound if any(program.whole) else cost)


def relaxed(program: Program) -> Program:
    """The program with people who can be parted: solved at once, and a bound for whole ones."""
    return Program(
        cost=program.cost,
        lower=program.lower,
        upper=program.upper,
        whole=[False] * len(program.whole),
        rows=program.rows,
    )


def _options(gap: float, nodes: int) -> dict[str, bool | int | float | str]:
    return {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": gap,
        "mip_abs_gap": 1e-6,
        "mip_max_nodes": nodes,
        "mip_feasibility_tolerance": 1e-7,
    }


def _sparse(program: Program) -> tuple[list[int], list[int], list[float]]:
    starts: list[int] = [0]
    columns: list[int] = []
    factors: list[float] = []
    for _, _, terms in program.rows:
        columns.extend(terms)
        factors.extend(terms.values())
        starts.append(len(columns))
    return starts, columns, factors
