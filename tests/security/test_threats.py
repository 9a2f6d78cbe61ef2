"""The threat model names the tests that prove it, and each of them is there."""

import re
from pathlib import Path

import pytest


def test_every_test_that_the_threat_model_names_is_there(root: Path) -> None:
    named = re.findall(r"`(tests/\S+\.py)::(test_\w+)`", (root / "docs/security.md").read_text())
    missing = [f"{file}::{test}" for file, test in named if f"def {test}(" not in (root / file).read_text()]
    assert len(named) > 30
    assert missing == []


@pytest.mark.parametrize("file", sorted(Path(__file__).parent.glob("test_*.py")), ids=lambda file: file.stem)
def test_every_file_of_these_tests_is_named_in_the_threat_model(root: Path, file: Path) -> None:
    assert (
        file.name == Path(__file__).name or f"tests/security/{file.name}::" in (root / "docs/security.md").read_text()
    )
