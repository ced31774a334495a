"""The scale that a picture of numbers stands on, in the window and on paper."""

from __future__ import annotations

from math import log10


def nice_top(highest: float) -> int:
    """A round number at or above the highest value, for the top of a scale."""
    if highest <= 10:
        return 4 if highest <= 4 else 10
    unit = int(10 ** int(log10(highest)))
    steps = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10)
    return next(int(unit * step) for step in steps if unit * step >= highest)
