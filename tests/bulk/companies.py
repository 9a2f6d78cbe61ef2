"""Facts files for tests of batches."""

from io import StringIO
from pathlib import Path

from salesdesign.bulk.batch import Order, Tally, run
from salesdesign.bulk.progress import Progress
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder

PACK: Pack = read_pack(rules_folder())
EXAMPLES = Path(__file__).parents[2] / "examples"


def facts(name: str, more: str = "") -> str:
    """A company that says little."""
    return f"company:\n  name: {name}\nheadcount:\n  sellers: 10\ncurrent:\n  structure: island\n{more}"


def write_companies(folder: Path, number: int) -> None:
    """So many facts files."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(number):
        (folder / f"c{place:03}.yaml").write_text(facts(f"Company {place}"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too, with its content."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def batch(order: Order) -> tuple[Tally, str]:
    """What becomes of a batch, and what it says."""
    said = StringIO()
    tally = run(order, Progress(stream=said, clock=lambda: 0.0, of=None, live=False))
    return tally, said.getvalue()
