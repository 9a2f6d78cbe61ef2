"""Values typed by the catalogue, and what is said of those that cannot be."""

import pytest

from tests.facts.examples import company_of, facts_of, said_of

READ = {
    ("company.name", "NO"): "NO",
    ("company.name", "12"): "12",
    ("company.name", "'null'"): "null",
    ("company.name", "'  A\tB  '"): "A B",
    ("company.as_of", "2028-02-29"): "2028-02-29",
    ("company.as_of", "'2027-01-31'"): "2027-01-31",
    ("company.usd_per_unit", "1.1"): 1.1,
    ("company.industry", "real_estate"): "real_estate",
    ("company.industry", "'software'"): "software",
    ("company.revenue", "1_200_000"): 1200000,
    ("company.revenue", "1e5"): 100000,
    ("company.revenue", "1.5e3"): 1500,
    ("company.revenue", "5000.0"): 5000,
    ("company.revenue", "+5"): 5,
    ("headcount.sellers", "0"): 0,
    ("headcount.sellers", "12.0"): 12,
    ("headcount.leader", "none"): "none",
    ("customers.relationship", "5"): 5,
    ("deal.win_rate", "1"): 1.0,
    ("deal.win_rate", ".25"): 0.25,
    ("growth.target", "-0.08"): -0.08,
    ("process.crm", "no"): False,
    ("process.crm", "No"): False,
    ("process.crm", "OFF"): False,
    ("process.crm", "false"): False,
    ("process.crm", "yes"): True,
    ("process.crm", "TRUE"): True,
    ("process.crm", "on"): True,
    ("current.symptoms", "[]"): (),
    ("current.symptoms", "[slow_ramp, silos]"): ("silos", "slow_ramp"),
    ("plan.start", "2027-01"): "2027-01",
    ("plan.seasonality", "[1, 2.5]"): (1.0, 2.5),
}


def written(name: str, value: str) -> str:
    section, last = name.split(".")
    name_of_company = "" if name == "company.name" else "name: Acme, "
    lines = (
        {"company": f"{name_of_company}{last}: {value}"}
        if section == "company"
        else {"company": "name: Acme", section: f"{last}: {value}"}
    )
    return "\n".join(f"{key}: {{{inner}}}" for key, inner in lines.items())


@pytest.mark.parametrize(("stated", "value"), READ.items())
def test_a_value_is_typed_by_the_catalogue(stated: tuple[str, str], value: object) -> None:
    found = company_of(written(*stated)).facts[stated[0]]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "''", '""'])
def test_what_is_empty_or_null_is_unknown(nothing: str) -> None:
    assert facts_of(f"headcount: {{sellers: {nothing}}}\nprocess: {nothing}\n") == {}


