"""`check`, `report` and `compare` as they are called: files, folders, revisions, exit codes."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.policy.examples import STALLED

ISLAND = STALLED
FINE = STALLED.replace("island", "assembly_line")
BAD = "company:\n  name: Acme\nheadcount:\n  sellers: many\n"
POLICY = "baseline = 'accepted.json'\n[[reports]]\nfacts = 'companies/*.yaml'\nreport = 'reports/{name}.md'\n[severity]\nreport-stale = 'off'\n"
QUICK = ("--today", "2026-11-22", "--config", "severity.confidence-low=off")


def git(*arguments: str) -> None:
    """Runs git in the current folder."""
    named = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *named, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with three companies in its first commit, the current folder."""
    (folder / "companies").mkdir()
    (folder / "salesdesign.toml").write_text(POLICY)
    (folder / "companies/acme.yaml").write_text(ISLAND)
    (folder / "companies/bolt.yaml").write_text(FINE.replace("Acme", "Bolt"))
    (folder / "companies/cork.yaml").write_text(FINE.replace("Acme", "Cork").replace("18500", "900"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    return folder


def checked(ended_printed: str) -> dict[str, dict[str, object]]:
    """The files of a JSON outcome by their names."""
    return {file["file"]: file for file in json.loads(ended_printed)["files"]}


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ([FINE], 0),
        ([FINE, ISLAND], 1),
        ([FINE, ISLAND, BAD], 2),
    ],
)
@pytest.mark.parametrize("wanted", ["text", "json", "github", "sarif", "junit", "md"])
def test_the_exit_code_does_not_hang_on_the_format(
    salesdesign: Command, folder: Path, texts: list[str], code: int, wanted: str
) -> None:
    for place, text in enumerate(texts):
        (folder / f"{place}.yaml").write_text(text)
    ended = salesdesign("check", ".", "--format", wanted, *QUICK)
    assert ended.code == code
    assert ended.printed


def test_a_machine_that_fails_is_worse_than_bad_facts_and_the_report_is_written_all_the_same(
    salesdesign: Command, folder: Path
) -> None:
    (folder / "bad.yaml").write_text(BAD)
    (folder / "island.yaml").write_text(ISLAND)
    ended = salesdesign("check", "island.yaml", "/proc/self/mem", "bad.yaml", "-o", "out.json", *QUICK)
    assert ended.code == 3
    document = json.loads((folder / "out.json").read_text())
    assert (document["exit_code"], len(document["files"])) == (3, 3)
    assert document["verdict"] in ended.printed


def test_nothing_checked_is_no_success(salesdesign: Command, folder: Path) -> None:
    (folder / "acme.yaml").write_text(FINE)
    rules = [rule["id"] for rule in _rules(salesdesign)]
    off = [part for rule in rules for part in ("--config", f"severity.{rule}=off")]
    ended = salesdesign("check", "acme.yaml", *off)
    assert (ended.code, "nothing was checked" in ended.printed) == (1, True)


def test_the_confidence_of_the_advice_is_asked_for(salesdesign: Command, acme: Path) -> None:
    sure = ("--config", "severity.confidence-low=error", "--config", "severity.structure-behind=off")
    assert salesdesign("check", acme, *sure, "--config", "confidence=0").code == 0
    ended = salesdesign("check", acme, *sure, "--config", "confidence=1")
    assert (ended.code, "confidence-low: structure.facts: It stands in" in ended.printed) == (1, True)


def _rules(salesdesign: Command) -> list[dict[str, str]]:
    log = json.loads(salesdesign("check", "acme.yaml", "--format", "sarif", *QUICK).printed)
    rules: list[dict[str, str]] = log["runs"][0]["tool"]["driver"]["rules"]
    return rules


def test_an_empty_folder_is_no_success(salesdesign: Command, folder: Path) -> None:
    assert salesdesign("check", ".").code == 1


