"""Files that are not there, or that cannot be read or written: a clear line, exit code 2 or 3, nothing half-written."""

import errno
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_a_missing_facts_file_is_bad_input(salesdesign: Command, folder: Path) -> None:
    ended = salesdesign("recommend", "acme.yaml")
    assert (ended.code, ended.printed) == (2, "")
    assert ended.said == "acme.yaml: There is no such file. Check the path, or let `salesdesign init` write one.\n"


def test_a_folder_is_no_facts_file(salesdesign: Command, folder: Path) -> None:
    ended = salesdesign("recommend", ".")
    assert (ended.code, ended.said) == (2, ".: This is a folder. Name a file in it.\n")


def test_a_facts_file_that_may_not_be_read_is_the_machines_failure(
    salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda path, mode: _refuse() if path == acme else opened(path, mode))
    ended = salesdesign("validate", acme)
    assert (ended.code, ended.said) == (3, f"{acme}: It cannot be read (Permission denied).\n")


def test_a_missing_folder_for_the_advice_is_the_machines_failure(salesdesign: Command, acme: Path) -> None:
    ended = salesdesign("recommend", acme, "-o", "reports/acme.md")
    assert (ended.code, ended.said) == (3, "reports/acme.md: There is no folder reports. Make it first.\n")


def test_a_folder_that_nothing_may_be_written_to_is_the_machines_failure(
    salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesign.cli.files.replacing", _refuse)
    ended = salesdesign("recommend", acme, "-o", "acme.md")
    assert (ended.code, ended.said) == (3, "acme.md: It cannot be written (Permission denied).\n")
    assert _names() == ["acme.yaml"]


def test_a_write_that_breaks_off_leaves_what_was_there(
    salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("acme.md").write_text("the advice of last year")
    monkeypatch.setattr(Path, "replace", _fill_up)
    ended = salesdesign("recommend", acme, "-o", "acme.md")
    assert (ended.code, ended.said) == (3, "acme.md: It cannot be written (No space left on device).\n")
    assert Path("acme.md").read_text() == "the advice of last year"
    assert _names() == ["acme.md", "acme.yaml"]


def test_a_write_keeps_the_permissions_of_the_file(salesdesign: Command, acme: Path) -> None:
    report = Path("acme.md")
    report.touch(mode=0o640)
    assert salesdesign("recommend", acme, "-o", report).code == 0
    assert report.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(salesdesign: Command, acme: Path) -> None:
    Path("latest.md").symlink_to("acme.md")
    assert salesdesign("recommend", acme, "-o", "latest.md").code == 0
    assert Path("latest.md").is_symlink()
    assert "Acme" in Path("acme.md").read_text(encoding="utf-8")


def test_a_folder_is_no_place_for_an_advice(salesdesign: Command, acme: Path) -> None:
    Path("acme.html").mkdir()
    ended = salesdesign("recommend", acme, "-o", "acme.html")
    assert (ended.code, ended.said) == (2, "acme.html: This is a folder. Name a file in it.\n")


@pytest.mark.parametrize("option", ["--rules", "--templates"])
def test_a_missing_folder_of_rules_or_templates_is_bad_input(salesdesign: Command, acme: Path, option: str) -> None:
    ended = salesdesign("recommend", acme, option, "nowhere")
    assert ended.code == 2
    assert ended.said.startswith("nowhere: There is no such folder")


def test_a_broken_rule_pack_is_bad_input_with_its_place(salesdesign: Command, acme: Path) -> None:
    pack = Path("mine")
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: mine\nverson: 1\n")
    ended = salesdesign("recommend", acme, "--rules", pack, "-o", "acme.md")
    assert ended.code == 2
    assert "pack.yaml:2:1: " in ended.said
    assert not Path("acme.md").exists()


def _names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _fill_up(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
