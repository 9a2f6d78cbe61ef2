"""The verdict of a run: one exit code, and the words for it."""

import pytest

from salesdesign.errors import ExitCode
from salesdesign.policy.outcome import Checked, Outcome, Standing
from salesdesign.policy.severity import Severity
from tests.policy.examples import failed, finding, unmade

FINE = Checked(file="fine.yaml", passed=("facts-old",))


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((FINE,), 0),
        ((Checked(file="a", findings=(finding(Severity.WARNING),)),), 0),
        ((Checked(file="a", findings=(finding(standing=Standing.ACCEPTED),)),), 0),
        ((Checked(file="a", findings=(finding(standing=Standing.SUPPRESSED),)),), 0),
        ((FINE, Checked(file="a", findings=(finding(),))), 1),
        ((FINE, Checked(file="a", unmade=(unmade(Severity.ERROR),))), 1),
        ((FINE, Checked(file="a", unmade=(unmade(),))), 0),
        ((Checked(file="a", unmade=(unmade(),)),), 1),
        ((Checked(file="a"),), 1),
        ((), 1),
        ((FINE, failed(ExitCode.INPUT), Checked(file="a", findings=(finding(),))), 2),
        ((failed(ExitCode.INPUT), failed(ExitCode.MACHINE), FINE), 3),
        ((failed(ExitCode.MACHINE), failed(ExitCode.DEFECT), failed(ExitCode.INPUT)), 4),
    ],
)
def test_the_worst_wins_and_nothing_checked_is_no_success(files: tuple[Checked, ...], code: int) -> None:
    outcome = Outcome(files=files)
    assert (outcome.code, f"(exit code {code})" in outcome.verdict) == (code, True)


def test_the_verdict_counts_what_was_asked() -> None:
    outcome = Outcome(
        files=(
            Checked(file="a", passed=("x", "y"), findings=(finding(), finding(Severity.WARNING)), unmade=(unmade(),)),
            failed(ExitCode.INPUT),
            Checked(file="b", findings=(finding(standing=Standing.ACCEPTED),)),
        )
    )
    assert outcome.verdict == (
        "Bad input (exit code 2): 1 of 3 files could not be checked; 1 error, 2 warnings; 4 of 5 checks made in 2 files;"
        " 1 accepted."
    )
