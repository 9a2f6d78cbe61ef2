"""Whole conversations from files of answers, read as documents in review.

To write them anew: SALESDESIGN_GOLDEN=1 pytest tests/wizard/test_conversations.py, and read the difference.
"""

import io
import os
import re
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command, salesdesign

__all__ = ["salesdesign"]

HERE = Path(__file__).parent / "conversations"
ANSWERS = sorted(HERE.glob("*.txt"))
HEADLINE = 2
"""Lines of the advice that belong to the conversation; the rest is the report's own."""


@pytest.mark.parametrize("answers", ANSWERS, ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_did(
    answers: Path, salesdesign: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = salesdesign("wizard", "-o", "facts.yaml", "--answers", answers)
    facts = Path("facts.yaml").read_text(encoding="utf-8")
    advice = "\n".join(ended.printed.splitlines()[:HEADLINE])
    _compare(answers.with_suffix(".md"), _document(ended.said, advice, facts))
    assert (ended.code, stat.S_IMODE(Path("facts.yaml").stat().st_mode)) == (0, 0o600)


def test_without_a_terminal_it_says_how_to_give_answers(
    salesdesign: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ended = salesdesign("wizard")
    assert (ended.code, ended.printed) == (2, "")
    assert "--answers" in ended.said


def test_answers_that_end_before_a_name_are_refused(
    salesdesign: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("none.txt").write_text("")
    assert salesdesign("wizard", "--answers", "none.txt").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["none.txt"]


def test_a_file_that_is_there_is_never_written_over(
    salesdesign: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("company: {name: A}\n")
    Path("a.txt").write_text("B\n")
    ended = salesdesign("wizard", "-o", "a.yaml", "--answers", "a.txt")
    assert (ended.code, Path("a.yaml").read_text()) == (2, "company: {name: A}\n")


def test_a_file_with_wrong_facts_is_refused_with_its_places(
    salesdesign: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("company: {name: A}\nheadcount: {sellers: many}\n")
    Path("a.txt").write_text("")
    ended = salesdesign("wizard", "--resume", "a.yaml", "--answers", "a.txt")
    assert ended.code == 2
    assert ended.said.startswith("a.yaml:2:22: headcount.sellers: 'many' is no number.")


def _document(said: str, advice: str, facts: str) -> str:
    """The conversation without what hangs on the rules of the day: scores, who is in front, shares of draws."""
    said = re.sub(r"^Asked because [^.]*(\.\d+%[^.]*)*\.\n", "Asked because ...\n", said, flags=re.MULTILINE)
    said = re.sub(r"--set \S+", "--set FACT=VALUE", said)
    told = r"^(?:[A-Z][\w-]+(?: \w+)? (?:rises|falls) from|now in front: |.* is ruled out)(?:.+\n)+?(?=\n)"
    said = re.sub(r"^(?:That means|In front): (?:.+\n)+?(?=\n|In front: )", "", said, flags=re.MULTILINE)
    said = re.sub(told, "", said, flags=re.MULTILINE)
    return f"# Said\n\n```\n{said}```\n\n# Advised\n\n```\n{advice}\n```\n\n# Saved\n\n```yaml\n{facts}```\n"


def _compare(file: Path, text: str) -> None:
    if os.environ.get("SALESDESIGN_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
