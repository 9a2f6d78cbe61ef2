"""Facts and packs in which every text is one of the carriers, and the commands that show them."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import yaml

from salesdesign.cli.run import run
from tests.pack.packs import SMALL
from tests.security.carriers import CARRIERS

TEXTS = tuple(CARRIERS.values())

TEXT_KEYS = frozenset(
    [
        "title",
        "question",
        "help",
        "unit",
        "summary",
        "because",
        "text",
        "mitigation",
        "claim",
        "reading",
        "publisher",
        "address",
        "note",
        "wrong",
        "mend",
        "warning",
        "why",
        "owner",
        "measure",
        "stop",
        "wins_when",
        "topic",
        "meaning",
        "duties",
        "kpis",
        "actions",
        "trigger",
        "label",
        "hint",
        "source_title",
        "metric",
    ]
)
"""Keys of a pack under which free texts stand; ids, conditions and numbers stand under others."""

ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""What a terminal, an editor or a viewer obeys without showing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    code: int
    printed: str
    said: str


def call(*arguments: str | Path) -> Ended:
    """Runs a command line in this process."""
    out, said = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(said):
        code = run([str(argument) for argument in arguments])
    return Ended(code=int(code), printed=_text(out), said=_text(said))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8", "surrogateescape")


def yaml_text(text: str) -> str:
    """A text as YAML that says exactly this."""
    return yaml.safe_dump(text, allow_unicode=False, width=10**9, default_style='"').strip()


def company(name: str) -> str:
    """Facts of the small pack about a library of that name."""
    facts = "staff: {people: 4, desk: one_desk}\nloans: {per_day: 400, returned_late: 0.2}\nreaders: {cards: yes}\n"
    return f"company: {{name: {yaml_text(name)}}}\n{facts}"


def strange_pack(folder: Path, texts: Sequence[str], pack: Path = SMALL) -> Path:
    """A copy of a pack, the small one, with every free text replaced by the next of the texts, round and round."""
    following = _round(texts)
    copy = Path(copytree(pack, folder))
    for file in sorted(copy.rglob("*.yaml")):
        if "tests" not in file.relative_to(copy).parts:
            tree = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
            file.write_text(yaml.safe_dump(_replaced(tree, following), allow_unicode=False, sort_keys=False))
    return copy


def _round(texts: Sequence[str]) -> Iterator[str]:
    while True:
        yield from texts


def _replaced(tree: object, texts: Iterator[str], key: str = "") -> object:
    if isinstance(tree, dict):
        return {name: _replaced(value, texts, str(name)) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_replaced(value, texts, key) for value in tree]
    return next(texts) if isinstance(tree, str) and key in TEXT_KEYS else tree


def documents_equal(one: str, other: object) -> bool:
    """Whether a JSON text says what is expected."""
    return bool(json.loads(one) == other)
