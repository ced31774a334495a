"""A printer that is off, measured and put right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.printers import NONE, Adjustment, Lines, adjustment

A4 = Lines.of((210, 297))
off = st.tuples(
    st.floats(-5, 5),
    st.floats(-5, 5),
    st.floats(0.96, 1.04),
    st.floats(0.96, 1.04),
)


def test_a_printer_that_is_right_needs_nothing() -> None:
    assert adjustment(A4, A4) == NONE


def test_what_lies_too_far_right_goes_left() -> None:
    assert adjustment(A4, Lines(21.5, 19.2, 170, 257)) == Adjustment(-1.5, 0.8)


def test_what_was_shrunk_to_fit_the_page_is_stretched() -> None:
    # 97 %, laid in the middle of the sheet: 3.15 mm of a margin left, 4.455 above.
    shrunk = Lines(20 * 0.97 + 3.15, 20 * 0.97 + 4.455, 170 * 0.97, 257 * 0.97)
    found = adjustment(A4, shrunk)
    assert (found.wide, found.high) == (1.0309, 1.0309)
    assert (found.right, found.down) == pytest.approx((-3.15 / 0.97, -4.455 / 0.97), abs=0.01)
    assert found.possible


@settings(max_examples=50)
@given(off)
def test_whatever_a_printer_does_its_measures_bring_every_place_back(
    printer: tuple[float, float, float, float],
) -> None:
    right, down, wide, high = printer

    def printed(at: tuple[float, float]) -> tuple[float, float]:
        return at[0] * wide + right, at[1] * high + down

    first, second = printed((A4.left, A4.top)), printed((A4.left + A4.across, A4.top + A4.down))
    found = adjustment(A4, Lines(*first, second[0] - first[0], second[1] - first[1]))
    for meant in ((0, 0), (70, 37), (140, 259.5), (210, 297)):
        assert printed(found.place(meant)) == pytest.approx(meant, abs=0.05)


def test_a_printer_cannot_be_off_by_as_much_as_a_label() -> None:
    assert Adjustment(20, -20, 1.06, 0.94).possible
    assert not Adjustment(20.1).possible
    assert not Adjustment(down=-21).possible
    assert not Adjustment(wide=1.07).possible
    assert not Adjustment(high=0.9).possible


def test_a_small_paper_has_its_lines_nearer_the_edge() -> None:
    assert Lines.of((60, 40)) == Lines(10, 10, 40, 20)
