"""What it costs to ask how far an advice can be trusted, beside the advice itself.

Prints a table of CPU seconds for one company in a running process: medians, with ratios to an interpreter's import of
numpy, which the draws do without.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from salesdesign.advise import advise, probed
from salesdesign.advise.decisions import take_decisions
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.probing import weights
from salesdesign.engine.probing.firmness import firmness
from salesdesign.engine.probing.flips import flips
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.weight_flips import weight_flips
from salesdesign.engine.probing.worth import worth_knowing
from salesdesign.facts.outline import outline_of
from salesdesign.facts.read import read_company
from salesdesign.model.probing import Draws
from salesdesign.pack.read import read_pack

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure every part of the probing and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, default=ROOT / "examples" / "stalled-islands.yaml")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    medians = {name: _median(work, given.runs) for name, work in _parts(given.facts).items()}
    print(f"{'work':34} {'CPU s':>8}")
    for name, seconds in medians.items():
        print(f"{name:34} {seconds:8.3f}")
    print(f"{'an import of numpy, where it is':34} {_import_of('numpy'):>8}")


def _parts(facts: Path) -> dict[str, Callable[[], object]]:
    pack = read_pack(ROOT / "rules")
    machine = compile_pack(pack)
    company = read_company(facts.read_bytes(), str(facts), pack.catalogue)
    decided = take_decisions(company, pack, machine, {})
    subject = Subject(
        machine=machine,
        decision=pack.decision(pack.main),
        stated=decided.stated,
        weights={},
        impossible=outline_of(pack.catalogue).broken,
    )
    advice = advise(company, pack, machine=machine)

    def confidence() -> object:
        weights._drawn.cache_clear()  # noqa: SLF001 - what one company costs that has no other before it
        return firmness(subject, Draws())

    return {
        "the advice": lambda: advise(company, pack, machine=machine),
        "confidence, 2,000 draws": confidence,
        "confidence, the next company": lambda: firmness(subject, Draws()),
        "flips of facts": lambda: flips(subject, company.facts, {}),
        "flips of weights": lambda: weight_flips(subject),
        "worth knowing next": lambda: worth_knowing(subject, decided.rankings[pack.main], 0),
        "everything, all decisions": lambda: probed(advice, company, machine),
    }


def _median(work: Callable[[], object], runs: int) -> float:
    seconds = []
    for _ in range(runs + 1):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds[1:])


def _import_of(name: str) -> str:
    code = f"import time; start = time.process_time(); import {name}; print(f'{{time.process_time() - start:.3f}}')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "-"


if __name__ == "__main__":
    main()
