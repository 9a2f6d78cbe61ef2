"""The JSON of an advice: the same bytes for the same advice, and what its schema promises."""

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from salesdesign.reporting.advice_json import advice_json
from salesdesign.reporting.schema import advice_schema
from tests.reporting.examples import ADVICE, keeping, undecided


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(advice_schema())


def test_advices_meet_the_schema() -> None:
    validator = Draft202012Validator(advice_schema())
    documents = [json.loads(advice_json(advice)) for advice in (ADVICE, keeping(), undecided())]
    assert [error.message for document in documents for error in validator.iter_errors(document)] == []


def test_a_key_that_is_none_breaks_the_schema() -> None:
    document = json.loads(advice_json(ADVICE)) | {"verdcit": "change"}
    assert not Draft202012Validator(advice_schema()).is_valid(document)


def test_the_order_of_facts_does_not_matter() -> None:
    turned = replace(ADVICE, facts=dict(sorted(ADVICE.facts.items(), reverse=True)))
    assert advice_json(turned) == advice_json(ADVICE)


def test_a_letter_stays_a_letter() -> None:
    assert '"company": "Zoë"' in advice_json(replace(ADVICE, company="Zoë"))
