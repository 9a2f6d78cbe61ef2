"""The pages over all companies, written piece by piece so that no page is ever held as a whole."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import StrictUndefined
from markupsafe import Markup

from salesdesign.bulk.index import Wording, index_caption, index_cells, index_columns
from salesdesign.bulk.overview import overview_of
from salesdesign.bulk.portfolio import INDEX, Portfolio
from salesdesign.bulk.summary import Summary
from salesdesign.bulk.whole import writing
from salesdesign.characters import visible
from salesdesign.model.pack import Pack
from salesdesign.reporting.bounds import filling, within
from salesdesign.reporting.environment import loader_of, sandbox_for
from salesdesign.resources import templates_folder

_EARLY = "document.documentElement.classList.add('loading')"
"""Where scripts run, rows that the script will not show at first are not laid out while the page loads."""

PORTFOLIO = "portfolio.html"

Listed = Iterable[tuple[Summary, str | None]]
"""Companies with the paths of their reports."""


class Pages:
    """The pages of a batch, from templates of which those in `templates` go before ours.

    `changed` says what was changed on the command line; it stands on both pages.
    """

    def __init__(self, pack: Pack, templates: Traversable | None, changed: str = "") -> None:
        self._changed = changed
        self._pack = pack
        self._words = Wording(pack)
        self._folders = (templates_folder(),) if templates is None else (templates, templates_folder())
        self._environment = sandbox_for(self._folders)(
            loader=loader_of(self._folders),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_shown,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write_index(self, folder: Path, listed: Listed, portfolio: Portfolio) -> None:
        """Writes the index: every company in a line."""
        rows = (tuple(index_cells(summary, report, self._words)) for summary, report in listed)
        context = {
            "caption": " ".join(filter(None, [index_caption(portfolio), self._changed])),
            "columns": index_columns(self._words),
            "rows": rows,
            "early": Markup(_EARLY),  # noqa: S704  our own script
            "early_hash": _hash(_EARLY),
        }
        self._write(folder / INDEX, "html/index.html.j2", context)

    def write_portfolio(self, folder: Path, portfolio: Portfolio) -> None:
        """Writes the portfolio: the companies taken together."""
        overview = overview_of(portfolio, self._pack, self._words, self._changed)
        self._write(folder / PORTFOLIO, "html/portfolio.html.j2", {"overview": overview})

    def _write(self, file: Path, name: str, context: Mapping[str, object]) -> None:
        look = (self._source(f"html/{part}") for part in ("style.css", "index.css"))
        style, script = "\n".join(look), self._source("html/index.js")
        shared = {
            "style": Markup(style),  # noqa: S704  our own style sheet
            "script": Markup(script),  # noqa: S704  our own script
            "style_hash": _hash(style),
            "script_hash": _hash(script),
        }
        with writing(file) as page:
            page.writelines(self._pieces(name, {**shared, **context}))

    def _pieces(self, name: str, context: Mapping[str, object]) -> Iterator[str]:
        if len(self._folders) == 1:
            return self._environment.get_template(name).generate(context)
        return self._strange(name, context)

    def _strange(self, name: str, context: Mapping[str, object]) -> Iterator[str]:
        with filling(name):
            yield from within(self._environment.get_template(name).generate(context))

    def _source(self, name: str) -> str:
        file = next(folder.joinpath(name) for folder in self._folders if folder.joinpath(name).is_file())
        return file.read_text(encoding="utf-8").strip()


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value))


def _hash(source: str) -> str:
    return b64encode(sha256(source.encode()).digest()).decode()
