"""The desk that every test of the wizard sits at."""

import pytest

from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.wizard.desk import Desk, desk_of


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The rules that come with the program, compiled once."""
    return desk_of(read_pack(rules_folder()))
