"""Markets that sell differently, as a file states them."""

import pytest

from salesdesign.model.company import Segment
from tests.facts.examples import company_of, said_of

FILE = "company: {name: A}\nsegments:\n"


def shares(*segments: str) -> list[float]:
    lines = "".join(f"  - {{{segment}}}\n" for segment in segments)
    return [segment.share for segment in company_of(FILE + lines).segments]


def test_facts_of_a_segment_are_nested_like_those_of_the_company() -> None:
    text = "  - name: Large\n    share: 0.4\n    deal: {value: 80000}\n    headcount: {roles: {closer: 3}}\n"
    assert company_of(FILE + text).segments == (
        Segment(name="Large", share=0.4, facts={"deal.value": 80000, "headcount.roles.closer": 3}),
    )


def test_shares_that_are_not_given_are_equal_parts_of_what_is_left() -> None:
    assert shares("name: A, share: 0.5", "name: B", "name: C") == [0.5, 0.25, 0.25]
    assert shares("name: A", "name: B") == [0.5, 0.5]


def test_given_shares_may_leave_a_rest_to_the_company_itself() -> None:
    assert shares("name: A, share: 0.2", "name: B, share: 0.3") == [0.2, 0.3]


def test_no_segments_are_none() -> None:
    assert company_of("company: {name: A}\nsegments:\n").segments == ()


BAD = {
    "  - {share: 0.5}": [
        "f.yaml:3:5: segments.1.name: It is missing. Write '- name: ...' at the start of the segment."
    ],
    "  - {name: [A]}": [
        "f.yaml:3:12: segments.1.name: A list stands where a text is due. Write one value behind the colon."
    ],
    "  - {name: A}\n  - {name: A}": [
        "f.yaml:4:5: segments.2.name: Two entries are called 'A'. Give each a name of its own."
    ],
    "  - {name: A, share: 0.8}\n  - {name: B, share: 0.4}": [
        "f.yaml:3:3: segments: The shares of the segments sum to 1.2. Together they are at most 1."
    ],
    "  - {name: A, share: 1}\n  - {name: B}": [
        "f.yaml:3:3: segments: The shares leave nothing for B. Lower them, or give all."
    ],
    "  - {name: A, share: 60}": [
        "f.yaml:3:22: segments.1.share: 60 is more than 1. Shares run from 0 to 1: for 60 % write 0.6."
    ],
    "  - {name: A, deal: {valu: 5}}": [
        "f.yaml:3:22: segments.A.deal.valu: There is no such fact. Did you mean deal.value?"
    ],
    "  - {name: A, company: {currency: EUR}}": [
        "f.yaml:3:35: segments.A.company.currency: It is the same for the whole company. Move it out of the segment."
    ],
    "  - {name: A, territories: [{name: N}]}": [
        "f.yaml:3:28: segments.A.territories: It is the same for the whole company. Move it out of the segment."
    ],
    "  - {name: A, customers: {mix: {small: 0.9, large: 0.9}}}": [
        "f.yaml:3:52: segments.A.customers.mix: The shares sum to 1.8 (small 0.9 + large 0.9). Lower one of them."
    ],
    "  - {name: A, headcount: {sellers: 1, roles: {closer: 2}}}": [
        "f.yaml:3:36: segments.A.headcount.sellers: 1 seller cannot hold 2 posts. Count every seller once."
    ],
    "  - A": [
        (
            "f.yaml:3:5: segments.1: An entry is a mapping. "
            "Start it with '- name: ...', and write its other values below, indented like the name."
        )
    ],
}


@pytest.mark.parametrize(("text", "messages"), BAD.items())
def test_a_bad_segment_is_refused(text: str, messages: list[str]) -> None:
    assert said_of(FILE + text) == messages


def test_segments_are_a_list() -> None:
    assert said_of("company: {name: A}\nsegments: {name: A}") == [
        (
            "f.yaml:2:11: segments: A list of entries is due here. "
            "Start it with '- name: ...', and write its other values below, indented like the name."
        )
    ]
