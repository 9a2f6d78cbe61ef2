"""One decision, taken for one company: evaluate, score, rank, choose."""

from collections.abc import Mapping

from salesdesign.engine.choose import Choice, choose_one, choose_several
from salesdesign.engine.compile import Answers, Machine
from salesdesign.engine.evaluate import findings
from salesdesign.engine.gates import gated, most_allowed
from salesdesign.engine.rank import ranked
from salesdesign.engine.score import standings
from salesdesign.model.pack import Choose, Decision, Facts
from salesdesign.model.ranking import Ranking, Standing


def decide(machine: Machine, decision: Decision, facts: Facts, weights: Mapping[str, float]) -> Ranking:
    """How the options stand and what is recommended.

    `facts` are derived already, with earlier decisions among them; `weights` replace those of criteria, by id.
    """
    answers = machine.judges[decision.id](facts)
    gates = gated(decision, answers.gates, facts, machine.pack.catalogue)
    ordered = ranked(standings(decision, findings(machine, decision, facts), weights), gates.closing)
    current = _current(decision, facts)
    choice = _choice(decision, ordered, current, answers)
    return Ranking(
        decision=decision.id,
        standings=ordered,
        chosen=choice.chosen,
        best_fit=choice.best_fit,
        current=current,
        verdict=choice.verdict,
        margin=choice.margin,
        open_gates=gates.open,
        dropped=choice.dropped,
    )


def _choice(decision: Decision, ordered: tuple[Standing, ...], current: str | None, answers: Answers) -> Choice:
    if decision.choose is Choose.SEVERAL:
        return choose_several(decision, ordered, most_allowed(decision, answers.limits))
    return choose_one(decision, ordered, current, answers.settled)


def _current(decision: Decision, facts: Facts) -> str | None:
    """Today's option as it is stated, also where the pack has no such option; None for a list of them."""
    stated = facts.get(decision.current)
    return stated if isinstance(stated, str) else None
