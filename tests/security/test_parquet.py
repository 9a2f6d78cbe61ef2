"""Parquet files that were made to blow up, that are cut off, broken, or lie: refused in words, before they are unpacked."""

import random
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from struct import pack

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs
import pytest
from pyarrow.parquet import write_table  # type: ignore[import-untyped]  # it has no stubs

from salesdesign.errors import BadInput
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.files import score_file
from salesdesign.tables.inflated import CELL, ROWS, refuse_inflated
from salesdesign.tables.thrift import Reader

ROOT = Path(__file__).resolve().parents[2]
MANY = 20_000_000


def same(text: str, times: int) -> pa.Array:
    """One text, which a file holds once."""
    return pa.DictionaryArray.from_arrays(pa.array([0], pa.int8()).take(pa.array([0] * times)), pa.array([text]))


def within(levels: int, outer: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """A number within lists or sections."""
    found = pa.array([1])
    for _ in range(levels):
        found = outer(found)
    return found


BOMBS: dict[str, Callable[[], pa.Table]] = {
    "one group of equal rows": lambda: pa.table({"company.name": same("A", MANY), "deal.value": pa.nulls(MANY, pa.int64())}),
    "a text of 200 MB": lambda: pa.table({"company.name": ["A" * 200_000_000]}),
    "one long text in many rows": lambda: pa.table({"company.name": same("A" * 1_000_000, 10_000)}),
    "a list without end": lambda: pa.table({"company.name": ["A"], "current.symptoms": [["silos"] * 10_000_000]}),
    "one long text in a list": lambda: pa.table({"company.name": ["A"], "current.symptoms": [["x" * 1_000_000] * 100]}),
    "lists within lists": lambda: pa.table({"company.name": ["A"], "x": within(900, lambda one: pa.ListArray.from_arrays([0, 1], one))}),
    "sections within sections": lambda: pa.table({"company.name": ["A"], "x": within(300, lambda one: pa.StructArray.from_arrays([one], ["a"]))}),
    "many columns": lambda: pa.table({f"x{number}": [1] for number in range(20_000)}),
    "too many columns": lambda: pa.table({f"x{number}": [1] for number in range(50_000)}),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_blows_up_is_refused(tmp_path: Path, name: str) -> None:
    write_table(BOMBS[name](), tmp_path / "table.parquet", compression="zstd", row_group_size=MANY)
    ended = subprocess.run(
        [sys.executable, "-m", "salesdesign", "batch", "table.parquet", "-o", "out"],
        cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=_brief, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 2, ended.stderr[-400:]
    assert ended.stderr.startswith("table.parquet: ")
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr) < 2_000


def honest(path: Path) -> bytes:
    """A file with nothing wrong."""
    names = pl.format("Company {}", pl.int_range(1_000))
    pl.select(names.alias("company.name"), pl.int_range(1_000).alias("headcount.sellers")).write_parquet(path)
    return path.read_bytes()


def test_honest_files_are_read_whoever_wrote_them(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    honest(path)
    refuse_inflated(path)
    rows = pl.read_parquet(path).to_arrow()
    write_table(rows.slice(0, 0), path)
    refuse_inflated(path)
    for version in ("1.0", "2.0"):
        write_table(rows, path, data_page_version=version, data_page_size=500, row_group_size=300)
        refuse_inflated(path)


def test_a_long_table_of_few_words_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    words = pa.DictionaryArray.from_arrays(
        pa.array([0, 1], pa.int32()).take(pa.array([0, 1] * (ROWS // 2))), ["A", "B"]
    )
    write_table(pa.table({f"column {number}": words for number in range(20)}), path, row_group_size=ROWS)
    assert path.stat().st_size < ROWS
    refuse_inflated(path)


def test_a_small_file_has_no_endless_rows(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    write_table(pa.table({"company.name": pa.nulls(ROWS + 1, pa.int8())}), path)
    with pytest.raises(BadInput, match=r"It says that it holds 2,000,001 rows, in [0-9,]+ bytes."):
        refuse_inflated(path)


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_file_is_refused_or_read_and_never_crashes(tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "table.parquet", random.Random(seed)
    data = bytearray(honest(path))
    for _ in range(3):
        data[-1 - chance.randrange(len(data) if seed % 2 else 600)] = chance.randrange(256)
    path.write_bytes(data[: chance.randrange(len(data))] if seed % 10 == 0 else data)
    with suppress(BadInput):
        refuse_inflated(path)
        score_file(path, read_pack(rules_folder()), tmp_path / "out")


def test_a_footer_that_is_longer_than_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    path.write_bytes(honest(path)[:-8] + pack("<I", 2**31) + b"PAR1")
    with pytest.raises(BadInput, match="This is no Parquet file"):
        refuse_inflated(path)


@pytest.mark.parametrize("data", [b"", b"\x1c" * 99, b"\x19\xfc" + b"\xff" * 9, b"\x18\xff\xff\x03", b"\xff" * 30])
def test_what_is_none_of_thrift_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Reader(data).struct()


@pytest.mark.parametrize(("length", "code"), [(CELL, 0), (CELL + 1, 2)])
def test_a_text_has_its_bound(tmp_path: Path, length: int, code: int) -> None:
    pl.DataFrame({"company.name": ["A"], "current.symptoms": [" " * (length - 5) + "silos"]}).write_parquet(
        tmp_path / "t.parquet"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "salesdesign", "batch", "t.parquet", "-o", "out"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ended.returncode, "A text of 2,001 bytes stands in a cell" in ended.stderr) == (code, code == 2)


def _brief() -> None:
    """Ten seconds of a processor, start included; the threads of Polars take room that they do not use."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_DATA, (1_500_000_000, 1_500_000_000))
