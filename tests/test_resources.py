"""The program's own folders, seen from a checkout; tests/test_wheel.py sees them from a wheel."""

from pathlib import Path

from salesdesign.resources import rules_folder, templates_folder


def test_a_checkout_has_them_beside_the_package(root: Path) -> None:
    assert (rules_folder(), templates_folder()) == (root / "rules", root / "templates")
