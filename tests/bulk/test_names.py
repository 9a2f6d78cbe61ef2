"""Names for reports."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesdesign.bulk.names import fit, name_of

ROOT = Path("/facts")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("acme.yaml", "acme"),
        ("north/acme.yaml", "north/acme"),
        ("Acme Ltd.yaml", "acme-ltd-"),
        ("acme.yml", "acme-yml-"),
        ("Müller.yaml", "muller-"),
        ("日本.yaml", "company-"),
        ("con.yaml", "con-"),
        ("nul.a.yaml", "nul-a-"),
        ("...yaml", "company-"),
        ("../acme.yaml", "elsewhere-"),
    ],
)
def test_names_tell_where_the_facts_are(file: str, name: str) -> None:
    assert name_of(ROOT / file, ROOT).startswith(name)


def test_files_that_differ_in_what_a_file_system_may_ignore_have_different_names() -> None:
    files = [
        "acme.yaml",
        "Acme.yaml",
        "ACME.yaml",
        "acme.yml",
        "acme .yaml",
        "acme..yaml",
        "acmé.yaml",
        "acme\u0301.yaml",
    ]
    assert len({name_of(ROOT / file, ROOT) for file in files}) == len(files)


def test_a_document_of_many_never_meets_a_file() -> None:
    many = {name_of(ROOT / "all.yaml", ROOT, number) for number in (1, 2)}
    assert many.isdisjoint({name_of(ROOT / "all.yaml", ROOT), name_of(ROOT / "all" / "1.yaml", ROOT)})


PART = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=300)


@given(PART, PART)
@example("..", ".")
@example("a", "A")
@example("com1", "lpt9.txt")
def test_a_part_is_plain_short_and_its_own(one: str, other: str) -> None:
    for text in (one, other):
        part = fit(text)
        assert part.isascii()
        assert part == part.lower()
        assert part.replace("-", "a").isalnum()
        assert len(part) < 80
        assert part not in ("con", "prn", "aux", "nul")
    assert (fit(one) == fit(other)) == (one == other)


@given(st.lists(st.one_of(PART, st.just("..")), min_size=1, max_size=5))
def test_no_report_leaves_its_folder(parts: list[str]) -> None:
    name = PurePosixPath(name_of(ROOT.joinpath(*parts, "acme.yaml"), ROOT))
    assert not name.is_absolute()
    assert ".." not in name.parts
