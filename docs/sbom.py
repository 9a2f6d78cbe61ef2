"""Writes `out/sbom.json`: a CycloneDX document of what comes along with salesdesign, without what only we need."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from packaging.utils import canonicalize_name  # noqa: E402  only now is it found

from salesdesign import __version__  # noqa: E402
from tests.security.test_supply import delivered  # noqa: E402

HERE = "root-component"
"""What the tool calls the project itself."""


def main() -> None:
    """Writes the document."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
    told = subprocess.run([*command, "--output-reproducible"], cwd=ROOT, check=True, capture_output=True, text=True)
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    document = without_others(json.loads(told.stdout), frozenset(delivered(asked)))
    document["metadata"]["component"]["version"] = __version__
    (ROOT / "out").mkdir(exist_ok=True)
    (ROOT / "out/sbom.json").write_text(json.dumps(document, indent=2, sort_keys=True) + "\n")


def without_others(document: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The document with these packages alone, and with what each of them needs; any: as JSON has it."""
    kept = [part for part in document["components"] if canonicalize_name(part["name"]) in names]
    refs = {part["bom-ref"] for part in kept} | {HERE}
    needs = [
        {**entry, **({"dependsOn": sorted(refs & set(entry["dependsOn"]))} if "dependsOn" in entry else {})}
        for entry in document["dependencies"]
        if entry["ref"] in refs
    ]
    return {**document, "components": kept, "dependencies": needs}


if __name__ == "__main__":
    main()
