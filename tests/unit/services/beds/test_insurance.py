"""Which bed is insured on a day, until when without a gap, and which is not."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.bedding import Insured
from desktop.core.errors import InvalidDraft
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.beds import insurance
from desktop.services.beds import places as beds
from desktop.services.beds.insurance import Cover, InsuranceDraft
from desktop.services.beds.places import BedDraft
from tests.unit.services.visits.test_roster_rules import forgotten

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def bed(actor):
    def make(number="1", **fields):
        return beds.save(actor, BedDraft(building="1号楼", room="304", number=number, **fields))

    return make


def cover(bed, day=TODAY):
    return insurance.covers(day)[bed]


def test_a_policy_covers_its_first_and_last_day_and_ends_soon_thirty_days_before(bed, actor):
    one = bed()
    insurance.insure(actor, [one], InsuranceDraft("2026-01-01", "2026-12-31", "人保财险", "YN-0304-1"))
    last = dt.date(2026, 12, 31)
    told = {
        "2025-12-31": Cover(Insured.NONE, None, "", ""),
        "2026-01-01": Cover(Insured.IN_FORCE, last, "YN-0304-1", "人保财险"),
        "2026-11-30": Cover(Insured.IN_FORCE, last, "YN-0304-1", "人保财险"),
        "2026-12-01": Cover(Insured.ENDS_SOON, last, "YN-0304-1", "人保财险"),
        "2026-12-31": Cover(Insured.ENDS_SOON, last, "YN-0304-1", "人保财险"),
        "2027-01-01": Cover(Insured.OVER, last, "YN-0304-1", "人保财险"),
    }
    assert {day: cover(one, dt.date.fromisoformat(day)) for day in told} == told


def test_a_renewal_without_a_gap_goes_on_and_each_day_has_its_own_code(bed, actor):
    one = bed()
    insurance.insure(actor, [one], InsuranceDraft("2026-01-01", "2026-10-31", code="旧码"))
    insurance.insure(actor, [one], InsuranceDraft("2026-11-01", "2027-10-31", code="新码"))
    assert cover(one) == Cover(Insured.IN_FORCE, dt.date(2027, 10, 31), "旧码", "")
    assert cover(one, dt.date(2026, 11, 1)).code == "新码"


def test_one_policy_is_recorded_for_many_beds_put_right_and_voided(bed, actor):
    one, other = bed("1"), bed("2")
    insurance.insure(actor, [one, other], InsuranceDraft("2026-01-01", "2026-12-31", "人保财险"))
    first, second = query.ids("SELECT id FROM living_bed_insurance ORDER BY id")
    draft = insurance.draft_of(first)
    draft.to_on = "2026-10-20"
    insurance.change(actor, first, draft)
    insurance.void(actor, second, "记错床")
    assert (cover(one).state, cover(other).state) == (Insured.OVER, Insured.NONE)


def test_without_days_the_beds_own_row_says_whether_and_days_overrule_it(bed, actor):
    one, other = bed("1", insured=True, external_code="A-1"), bed("2", insured=False)
    assert cover(one) == Cover(Insured.UNDATED, None, "A-1", "")
    assert cover(other).state == Insured.NONE
    insurance.insure(actor, [one], InsuranceDraft("2025-01-01", "2025-12-31"))
    assert cover(one).state == Insured.OVER


def test_the_last_day_is_not_before_the_first(bed, actor):
    with pytest.raises(InvalidDraft) as caught:
        insurance.insure(actor, [bed()], InsuranceDraft("2026-02-01", "2026-01-31"))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("to_on", Reason.ENDS_BEFORE_START)]


DAYS = st.integers(0, 90).map(lambda number: dt.date(2026, 9, 1) + dt.timedelta(days=number))
POLICIES = st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(POLICIES, DAYS)
def test_a_bed_is_insured_as_somebody_would_say_who_ticks_every_day_in_a_calendar(actor, policies, day):
    with forgotten():
        one = beds.save(actor, BedDraft(room="304", number="1"))
        ticked = set()
        for first, last in policies:
            insurance.insure(actor, [one], InsuranceDraft(first, last))
            ticked |= {first + dt.timedelta(days=number) for number in range((last - first).days + 1)}
        found = cover(one, day)
        assert (found.state in {Insured.IN_FORCE, Insured.ENDS_SOON}) == (day in ticked)
        until = day
        while until + dt.timedelta(days=1) in ticked:
            until += dt.timedelta(days=1)
        if day in ticked:
            assert found.until == until
            assert (found.state == Insured.ENDS_SOON) == ((until - day).days <= 30)
        elif any(one < day for one in ticked):
            assert (found.state, found.until) == (Insured.OVER, max(one for one in ticked if one < day))
        else:
            assert (found.state, found.until) == (Insured.NONE, None)
