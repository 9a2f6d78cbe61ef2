"""What the checks of this folder share: the written reports, and what one browser saw of them all."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reports import Written, write_reports
from tests.browser.tools import output, package, program

DIAGRAM = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages and prints go."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def reports(folder: Path) -> Mapping[str, Written]:
    """The report of every company, by name."""
    return {report.name: report for report in write_reports(folder)}


@pytest.fixture(scope="session")
def seen(reports: Mapping[str, Written], folder: Path) -> Mapping[str, Any]:
    """What a browser saw, as look.mjs writes it down."""
    node, chromium = program("node"), program("chromium")
    package("playwright-core/package.json")
    order, target = folder / "order.json", folder / "seen.json"
    order.write_text(json.dumps(_order(reports, folder, chromium)), encoding="utf-8")
    output(node, "look.mjs", str(order), str(target))
    found: Mapping[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def _order(reports: Mapping[str, Written], folder: Path, chromium: str) -> Mapping[str, object]:
    return {
        "chromium": chromium,
        "folder": str(folder),
        "pages": {name: str(report.html) for name, report in reports.items()},
        "diagrams": {name: DIAGRAM.findall(report.markdown) for name, report in reports.items()},
    }
