"""The shipped catalogue: what it says of facts holds for its own examples and for the companies of the cases."""

from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from salesdesign.facts.read import read_company
from salesdesign.facts.schema import facts_schema
from salesdesign.facts.starter import starter_file
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder

COMPANIES = sorted((Path(__file__).parents[1] / "cases" / "companies").glob("*.yaml"))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return read_pack(rules_folder()).catalogue


@lru_cache(maxsize=1)
def validator() -> Draft202012Validator:
    schema = facts_schema(catalogue())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_file_to_fill_in_needs_only_a_name() -> None:
    filled = starter_file(catalogue(), None).replace("name:", "name: Acme", 1)
    assert read_company(filled.encode(), "f.yaml", catalogue()).facts == {"company.name": "Acme"}


def test_the_example_of_every_fact_can_be_read() -> None:
    given = {fact.name: fact.example for fact in catalogue().facts.values() if fact.type != FactType.RECORDS}
    read = [
        read_company(b"company: {name: A, currency: EUR}", "f.yaml", catalogue(), {name: example}).facts[name]
        for name, example in given.items()
        if example
    ]
    assert None not in read


@pytest.mark.parametrize("file", COMPANIES, ids=lambda file: file.stem)
def test_the_schema_accepts_the_companies_of_the_cases(file: Path) -> None:
    facts = yaml.safe_load(file.read_bytes())["facts"]
    assert [error.message for error in validator().iter_errors(facts)] == []


@pytest.mark.parametrize("file", COMPANIES, ids=lambda file: file.stem)
def test_a_company_reads_back_from_its_own_file(file: Path) -> None:
    facts = yaml.safe_dump(yaml.safe_load(file.read_bytes())["facts"])
    company = read_company(facts.encode(), "f.yaml", catalogue())
    assert read_company(starter_file(catalogue(), company).encode(), "f.yaml", catalogue()) == company