def test_the_nearest_policy_above_the_facts_holds(salesdesign: Command, folder: Path) -> None:
    (folder / "near").mkdir()
    (folder / "pyproject.toml").write_text("[tool.salesdesign]\nmargin = 500\n")
    (folder / "near/pyproject.toml").write_text("[project]\nname = 'x'\n")
    (folder / "near/acme.yaml").write_text(ISLAND)
    assert salesdesign("check", "near/acme.yaml", *QUICK).code == 0
    (folder / "near/salesdesign.toml").write_text("margin = 1\n")
    assert salesdesign("check", "near/acme.yaml", *QUICK).code == 1
    assert salesdesign("check", "near/acme.yaml", "--config", "margin=500", *QUICK).code == 0
    assert salesdesign("check", "near/acme.yaml", "--policy", "pyproject.toml", *QUICK).code == 0


def test_a_policy_above_the_repository_is_not_looked_for(salesdesign: Command, folder: Path) -> None:
    (folder / "salesdesign.toml").write_text("margin = 500\n")
    (folder / "inner/.git").mkdir(parents=True)
    (folder / "inner/acme.yaml").write_text(ISLAND)
    assert salesdesign("check", "inner/acme.yaml", *QUICK).code == 1


def test_a_wrong_policy_is_bad_input_with_its_place(salesdesign: Command, folder: Path) -> None:
    (folder / "acme.yaml").write_text(FINE)
    (folder / "salesdesign.toml").write_text("\nmarign = 3\n")
    ended = salesdesign("check", "acme.yaml")
    assert (ended.code, ended.printed) == (2, "")
    assert ended.said == "salesdesign.toml:2:1: marign: There is no such key. Did you mean margin?\n"


def test_the_day_is_taken_from_the_command_line(salesdesign: Command, folder: Path) -> None:
    (folder / "acme.yaml").write_text(FINE)
    strict = ("--config", "severity.facts-old=error")
    assert salesdesign("check", "acme.yaml", *strict, "--today", "2027-05-01").code == 0
    assert salesdesign("check", "acme.yaml", *strict, "--today", "2027-05-02").code == 1
    assert salesdesign("check", "acme.yaml", "--today", "May").code == 2


def test_a_baseline_lets_only_new_findings_fail(salesdesign: Command, repository: Path) -> None:
    assert salesdesign("check", "companies", *QUICK).code == 1
    assert salesdesign("check", "companies", "--write-baseline", *QUICK).code == 0
    (repository / "companies/acme.yaml").write_text(f"# Moved down.\n{ISLAND}")
    assert salesdesign("check", "companies", *QUICK).code == 0
    (repository / "companies/bolt.yaml").write_text(ISLAND.replace("Acme", "Bolt"))
    assert salesdesign("check", "companies", *QUICK).code == 1


def test_a_baseline_keeps_what_it_holds_of_files_that_were_not_checked(salesdesign: Command, repository: Path) -> None:
    salesdesign("check", "companies", "--write-baseline", *QUICK)
    before = (repository / "accepted.json").read_text()
    salesdesign("check", "companies/bolt.yaml", "--write-baseline", *QUICK)
    assert (repository / "accepted.json").read_text() == before


def test_a_baseline_is_not_written_while_facts_cannot_be_read(salesdesign: Command, repository: Path) -> None:
    (repository / "companies/bolt.yaml").write_text(BAD)
    assert salesdesign("check", "companies", "--write-baseline", *QUICK).code == 2
    assert not (repository / "accepted.json").exists()


def test_what_changed_since_a_revision_is_said(salesdesign: Command, repository: Path) -> None:
    acme, bolt, cork = (repository / f"companies/{name}.yaml" for name in ("acme", "bolt", "cork"))
    acme.write_text(ISLAND.replace("relationship: 3", "relationship: 5").replace("target: 1.0", "target: 0.1"))
    git("mv", "companies/bolt.yaml", "companies/bolts.yaml")
    bolt.with_name("dyne.yaml").write_text(FINE.replace("Acme", "Dyne"))
    cork.unlink()
    ended = salesdesign("check", "companies", "--against", "HEAD", "--format", "json", *QUICK)
    files = checked(ended.printed)
    assert any("What tipped it: Customer relationship" in line for line in files["companies/acme.yaml"]["changes"])  # type: ignore[attr-defined]  # a list
    assert files["companies/bolts.yaml"]["changes"] == ["Renamed from companies/bolt.yaml."]
    assert files["companies/dyne.yaml"]["changes"] == ["New since HEAD."]
    assert json.loads(ended.printed)["notes"] == ["companies/cork.yaml: Deleted since HEAD. It held the facts of Cork."]


