"""What the checks look at: a pack, the world of its facts, and its parts one after the other."""

from collections.abc import Iterator

from salesdesign.conditions.solve import Goal, Undecided, World, models
from salesdesign.model.expression import Expression
from salesdesign.model.pack import Criterion, Decision, Gate, Pack, Rule
from salesdesign.pack.finding import Finding
from salesdesign.pack.worlds import world_of_pack
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A pack that is being looked at."""

    pack: Pack
    world: World

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
        """Whether a company can be so; yes where that could not be found out."""
        try:
            return next(models(goals, self.world, avoided), None) is not None
        except Undecided:
            return True


def subject_of(pack: Pack) -> Subject:
    """A pack, ready to be looked at."""
    return Subject(pack=pack, world=world_of_pack(pack))


def rules_of(decision: Decision) -> Iterator[Rule]:
    """Every rule of a decision."""
    return (rule for criterion in decision.criteria for rule in criterion.rules)


def at(found: Rule | Gate, code: str, wrong: str, mend: str) -> Finding:
    """A finding at a rule or a gate."""
    return Finding(code=code, file=found.file, line=found.line, about=found.id, wrong=wrong, mend=mend)


def at_criterion(criterion: Criterion, code: str, wrong: str, mend: str) -> Finding:
    """A finding at the head of a criterion's file."""
    return Finding(code=code, file=criterion.file, line=1, about=criterion.id, wrong=wrong, mend=mend)
