"""What very much of everything costs, and whether anything is lost or wrong: `python benchmarks/load.py [PART...]`.

Each part is a command in a process of its own: seconds of a processor, memory at its peak, and what was checked.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from processes import ROOT, cost

COMPANIES, ROWS, RULES, SEGMENTS = 100_000, 10_000_000, 2_000, 500
CLAIM = "HS-ISL-PRO-1"
STRUCTURES = ("island", "assembly_line", "pod")


def companies(folder: Path) -> str:
    """A hundred thousand companies, of which each hundredth cannot be read."""
    with (folder / "all.yaml").open("w") as file:
        for number in range(COMPANIES):
            sellers = "many" if number % 100 == 99 else number % 90 + 1
            file.write(
                f"---\ncompany: {{name: Company {number}}}\nheadcount: {{sellers: {sellers}}}\n"
                f"deal: {{value: {number % 500 * 100 + 1000}}}\ncurrent: {{structure: {STRUCTURES[number % 3]}}}\n"
            )
    # Without reports: with them, `--resume` cuts a batch into pieces of any size.
    measured(folder, "batch all.yaml -o out --format none", code=2)
    with (folder / "out/results.csv").open() as rows:
        names = [row["company.name"] for row in csv.DictReader(rows)]
    with (folder / "out/rejected.csv").open() as rows:
        rejected = {int(row["document"]) for row in csv.DictReader(rows)}
    wanted = [f"Company {number}" for number in range(COMPANIES) if number % 100 != 99]
    assert names == wanted, "lost, twice, or out of order"
    assert rejected == set(range(100, COMPANIES + 1, 100))
    return f"{len(names):,} decided, in order, none twice; {len(rejected):,} rejected"


def rows(folder: Path) -> str:
    """A million rows and then ten, of which the same thousand repeat: each time they must come out the same."""
    import polars as pl

    for count in (ROWS // 10, ROWS):
        # In a process of its own: what a process held before it starts another counts as memory of that one.
        subprocess.run([sys.executable, "-c", _TABLE.format(rows=count)], cwd=folder, check=True)
        measured(folder, "batch table.parquet -o out", code=2)
    found = pl.scan_parquet(folder / "out/results.parquet").select("row", "structure.chosen")
    kinds = found.group_by(pl.col("row").sub(1) % 1000).agg(pl.col("structure.chosen").n_unique())
    counted = found.select(pl.len(), pl.col("row").n_unique().alias("unique")).collect(engine="streaming").row(0)
    with (folder / "out/rejected.csv").open() as file:
        rejected = [int(row["row"]) for row in csv.DictReader(file)]
    assert counted == (ROWS - ROWS // 1000,) * 2
    assert rejected == list(range(1000, ROWS + 1, 1000))
    assert kinds.collect(engine="streaming")["structure.chosen"].max() == 1
    return f"{counted[0]:,} rows, each once; equal rows have equal results; {len(rejected):,} rejected"


_TABLE = """
import polars as pl
numbers = pl.int_range({rows}, eager=True)
pl.select(
    pl.format("Company {{}}", numbers).alias("company.name"),
    pl.when(numbers % 1000 == 999).then(-1).otherwise(numbers % 1000 % 90 + 1).alias("headcount.sellers"),
    (numbers % 1000 * 100 + 1000).alias("deal.value"),
).write_parquet("table.parquet", row_group_size=100_000)
"""
"""A table, of which each thousandth row is wrong."""


def rules(folder: Path) -> str:
    """A pack with two thousand rules more."""
    pack = Path(copytree(ROOT / "rules", folder / "rules"))
    for part in range(20):
        lines = [f"criterion: load{part}", f"name: Load {part}", "weight: 1", "rules:"]
        lines += [
            f"  - {{id: load-{part}-{number}, when: headcount.sellers >= {number + 1}, points: {{pod: 0.001}}, "
            f"because: Because., evidence: [{CLAIM}]}}"
            for number in range(RULES // 20)
        ]
        (pack / f"decisions/structure/load{part}.yaml").write_text("\n".join(lines) + "\n")
    (folder / "acme.yaml").write_text("company: {name: Acme}\nheadcount: {sellers: 12}\n")
    told = json.loads(measured(folder, "recommend acme.yaml --format json --rules rules"))
    pod = next(option for option in told["decisions"]["structure"]["options"] if option["id"] == "pod")
    loads = [criterion for criterion in pod["criteria"] if criterion["id"].startswith("load")]
    met = sum(rule["outcome"] == "met" for criterion in loads for rule in criterion["rules"])
    assert met == 20 * 12, met
    return f"{RULES:,} rules more, {met} of them met, as it has to be"


def segments(folder: Path) -> str:
    """A company with five hundred segments, each of which sells differently."""
    entries = [f"  - {{name: Segment {n}, deal: {{value: {1000 + n * 500}}}}}" for n in range(SEGMENTS)]
    head = "company: {name: Acme, annual_revenue: 90000000}\nheadcount: {sellers: 900}\nsegments:\n"
    (folder / "acme.yaml").write_text(head + "\n".join(entries) + "\n")
    told = json.loads(measured(folder, "recommend acme.yaml --format json"))
    assert [segment["name"] for segment in told["segments"]] == [f"Segment {n}" for n in range(SEGMENTS)]
    return f"{SEGMENTS} segments decided, in order"


def measured(folder: Path, command: str, code: int = 0) -> str:
    """What a command prints; what it costs is told."""
    found = cost([sys.executable, "-m", "salesdesign", *command.split()], folder, code)
    print(f"  salesdesign {command}: {found.seconds:.1f} CPU s, {found.megabytes:,.0f} MB", flush=True)
    return found.printed


PARTS: Mapping[str, Callable[[Path], str]] = {
    "segments": segments,
    "rules": rules,
    "companies": companies,
    "rows": rows,
}


def main() -> None:
    """Runs the parts that are named, or all."""
    for name in sys.argv[1:] or PARTS:
        print(f"{name}:", flush=True)
        with TemporaryDirectory() as folder:
            print(f"  {PARTS[name](Path(folder))}", flush=True)


if __name__ == "__main__":
    main()