def test_the_summary_shows_the_advice_before_and_now_and_the_plan_unless_it_is_left_out(
    salesdesign: Command, repository: Path
) -> None:
    (repository / "companies/acme.yaml").write_text(ISLAND.replace("sellers: 10", "sellers: 3"))
    asked = ("check", "companies/acme.yaml", "--against", "HEAD", "--format", "md", *QUICK)
    whole, bare = salesdesign(*asked).printed, salesdesign(*asked, "--no-plan").printed
    assert "| change: assembly line → keep: island |" in bare
    assert ("- People in the plan: " in whole, "- People in the plan: " in bare) == (True, False)
    assert "What decided it: Sellers: 10 people → 3 people" in bare


def test_facts_that_could_not_be_read_then_or_cannot_be_now_are_said(salesdesign: Command, repository: Path) -> None:
    (repository / "companies/acme.yaml").write_text(BAD)
    git("commit", "-qam", "two")
    (repository / "companies/acme.yaml").write_text(ISLAND)
    (repository / "companies/bolt.yaml").write_text(BAD)
    ended = salesdesign("check", "companies", "--against", "HEAD", "--format", "json", *QUICK)
    files = checked(ended.printed)
    assert ended.code == 2
    assert files["companies/acme.yaml"]["changes"][0].startswith("At HEAD it could not be read: companies/acme.yaml:4:")  # type: ignore[index]  # a list
    assert files["companies/bolt.yaml"]["changes"] == ["At HEAD it could be read."]


def test_a_deleted_file_that_is_named_is_no_mistake(salesdesign: Command, repository: Path) -> None:
    (repository / "companies/cork.yaml").unlink()
    named = ("companies/bolt.yaml", "companies/cork.yaml")
    assert salesdesign("check", *named, "--against", "HEAD", *QUICK).code == 0
    assert salesdesign("check", *named, *QUICK).code == 2
    assert salesdesign("check", "companies/cork.yaml", "--against", "HEAD", *QUICK).code == 1


@pytest.mark.parametrize("revision", ["no-such", "--all", "HEAD~9", ""])
def test_a_revision_that_there_is_not_is_bad_usage(salesdesign: Command, repository: Path, revision: str) -> None:
    ended = salesdesign("check", "companies", f"--against={revision}", *QUICK)
    assert (ended.code, ended.printed) == (2, "")


def test_a_folder_in_no_repository_is_bad_usage(salesdesign: Command, acme: Path) -> None:
    assert salesdesign("check", acme, "--against", "HEAD").code == 2


def test_every_output_is_written_and_the_summary_where_it_is_named(salesdesign: Command, repository: Path) -> None:
    names = ["out.txt", "out.json", "out.sarif", "out.xml", "out.md"]
    outputs = [part for name in names for part in ("-o", name)]
    ended = salesdesign("check", "companies", *outputs, "--summary", "step_summary", *QUICK)
    assert ended.code == 1
    assert (repository / "out.txt").read_text() == ended.printed
    assert (repository / "step_summary").read_text() == (repository / "out.md").read_text()
    assert all((repository / name).stat().st_size for name in names)


def test_an_ending_that_says_no_format_is_refused_before_anything_is_checked(salesdesign: Command, acme: Path) -> None:
    ended = salesdesign("check", acme, "-o", "out.html")
    assert (ended.code, ended.printed) == (2, "")


def test_standard_input_is_checked(salesdesign: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ISLAND.encode())))
    ended = salesdesign("check", "-", *QUICK)
    assert (ended.code, ended.printed.startswith("-:")) == (1, True)


def test_a_name_that_is_no_text_is_told_in_every_format(salesdesign: Command, folder: Path) -> None:
    name = b"caf\xe9.yaml".decode("utf-8", "surrogateescape")
    (folder / name).write_text(ISLAND)
    outputs = [part for ending in ("json", "sarif", "xml", "md") for part in ("-o", f"out.{ending}")]
    assert salesdesign("check", name, *outputs, "--baseline", "b.json", "--write-baseline", *QUICK).code == 0


