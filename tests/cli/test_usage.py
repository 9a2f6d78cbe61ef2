"""Command lines that cannot be followed, and the one that is asked for instead."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

WRONG = {
    "an unknown command": (["recomend"], "Did you mean 'recommend'?"),
    "an unknown option": (["recommend", "acme.yaml", "--formt", "md"], "--format"),
    "an unknown format": (["recommend", "acme.yaml", "--format", "docx"], "'md', 'html', 'json'"),
    "an unknown suffix": (["recommend", "acme.yaml", "-o", "acme.docx"], ".txt, .md, .html, .json"),
    "no suffix": (["recommend", "acme.yaml", "-o", "acme"], "--format"),
    "no facts": (["recommend"], "FACTS"),
    "a change without a value": (["recommend", "acme.yaml", "--set", "headcount.sellers"], "FACT=VALUE"),
    "a change twice": (["recommend", "acme.yaml", "--set", "a.b=1", "--set", "a.b=2"], "twice"),
    "a change of an unknown fact": (["recommend", "acme.yaml", "--set", "headcount.seller=1"], "headcount.sellers"),
    "a change to nonsense": (["recommend", "acme.yaml", "--set", "headcount.sellers=many"], "headcount.sellers"),
    "a weight without a number": (["recommend", "acme.yaml", "--weight", "relationship"], "CRITERION=N"),
    "a weight that is none": (["recommend", "acme.yaml", "--weight", "relationship=much"], "0, or 0.001 to 100"),
    "a negative weight": (["recommend", "acme.yaml", "--weight", "relationship=-1"], "0, or 0.001 to 100"),
    "an endless weight": (["recommend", "acme.yaml", "--weight", "relationship=inf"], "0, or 0.001 to 100"),
    "a weight beside which nothing counts": (
        ["recommend", "acme.yaml", "--weight", "relationship=101"],
        "0.001 to 100",
    ),
    "a weight that is not felt": (["recommend", "acme.yaml", "--weight", "relationship=1e-9"], "0.001 to 100"),
    "an unknown criterion": (["recommend", "acme.yaml", "--weight", "relationshp=1"], "Did you mean relationship?"),
    "an unknown schema": (["schema", "fact"], "'facts'"),
    "an unknown entry": (["rules", "show", "assembly_lin"], "Did you mean assembly_line"),
    "a file that is there": (["init", "acme.yaml"], "--force"),
    "no cases": (["rules", "test", "empty"], "There are no cases here."),
}


@pytest.mark.parametrize(("arguments", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_usage_ends_with_2_and_one_line(
    salesdesign: Command, acme: Path, arguments: list[str], mend: str
) -> None:
    Path("empty").mkdir()
    ended = salesdesign(*arguments)
    assert (ended.code, ended.printed, ended.said.count("\n")) == (2, "", 1)
    assert mend in ended.said
    assert sorted(path.name for path in acme.parent.iterdir()) == ["acme.yaml", "empty"]


@pytest.mark.parametrize("arguments", [[], ["rules"]])
def test_no_command_at_all_is_answered_with_the_help(salesdesign: Command, arguments: list[str]) -> None:
    ended = salesdesign(*arguments)
    assert (ended.code, ended.printed) == (2, "")
    assert ended.said.startswith("Usage: salesdesign")
