"""A report as a page or as Markdown, from templates."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources.abc import Traversable

from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from salesdesign.characters import visible
from salesdesign.reporting.bounds import filling, within
from salesdesign.reporting.environment import html_environment, markdown_environment
from salesdesign.reporting.report import Report
from salesdesign.reporting.theme import theme_in
from salesdesign.resources import templates_folder

STYLES = ("html/style.css", "html/report.css")
LETTER = ("USD", "CAD", "MXN", "COP", "CLP", "PHP")
"""Currencies of countries that print on Letter; all others print on A4."""

SCRIPTS = ("html/weights.js", "html/words.js")


def to_html(report: Report, templates: Traversable | None) -> str:
    """The page."""
    environment = html_environment(_folders(templates), report.words)
    theme = theme_in(templates)
    look = "\n".join(_part(environment, name) for name in STYLES)
    style = f"{look}\n{theme.style}{_paper(report)}"
    script = "\n".join(_part(environment, name) for name in SCRIPTS)
    context = {
        "report": report,
        "theme": theme,
        "style": Markup(style),  # noqa: S704  our own style sheet
        "style_hash": _digest(style),
        "script": Markup(script),  # noqa: S704  our own script
        "script_hash": _digest(script),
    }
    return _tight(_filled(environment, "html/report.html.j2", context, templates))


def to_markdown(report: Report, templates: Traversable | None) -> str:
    """The same as Markdown."""
    text = _filled(markdown_environment(_folders(templates)), "md/report.md.j2", {"report": report}, templates)
    return _one_blank_line(text)


def _folders(templates: Traversable | None) -> tuple[Traversable, ...]:
    return (templates_folder(),) if templates is None else (templates, templates_folder())


def _part(environment: SandboxedEnvironment, name: str) -> str:
    """A style sheet or a script as it stands in the page."""
    assert environment.loader is not None  # noqa: S101  it was made with one
    text = _tight(environment.loader.get_source(environment, name)[0])
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))


def _digest(text: str) -> str:
    """What the page's policy knows a style sheet or a script by."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _paper(report: Report) -> str:
    """The size of a printed page, and the title over each but the first; what could act stands by its number."""
    size = "letter" if report.advice.facts.get("company.currency", "USD") in LETTER else "A4"
    company = visible(report.header.company)
    title = "".join(sign if sign.isalnum() and sign.isascii() else f"\\{ord(sign):06x}" for sign in company)
    head = f'@top-left{{content:"{title}";font:8pt system-ui,sans-serif;color:#444}}'
    return f"@media print{{@page{{size:{size};{head}}}}}"


def _filled(
    environment: SandboxedEnvironment, name: str, context: Mapping[str, object], templates: Traversable | None
) -> str:
    if templates is None:
        return environment.get_template(name).render(context)
    with filling(name):
        return "".join(within(environment.get_template(name).generate(context)))


def _tight(page: str) -> str:
    """The page without blank lines and indentation; none of its elements keeps white space."""
    return "\n".join(line for line in map(str.strip, page.splitlines()) if line) + "\n"


def _one_blank_line(text: str) -> str:
    """The text with at most one blank line in a row, and none at its ends."""
    lines: list[str] = []
    for line in (found.rstrip() for found in text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"
