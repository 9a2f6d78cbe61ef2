"""What grows with the number of companies is kept in a file, and comes back as if it had been in memory."""

import os
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from salesdesign.bulk import kept
from salesdesign.bulk.inputs import facts_files
from salesdesign.bulk.kept import Kept, in_order
from salesdesign.bulk.manifest import NAME, made_reports
from salesdesign.errors import MachineFailed
from tests.security.strangers import call

TEXTS = ["b", "a-b", "a", "é", "\udcff", "a.b", "a\0", "Z", "a", "\U0001f600"]
"""One of them is no valid text, as a name of a file may be."""


@pytest.fixture
def in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three entries are many."""
    monkeypatch.setattr(kept, "IN_MEMORY", 3)


def test_few_texts_come_back_in_order(tmp_path: Path) -> None:
    assert [*in_order(TEXTS, tmp_path)] == sorted(set(TEXTS))


@pytest.mark.usefixtures("in_a_file")
def test_many_texts_come_back_in_the_same_order(tmp_path: Path) -> None:
    assert [*in_order(TEXTS, tmp_path)] == sorted(set(TEXTS))


@pytest.mark.usefixtures("in_a_file")
def test_a_folder_of_many_files_is_read_in_the_same_order(tmp_path: Path) -> None:
    names = ["a/x.yaml", "a/y.yaml", "a-b.yaml", "a.yaml", "b.yaml", "c.yaml", "Z.yaml"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    wanted = ["Z.yaml", "a/x.yaml", "a/y.yaml", "a-b.yaml", "a.yaml", "b.yaml", "c.yaml"]
    for named in (tmp_path, tmp_path / "*"):
        assert [file.relative_to(tmp_path).as_posix() for file in facts_files([named], tmp_path)] == wanted


def test_what_is_kept_last_counts(tmp_path: Path) -> None:
    texts = Kept(tmp_path)
    texts.put("one", "first")
    texts.put("one", "second")
    assert (texts.get("one"), texts.get("other")) == ("second", "")
    assert [texts.is_new("other"), texts.is_new("other"), texts.is_new("one")] == [True, False, False]


def test_what_is_no_entry_of_the_list_of_reports_is_passed_over(tmp_path: Path) -> None:
    lines = [
        b'{"report": "acme", "from": "1"}',
        b"\xff\xfe",
        b"[]",
        b'{"report": "acme", "from": "2"}',
        b'{"report": "c',
    ]
    (tmp_path / NAME).write_bytes(b"\n".join(lines))
    made = made_reports(tmp_path)
    assert (made.get("acme"), [*made.keys()]) == ("2", ["acme"])


def test_a_file_that_cannot_be_used_is_told_as_a_failure_of_the_machine(tmp_path: Path) -> None:
    texts = Kept(tmp_path)
    texts.close()
    with pytest.raises(MachineFailed, match="folder of the batch cannot be used"):
        texts.put("one")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the name of an open file")
def test_names_lie_in_the_folder_of_the_batch_without_a_name_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    folder = tmp_path / "out"
    folder.mkdir()
    with closing(Kept(folder)) as texts:
        texts.put("acme")
        assert [*texts.keys()] == ["acme"]
        assert [*folder.iterdir()] == []


def test_a_folder_that_is_gone_is_told_as_a_failure_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(MachineFailed, match="folder of the batch cannot be used"):
        Kept(tmp_path / "nowhere")


def test_what_a_batch_that_was_ended_by_force_left_behind_is_removed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.salesdesign-names-abc").write_text("Acme")
    (tmp_path / "acme.yaml").write_text("company: {name: Acme}\n")
    assert call("batch", tmp_path / "acme.yaml", "-o", tmp_path / "out", "--jobs", "1", "--format", "none").code == 0
    assert [*(tmp_path / "out").glob(".salesdesign-names-*")] == []
