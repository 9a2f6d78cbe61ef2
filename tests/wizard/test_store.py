"""The file on disk."""

import stat
from pathlib import Path

import pytest

from salesdesign.errors import MachineFailed
from salesdesign.wizard.store import free_path, save


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    save(tmp_path / "a.yaml", "a: é\n")
    assert (mode(tmp_path / "a.yaml"), (tmp_path / "a.yaml").read_bytes()) == (0o600, "a: é\n".encode())


def test_a_file_that_is_there_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "real.yaml").chmod(0o640)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    save(tmp_path / "link.yaml", "new")
    assert (mode(tmp_path / "real.yaml"), (tmp_path / "real.yaml").read_text()) == (0o640, "new")
    assert (tmp_path / "link.yaml").is_symlink()


def test_nothing_is_left_behind_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(MachineFailed):
        save(tmp_path / "a.yaml", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_gets_the_companys_name_and_replaces_none(tmp_path: Path) -> None:
    (tmp_path / "acme-gmbh.yaml").write_text("")
    assert free_path(tmp_path, "Acme GmbH!").name == "acme-gmbh-2.yaml"
    assert free_path(tmp_path, "///").name == "company.yaml"
