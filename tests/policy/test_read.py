"""A policy read: what it may say, and what a wrong one is answered with."""

import json
from datetime import date

import jsonschema
import pytest

from salesdesign.errors import BadInput
from salesdesign.policy.keys import policy_schema
from salesdesign.policy.policy import Policy, ReportPair, Suppression
from salesdesign.policy.read import MOST_BYTES, NOTHING, policy_of, written_policy
from salesdesign.policy.severity import Severity

WHOLE = """\
margin = 12
required = ["deal.value"]
[severity]
facts-old = "off"
[[suppress]]
rule = "structure-behind"
reason = "Decided."
until = 2027-03-31
[[reports]]
facts = "companies/*.yaml"
report = "reports/{name}.md"
"""


def policy(text: str, *overrides: str, file: str = "salesdesign.toml") -> Policy:
    """The policy in a text."""
    written = written_policy(text.encode(), file)
    assert written is not None
    return policy_of(written, overrides)


def problems(text: str, *overrides: str, file: str = "salesdesign.toml") -> list[str]:
    """What is wrong with a policy."""
    with pytest.raises(BadInput) as caught:
        policy(text, *overrides, file=file)
    return [str(problem) for problem in caught.value.problems]


def test_a_whole_policy_is_read() -> None:
    assert policy(WHOLE) == Policy(
        file="salesdesign.toml",
        margin=12,
        required=("deal.value",),
        severity={"facts-old": Severity.OFF},
        suppress=(Suppression(rule="structure-behind", reason="Decided.", until=date(2027, 3, 31)),),
        reports=(ReportPair(facts="companies/*.yaml", report="reports/{name}.md"),),
    )


def test_pyproject_holds_it_in_a_table_of_its_own() -> None:
    text = "[project]\nname = 'x'\n[tool.salesdesign]\nmargin = 3\n[tool.salesdesign.severity]\nfacts-old = 'error'\n"
    read = policy(text, file="pyproject.toml")
    assert (read.margin, read.severity) == (3, {"facts-old": Severity.ERROR})


def test_a_pyproject_that_says_nothing_of_us_is_no_policy() -> None:
    assert written_policy(b"[project]\nname = 'x'\n", "pyproject.toml") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("marign = 3\n", "salesdesign.toml:1:1: marign: There is no such key. Did you mean margin?"),
        ("max-span = 3\n", "salesdesign.toml:1:1: max-span: There is no such key. Did you mean max_span?"),
        ("a = 1\nmargin = '3'\n", "salesdesign.toml:2:1: margin: '3' stands where a number is due."),
        ("confidence = 60\n", "salesdesign.toml:1:1: confidence: 60 is above 1. Write 0.6."),
        ("margin = -1\n", "salesdesign.toml:1:1: margin: -1 is no number from 0 up."),
        ("margin = nan\n", "salesdesign.toml:1:1: margin: nan is no number from 0 up."),
        ("margin = true\n", "salesdesign.toml:1:1: margin: 'True' stands where a number is due."),
        ("required = 'x'\n", "salesdesign.toml:1:1: required: 'x' stands where a list is due."),
        ("[severity]\nfact-old = 'off'\n", "salesdesign.toml:2:1: severity.fact-old: There is no such key. Did you mean facts-old?"),
        ("[severity]\nfacts-old = 'warn'\n", "salesdesign.toml:2:1: severity.facts-old: 'warn' is no choice here. Did you mean warning?"),
        ("[[suppress]]\nrule = 'facts-old'\n", "salesdesign.toml:1:3: suppress.0: The key reason is missing."),
        ("[[suppress]]\nrule = 'facts-old'\nreason = ' '\n", "salesdesign.toml:3:1: suppress.0.reason: The text is empty."),
        ("[[suppress]]\nrule = 'facts-old'\nreason = 'x'\nuntil = 'May'\n", "salesdesign.toml:4:1: suppress.0.until: 'May' is no day."),
        ("[suppress]\nrule = 'x'\n", "salesdesign.toml:1:2: suppress: "),
        ("[[reports]]\nfacts = 'a'\nreport = 'a.pdf'\n", "salesdesign.toml:3:1: reports.0.report: 'a.pdf' ends in no format."),
        ("severity = 3\n", "salesdesign.toml:1:1: severity: '3' stands where keys are due."),
    ],
)  # fmt: skip
def test_a_wrong_key_is_answered_with_its_place_and_the_mend(text: str, expected: str) -> None:
    assert any(problem.startswith(expected) for problem in problems(text)), problems(text)


def test_every_problem_is_named_at_once() -> None:
    assert len(problems("marign = 3\nconfidence = 2\n[severity]\nx = 'off'\n")) == 3


def test_what_is_no_toml_is_said_with_its_place() -> None:
    assert problems("margin = 3\nconfidence == 1\n")[0].startswith("salesdesign.toml:2:13: This is no TOML: ")


def test_what_is_nested_too_deeply_is_bad_input() -> None:
    assert problems("a = " + "[" * 5000)[0].startswith("salesdesign.toml")


def test_a_policy_has_its_bound() -> None:
    most = WHOLE + "#" * (MOST_BYTES - len(WHOLE))
    assert policy(most).margin == 12
    assert problems(f"{most}#") == [
        "salesdesign.toml: The file has more than 1,000,000 bytes. A policy takes a few lines: check the file."
    ]


def test_the_command_line_goes_before_the_file_key_by_key() -> None:
    read = policy(WHOLE, "margin=1", "severity.phase-over=error", "baseline=a b.json")
    assert (read.margin, read.baseline, read.required) == (1, "a b.json", ("deal.value",))
    assert read.severity == {"facts-old": Severity.OFF, "phase-over": Severity.ERROR}


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("marign=1", "--config: marign: There is no such key. Did you mean margin?"),
        ("margin=lots", "--config: margin: 'lots' stands where a number is due."),
        ("margin", "--config: margin: This is not of the form KEY=VALUE."),
        ("severity.facts-old=of", "--config: severity.facts-old: 'of' is no choice here. Did you mean off?"),
    ],
)
def test_a_wrong_key_of_the_command_line_is_said_there(override: str, expected: str) -> None:
    assert problems(WHOLE, override)[0].startswith(expected)


def test_every_key_can_be_set_on_the_command_line() -> None:
    keys = {
        "margin=1", "confidence=0.1", 'required=["deal.value"]', "max_age_days=3", "max_span=4", "unchecked=off",
        "baseline=b.json", "severity.facts-old=off", 'suppress=[{rule="facts-old", reason="x"}]',
        'reports=[{facts="a", report="b.md"}]',
    }  # fmt: skip
    read = policy_of(NOTHING, sorted(keys))
    assert {text.split("=")[0].split(".")[0] for text in keys} == set(policy_schema()["properties"])  # type: ignore[arg-type]  # an object
    assert (read.max_span, len(read.suppress), len(read.reports)) == (4, 1, 1)


def test_the_schema_is_sound_and_agrees_with_what_is_read() -> None:
    schema = json.loads(json.dumps(policy_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    good = {"margin": 12, "severity": {"facts-old": "off"}, "suppress": [{"rule": "facts-old", "reason": "x"}]}
    jsonschema.validate(good, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"marign": 12}, schema)
