"""How long a conversation is: the companies whose answer an expert knows, asked until the wizard offers to stop."""

from pathlib import Path
from statistics import median

import pytest

from salesdesign.cases.read import read_cases
from salesdesign.wizard.desk import Desk
from tests.wizard.interview import interview

COMPANIES = read_cases(Path(__file__).parents[1] / "cases" / "companies")


@pytest.mark.slow
def test_a_short_conversation_leads_to_the_choice_of_the_whole_file(desk: Desk) -> None:
    found = [interview(case, desk) for case in COMPANIES]
    same = [one for one in found if one.chosen == one.expected]
    assert len(same) >= 0.9 * len(found)
    assert median(one.questions for one in same) <= 12
