"""Files of companies: what is read, what is rejected and in which words, what is written."""

import csv
from pathlib import Path

import polars as pl
import pytest

from salesdesign.errors import BadInput, BadUsage
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.files import score_file
from salesdesign.tables.kernel import Wanted
from salesdesign.tables.outline import Detail
from salesdesign.tables.sinks import Format

BRIEFLY = Wanted(detail=Detail.DECISIONS)
ISLANDS = "company.name,headcount.sellers,customers.relationship,current.structure\n"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


def written(folder: Path, text: str, name: str = "companies.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rejects(path: Path) -> list[tuple[str, str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["row"], row["column"], row["reason"]) for row in csv.DictReader(file)]


def test_a_good_row_is_scored_and_a_wrong_one_is_rejected_with_all_its_reasons(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, f"{ISLANDS}Good,12,5,island\nWrong,-1,nine,islands\nGood too,3,,\n")
    counts = score_file(source, pack, tmp_path / "out", wanted=BRIEFLY)
    kept = pl.read_parquet(counts.results[0]).select("row", "company.name", "structure.chosen").rows()
    assert ((counts.rows, counts.rejected), kept, rejects(counts.rejects)) == (
        (3, 1),
        [(1, "Good", "island"), (3, "Good too", "island")],
        [
            ("2", "headcount.sellers", "-1 is less than 0. Write a number from 0 to 1000000."),
            ("2", "customers.relationship", "'nine' is no number. Write a whole number, such as 3."),
            ("2", "current.structure", "'islands' is no choice here. Did you mean island?"),
        ],
    )


def test_every_format_holds_the_same_rows(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, f"{ISLANDS}One,12,5,island\nTwo,,,\n")
    parquet, comma, lines = score_file(source, pack, tmp_path, wanted=BRIEFLY, formats=tuple(Format)).results
    names = [pl.read_parquet(parquet), pl.read_csv(comma), pl.read_ndjson(lines)]
    assert [frame.select("row", "structure.chosen", "structure.margin").rows() for frame in names] == [
        pl.read_parquet(parquet).select("row", "structure.chosen", "structure.margin").rows()
    ] * 3


def test_a_long_table_is_not_written_as_text_and_results_of_an_earlier_run_are_gone(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path, f"{ISLANDS}One,12,5,island\nTwo,,,\n")
    found = [score_file(source, pack, tmp_path / "out", wanted=BRIEFLY, formats=None).results]
    monkeypatch.setattr("salesdesign.tables.files.FEW", 1)
    found.append(score_file(source, pack, tmp_path / "out", wanted=BRIEFLY, formats=None).results)
    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert ([len(paths) for paths in found], left) == ([3, 1], ["rejected.csv", "results.parquet"])


def test_a_column_that_is_no_fact_is_refused_with_what_was_probably_meant(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, "company.name,headcount.selers\nA,1\n")
    with pytest.raises(BadInput) as caught:
        score_file(source, pack, tmp_path / "out")
    assert [str(problem) for problem in caught.value.problems] == [
        f"{source}: headcount.selers: There is no such fact. Did you mean headcount.sellers? Else a column that is no fact is carried through where it is named to be kept (--keep)."
    ]


def test_a_column_of_the_readers_own_is_carried_through(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, "company.name;account\nA;007\n")
    wanted = Wanted(detail=Detail.DECISIONS, keep=("account",))
    counts = score_file(source, pack, tmp_path / "out", wanted=wanted)
    assert pl.read_parquet(counts.results[0]).select("row", "account").rows() == [(1, "007")]


def test_a_table_without_the_one_column_that_is_needed_is_refused(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"company\.name: There is no such column"):
        score_file(written(tmp_path, "headcount.sellers\n3\n"), pack, tmp_path / "out")


def test_what_is_no_number_is_unknown(pack: Pack, tmp_path: Path) -> None:
    source = tmp_path / "companies.parquet"
    pl.DataFrame({"company.name": ["A", "B"], "headcount.sellers": [float("nan"), 3.0]}).write_parquet(source)
    counts = score_file(source, pack, tmp_path / "out", wanted=Wanted(detail=Detail.RULES))
    outcomes = pl.read_parquet(counts.results[0])["structure.rule.enough-people-for-roles"].to_list()
    assert (counts.rejected, outcomes) == (0, ["unknown", "met"])


def test_sections_may_be_nested(pack: Pack, tmp_path: Path) -> None:
    lines = '{"company": {"name": "A"}, "headcount": {"sellers": 12, "roles": {"sales_manager": 1}}}\n'
    lines += '{"company": {"name": "B"}, "headcount": {"sellers": "a few"}, "current": {"symptoms": ["silos"]}}\n'
    counts = score_file(written(tmp_path, lines, "companies.jsonl"), pack, tmp_path / "out", wanted=BRIEFLY)
    assert (counts.rows, rejects(counts.rejects)) == (
        2,
        [("2", "headcount.sellers", "'a few' is no number. Write a whole number, such as 12.")],
    )


def test_money_in_another_currency_counts_in_dollars(pack: Pack, tmp_path: Path) -> None:
    text = "company.name,company.currency,company.usd_per_unit,deal.value\nA,EUR,1.1,60000\nB,,,66000\nC,EUR,,60000\n"
    counts = score_file(written(tmp_path, text), pack, tmp_path / "out")
    nets = pl.read_parquet(counts.results[0])["structure.pod.net"].to_list()
    assert (nets[0] == nets[1], nets[2]) == (True, 0.0)


def test_a_list_of_entries_belongs_into_a_file(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, '{"company.name": "A", "segments": [{"name": "x"}]}\n', "companies.jsonl")
    with pytest.raises(BadInput, match=r"segments: .*facts file"):
        score_file(source, pack, tmp_path / "out")


def test_a_column_that_cannot_hold_its_fact_is_refused_as_a_whole(pack: Pack, tmp_path: Path) -> None:
    source = tmp_path / "companies.parquet"
    pl.DataFrame({"company.name": ["A"], "headcount.sellers": [True]}).write_parquet(source)
    with pytest.raises(BadInput, match=r"headcount\.sellers: The column holds Boolean, and a whole number is due"):
        score_file(source, pack, tmp_path / "out")


@pytest.mark.parametrize("name", ["companies.xlsx", "companies"])
def test_an_unknown_kind_of_file_is_bad_usage(pack: Pack, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadUsage, match="a table ends with"):
        score_file(tmp_path / name, pack, tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", b"company.name\nAcme\nZ\xfcrich\n", "a.csv:3:1: It is no UTF-8."),
        ("a.csv", b"company.name,headcount.sellers\nA,1\nB,2,3\n", "a.csv:3:1: It has 3 fields, and the header has 2."),
        ("a.jsonl", b'{"company.name":"A"}\n\n[1]\n', "a.jsonl:3:1: It is no JSON object."),
        ("a.jsonl", b'{"company.name":"A"}\nA\n', "a.jsonl:2:1: It is no JSON."),
        ("a.jsonl", b'\xef\xbb\xbf{"company.name":"A"}\n', "a.jsonl:1:1: It begins with a byte order mark."),
        (
            "a.csv",
            b"company.name,headcount.sellers \nA,1\n",
            "There are blanks around the name: write headcount.sellers.",
        ),
        (
            "a.csv",
            b"company.name,deal.value,deal.value\nA,1,2\n",
            "The column deal.value stands there twice: keep one.",
        ),
    ],
)
def test_a_line_that_breaks_a_table_is_named(pack: Pack, tmp_path: Path, name: str, text: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(text)
    with pytest.raises(BadInput) as refused:
        score_file(tmp_path / name, pack, tmp_path / "out")
    assert told in str(refused.value)


def test_a_fact_comes_in_a_section_or_with_dots_and_never_in_both(pack: Pack, tmp_path: Path) -> None:
    lines = '{"company.name":"A","headcount":{"sellers":4}}\n{"company.name":"B","headcount.sellers":4}\n'
    with pytest.raises(BadInput, match=r"headcount\.sellers: It comes both in a section and with dots"):
        score_file(written(tmp_path, lines, "companies.jsonl"), pack, tmp_path / "out")


def test_a_broken_file_leaves_nothing_behind(pack: Pack, tmp_path: Path) -> None:
    source = written(tmp_path, "not parquet at all", "companies.parquet")
    with pytest.raises(BadInput, match=r"companies\.parquet"):
        score_file(source, pack, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
