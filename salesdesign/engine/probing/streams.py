"""Numbers of chance, the same on every machine: the k-th hangs on the seed and on k, never on how many are drawn."""

from hashlib import shake_128
from struct import unpack

LEVELS = 1 << 16
"""What `shorts` are below."""


def octets(seed: int, purpose: str, count: int) -> bytes:
    """As many numbers from 0 to 255. Each purpose has a stream of its own, and more of it begin with the fewer."""
    return shake_128(f"{seed}/{purpose}".encode()).digest(count)


def shorts(seed: int, purpose: str, count: int) -> tuple[int, ...]:
    """As many numbers from 0 to 65,535."""
    return unpack(f"<{count}H", octets(seed, purpose, 2 * count))
