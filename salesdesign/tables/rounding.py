"""How a float is rounded in the same way everywhere."""

FRACTIONS_END = 1.5 * 2.0**52
"""From here on a float has no fractions: adding it and taking it away again rounds half to even in every engine that
calculates with IEEE doubles, as Python's `round` does, while their own functions disagree about halves."""
