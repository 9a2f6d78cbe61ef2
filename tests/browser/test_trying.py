"""What a reader can try in a page: other weights, whose nets are those of the program, and words that explain themselves."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from salesdesign.advise import advise
from salesdesign.facts.read import read_company
from salesdesign.model.advice import DecisionAdvice
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.browser.reports import EXAMPLES

pytestmark = pytest.mark.xdist_group("browser")

NAMES = [file.stem for file in EXAMPLES]
UNCHANGED = "The weights are those of the rules."


@pytest.mark.parametrize("name", NAMES)
def test_the_nets_of_other_weights_are_those_of_the_program(name: str, seen: Mapping[str, Any]) -> None:
    tried = seen["pages"][name]["weighed"]
    weights = {found[1]: float(found[2]) for found in re.finditer(r"--weight (\S+)=(\S+)", tried["paste"])}
    assert weights
    assert tried["ranking"] == _ranked(_structure(name, weights))


@pytest.mark.parametrize("name", NAMES)
def test_reset_brings_the_weights_of_the_rules_back(name: str, seen: Mapping[str, Any]) -> None:
    assert seen["pages"][name]["weighed"]["reset"] == UNCHANGED


@pytest.mark.parametrize("name", NAMES)
def test_a_word_explains_itself_by_keyboard_and_stops_at_escape(name: str, seen: Mapping[str, Any]) -> None:
    explained = seen["pages"][name]["explained"]
    assert (bool(explained["shown"]), explained["left"]) == (True, False)


def _structure(name: str, weights: Mapping[str, float]) -> DecisionAdvice:
    pack = read_pack(rules_folder())
    file = next(file for file in EXAMPLES if file.stem == name)
    company = read_company(file.read_bytes(), file.name, pack.catalogue)
    return advise(company, pack, weights=weights).decisions[pack.main]


def _ranked(decision: DecisionAdvice) -> list[str]:
    """The options with their nets, as the page says them; those that are ruled out last."""
    options = sorted(decision.options, key=lambda option: (bool(option.excluded_by), -option.net))
    return [f"{option.name} {_shown(option.net)}{' (ruled out)' if option.excluded_by else ''}" for option in options]


def _shown(net: float) -> str:
    size = f"{int(abs(net) * 10 + 0.5) / 10:g}"
    return f"+{size}" if net > 0 else f"−{size}" if net < 0 else size
