"""How the cost of a plan grows with its quarters, its segments and the roles that take part.

Prints CPU seconds of this process (medians over alternating runs, imports left out), each with its ratio to the first
line of the same run. Only ratios within one run say something: machines differ, and so does what else they do.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from salesdesign.model.expression import Value
from salesdesign.model.pack import Benchmark
from salesdesign.model.plan import Plan
from salesdesign.pack.read import read_pack
from salesdesign.planning.inputs import Market, PlanInput
from salesdesign.planning.plan import make_plan

ROOT = Path(__file__).resolve().parent.parent
TEAM: Mapping[str, Value] = {
    "growth.target": 0.2,
    "deal.mean_value": 20_000,
    "deal.win_rate": 0.25,
    "deal.cycle_days": 60,
    "deal.complexity": 3,
    "customers.churn": 0.1,
    "plan.quota": 700_000,
    "plan.attainment": 0.8,
}
ROLES = {"founder_led": "one role", "island": "one role and managers", "assembly_line": "five roles", "pod": "pods"}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    benchmarks = read_pack(ROOT / "rules").benchmarks
    cases = dict(_cases(benchmarks))
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for run in range(given.runs + 1):
        for name, make in cases.items():
            began = time.process_time()
            make()
            if run:  # the first round imports the solver
                seconds[name].append(time.process_time() - began)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    first = next(iter(medians.values()))
    print(f"{'plan':52} {'CPU s':>8} {'ratio':>7}")
    for name, median in medians.items():
        print(f"{name:52} {median:8.3f} {median / first:7.2f}")


def _cases(benchmarks: Mapping[str, Benchmark]) -> list[tuple[str, Callable[[], Plan]]]:
    found = [("the base: 8 quarters, 1 segment, line of 24", _plan(benchmarks, 24, 8, 1))]
    found += [(f"{quarters} quarters", _plan(benchmarks, 24, quarters, 1)) for quarters in (4, 12, 20)]
    found += [(f"{segments} segments", _plan(benchmarks, 24, 8, segments)) for segments in (3, 6)]
    found += [(f"{structure}: {what}", _plan(benchmarks, 24, 8, 1, structure)) for structure, what in ROLES.items()]
    found += [(f"{people} sellers", _plan(benchmarks, people, 8, 1)) for people in (4, 120)]
    found += [("out of reach of its budget, 1 segment", _poor(benchmarks, 1))]
    found += [("out of reach of its budget, 3 segments", _poor(benchmarks, 3))]
    found += [("500 sellers, 20 segments, 20 quarters", _plan(benchmarks, 500, 20, 20))]
    return found


def _plan(
    benchmarks: Mapping[str, Benchmark], people: int, quarters: int, segments: int, structure: str = "assembly_line"
) -> Callable[[], Plan]:
    facts: Mapping[str, Value] = {
        **TEAM,
        "plan.target": people * 300_000,
        "plan.horizon_quarters": quarters,
        "plan.open_opportunities": people * 20,
        "company.annual_revenue": people * 1_000_000,
        "customers.count": people * 20,
        "headcount.sellers": people,
        "headcount.managers": people // 8,
        "leads.inbound_per_month": people * 20,
    }
    each = {
        **facts,
        "customers.count": people * 20 // segments,
        "leads.inbound_per_month": people * 20 / segments,
        "plan.open_opportunities": people * 20 / segments,
    }
    ask = PlanInput(
        facts=facts,
        markets=tuple(
            Market(name=str(number) if segments > 1 else "", share=1 / segments, structure=structure, facts=each)
            for number in range(segments)
        ),
        structure=structure,
        current=structure,
        alternatives=("island", "assembly_line", "pod"),
        benchmarks=benchmarks,
    )
    return lambda: make_plan(ask)


def _poor(benchmarks: Mapping[str, Benchmark], segments: int) -> Callable[[], Plan]:
    """A company whose budget does not pay for its target."""
    facts: Mapping[str, Value] = {
        **TEAM,
        "plan.target": 12_000_000,
        "plan.open_opportunities": 480 / segments,
        "budget.annual_sales": 5_000_000,
        "company.annual_revenue": 24_000_000,
        "customers.count": 480 // segments,
        "headcount.sellers": 24,
        "headcount.managers": 3,
        "leads.inbound_per_month": 480 / segments,
    }
    ask = PlanInput(
        facts=facts,
        markets=tuple(
            Market(name=str(number), share=1 / segments, structure="assembly_line", facts=facts)
            for number in range(segments)
        ),
        structure="assembly_line",
        current="assembly_line",
        alternatives=("island", "assembly_line", "pod"),
        benchmarks=benchmarks,
    )
    return lambda: make_plan(ask)


if __name__ == "__main__":
    main()
