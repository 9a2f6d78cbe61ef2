"""What the checks look at: a pack, the world of its facts, and its parts one after the other."""

from collections.abc import Iterator

from salesdesign.conditions.solve import UNBOUNDED, Effort, Goal, Solver
from salesdesign.model.expression import Expression
from salesdesign.model.pack import Criterion, Decision, Gate, Pack, Rule
from salesdesign.pack.finding import Finding
from salesdesign.pack.reach import Reach
from salesdesign.pack.worlds import world_of_pack
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A pack that is being looked at."""

    pack: Pack
    solver: Solver
    reach: Reach

    def criteria(self) -> Iterator[tuple[Decision, Criterion]]:
        """Every criterion with its decision."""
        return ((decision, criterion) for decision in self.pack.decisions for criterion in decision.criteria)

    def rules(self) -> Iterator[Rule]:
        """Every rule."""
        return (rule for _, criterion in self.criteria() for rule in criterion.rules)

    def gates(self) -> Iterator[Gate]:
        """Every gate."""
        return (gate for decision in self.pack.decisions for gate in decision.gates)

    def can_be(self, *goals: Goal, avoided: tuple[Expression, ...] = ()) -> bool:
        """Whether a company can be so; yes where that could not be found out.

        Raises: Spent.
        """
        return self.solver.can_be(goals, avoided)


def subject_of(pack: Pack, steps: int = UNBOUNDED) -> Subject:
    """A pack, ready to be looked at; what has to be searched for may take so many steps in all."""
    solver = Solver(world_of_pack(pack), Effort(steps))
    return Subject(pack=pack, solver=solver, reach=Reach(solver))


def rules_of(decision: Decision) -> Iterator[Rule]:
    """Every rule of a decision."""
    return (rule for criterion in decision.criteria for rule in criterion.rules)


def at(found: Rule | Gate, code: str, wrong: str, mend: str) -> Finding:
    """A finding at a rule or a gate."""
    return Finding(code=code, file=found.file, line=found.line, about=found.id, wrong=wrong, mend=mend)


def at_criterion(criterion: Criterion, code: str, wrong: str, mend: str) -> Finding:
    """A finding at the head of a criterion's file."""
    return Finding(code=code, file=criterion.file, line=1, about=criterion.id, wrong=wrong, mend=mend)
