"""The rule book as files: pages of HTML in the look of the report, and whether a folder of them is up to date."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from salesdesign.characters import visible
from salesdesign.model.pack import Pack
from salesdesign.rulebook.book import INDEX, book_of
from salesdesign.rulebook.page import Link

STYLE, PAGE = "html/style.css", "rulebook/page.html.j2"
OWN_STYLE = "rulebook/style.css"


def files_of(pack: Pack, templates: Traversable) -> Mapping[str, str]:
    """The files of the rule book, by name; the same pack gives the same bytes."""
    book = book_of(pack)
    template = _environment(templates).get_template(PAGE)
    shared = {"pack": f"{pack.name} {pack.version}", "digest": pack.digest, "index": INDEX}
    pages = {page.file: template.render(page=page, **shared) for page in book}
    return {**pages, "style.css": _text(templates, STYLE) + _text(templates, OWN_STYLE)}


def stale(written: Mapping[str, str], due: Mapping[str, str]) -> tuple[str, ...]:
    """What is out of date in a folder of pages: files that are missing, differ, or belong to nothing any more."""
    missing = [f"{name}: It is missing." for name in due if name not in written]
    changed = [f"{name}: It is out of date." for name, text in due.items() if written.get(name, text) != text]
    extra = [f"{name}: It belongs to no page any more." for name in written if name not in due]
    return tuple(sorted([*missing, *changed, *extra]))


def _environment(templates: Traversable) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FunctionLoader(lambda name: _text(templates, name)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["link"] = lambda part: isinstance(part, Link)
    return environment


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value))


def _text(templates: Traversable, name: str) -> str:
    return templates.joinpath(name).read_text(encoding="utf-8")
