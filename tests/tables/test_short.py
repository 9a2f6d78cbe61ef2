"""Constants that are added up in short numbers: whatever they are, the sum is that of plain numbers."""

from collections.abc import Sequence

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.tables.columns import Named, Summed
from salesdesign.tables.expressions import expression
from salesdesign.tables.folding import flagged, times
from salesdesign.tables.short import BYTE, most, portions, unit_of

_points = st.lists(
    st.sampled_from([-40_000, -3_000, -500, -7, 1, 127, 128, 500, 1_500, 33_000]), min_size=1, max_size=9
)


@given(_points, st.integers(1, 3))
def test_a_sum_is_exact_however_short_its_numbers_are(points: Sequence[int], weight: int) -> None:
    parts = tuple(times(flagged(Named("told"), one), weight) for one in points)
    found = pl.DataFrame({"told": [True, False, None]}).select(expression(Summed(parts)))
    assert found.to_series().to_list() == [weight * sum(points), 0, 0]


@given(_points)
def test_a_portion_fits_into_a_byte_unless_it_is_one_part(points: Sequence[int]) -> None:
    parts = [flagged(Named("told"), one) for one in points]
    unit = unit_of(parts)
    found = portions(parts, unit)
    fits = [len(some) == 1 or sum(map(most, some)) // unit <= BYTE for some in found]
    assert ([part for some in found for part in some], all(fits)) == (parts, True)