REFUSED = {
    ("headcount.sellers", "012"): "'012' starts with a zero, which may mean base eight. Write 12.",
    ("headcount.sellers", "-007"): "'-007' starts with a zero, which may mean base eight. Write -7.",
    (
        "headcount.sellers",
        "12:30",
    ): "'12:30' reads as a time. Write one plain number, such as 12.5 for twelve and a half.",
    ("headcount.sellers", "0x1f"): "'0x1f' is not written in base ten. Write 31.",
    ("headcount.sellers", "2.5"): "2.5 is not a whole number. Write 2 or 3.",
    ("headcount.sellers", "-3"): "-3 is less than 0. Write a number from 0 to 100000.",
    ("headcount.sellers", "100001"): "100001 is more than 100000. Write a number from 0 to 100000.",
    ("headcount.sellers", "'12'"): "'12' is in quotes, which makes it a text. Remove the quotes: 12.",
    ("headcount.sellers", "twelve"): "'twelve' is no number. Write a whole number, such as 12.",
    ("headcount.sellers", "12 people"): "'12 people' is no number. Write 12.",
    ("headcount.sellers", "unknown"): "'unknown' is no number. Leave the fact out, or empty, where it is not known.",
    ("headcount.sellers", "[1]"): "A list stands where a whole number is due. Write, for example, 12.",
    ("headcount.sellers", "{a: 1}"): "A mapping stands where a whole number is due. Write, for example, 12.",
    ("headcount.leader", "no"): "'no' is no choice here. Did you mean none?",
    ("company.industry", '" software "'): "The choice has blanks around it. Write software.",
    ("headcount.leader", "[none]"): "A list stands where one choice is due. Write one value behind the colon.",
    (
        "company.revenue",
        ".nan",
    ): "'.nan' is no number that can be calculated with. Leave the fact out, or empty, where it is not known.",
    (
        "company.revenue",
        "-.inf",
    ): "'-.inf' is no number that can be calculated with. Leave the fact out, or empty, where it is not known.",
    (
        "company.revenue",
        "1e400",
    ): "'1e400' is no number that can be calculated with. Leave the fact out, or empty, where it is not known.",
    ("company.revenue", "1.2m"): "'1.2m' is no number. Write 1200000.",
    ("company.revenue", "350k"): "'350k' is no number. Write 350000.",
    ("company.revenue", "'1,200,000'"): "'1,200,000' is no number. Write 1200000.",
    ("company.revenue", "€5.000.000"): "'€5.000.000' is no number. Write 5000000.",
    ("company.revenue", "1_0"): "'1_0' is no number. Write 10.",
    ("company.revenue", "-1"): "-1 is less than 0. Write a number of at least 0.",
    ("company.industry", "Real Estate"): "'Real Estate' is no choice here. Did you mean real_estate?",
    ("company.industry", "sofware"): "'sofware' is no choice here. Did you mean software?",
    ("company.industry", "banking"): "'banking' is no choice here. Choose one of software, real_estate, other.",
    (
        "company.as_of",
        "31.01.2027",
    ): "'31.01.2027' is no date. Write year, month and day as YYYY-MM-DD, such as 2027-01-31.",
    ("company.as_of", "2027/1/5"): "'2027/1/5' is no date. Write 2027-01-05.",
    ("company.as_of", "2027-02-30"): "There is no day 2027-02-30. Check the month and the day.",
    ("company.currency", "Euro"): "'Euro' is no ISO code of a currency. Write EUR.",
    ("company.currency", "eur"): "'eur' is no ISO code of a currency. Write EUR.",
    ("company.currency", "$"): "'$' is no ISO code of a currency. Write USD.",
    (
        "company.currency",
        "crowns",
    ): "'crowns' is no ISO code of a currency. Write its three letters, such as USD or EUR.",
    ("company.name", '"a\\u0007b"'): "The text holds a control character. Remove it.",
    ("company.name", "x" * 201): "The text has 201 characters. Keep it to 200.",
    ("customers.relationship", "6"): "6 is no step of the scale. Write a whole number from 1 (It is 1) to 5 (It is 5).",
    (
        "customers.relationship",
        "2.5",
    ): "2.5 is not a whole number. Write a whole number from 1 (It is 1) to 5 (It is 5).",
    ("customers.relationship", "high"): "'high' is no number. Write a whole number.",
    ("deal.win_rate", "60"): "60 is more than 1. Shares run from 0 to 1: for 60 % write 0.6.",
    ("deal.win_rate", "60%"): "'60%' is no number. Write 0.6.",
    ("deal.win_rate", "1.5"): "1.5 is more than 1. Shares run from 0 to 1: for 1.5 % write 0.015.",
    ("deal.win_rate", "600"): "600 is more than 1. Write a number from 0 to 1.",
    ("deal.win_rate", "-0.1"): "-0.1 is less than 0. Write a number from 0 to 1.",
    ("growth.target", "30 %"): "'30 %' is no number. Write 0.3.",
    ("growth.target", "-2"): "-2 is less than -1. Write a number of at least -1.",
    ("process.crm", "maybe"): "'maybe' is neither yes nor no. Write yes or no.",
    ("process.crm", "y"): "'y' is neither yes nor no. Write yes.",
    ("process.crm", "0"): "'0' is neither yes nor no. Write no.",
    ("process.crm", "'no'"): "'no' is in quotes, which makes it a text. Remove the quotes: no.",
    ("current.symptoms", "silos"): "'silos' stands where a list of choices is due. Put it in brackets: [silos].",
    (
        "current.symptoms",
        "{silos: yes}",
    ): "A mapping stands where a list of choices is due. Write one value behind the colon.",
    ("current.symptoms", "[silos, silos]"): "'silos' is listed twice. Remove one of the two.",
    ("current.symptoms", "[silo]"): "'silo' is no choice here. Did you mean silos?",
    ("current.symptoms", "[silos, ~]"): "The list has an empty item. Write single values, with commas between them.",
    (
        "current.symptoms",
        "[[silos]]",
    ): "The list holds more than single values. Write single values, with commas between them.",
    ("plan.start", "2027-13"): "'2027-13' is no month. Write YYYY-MM, such as 2027-01.",
    ("plan.start", "2027-01-31"): "'2027-01-31' is no month. Write 2027-01.",
    ("plan.seasonality", "4"): "'4' stands where a list of numbers is due. Put it in brackets: [4].",
    ("plan.seasonality", "[1, -1]"): "-1 is less than 0. Write a number of at least 0.",
}


@pytest.mark.parametrize(
    ("stated", "message"), REFUSED.items(), ids=[f"{name} {value[:20]}" for name, value in REFUSED]
)
def test_what_cannot_be_typed_is_refused_with_what_was_probably_meant(stated: tuple[str, str], message: str) -> None:
    found = said_of(written(*stated))
    assert [line.partition(f"{stated[0]}: ")[2] for line in found] == [message]


def test_every_bad_item_of_a_list_is_told_at_its_own_place() -> None:
    assert said_of("company: {name: A}\ncurrent:\n  symptoms:\n    - silo\n    - low_moral\n") == [
        "f.yaml:4:7: current.symptoms: 'silo' is no choice here. Did you mean silos?",
        "f.yaml:5:7: current.symptoms: 'low_moral' is no choice here. Did you mean low_morale?",
    ]


@pytest.mark.parametrize(
    ("bad", "good", "left"), [(10, 0, ""), (11, 0, "and 1 of its items"), (250, 3, "and 243 of its items")]
)
def test_of_a_list_ten_problems_are_told_and_the_rest_is_counted(bad: int, good: int, left: str) -> None:
    items = ", ".join([*(f"x{number}" for number in range(bad)), *["silos"] * good])
    told = said_of(written("current.symptoms", f"[{items}]"))
    assert (len(told), left in told[-1], sum("is no choice" in line for line in told)) == (10 + bool(left), True, 10)
