"""Other people's engines, started for a test: queries and tables in, rows out."""

import csv
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from sqlglot import exp

from tests.tables.parity import Row

_KINDS = {pl.Float64: "DOUBLE", pl.Boolean: "BOOLEAN", pl.String: "TEXT", pl.Int64: "BIGINT"}


def need(there: object, what: str) -> None:
    """Nothing where it is there. Else the test is skipped, or fails where everything has to run."""
    if there:
        return
    message = f"{what} is not installed, so this was not tried."
    if os.environ.get("SALESDESIGN_REQUIRE_ALL") == "1":
        pytest.fail(message)
    pytest.skip(message)


def need_module(name: str) -> None:
    """The same for a Python module."""
    need(find_spec(name), name)


def on_duckdb(query: str, table: pl.DataFrame) -> list[Row]:
    """The rows that DuckDB finds."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute(_creation(table, "duckdb"))
        connection.executemany(f"INSERT INTO companies VALUES ({', '.join('?' * table.width)})", table.rows())
        found = connection.execute(query)
        return _rows([column[0] for column in found.description or ()], found.fetchall())


def on_sqlite(query: str, table: pl.DataFrame) -> list[Row]:
    """The rows that SQLite finds; its truths are 0 and 1."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute(_creation(table, "sqlite"))
        connection.executemany(f"INSERT INTO companies VALUES ({', '.join('?' * table.width)})", table.rows())
        found = connection.execute(query)
        return _rows([column[0] for column in found.description], found.fetchall())


class Postgres:
    """A server of our own in a folder of its own, reached through a socket in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, query: str, table: pl.DataFrame) -> list[Row]:
        """The rows that PostgreSQL finds."""
        script = "\n".join(
            [
                "DROP TABLE IF EXISTS companies;",
                f"{_creation(table, 'postgres')};",
                "COPY companies FROM STDIN WITH (FORMAT csv, FORCE_NULL *);".replace(", FORCE_NULL *", ""),
                f"{table.write_csv(include_header=False)}\\.",
                f"COPY ({query}) TO STDOUT WITH (FORMAT csv, HEADER, NULL 'NULL');",
            ]
        )
        return [
            {name: _typed(cell) for name, cell in row.items()} for row in csv.DictReader(StringIO(self._run(script)))
        ]

    def _run(self, script: str) -> str:
        command = ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host", str(self._folder), "postgres"]
        done = subprocess.run(_as_postgres(command), input=script, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def postgres(folder: Path) -> Iterator[Postgres]:
    """A running server."""
    control = _binary("pg_ctl")
    folder.chmod(0o777)
    data = folder / "data"
    _run(
        _as_postgres([control, "initdb", "--pgdata", str(data), "--options", "--auth=trust --no-sync --encoding=UTF8"])
    )
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    _run(
        _as_postgres(
            [control, "start", "--pgdata", str(data), "--wait", "--log", str(folder / "log"), "--options", options]
        )
    )
    try:
        yield Postgres(folder)
    finally:
        _run(_as_postgres([control, "stop", "--pgdata", str(data), "--mode", "immediate"]))


@cache
def _binary(name: str) -> str:
    """A program of PostgreSQL, which Debian keeps out of the way."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(places[-1]) if places else shutil.which(name) or ""


def has_postgres() -> bool:
    """Whether a server can be started."""
    return bool(_binary("pg_ctl") and shutil.which("psql"))


def _as_postgres(command: list[str]) -> list[str]:
    """The command as a user that the server accepts: it refuses root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _run(command: list[str]) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stderr


def _creation(table: pl.DataFrame, dialect: str) -> str:
    columns = [
        exp.ColumnDef(this=exp.to_identifier(name, quoted=True), kind=exp.DataType.build(_KINDS[type(kind)]))
        for name, kind in table.schema.items()
    ]
    schema = exp.Schema(this=exp.to_table("companies"), expressions=columns)
    return exp.Create(this=schema, kind="TABLE").sql(dialect=dialect)


def _rows(names: list[str], found: list[tuple[object, ...]]) -> list[Row]:
    return [dict(zip(names, row, strict=True)) for row in found]


def _typed(cell: str) -> object:
    """A cell of PostgreSQL's CSV: t and f for truths, floats in full."""
    if cell in ("NULL", "t", "f"):
        return {"NULL": None, "t": True, "f": False}[cell]
    try:
        return float(cell)
    except ValueError:
        return cell
