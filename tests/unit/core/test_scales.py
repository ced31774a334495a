"""The scale of a picture ends where a reader expects it."""

import pytest

from desktop.core.scales import nice_top


@pytest.mark.parametrize(
    ("highest", "top"),
    [(0, 4), (3, 4), (7, 10), (10, 10), (11, 12), (82.34, 100), (100, 100), (148, 160), (231, 240), (1000, 1000)],
)
def test_a_scale_ends_at_the_next_round_number(highest, top):
    assert nice_top(highest) == top


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 10, 11, 99, 100, 148, 231, 999, 1000, 2511])
def test_a_scale_ends_at_a_round_number_above_the_highest(highest):
    top = nice_top(highest)
    assert top >= highest
    assert top <= max(10, highest * 1.7)
