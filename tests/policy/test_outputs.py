"""One outcome in every format: valid, escaped, within the limits, and of one mind."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from salesdesign.characters import log_lines, visible
from salesdesign.errors import ExitCode
from salesdesign.policy.outcome import Checked, Outcome
from salesdesign.policy.outputs.formats import FORMATS
from salesdesign.policy.outputs.github import to_github
from salesdesign.policy.outputs.junit import to_junit
from salesdesign.policy.outputs.sarif import to_sarif
from salesdesign.policy.outputs.summary import LIMIT, to_summary
from tests.policy.examples import NASTY, everything, failed, finding, unmade

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = jsonschema.Draft7Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")

OUTCOMES = {
    "everything": everything(),
    "nasty": everything(NASTY),
    "nothing": Outcome(files=()),
    "fine": Outcome(files=(Checked(file="a.yaml", passed=("facts-old",)),)),
    "not checked": Outcome(files=(Checked(file="a.yaml", unmade=(unmade(),)),)),
    "unreadable": Outcome(files=(failed(ExitCode.MACHINE),)),
    "elsewhere": Outcome(files=(Checked(file="/tmp/ä b.yaml", findings=(finding(file="/tmp/ä b.yaml"),)),)),
}

each = pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)


@each
def test_sarif_is_valid(outcome: Outcome) -> None:
    SARIF.validate(json.loads(to_sarif(outcome)))


@each
def test_junit_is_valid_and_fails_where_the_gate_does(outcome: Outcome) -> None:
    text = to_junit(outcome)
    JUNIT.validate(text)
    top = ET.fromstring(text)
    assert bool(int(top.attrib["failures"]) + int(top.attrib["errors"])) == bool(outcome.code)
    assert int(top.attrib["tests"]) == len(top.findall(".//testcase"))


@each
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_exit_code_and_is_the_same_in_every_run(outcome: Outcome, name: str) -> None:
    text = FORMATS[name](outcome)
    assert text == FORMATS[name](outcome)
    assert text.endswith("\n")
    said = {
        "json": f'"exit_code": {int(outcome.code)}',
        "sarif": f'"exitCode": {int(outcome.code)}',
        "junit": "<testsuites",
    }
    assert said.get(name, f"(exit code {int(outcome.code)})") in text


@given(st.text())
def test_a_workflow_command_ends_where_its_text_does(text: str) -> None:
    written = to_github(Outcome(files=(Checked(file=text, findings=(finding(file=text, text=text),)),)))
    command, verdict, rest = written.split("\n")
    match = re.fullmatch(r"::error file=([^,:]*),line=7,col=3,title=[^,:]*::(.*)", command, re.DOTALL)
    assert match
    shown = log_lines(visible(text)), log_lines(visible(f"{text} Expected: less. Mend it."))
    assert (unescaped(match[1]), unescaped(match[2])) == shown
    assert (verdict.startswith("Failed (exit code 1)"), rest) == (True, "")


def unescaped(text: str) -> str:
    """What GitHub makes of an escaped text."""
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@given(st.text())
def test_no_text_breaks_sarif_or_junit(text: str) -> None:
    outcome = everything(text)
    SARIF.validate(json.loads(to_sarif(outcome)))
    JUNIT.validate(to_junit(outcome))


def many(count: int, text: str) -> Outcome:
    """An outcome of many companies, each with a name as long as it may be."""
    name = (text * 200)[:200]
    files = tuple(
        Checked(
            file=f"companies/{number:03} {name}.yaml",
            company=name,
            today="island",
            advice="change: assembly line",
            passed=("facts-old",),
            findings=(finding(text=name * 3), finding(text=name)),
            changes=(name * 3,) * 8,
        )
        for number in range(count)
    )
    return Outcome(files=files, against="main", notes=(name,) * 200)


@pytest.mark.parametrize("text", ["a", "日", "|", "<", "😀"])
def test_the_summary_of_200_companies_stays_below_the_limits_of_a_comment(text: str) -> None:
    summary = to_summary(many(200, text))
    assert len(summary.encode()) <= LIMIT
    assert "(exit code 1)" in summary
    assert "200" in summary or "are left out" in summary


def test_200_companies_with_nothing_to_say_take_a_line() -> None:
    files = tuple(Checked(file=f"{number}.yaml", passed=("facts-old",)) for number in range(200))
    summary = to_summary(Outcome(files=files))
    assert "200 files have nothing to look at." in summary
    assert len(summary) < 300


def test_200_ordinary_companies_are_all_in_the_table() -> None:
    files = tuple(
        Checked(file=f"companies/{number}.yaml", company="Acme", passed=("facts-old",), findings=(finding(),))
        for number in range(200)
    )
    assert to_summary(Outcome(files=files)).count("| 1 error |") == 200


def test_the_summary_shows_texts_as_they_are() -> None:
    html = MarkdownIt("gfm-like").render(to_summary(everything("<script>x</script> [a](b) | *c* https://d.e @f")))
    assert "<script>" not in html
    assert "<em>c" not in html
    assert '<a href="b"' not in html
    rows = [line for line in to_summary(everything("a | b")).splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
