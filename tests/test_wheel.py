"""The built wheel is what people get: it works installed, and from the zip that it is, away from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

FACTS = "company:\n  name: Acme\nheadcount:\n  sellers: 10\ncurrent:\n  structure: island\n"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root), cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `salesdesign` of a fresh environment that borrows the libraries, and nothing else, of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    python = folder / "bin" / "python"
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel))
    _call(sys.executable, "-m", "pip", "--python", str(python), *install, cwd=folder)
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "salesdesign"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder far from the checkout, with a facts file."""
    (tmp_path / "acme.yaml").write_text(FACTS)
    return tmp_path


def test_the_wheel_holds_rules_and_templates_inside_the_package(wheel: Path, root: Path) -> None:
    from zipfile import ZipFile

    names = set(ZipFile(wheel).namelist())
    wanted = {
        f"salesdesign/{file.relative_to(root)}" for part in ("rules", "templates") for file in _files(root / part)
    }
    assert wanted <= names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"salesdesign"}


def test_an_installed_wheel_gives_an_advice(installed: Path, elsewhere: Path) -> None:
    printed = _call(str(installed), "recommend", "acme.yaml", cwd=elsewhere)
    _call(str(installed), "recommend", "acme.yaml", "-o", "acme.html", cwd=elsewhere)
    assert "Acme" in printed
    assert "Acme" in (elsewhere / "acme.html").read_text(encoding="utf-8")


def test_an_installed_wheel_knows_its_version_and_its_rules(installed: Path, elsewhere: Path) -> None:
    assert _call(str(installed), "--version", cwd=elsewhere).startswith("salesdesign ")
    assert "structure" in _call(str(installed), "rules", "list", cwd=elsewhere)


def test_an_installed_wheel_reads_its_own_rules(installed: Path, elsewhere: Path) -> None:
    script = (
        "from salesdesign.resources import rules_folder, templates_folder as t; print(rules_folder(), t(), sep='\\n')"
    )
    folders = _call(str(installed.with_name("python")), "-c", script, cwd=elsewhere).splitlines()
    assert all(folder.startswith(str(installed.parent.parent)) for folder in folders)


@pytest.mark.parametrize("format_", ["terminal", "md", "html", "json"])
def test_a_zipped_wheel_gives_an_advice(wheel: Path, elsewhere: Path, format_: str) -> None:
    arguments = ("recommend", "acme.yaml", "--format", format_)
    assert "Acme" in _call(sys.executable, "-m", "salesdesign", *arguments, cwd=elsewhere, path=str(wheel))


def test_a_zipped_wheel_is_read_from_the_zip(wheel: Path, elsewhere: Path) -> None:
    script = "from salesdesign.resources import rules_folder; print(rules_folder())"
    assert _call(sys.executable, "-c", script, cwd=elsewhere, path=str(wheel)).startswith(str(wheel))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def _call(*command: str, cwd: Path, path: str = "") -> str:
    """What a command prints; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "error" if path else ""}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
