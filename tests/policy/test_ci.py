"""What others run: the Action, the GitLab job, the hooks, and the workflow in the documentation."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.policy.examples import STALLED

BIN = Path(sys.executable).parent
FINE = STALLED.replace("island", "assembly_line")

Action = dict[str, object]


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with some variables more."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env={**surroundings, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def commit(folder: Path) -> str:
    """Commits everything in a folder, and returns the commit."""
    named = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*named, "commit", "-q", "--no-verify", "-m", "one"]):
        assert run("git", *arguments, folder=folder).returncode == 0
    return run("git", "rev-parse", "HEAD", folder=folder).stdout.strip()


@pytest.fixture(scope="module")
def action(root: Path) -> dict[str, dict[str, object]]:
    """The Action as data."""
    loaded: dict[str, dict[str, object]] = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    return loaded


def steps_of(action: dict[str, dict[str, object]]) -> list[dict[str, object]]:
    """The steps of the Action."""
    steps = action["runs"]["steps"]
    assert isinstance(steps, list)
    return steps


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", ".gitlab/salesdesign.yml")]
)
def test_the_files_meet_the_schemas_of_their_services(root: Path, schema: str, file: str) -> None:
    done = run("check-jsonschema", "--builtin-schema", schema, file, folder=root)
    assert done.returncode == 0, done.stdout


def test_the_steps_of_the_action_meet_the_rules_of_actionlint(
    action: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    inputs = {name: {"type": "string", "default": ""} for name in action["inputs"]}
    job = {"runs-on": "ubuntu-24.04", "steps": steps_of(action)}
    workflow = {"on": {"workflow_call": {"inputs": inputs}}, "permissions": {}, "jobs": {"check": job}}
    (tmp_path / "steps.yml").write_text(json.dumps(workflow))
    done = run("actionlint", "-no-color", tmp_path / "steps.yml", folder=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_workflow_of_the_documentation_meets_them_too_and_its_inputs_are_there(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/how-to/check.md").read_text(encoding="utf-8")
    match = re.search(r"```yaml\n(name: .*?)```", page, re.DOTALL)
    assert match
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "sales.yml").write_text(match[1].replace("OWNER/salesdesign@COMMIT", "./"))
    shutil.copy(root / "action.yml", tmp_path)
    commit(tmp_path)
    done = run("actionlint", "-no-color", folder=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_action_uses_no_other_action_no_secret_and_no_input_in_its_script(
    action: dict[str, dict[str, object]], root: Path
) -> None:
    assert not any("uses" in step for step in steps_of(action))
    assert not any("${{" in str(step["run"]) for step in steps_of(action))
    assert "secrets." not in (root / "action.yml").read_text(encoding="utf-8")


def filled(text: str, values: dict[str, str]) -> str:
    """A text with its expressions replaced, as the runner does."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: values[found[1]], text)


@pytest.mark.slow
def test_the_action_runs_in_a_clean_checkout(action: dict[str, dict[str, object]], root: Path, tmp_path: Path) -> None:
    source, work, temp = (tmp_path / name for name in ("source", "work", "temp"))
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=root).stdout.split("\0")
    for name in filter(None, listed):
        if (root / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, source / name)
    (work / "companies").mkdir(parents=True)
    temp.mkdir()
    (work / "companies/acme.yaml").write_text(FINE)
    base = commit(work)
    (work / "companies/acme.yaml").write_text(STALLED)
    values = {f"inputs.{name}": "" for name in action["inputs"]}
    values |= {"inputs.facts": "companies/*.yaml", "inputs.against": base, "inputs.sarif": "out.sarif"}
    values |= {"inputs.python": sys.executable, "inputs.options": "--today 2026-11-22 --config margin=1"}
    values |= {"github.action_path": str(source), "runner.temp": str(temp)}
    codes = [_step(step, values, work, temp) for step in steps_of(action)]
    assert codes == [0, 1]
    assert (temp / "output").read_text() == "exit-code=1\n"
    assert "Structure: assembly line" in (temp / "summary").read_text()
    assert json.loads((work / "out.sarif").read_text())["version"] == "2.1.0"


def _step(step: dict[str, object], values: dict[str, str], work: Path, temp: Path) -> int:
    (temp / "script.sh").write_text(str(step["run"]))
    wanted = step["env"]
    assert isinstance(wanted, dict)
    variables = {name: filled(str(text), values) for name, text in wanted.items()}
    files = {"GITHUB_OUTPUT": str(temp / "output"), "GITHUB_STEP_SUMMARY": str(temp / "summary")}
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", temp / "script.sh")
    return run(*shell, folder=work, **variables, **files).returncode


@pytest.fixture
def hooked(root: Path, tmp_path: Path) -> Path:
    """A scratch repository that uses our hooks, with the program of this environment in place of a fresh install."""
    hooks, work = tmp_path / "hooks", tmp_path / "work"
    hooks.mkdir()
    shutil.copy(root / ".pre-commit-hooks.yaml", hooks)
    names = ("salesdesign-validate", "salesdesign-check", "salesdesign-report")
    used = [{"id": name, "language": "system"} for name in names]
    config = {"repos": [{"repo": str(hooks), "rev": commit(hooks), "hooks": used}]}
    (work / "companies").mkdir(parents=True)
    (work / ".pre-commit-config.yaml").write_text(json.dumps(config))
    (work / "salesdesign.toml").write_text("[[reports]]\nfacts = 'companies/*.yaml'\nreport = 'reports/{name}.md'\n")
    (work / "companies/acme.yaml").write_text(FINE)
    (work / "mkdocs.yaml").write_text("site: no facts\n")
    assert run("salesdesign", "report", folder=work).returncode == 0
    commit(work)
    return work


def hooks(folder: Path) -> dict[str, str]:
    """What each hook says of everything in a repository."""
    run("git", "add", "-A", folder=folder)
    done = run("pre-commit", "run", "--all-files", folder=folder, PRE_COMMIT_HOME=str(folder.parent / "home"))
    said = re.findall(r"^(.+?)\.+(Passed|Failed)$", done.stdout, re.MULTILINE)
    assert said, done.stdout + done.stderr
    return dict(said)


VALID, MATCHES, REPORTED = "facts are valid", "the organisation matches its facts", "reports are up to date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FINE, {VALID: "Passed", MATCHES: "Passed", REPORTED: "Passed"}),
        (STALLED, {VALID: "Passed", MATCHES: "Failed", REPORTED: "Failed"}),
        ("company:\n  name: Acme\n  nam: x\n", {VALID: "Failed", MATCHES: "Failed", REPORTED: "Failed"}),
    ],
)
def test_the_hooks_run_in_a_scratch_repository(hooked: Path, text: str, expected: dict[str, str]) -> None:
    (hooked / "companies/acme.yaml").write_text(text)
    assert hooks(hooked) == expected


def test_a_report_that_a_hook_wrote_passes_the_second_time(hooked: Path) -> None:
    (hooked / "companies/acme.yaml").write_text(STALLED)
    assert [hooks(hooked)[REPORTED] for _ in range(2)] == ["Failed", "Passed"]


def test_the_manifest_of_the_hooks_is_valid(root: Path) -> None:
    assert run("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", folder=root).returncode == 0
