"""Numbers of chance: the same everywhere, and more of them begin with the fewer."""

from salesdesign.engine.probing.streams import octets, shorts


def test_the_numbers_of_a_seed_and_a_purpose_are_these() -> None:
    assert (list(octets(0, "weights", 6)), shorts(7, "fact", 3)) == (
        [248, 117, 168, 181, 171, 76],
        (9332, 61061, 44591),
    )


def test_more_numbers_begin_with_the_fewer() -> None:
    assert shorts(3, "a", 500)[:20] == shorts(3, "a", 20)


def test_seeds_and_purposes_have_streams_of_their_own() -> None:
    assert len({octets(seed, purpose, 16) for seed in (0, 1) for purpose in ("a", "b")}) == 4


def test_octets_are_spread_evenly() -> None:
    drawn = octets(1, "even", 256_000)
    assert all(800 < drawn.count(value) < 1200 for value in range(256))