def test_reports_are_written_once_and_found_stale_when_facts_change(salesdesign: Command, repository: Path) -> None:
    assert salesdesign("report", "--check").code == 1
    assert salesdesign("report", "--fail-on-change").code == 1
    assert salesdesign("report", "--check").code == 0
    report = (repository / "reports/acme.md").read_bytes()
    assert salesdesign("recommend", "companies/acme.yaml", "--format", "md").printed.encode() == report
    (repository / "reports/acme.md").write_bytes(report.replace(b"\n", b"\r\n"))
    assert salesdesign("report", "--check").code == 0
    (repository / "companies/acme.yaml").write_text(FINE)
    ended = salesdesign("report", "--check")
    assert (ended.code, ended.printed.startswith("reports/acme.md is out of date.")) == (1, True)
    on = ("--config", "severity.report-stale=error")
    assert salesdesign("check", "companies/acme.yaml", *on, *QUICK).code == 1
    assert salesdesign("report").code == 0
    assert salesdesign("check", "companies/acme.yaml", *on, *QUICK).code == 0


def test_two_companies_never_share_a_report(salesdesign: Command, repository: Path) -> None:
    (repository / "companies/more").mkdir()
    (repository / "companies/more/acme.yaml").write_text(FINE)
    policy = (repository / "salesdesign.toml").read_text()
    (repository / "salesdesign.toml").write_text(policy.replace("companies/*.yaml", "companies/**/*.yaml"))
    ended = salesdesign("report")
    told = "reports/acme.md would be the report of companies/acme.yaml and of companies/more/acme.yaml."
    assert (ended.code, told in ended.said) == (2, True)


def test_a_report_of_facts_that_cannot_be_read_is_bad_input_and_the_others_are_written(
    salesdesign: Command, repository: Path
) -> None:
    (repository / "companies/acme.yaml").write_text(BAD)
    assert salesdesign("report").code == 2
    assert sorted(path.name for path in (repository / "reports").iterdir()) == ["bolt.md", "cork.md"]


def test_no_policy_and_no_facts_are_no_success(salesdesign: Command, folder: Path) -> None:
    assert salesdesign("report", "--check").code == 2
    (folder / "salesdesign.toml").write_text("[[reports]]\nfacts = '*.yaml'\nreport = '{name}.md'\n")
    assert salesdesign("report", "--check").code == 1


@pytest.mark.parametrize(
    ("facts", "written"),
    [("/etc/*.yaml", "a.md"), ("**x", "a.md"), ("*.yaml", "/tmp/a.md"), ("*.yaml", "../{name}.md")],
)
def test_a_policy_reaches_nothing_outside_its_folder(
    salesdesign: Command, acme: Path, folder: Path, facts: str, written: str
) -> None:
    (folder / "salesdesign.toml").write_text(f"[[reports]]\nfacts = '{facts}'\nreport = '{written}'\n")
    ended = salesdesign("report")
    assert (ended.code, ended.said.startswith("salesdesign.toml: reports: ")) == (2, True)


def test_two_files_and_two_versions_are_compared(salesdesign: Command, repository: Path) -> None:
    ended = salesdesign("compare", "companies/acme.yaml", "companies/bolt.yaml")
    assert (ended.code, "Structure: assembly line (change) → assembly line (keep)." in ended.printed) == (0, True)
    (repository / "companies/acme.yaml").write_text(FINE)
    told = salesdesign("compare", "HEAD:companies/acme.yaml", "companies/acme.yaml", "--format", "json").printed
    assert [fact["fact"] for fact in json.loads(told)["facts"]] == ["current.structure"]
    assert salesdesign("compare", "HEAD:companies/none.yaml", "companies/acme.yaml").code == 2
    assert (
        salesdesign("compare", "companies/bolt.yaml", "companies/bolt.yaml", "--set", "deal.value=1", "-o", "c.md").code
        == 0
    )
    assert "| Deal value | $18,500 | $1 |" in (repository / "c.md").read_text()


def test_facts_below_a_subfolder_are_compared_from_there(
    salesdesign: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "companies")
    monkeypatch.setenv("GIT_DIR", ".git")
    ended = salesdesign("check", "bolt.yaml", "--against", "HEAD", "--format", "json", *QUICK)
    assert checked(ended.printed)["bolt.yaml"]["changes"] == []
