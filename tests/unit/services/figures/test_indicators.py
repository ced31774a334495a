"""Indicators of the plans: met by the counts, never by what is printed."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from desktop.services.figures.indicators import indicators


def parts(visited=0, to_visit=0, nursing=0, beds=0, record=(0, 0)):
    return (
        SimpleNamespace(visited=visited, to_visit=to_visit, helped=0, helped_of=0),
        SimpleNamespace(nursing_beds=nursing, beds=beds),
        SimpleNamespace(health_record_65=record, family_doctor_65=(0, 0)),
    )


def named(plan, name, *figures):
    return next(one for one in indicators(plan, *figures) if one.name == name)


@pytest.mark.parametrize(
    ("visited", "to_visit", "value", "met"),
    [
        (20_000, 20_000, "100.00", True),
        (20_000, 20_001, "99.99", False),
        (199_999, 200_000, "99.99", False),
        (0, 20, "0.00", False),
    ],
)
def test_a_hundred_percent_is_met_by_everybody_and_not_by_rounding(actor, visited, to_visit, value, met):
    found = named("chenggong", "特殊困难老年人月探访率", *parts(visited, to_visit))
    assert (str(found.value), found.met, found.target) == (value, met, Decimal(100))


def test_a_share_that_only_rounds_up_to_its_target_does_not_meet_it(actor):
    # 64.996 % is printed 65.00 and is not 65 %.
    assert named("chenggong", "护理型床位占比", *parts(nursing=16_249, beds=25_000)).value == Decimal("65.00")
    assert named("chenggong", "护理型床位占比", *parts(nursing=16_249, beds=25_000)).met is False
    assert named("chenggong", "护理型床位占比", *parts(nursing=13, beds=20)).met is True


def test_nothing_to_divide_by_is_neither_met_nor_missed(actor):
    found = named("chenggong", "护理型床位占比", *parts())
    assert (found.value, found.met) == (None, None)


def test_a_number_that_nobody_typed_is_missing(actor):
    found = named("chenggong", "有意愿特困老年人集中供养率", *parts())
    assert (found.value, found.met) == (None, None)
