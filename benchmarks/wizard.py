"""How long a conversation is, and what a prompt costs: every company whose answer an expert knows, asked by the wizard.

Prints a line a company, then medians: questions until the wizard offers to stop, whether the choice is then that of
the whole file, and CPU seconds between an answer and the next prompt. What a file leaves out is answered with "I don't
know"; with --known it is one draw of what is likely, so that every question is answered.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from processes import ROOT

sys.path.insert(0, str(ROOT))

from salesdesign.cases.case import Case
from salesdesign.cases.read import read_cases
from salesdesign.pack.read import read_pack
from salesdesign.wizard.desk import Desk, desk_of
from tests.wizard.interview import Interview, completed, interview

COMPANIES = ROOT / "tests" / "cases" / "companies"


def main() -> None:
    """Ask every company, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="?", default=COMPANIES)
    parser.add_argument(
        "--known", type=int, metavar="DRAWS", default=0, help="So many completed files for each company."
    )
    given = parser.parse_args()
    desk = desk_of(read_pack(ROOT / "rules"))
    found = [one for case in read_cases(given.cases) for one in _talks(case, desk, given.known)]
    _summary(found)


def _talks(case: Case, desk: Desk, draws: int) -> Sequence[Interview]:
    talks = [interview(case, desk, completed(case, desk, seed)) for seed in range(1, draws + 1)] or [
        interview(case, desk)
    ]
    for one in talks:
        same = "same" if one.chosen == one.expected else f"not {', '.join(one.expected)}"
        print(f"{case.id:6} {one.questions:3} questions, {one.skipped:2} not known, {', '.join(one.chosen)}: {same}")
    return talks


def _summary(found: Sequence[Interview]) -> None:
    asked = sorted(one.questions for one in found)
    same = sum(one.chosen == one.expected for one in found)
    lower, middle, upper = statistics.quantiles(asked, n=4)
    seconds = sorted(second for one in found for second in one.seconds)
    print(
        f"questions: median {middle:g}, a quarter at most {lower:g}, a quarter {upper:g} or more, {asked[-1]} at most"
    )
    print(f"the choice of the whole file: {same} of {len(found)}")
    print(
        f"CPU s a prompt: median {statistics.median(seconds):.3f}, "
        f"95 % below {seconds[len(seconds) * 95 // 100]:.3f}, most {seconds[-1]:.3f}"
    )


if __name__ == "__main__":
    main()
