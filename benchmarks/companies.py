"""Invented companies in any number: those of the examples, with other names and other figures."""

import random
import re
from pathlib import Path

from processes import ROOT

_AMOUNT = re.compile(r"^(\s*(?:value|mean_value|annual_sales|annual_revenue|count|cycle_days): )(\d+)$", re.MULTILINE)
_SHARE = re.compile(r"\b((?:win_rate|churn|turnover|attainment|self_serve_share|expansion|past): )(0\.\d+)")
_NAME = re.compile(r"^(\s+name: )(.*)$", re.MULTILINE)


def facts_files(number: int, seed: int = 1) -> list[bytes]:
    """So many facts files of about a kilobyte and forty facts, no two alike."""
    draw = random.Random(seed)
    examples = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").glob("*.yaml"))]
    return [_varied(examples[place % len(examples)], place, draw).encode() for place in range(number)]


def write_facts_files(folder: Path, number: int) -> None:
    """Writes them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, data in enumerate(facts_files(number)):
        (folder / f"c{place:06}.yaml").write_bytes(data)


def _varied(text: str, place: int, draw: random.Random) -> str:
    text = _NAME.sub(lambda found: f"{found[1]}{found[2]} {place}", text, count=1)
    text = _AMOUNT.sub(lambda found: f"{found[1]}{max(1, round(int(found[2]) * draw.uniform(0.6, 1.4)))}", text)
    return _SHARE.sub(lambda found: f"{found[1]}{float(found[2]) * draw.uniform(0.6, 1):.3f}", text)
