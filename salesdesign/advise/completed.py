"""An advice with all that is known about it: its plan, or a line that says why there is none."""

from dataclasses import replace

from salesdesign.advise.planning import planned, unplannable
from salesdesign.engine.compile import Machine
from salesdesign.model.advice import UNPLANNED, Advice, Doubt
from salesdesign.model.company import Company
from salesdesign.planning.needs import lacking

GOALS = ("plan.target", "company.annual_revenue")
"""One of them has to be known, or a team has no size to be right for."""


def completed(advice: Advice, company: Company, machine: Machine) -> Advice:
    """The advice with its plan; where there is no basis for one, it says so in a line and goes on."""
    why = unplannable(advice, machine.pack) or _aimless(advice)
    if not why:
        return planned(advice, company, machine)
    decided = advice.decisions[machine.pack.main].chosen
    if not decided or lacking(machine.pack.benchmarks):
        return advice
    return replace(advice, warnings=(*advice.warnings, Doubt(code=UNPLANNED, text=f"There is no plan. {why}")))


def _aimless(advice: Advice) -> str:
    """Why a plan would size a team for nothing; empty where something is wanted."""
    known = any(name in advice.facts for name in GOALS)
    return "" if known else f"Nobody said what is wanted: give {' or '.join(GOALS)}."
