"""Whether committed reports are what the facts give."""

from salesdesign.policy.subject import Answer, CommittedReport, Fault, Subject


def up_to_date(subject: Subject) -> Answer:
    """A fault for each report that is missing or stale."""
    return Answer(faults=tuple(fault for report in subject.reports if (fault := stale(report)) is not None))


def stale(report: CommittedReport) -> Fault | None:
    """What is wrong with a report; None where it is what the facts give, whatever its line ends."""
    if report.found is not None and report.found.replace("\r\n", "\n") == report.wanted:
        return None
    return Fault(
        subject=report.path,
        expected="the report that the facts give",
        found=f"{report.path} is {'missing' if report.found is None else 'out of date'}.",
        mend="Run `salesdesign report`, and commit what it writes.",
    )
