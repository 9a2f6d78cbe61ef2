"""The sandboxes in which templates are placed: one for HTML, one for Markdown, each with its own escaping."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import quote

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from salesdesign.characters import visible
from salesdesign.reporting.blocks import Bar
from salesdesign.reporting.counting import Counting
from salesdesign.reporting.drawing import FINE, drawn
from salesdesign.reporting.escaping import markdown, mermaid
from salesdesign.reporting.notes import foremost
from salesdesign.reporting.report import Note, Report
from salesdesign.reporting.sandbox import Sandbox
from salesdesign.reporting.telling import Explainer, told, word_id
from salesdesign.reporting.tree import places


class _Compiled(BytecodeCache):
    """Templates compiled once a process: in a batch every report needs the same ones."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._kept.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_COMPILED: defaultdict[tuple[str, type[Sandbox]], _Compiled] = defaultdict(_Compiled)
"""By what is written and how it is held."""


class Raw(str):
    """A text that is mark-up already."""

    __slots__ = ()


def html_environment(folders: Iterable[Traversable], words: Iterable[str]) -> Sandbox:
    """Templates for the HTML of one page; every text is escaped, and each of the words explained once."""
    found = tuple(folders)
    kind = sandbox_for(found)
    environment = kind(
        loader=loader_of(found),
        bytecode_cache=_COMPILED["html", kind],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"notes": _notes, "told": told, "explained": Explainer(words).told, "word_id": word_id}
    return environment


def markdown_environment(folders: Iterable[Traversable]) -> Sandbox:
    """Templates for Markdown; every text is escaped unless a filter made mark-up of it."""
    found = tuple(folders)
    kind = sandbox_for(found)
    environment = kind(
        loader=loader_of(found),
        bytecode_cache=_COMPILED["md", kind],
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "address": _address,
        "cite": _cite,
        "code": _code,
        "drawn": _drawn,
        "html": _html_text,
        "mermaid": _mermaid,
        "places": places,
        "rule": _rule,
    }
    return environment


def sandbox_for(folders: Sequence[Traversable]) -> type[Sandbox]:
    """The sandbox for templates of these folders, the last of which is ours: a stranger's are counted."""
    return Sandbox if len(folders) == 1 else Counting


def loader_of(folders: tuple[Traversable, ...]) -> FunctionLoader:
    """Templates by name from the first folder that has them; no name and no link leads out of it."""
    return FunctionLoader(lambda name: next((text for folder in folders if (text := _text(folder, name))), None))


def _text(folder: Traversable, name: str) -> str | None:
    parts = name.split("/")
    if not all(parts) or ".." in parts or "\\" in name or ":" in name:
        return None
    file = folder.joinpath(name)
    if not file.is_file() or (isinstance(file, Path) and not _inside(file, folder)):
        return None
    return file.read_text(encoding="utf-8")


def _inside(file: Path, folder: Traversable) -> bool:
    return isinstance(folder, Path) and file.resolve().is_relative_to(folder.resolve())


def _html(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value))


def _markdown(value: object) -> str:
    return value if isinstance(value, Raw) else markdown(str(value))


@pass_context
def _notes(context: Context, evidence: Iterable[str]) -> tuple[Note, ...]:
    report: Report = context["report"]
    return tuple(report.notes[claim] for claim in foremost(evidence))


@pass_context
def _cite(context: Context, evidence: Iterable[str]) -> Raw:
    return Raw("".join(f"[^{note.number}]" for note in _notes(context, evidence)))


def _mermaid(text: str) -> Raw:
    return Raw(mermaid(text))


def _drawn(bar: Bar) -> Raw:
    return Raw(f"`{drawn(bar, FINE)}`")


def _code(text: str) -> Raw:
    """A text between backticks."""
    return Raw(visible(text).replace("`", "'"))


def _html_text(text: str) -> Raw:
    """A text between HTML tags."""
    return Raw(escape(visible(text)))


def _address(text: str) -> Raw:
    """A link's address between angle brackets."""
    return Raw(quote(text, safe=":/?#[]@!$&'()*+,;=%~"))


def _rule(columns: Iterable[object]) -> Raw:
    """The line under a table's headings."""
    return Raw("".join(" ---: |" if getattr(column, "numeric", False) else " --- |" for column in columns))
