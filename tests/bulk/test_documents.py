"""Facts files as documents."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.bulk.documents import Document, documents
from salesdesign.errors import BadInput, ExitCode
from salesdesign.yamltree import Node, Scalar, parse, parse_documents

LINES = ["---\n", "--- # x\n", "...\n", "# x\n", "\n", "a: 1\n", "b: |\n", "  ---\n", " - c\n", "---x: 1\n"]


def read(folder: Path, text: str) -> list[Document]:
    file = folder / "all.yaml"
    file.write_text(text)
    return list(documents([file], folder))


def test_one_document_is_not_numbered(tmp_path: Path) -> None:
    only = read(tmp_path, "# hello\n---\na: 1\n")
    assert [(one.number, one.name, one.lines_above) for one in only] == [(0, "all", 0)]


def test_several_are_numbered_each_with_the_lines_above_it(tmp_path: Path) -> None:
    several = read(tmp_path, "a: 1\n---\nb: 1\n---\n# nothing\n---\nc: 1\n")
    assert [(one.number, one.name, one.lines_above) for one in several] == [
        (1, "all.yaml/1", 0),
        (2, "all.yaml/2", 1),
        (3, "all.yaml/3", 5),
    ]


def test_an_empty_file_is_one_document_to_be_refused(tmp_path: Path) -> None:
    assert [one.data for one in read(tmp_path, "\n# nothing\n")] == [b""]


@given(st.lists(st.sampled_from(LINES), max_size=8).map("".join))
def test_documents_are_those_that_the_parser_sees(text: str) -> None:
    try:
        whole = [node for node in parse_documents(text.encode(), "") if not _says_nothing(node)]
    except BadInput:
        return
    found = [one for one in _of_stream(text) if one.data]
    assert [parse(one.data, "", one.lines_above) for one in found] == whole


def test_standard_input_is_read_as_it_comes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n---\nb: 1\n")))
    assert [one.name for one in documents([Path("-")], tmp_path)] == ["standard-input/1", "standard-input/2"]


def test_an_endless_document_is_cut_where_it_is_long_enough_to_be_refused() -> None:
    (only,) = _of_stream("a: 1\n" * 3_000_000)
    assert 10_000_000 < len(only.data) < 10_000_100


def test_a_missing_file_is_bad_input_and_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("b: 1\n")
    missing, other = documents([tmp_path / "a.yaml", tmp_path / "b.yaml"], tmp_path)
    assert (missing.code, missing.refused[0].wrong) == (ExitCode.INPUT, "There is no such file.")
    assert other.data == b"b: 1\n"


def test_a_file_that_cannot_be_read_is_the_machines_failure(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (folder,) = documents([tmp_path / "a.yaml"], tmp_path)
    assert folder.code == ExitCode.MACHINE


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _of_stream(text: str) -> list[Document]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return list(documents([Path("-")], Path.cwd()))
