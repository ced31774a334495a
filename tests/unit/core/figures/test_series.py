"""How two months differ, and how a difference is said."""

from decimal import Decimal

import pytest

from desktop.core.figures.series import (
    OverMonths,
    Series,
    Unit,
    change,
    difference,
    signed_text,
    unit_of,
    value_text,
)
from desktop.core.period import Month

JULY, AUGUST, SEPTEMBER = Month(2026, 7), Month(2026, 8), Month(2026, 9)


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        ("visits.unvisited", Unit.COUNT),
        ("visits.visit_rate", Unit.PERCENT),
        ("canteen.subsidy", Unit.YUAN),
        ("services.by_payer.补贴", Unit.COUNT),
        ("indicators.0.value", Unit.OTHER),
    ],
)
def test_what_a_figure_is_told_in(figure, unit):
    assert unit_of(figure) is unit


@pytest.mark.parametrize(
    ("value", "other", "more", "percent"),
    [
        ("275", "250", "+25", "10.00"),
        ("250", "275", "-25", "-9.09"),
        ("3", "8", "-5", "-62.50"),
        ("200.005", "200", "+0.005", "0.00"),
        ("1", "8", "-7", "-87.50"),
        ("7", "7", "0", "0.00"),
        ("7", "0", "+7", None),
        ("7", None, "—", None),
        (None, "7", "—", None),
    ],
)
def test_a_difference_and_its_share_of_the_other(value, other, more, percent):
    one, two = (None if text is None else Decimal(text) for text in (value, other))
    assert signed_text(difference(one, two)) == more
    found = change(one, two, Unit.COUNT)
    assert (None if found is None else str(found)) == percent


def test_a_half_is_rounded_away_from_nothing():
    assert change(Decimal(20001), Decimal(20000), Unit.COUNT) == Decimal("0.01")
    assert change(Decimal(19999), Decimal(20000), Unit.YUAN) == Decimal("-0.01")


def test_rates_and_indicators_differ_in_points_only():
    assert difference(Decimal("82.34"), Decimal("80.00")) == Decimal("2.34")
    assert change(Decimal("82.34"), Decimal("80.00"), Unit.PERCENT) is None
    assert change(Decimal(3), Decimal(2), Unit.OTHER) is None


def test_values_are_told_as_they_are():
    assert [value_text(one) for one in (None, Decimal(0), Decimal("22444.50"))] == ["—", "0", "22444.50"]


def test_some_of_the_months_are_cut_out():
    year = OverMonths(
        (JULY, AUGUST, SEPTEMBER),
        frozenset({JULY, AUGUST}),
        (Series("visits.visited", (None, Decimal(2), Decimal(3))), Series("indicators.0.value", (None,) * 3, "探访率")),
    )
    two = year.cut((SEPTEMBER, AUGUST))
    assert two.closed == {AUGUST}
    assert [(one.figure, one.values, one.name, one.empty) for one in two.series] == [
        ("visits.visited", (Decimal(3), Decimal(2)), "", False),
        ("indicators.0.value", (None, None), "探访率", True),
    ]
    visited = two.of("visits.visited")
    assert visited is not None
    assert two.at(visited, AUGUST) == 2
    assert two.of("visits.required") is None
