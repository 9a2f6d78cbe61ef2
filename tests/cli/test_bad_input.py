"""Facts that cannot be followed: one clear line for each problem, exit code 2, and nothing written."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command

HEAD = "company: {name: Acme}\n"

BAD_FACTS = {
    "empty": b"",
    "only a comment": b"# nothing yet\n",
    "not YAML": b"company: [name\n",
    "a list": b"- company\n- headcount\n",
    "a single word": b"Acme\n",
    "no name": b"headcount: {sellers: 3}\n",
    "octal": f"{HEAD}headcount: {{sellers: 012}}\n".encode(),
    "a time": f"{HEAD}headcount: {{sellers: 12:30}}\n".encode(),
    "a tab": b"company:\n\tname: Acme\n",
    "UTF-16": f"{HEAD}headcount: {{sellers: 3}}\n".encode("utf-16"),
    "Latin-1": "company: {name: Müller}\n".encode("latin-1"),
    "a control character": b"company: {name: A\x00cme}\n",
    "duplicate section": f"{HEAD}{HEAD}".encode(),
    "duplicate fact": f"{HEAD}headcount: {{sellers: 3, sellers: 4}}\n".encode(),
    "an alias": b"company: &a {name: Acme}\nheadcount: *a\n",
    "aliases that explode": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "a tag": b"company: {name: !!python/object:os.system Acme}\n",
    "several documents": f"{HEAD}---\n{HEAD}".encode(),
    "nesting": b"[" * 100_000,
    "nested mappings": b"company: " + b"{a: " * 100_000,
    "unknown section": f"{HEAD}headcounts: {{sellers: 3}}\n".encode(),
    "unknown fact": f"{HEAD}headcount: {{seller: 3}}\n".encode(),
    "a word for a number": f"{HEAD}headcount: {{sellers: many}}\n".encode(),
    "half a person": f"{HEAD}headcount: {{sellers: 2.5}}\n".encode(),
    "not a number": f"{HEAD}deal: {{value: .nan}}\n".encode(),
    "infinity": f"{HEAD}deal: {{value: .inf}}\n".encode(),
    "too large for a number": f"{HEAD}deal: {{value: 1e999}}\n".encode(),
    "negative people": f"{HEAD}headcount: {{sellers: -3}}\n".encode(),
    "a share of 60": f"{HEAD}leads: {{inbound_share: 60}}\n".encode(),
    "shares above one": f"{HEAD}customers: {{mix: {{smb: 0.8, enterprise: 0.4}}}}\n".encode(),
    "shares below one": f"{HEAD}customers: {{mix: {{smb: 0.2, mid_market: 0.2, enterprise: 0.2}}}}\n".encode(),
    "fewer sellers than roles": f"{HEAD}headcount: {{sellers: 3, roles: {{account_executive: 5}}}}\n".encode(),
    "a currency that is none": b"company: {name: Acme, currency: euro}\n",
    "an unknown choice": f"{HEAD}current: {{structure: islands}}\n".encode(),
    "a scale above its end": f"{HEAD}culture: {{style: 6}}\n".encode(),
    "a day that is none": b"company: {name: Acme, as_of: 2026-02-30}\n",
}

PROBLEM = re.compile(r"bad\.yaml(:\d+:\d+)?: \S.*[.?)]$")


@pytest.mark.parametrize("content", BAD_FACTS.values(), ids=BAD_FACTS)
def test_bad_facts_give_clear_lines_and_nothing_else(salesdesign: Command, folder: Path, content: bytes) -> None:
    (folder / "bad.yaml").write_bytes(content)
    ended = salesdesign("recommend", "bad.yaml", "-o", "advice.md")
    assert (ended.code, ended.printed) == (2, "")
    assert ended.said.splitlines()
    assert [line for line in ended.said.splitlines() if not PROBLEM.match(line)] == []
    assert [path.name for path in folder.iterdir()] == ["bad.yaml"]


@pytest.mark.parametrize("content", BAD_FACTS.values(), ids=BAD_FACTS)
def test_validate_prints_the_lines_that_recommend_says(salesdesign: Command, folder: Path, content: bytes) -> None:
    (folder / "bad.yaml").write_bytes(content)
    validated, recommended = salesdesign("validate", "bad.yaml"), salesdesign("recommend", "bad.yaml")
    assert (validated.code, validated.printed) == (2, recommended.said)


def test_a_file_of_100_megabytes_is_refused_without_being_read(salesdesign: Command, folder: Path) -> None:
    with (folder / "bad.yaml").open("wb") as file:
        file.truncate(100_000_000)
    ended = salesdesign("recommend", "bad.yaml")
    assert ended.code == 2
    assert PROBLEM.match(ended.said.rstrip())


def test_a_byte_order_mark_is_no_problem(salesdesign: Command, folder: Path) -> None:
    (folder / "acme.yaml").write_bytes(HEAD.encode("utf-8-sig"))
    assert salesdesign("validate", "acme.yaml").code == 0


def test_every_problem_of_a_file_is_named_at_once(salesdesign: Command, folder: Path) -> None:
    (folder / "bad.yaml").write_text("company: {nam: Acme}\nheadcount: {sellers: -3}\nleads: {inbound_share: 60}\n")
    lines = salesdesign("recommend", "bad.yaml").said.splitlines()
    places = [line.split(": ")[0] for line in lines]
    assert {"bad.yaml:1:11", "bad.yaml:2:22", "bad.yaml:3:24"} <= set(places)


@pytest.mark.parametrize(
    ("wrong", "suggested"),
    [
        ("headcount: {seller: 3}", "sellers"),
        ("current: {structure: islands}", "island"),
        ("leads: {inbound_share: 60}", "0.6"),
    ],
)
def test_a_near_miss_is_answered_with_what_was_meant(
    salesdesign: Command, folder: Path, wrong: str, suggested: str
) -> None:
    (folder / "bad.yaml").write_text(HEAD + wrong)
    assert suggested in salesdesign("recommend", "bad.yaml").said
