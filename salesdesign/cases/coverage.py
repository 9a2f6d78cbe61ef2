"""What the cases of a pack leave untried: outcomes of rules, sides of limits, gates that are never closed or open."""

from collections.abc import Iterable, Iterator

from salesdesign.cases.case import Case
from salesdesign.cases.subjects import Try, tries_of
from salesdesign.cases.trial import Trial, trial_of
from salesdesign.conditions.solve import Spent
from salesdesign.engine.compile import compile_pack
from salesdesign.model.pack import Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.run import MOST_STEPS
from salesdesign.pack.lint.subject import Subject, subject_of


def untried(cases: Iterable[Case], pack: Pack) -> tuple[Try, ...]:
    """Everything that could be tried and is not, in the order of the pack; what no company can be is left out.

    Raises:
        BadInput: the facts of a case have problems.
    """
    machine = compile_pack(pack)
    trials = [trial for case in cases for trial in trial_of(case, machine)]
    return tuple(_holes(subject_of(pack, MOST_STEPS), trials))


def tried(cases: Iterable[Case], pack: Pack) -> int:
    """How much can be tried in a pack."""
    return sum(1 for _ in tries_of(pack)) - len(untried(cases, pack))


def coverage(cases: Iterable[Case], pack: Pack) -> tuple[Finding, ...]:
    """What is left untried, and cases that speak of rules or gates which are not there; by file and line."""
    cases = tuple(cases)
    holes = (hole.finding for hole in untried(cases, pack))
    return tuple(sorted((*holes, *_strangers(cases, pack))))


def _holes(subject: Subject, trials: list[Trial]) -> Iterator[Try]:
    for item in tries_of(subject.pack):
        if not any(item.seen(trial) for trial in trials) and _possible(item, subject):
            yield item


def _possible(item: Try, subject: Subject) -> bool:
    """Whether any company could show it; yes where that could not be found out."""
    try:
        return item.possible(subject)
    except Spent:
        return True


def _strangers(cases: tuple[Case, ...], pack: Pack) -> Iterator[Finding]:
    rules = {rule.id for decision in pack.decisions for criterion in decision.criteria for rule in criterion.rules}
    gates = {gate.id for decision in pack.decisions for gate in decision.gates}
    for case in cases:
        named = [(name, "rule") for name in case.expected.rules if name not in rules]
        named += [(name, "gate") for name in case.expected.gates if name not in gates]
        for name, kind in sorted(named):
            wrong = f"{case.id} speaks of the {kind} {name}, which the pack does not have."
            mend = "Rename or remove it."
            yield Finding(
                code=f"case-without-{kind}", file=case.file, line=case.line, about=name, wrong=wrong, mend=mend
            )
