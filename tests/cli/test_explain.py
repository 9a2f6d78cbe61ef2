"""`salesdesign explain`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(("suffix", "form"), [("txt", "terminal"), ("md", "md"), ("json", "json")])
def test_a_file_gets_what_standard_output_would(salesdesign: Command, acme: Path, suffix: str, form: str) -> None:
    printed = salesdesign("explain", acme, "--format", form).printed
    assert salesdesign("explain", acme, "-o", f"why.{suffix}").code == 0
    assert Path(f"why.{suffix}").read_text(encoding="utf-8") == printed


def test_why_not_is_answered_in_the_first_lines(salesdesign: Command, acme: Path) -> None:
    lines = salesdesign("explain", acme, "--option", "pod").printed.splitlines()
    assert lines[0] == "Why not pod? Acme"
    assert lines[2].startswith("Pod has a net of ")


def test_the_trace_as_json_has_sorted_keys_and_the_changes(salesdesign: Command, acme: Path) -> None:
    ended = salesdesign("explain", acme, "--format", "json", "--set", "headcount.sellers=14", "--weight", "culture=3")
    found = json.loads(ended.printed)
    assert list(found) == sorted(found)
    assert found["changed"] == "For this run only: --set headcount.sellers=14 and --weight culture=3."
    assert {criterion["weight"] for criterion in found["criteria"] if criterion["id"] == "culture"} == {3.0}


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--option", "pods"), "--option pods: There is no such option. Did you mean pod?\n"),
        (("--decision", "structur"), "--decision structur: There is no such decision. Did you mean structure?\n"),
    ],
)
def test_an_unknown_name_is_refused(salesdesign: Command, acme: Path, flags: tuple[str, ...], said: str) -> None:
    ended = salesdesign("explain", acme, *flags)
    assert (ended.code, ended.printed, ended.said) == (2, "", said)
