"""Whether committed reports are what the facts give."""

from salesdesign.policy.subject import Answers, CommittedReport, Fault, Subject


def up_to_date(subject: Subject) -> Answers:
    """A fault for each report that is missing or stale."""
    yield from filter(None, map(stale, subject.reports))


def named(subject: Subject) -> bool:
    """Whether the policy names reports of these facts."""
    return bool(subject.reports)


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
