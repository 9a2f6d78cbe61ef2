"""A page as PDF, printed by the browser that is there: one renderer, the one that the page is tested with."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from salesdesign.errors import MachineFailed

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
"""What prints, by the names that systems give it, Chromium first."""

NAMED = "SALESDESIGN_BROWSER"
"""The variable of the environment that names another one."""

FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
SECONDS = 120


def pdf_of(page: str, beside: Path, environment: Mapping[str, str] = os.environ) -> bytes:
    """The page as a tagged PDF with bookmarks; the browser works in a folder `beside`, which is gone afterwards.

    Raises: MachineFailed where no browser is there, or where it does not print.
    """
    browser = _browser(environment)
    with tempfile.TemporaryDirectory(prefix=".salesdesign-", dir=beside, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_text(page, encoding="utf-8")
        _print(browser, source, target)
        if not target.is_file():
            raise MachineFailed(f"{browser}: It printed nothing. Write HTML and print that.")
        return target.read_bytes()


def _browser(environment: Mapping[str, str]) -> str:
    named = environment.get(NAMED)
    found = next(filter(None, map(shutil.which, (named,) if named else BROWSERS)), None)
    if found is None:
        looked = named or "Chromium, Chrome and Edge"
        raise MachineFailed(
            f"A PDF is printed by a browser, and none was found ({looked}). "
            f"Install Chromium, or name a browser in {NAMED}, or write HTML and print that."
        )
    return found


def _print(browser: str, source: Path, target: Path) -> None:
    profile = f"--user-data-dir={source.parent / 'profile'}"
    command = (browser, *FLAGS, *_unboxed(), profile, f"--print-to-pdf={target}", source.as_uri())
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=_at_home(source.parent))  # noqa: S603  a browser of the user's, on our own page
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(f"{browser}: It did not print within {SECONDS} seconds.") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise MachineFailed(f"{browser}: It cannot print ({error}).") from error


def _at_home(folder: Path) -> Mapping[str, str]:
    """An environment in which whatever the browser keeps of a page is kept in that folder.

    TMPDIR stays: the browser puts sockets there, whose paths must be short, and nothing of a page.
    """
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(folder))
    return {**os.environ, **places}


def _unboxed() -> tuple[str, ...]:
    """Chromium refuses to run for root in its sandbox, as in most containers; the page is ours and fetches nothing."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
