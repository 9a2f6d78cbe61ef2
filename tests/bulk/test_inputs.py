"""Which files a batch reads."""

from pathlib import Path

import pytest

from salesdesign.bulk.inputs import common_folder, facts_files
from salesdesign.errors import BadInput


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with facts files, and with what is none."""
    for name in ("b.yaml", "a.yml", "north/c.YAML", ".git/d.yaml", ".e.yaml", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def names(folder: Path, *named: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in facts_files(named, folder)]


def test_a_folder_gives_its_yaml_by_name(folder: Path) -> None:
    assert names(folder, folder) == ["a.yml", "b.yaml", "north/c.YAML"]


def test_a_pattern_gives_what_fits_it(folder: Path) -> None:
    assert names(folder, folder / "**" / "*.y*ml") == ["a.yml", "b.yaml"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder, folder / "b.yaml", folder, folder / "north" / ".." / "b.yaml") == [
        "b.yaml",
        "a.yml",
        "north/c.YAML",
    ]


def test_links_to_folders_are_passed_over(folder: Path) -> None:
    (folder / "north" / "up").symlink_to(folder)
    assert names(folder, folder) == ["a.yml", "b.yaml", "north/c.YAML"]
    assert names(folder, folder / "**" / "*.[yY]*") == ["a.yml", "b.yaml", "north/c.YAML"]
    assert names(folder, folder / "nort*") == ["north/c.YAML"]


def test_a_file_that_is_named_needs_no_ending(folder: Path) -> None:
    assert names(folder, folder / "notes.txt") == ["notes.txt"]


@pytest.mark.parametrize("name", ["empty", "*.json"])
def test_nothing_found_is_a_problem(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(BadInput, match=r"no YAML file|fits no file"):
        list(facts_files([folder / name], folder))


def test_the_common_folder_of_folders_files_and_patterns(folder: Path) -> None:
    assert common_folder([folder]) == folder
    assert common_folder([folder / "b.yaml", folder / "north"]) == folder
    assert common_folder([folder / "north" / "*.yaml"]) == folder / "north"
    assert common_folder([Path("-")]) == Path.cwd()
