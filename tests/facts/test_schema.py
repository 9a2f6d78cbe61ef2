"""The JSON Schema of facts files says what the reader says."""

import pytest
from jsonschema import Draft202012Validator

from salesdesign.facts.schema import facts_schema
from tests.facts.examples import SMALL

SCHEMA = facts_schema(SMALL)
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


GOOD = [
    {"company": {"name": "Acme"}},
    {"company": {"name": 12, "industry": None}, "headcount": None, "deal": {"win_rate": 0.5}},
    {"company": {"name": "A"}, "process": {"crm": "no"}, "current": {"symptoms": ["silos"]}},
    {"company": {"name": "A"}, "territories": [{"name": "North", "sellers": 2.5}]},
    {"company": {"name": "A"}, "segments": [{"name": "S", "share": 0.4, "headcount": {"roles": {"closer": 2}}}]},
    {"company": {"name": "A"}, "plan": {"start": "2027-01", "seasonality": [1, 2.5]}},
]

BAD = [
    {},
    {"company": {}},
    {"company": None},
    {"company": {"name": ["A"]}},
    {"company": {"name": "A"}, "headcont": {}},
    {"company": {"name": "A"}, "headcount": {"selers": 1}},
    {"company": {"name": "A"}, "headcount": {"sellers": 2.5}},
    {"company": {"name": "A"}, "headcount": {"sellers": -1}},
    {"company": {"name": "A"}, "deal": {"win_rate": 60}},
    {"company": {"name": "A"}, "deal": {"win_rate": "60%"}},
    {"company": {"name": "A"}, "process": {"crm": "perhaps"}},
    {"company": {"name": "A"}, "customers": {"relationship": 6}},
    {"company": {"name": "A"}, "current": {"symptoms": ["silo"]}},
    {"company": {"name": "A"}, "plan": {"start": "2027-13"}},
    {"company": {"name": "A"}, "territories": [{"sellers": 1}]},
    {"company": {"name": "A"}, "segments": [{"share": 0.5}]},
    {"company": {"name": "A"}, "segments": [{"name": "S", "company": {"currency": "EUR"}}]},
    {"company": {"name": "A"}, "segments": [{"name": "S", "territories": []}]},
]


@pytest.mark.parametrize("facts", GOOD)
def test_it_accepts_what_the_reader_accepts(facts: object) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(facts)] == []


@pytest.mark.parametrize("facts", BAD)
def test_it_refuses_what_the_reader_refuses(facts: object) -> None:
    assert not VALIDATOR.is_valid(facts)


def test_a_fact_is_described_as_it_is_asked() -> None:
    properties = SCHEMA["properties"]
    assert isinstance(properties, dict)
    assert properties["process"] == {
        "title": "Process",
        "type": ["object", "null"],
        "properties": {
            "crm": {
                "title": "process.crm",
                "description": "What is process.crm?",
                "enum": [
                    True,
                    False,
                    "yes",
                    "no",
                    "on",
                    "off",
                    "Yes",
                    "No",
                    "On",
                    "Off",
                    "YES",
                    "NO",
                    "ON",
                    "OFF",
                    None,
                ],
                "examples": ["yes"],
            }
        },
        "additionalProperties": False,
    }
