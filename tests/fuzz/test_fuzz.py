"""Short fuzzing in every test run: random inputs, cuttings of good ones, and every input that ever failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import HERE, TARGETS

FAILED = sorted((HERE / "corpus").glob("*/*"))
_settings = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("file", FAILED, ids=lambda file: f"{file.parent.name}-{file.name[:16]}")
def test_what_failed_once_fails_no_more(file: Path) -> None:
    TARGETS[file.parent.name].take(file.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_are_taken(name: str) -> None:
    @_settings
    @given(
        st.one_of(
            st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
        )
    )
    def take(data: bytes) -> None:
        TARGETS[name].take(data)

    take()


@pytest.mark.parametrize("name", TARGETS)
def test_good_inputs_cut_and_joined_are_taken(name: str) -> None:
    seeds = list(TARGETS[name].seeds())

    @_settings
    @given(st.data())
    def take(data: st.DataObject) -> None:
        one, other = (data.draw(st.sampled_from(seeds)) for _ in range(2))
        cut = data.draw(st.integers(0, len(one)))
        joined = one[:cut] + data.draw(st.binary(max_size=3)) + other[data.draw(st.integers(0, len(other))) :]
        TARGETS[name].take(joined[:4_000])

    take()


def test_every_corpus_has_its_target() -> None:
    assert set(_corpora()) <= set(TARGETS)


def _corpora() -> Iterator[str]:
    folder = HERE / "corpus"
    yield from (entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else ()
