"""An advice with all that is known about it: its plan, or a line that says why there is none."""

from dataclasses import replace

from salesdesign.advise.planning import planned, unplannable
from salesdesign.engine.compile import Machine
from salesdesign.model.advice import UNPLANNED, Advice, Doubt
from salesdesign.model.company import Company
from salesdesign.planning.needs import lacking


def completed(advice: Advice, company: Company, machine: Machine) -> Advice:
    """The advice with its plan; where there is no basis for one, it says so in a line and goes on."""
    why = unplannable(advice, machine.pack)
    if not why:
        return planned(advice, company, machine)
    decided = advice.decisions[machine.pack.main].chosen
    if not decided or lacking(machine.pack.benchmarks):
        return advice
    return replace(advice, warnings=(*advice.warnings, Doubt(code=UNPLANNED, text=f"There is no plan. {why}")))
