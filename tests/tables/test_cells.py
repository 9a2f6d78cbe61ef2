"""A cell of a table says what the same text says in a facts file."""

from pathlib import Path

import polars as pl
import pytest

from salesdesign.errors import BadInput
from salesdesign.facts.validate import validate
from salesdesign.model.catalogue import FactType
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.kernel import Wanted, kernel_of
from salesdesign.tables.outline import Detail
from salesdesign.tables.reject import row_tree
from salesdesign.tables.scan import NULLS, ROW, scan

TEXTS = [
    *[
        "",
        "~",
        "null",
        "0",
        "1",
        "-1",
        "12",
        "1_000",
        "10_00",
        "1e5",
        "1E-3",
        "0.5",
        ".5",
        "5.",
        "+3",
        "3.0",
        "3.5",
        "1.01",
    ],
    *[
        "012",
        "12:30",
        "0x1f",
        "1,5",
        "60 %",
        "5k",
        "$5",
        "inf",
        "-inf",
        "1e400",
        "9007199254740993",
        "99999999999999999",
    ],
    *[
        "yes",
        "no",
        "Yes",
        "TRUE",
        "off",
        "y",
        "true",
        "island",
        "pod",
        "Island",
        "silos",
        "silos;slow_ramp",
        "[silos, slow_ramp]",
    ],
    *[
        "silos,silos",
        "silos,,pod",
        "[]",
        "[silos",
        "2026-01-31",
        "2026-02-30",
        "2026-1-31",
        "2026-01",
        "2026-13",
        "31.01.2026",
    ],
    *[
        "EUR",
        "eur",
        "a  b",
        "1;1;1;1",
        "[1, 2, x]",
        "6",
        "5",
        "2",
        "low",
        "none",
        "software",
        "x" * 201,
        "a\tb",
        "a\x07b",
    ],
]
FACTS = [
    *["headcount.sellers", "deal.value", "growth.target", "customers.churn", "culture.style", "market.regions"],
    *["process.crm", "current.structure", "current.symptoms", "company.as_of", "plan.start", "company.currency"],
    *["plan.seasonality", "budget.level", "company.industry", "headcount.leader", "deal.stakeholders", "plan.seed"],
]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


def by_the_reader(pack: Pack, name: str, text: str) -> object:
    """What a facts file with this text says; "refused" where it is refused."""
    try:
        company = validate(
            row_tree(1, {"company.name": "A", name: None if text in NULLS else text}, pack.catalogue),
            "file",
            pack.catalogue,
            {},
        )
    except BadInput:
        return "refused"
    return company.facts.get(name)


def by_the_table(pack: Pack, name: str, folder: Path) -> list[object]:
    """What a column of these texts says."""
    source = folder / "companies.csv"
    pl.DataFrame({"company.name": ["A"] * len(TEXTS), name: TEXTS}).write_csv(source)
    frame = scan(source)
    kernel = kernel_of(frame.collect_schema(), pack, Wanted(detail=Detail.DECISIONS, keep=(ROW,)), "file")
    read = kernel.calculated(frame, [pl.col(name), kernel.wrong]).collect()
    kind = pack.catalogue.facts[name].type
    return ["refused" if wrong else _value(value, kind) for value, wrong in read.iter_rows()]


def _value(value: object, kind: FactType) -> object:
    if isinstance(value, list):
        return tuple(value)
    return int(value) if kind is FactType.COUNT and isinstance(value, float) else value


@pytest.mark.parametrize("name", FACTS)
def test_a_table_reads_as_a_file_does(pack: Pack, name: str, tmp_path: Path) -> None:
    found = dict(zip(TEXTS, by_the_table(pack, name, tmp_path), strict=True))
    assert found == {text: by_the_reader(pack, name, text) for text in TEXTS}
