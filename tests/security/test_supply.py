"""What is installed is what was looked at, under licences that are known, and the wheel is the same from the same source."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS, LICENCES = (Path(".ci/dev.lock"), Path(".ci/build.lock")), Path("docs/licences.md")


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_every_version_that_ci_installs_is_pinned_with_a_hash(root: Path, lock: Path) -> None:
    text = (root / lock).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith("-")] == []


def test_the_lock_has_the_versions_of_the_constraints(root: Path) -> None:
    pinned = pins((root / "constraints.txt").read_text())
    locked = pins("\n".join((root / lock).read_text() for lock in LOCKS))
    assert {name: version for name, version in locked.items() if pinned.get(name, version) != version} == {}
    asked = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    wanted = {
        canonicalize_name(Requirement(text).name)
        for text in (*asked["dependencies"], *asked["optional-dependencies"]["dev"])
    }
    assert wanted - locked.keys() == set(), "run `make lock`"


def pins(text: str) -> dict[str, str]:
    """Version by name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_the_licence_of_everything_that_users_install_is_listed(root: Path) -> None:
    asked = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    listed = {
        canonicalize_name(line.split("|")[1].strip())
        for line in (root / LICENCES).read_text().splitlines()
        if line.startswith("| ")
    }
    assert set(delivered(asked)) - listed == set(), "run `make licences`"


def test_the_bill_of_materials_has_what_users_install_and_nothing_else() -> None:
    spec = importlib.util.spec_from_file_location("sbom", "docs/sbom.py")
    assert spec is not None
    assert spec.loader is not None
    sbom = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sbom)
    parts = [{"name": name, "bom-ref": f"{name}==1"} for name in ("Jinja2", "MarkupSafe", "pytest")]
    needs = [
        {"ref": "root-component", "dependsOn": ["Jinja2==1", "pytest==1"]},
        {"ref": "Jinja2==1", "dependsOn": ["MarkupSafe==1"]},
        {"ref": "pytest==1"},
    ]
    assert sbom.without_others({"components": parts, "dependencies": needs}, {"jinja2", "markupsafe"}) == {
        "components": parts[:2],
        "dependencies": [{"ref": "root-component", "dependsOn": ["Jinja2==1"]}, needs[1]],
    }


def delivered(project: Mapping[str, Any]) -> Iterator[str]:
    """The names of all that users can install with the project: what it needs, with every extra that is for them."""
    extras = project["optional-dependencies"].items()
    wanted = (text for name, texts in extras if name not in ("dev", "prove") for text in texts)
    return installed([*project["dependencies"], *wanted])


def installed(texts: list[str]) -> Iterator[str]:
    """The names of what is required, and of what that requires."""
    seen: set[str] = set()
    waiting = [Requirement(text) for text in texts]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in seen or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        waiting += map(Requirement, distribution(name).requires or ())
    yield from seen


@pytest.mark.slow
@pytest.mark.xdist_group("wheel")
def test_two_builds_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    digests = []
    for number, umask in enumerate((0o022, 0o077)):
        source = tmp_path / f"source{number}"
        subprocess.run(["git", "clone", "--quiet", str(root), str(source)], check=True, umask=umask)
        out = tmp_path / f"out{number}"
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            umask=umask,
            env={**os.environ, "TZ": ("UTC", "Asia/Tokyo")[number]},
        )
        (wheel,) = out.glob("*.whl")
        digests.append(sha256(wheel.read_bytes()).hexdigest())
    assert digests[0] == digests[1]
