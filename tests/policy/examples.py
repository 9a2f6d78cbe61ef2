"""Companies and outcomes for tests of policies."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from salesdesign.advise import advise
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.errors import ExitCode, Problem
from salesdesign.facts.read import read_company
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.policy.outcome import Checked, Failure, Finding, Outcome, Standing, Unmade
from salesdesign.policy.policy import Policy
from salesdesign.policy.severity import Severity
from salesdesign.policy.subject import CommittedReport, Subject
from salesdesign.resources import rules_folder

STALLED = """\
company:
  name: Acme
  as_of: 2026-11-02
budget:
  annual_sales: 2600000
headcount:
  sellers: 10
  managers: 1
deal:
  value: 18500
customers:
  relationship: 3
process:
  repeatability: proven
  metric_visibility: 4
growth:
  target: 1.0
  past: 0.06
current:
  structure: island
"""

TODAY = date(2026, 11, 22)
NASTY = "Acme | <b>&\"'` ::error::\r\n%0A \x00\u202e ]]> , : 100% 日本"


@lru_cache(maxsize=1)
def pack_and_machine() -> tuple[Pack, Machine]:
    """The pack that comes with the program, read and compiled once."""
    pack = read_pack(rules_folder())
    return pack, compile_pack(pack)


def subject(
    policy: Policy | None = None,
    changes: Mapping[str, str] | None = None,
    *,
    facts: str = STALLED,
    reports: tuple[CommittedReport, ...] = (),
) -> Subject:
    """A facts file, some of its facts replaced, ready to be judged."""
    pack, machine = pack_and_machine()
    company = read_company(facts.encode(), "acme.yaml", pack.catalogue, changes or {})
    return Subject(
        file="acme.yaml",
        key="acme.yaml",
        company=company,
        advice=advise(company, pack, machine=machine),
        pack=pack,
        policy=policy or Policy(),
        today=TODAY,
        reports=reports,
    )


def finding(
    severity: Severity = Severity.ERROR,
    standing: Standing = Standing.NEW,
    *,
    file: str = "acme.yaml",
    text: str = "Found.",
) -> Finding:
    """A finding."""
    return Finding(
        rule="structure-behind",
        severity=severity,
        file=file,
        key=file,
        line=7,
        column=3,
        subject="island",
        expected="less",
        found=text,
        mend="Mend it.",
        standing=standing,
        reason="" if standing is Standing.NEW else "Meant.",
    )


def unmade(severity: Severity = Severity.WARNING) -> Unmade:
    """A rule that could not be asked."""
    return Unmade(rule="facts-old", severity=severity, because="Not known: company.as_of.", line=1, column=1)


def failed(code: ExitCode, file: str = "bad.yaml", text: str = "Wrong.") -> Checked:
    """A facts file that could not be checked."""
    problem = Problem(file=file, line=3, column=5, subject="deal.value", wrong=text, mend="Mend it.")
    return Checked(file=file, failure=Failure(code=code, problems=(problem,)))


def everything(text: str = "Found.") -> Outcome:
    """An outcome with one of each kind, its texts as given."""
    file = Checked(
        file="companies/acme corp.yaml",
        company=text,
        today="island",
        advice="change: pod",
        passed=("structure-excluded",),
        findings=(
            finding(text=text),
            finding(Severity.WARNING, text=text),
            finding(standing=Standing.ACCEPTED, text=text),
            finding(standing=Standing.SUPPRESSED, text=text),
        ),
        unmade=(unmade(), unmade(Severity.ERROR), unmade(Severity.OFF)),
        changes=(text, "Renamed."),
    )
    return Outcome(files=(file, failed(ExitCode.INPUT, text=text)), against="main", notes=(text,))
