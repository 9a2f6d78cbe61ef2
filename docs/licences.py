"""Writes `docs/licences.md`: the licence of everything that comes along when salesdesign is installed."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.security.test_supply import delivered  # noqa: E402  only now is it found

HEAD = """\
# Licences

What comes along when salesdesign is installed, with all extras: the libraries that it needs, and those that they need.
`make licences` writes this page from what the packages say of themselves; a test fails when one is missing.
`make sbom` writes the same as a CycloneDX document, with the versions and what needs what, into `out/sbom.json`.

"""


def main() -> None:
    """Writes the page."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = sorted(delivered(asked))
    command = [sys.executable, "-m", "piplicenses", "--format=markdown", "--with-system", "--packages", *names]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [line for line in told.splitlines() if line.startswith("|")]
    (ROOT / "docs/licences.md").write_text(HEAD + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
