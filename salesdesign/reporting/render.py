"""A report in one of its formats; what only one of them needs is imported for it alone."""

from importlib.resources.abc import Traversable

from salesdesign.reporting.advice_json import advice_json
from salesdesign.reporting.look import PLAIN, Look
from salesdesign.reporting.report import Report


def render(report: Report, format: str, templates: Traversable | None = None, *, look: Look = PLAIN) -> str:  # noqa: A002  the word of the command line
    """The report as a text in a format: html, md, json or terminal.

    `templates` is a folder whose templates go before ours, by name; `look` is what a terminal can show.

    Raises:
        BadInput: a template cannot be read or filled.
    """
    if format == "json":
        return advice_json(report.advice)
    if format == "terminal":
        from salesdesign.reporting.terminal import to_terminal

        return to_terminal(report, look)
    from salesdesign.reporting.templated import to_html, to_markdown

    return to_html(report, templates) if format == "html" else to_markdown(report, templates)
