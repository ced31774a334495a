"""A bed out of service on dated days: offered on none of them, and nobody lies in it then."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, Overlap
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.beds import in_service, outages, stays
from desktop.services.beds import places as beds
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import beds as figures
from desktop.services.writing import months

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def bed(actor):
    return beds.save(actor, BedDraft(building="1号楼", room="304", number="1"))


def test_days_of_a_repair_offer_no_bed_days_and_the_bed_is_free_again_by_itself(bed, actor):
    outages.record(actor, OutageDraft(bed, "2026-10-05", "2026-10-20", "粉刷"))
    assert figures(OCTOBER).available_bed_days == 31 - 16
    assert beds.rows([bed])[0].state == "free"
    outages.record(actor, OutageDraft(bed, "2026-10-21", "2026-10-22", "换床垫"))
    assert (beds.rows([bed])[0].state, beds.draft_of(bed).out_of_service) == ("out_of_service", True)


def test_a_repair_to_come_is_recorded_and_nobody_is_admitted_over_it(bed, actor, person):
    outages.record(actor, OutageDraft(bed, "2026-11-02", "2026-11-05", "粉刷"))
    assert beds.rows([bed])[0].state == "free"
    for last in ("", "2026-11-03"):
        with pytest.raises(InvalidDraft) as caught:
            stays.admit(actor, StayDraft(person(), bed, "2026-10-21", last))
        assert [(one.name, one.hint) for one in caught.value.fields] == [("bed_id", "2026-11-02")]
    stays.admit(actor, StayDraft(person(), bed, "2026-10-21", "2026-11-02"))


def test_an_outage_is_put_right_and_voided(bed, actor):
    one = outages.record(actor, OutageDraft(bed, "2026-10-05", "", "漏水"))
    draft = outages.draft_of(one)
    assert (draft.from_on, draft.to_on, draft.reason) == ("2026-10-05", "", "漏水")
    draft.to_on = "2026-10-09"
    outages.change(actor, one, draft)
    assert figures(OCTOBER).available_bed_days == 26
    outages.void(actor, one, "记错床")
    assert figures(OCTOBER).available_bed_days == 31


def test_the_days_are_free_of_people_of_other_outages_and_before_the_close(bed, actor, person):
    stays.admit(actor, StayDraft(person(), bed, "2026-10-01", "2026-10-05"))
    with pytest.raises(InvalidDraft) as caught:
        outages.record(actor, OutageDraft(bed, "2026-10-04", "2026-10-06"))
    assert [(one.name, one.reason, one.hint) for one in caught.value.fields] == [
        ("from_on", Reason.BED_TAKEN_THEN, "2026-10-04")
    ]
    outages.record(actor, OutageDraft(bed, "2026-10-05", "2026-10-06"))
    with pytest.raises(Overlap) as overlapping:
        outages.record(actor, OutageDraft(bed, "2026-10-06"))
    assert overlapping.value.other == "2026-10-05 – 2026-10-06"
    in_service.close(actor, bed, "2026-10-11")
    with pytest.raises(InvalidDraft) as caught:
        outages.record(actor, OutageDraft(bed, "2026-10-08", "2026-10-11"))
    assert [(one.name, one.hint) for one in caught.value.fields] == [("to_on", "2026-10-11")]


def test_a_closed_month_offers_what_it_offered(bed, actor):
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(MonthClosed):
        outages.record(actor, OutageDraft(bed, "2026-09-30", "2026-10-02"))
    assert query.count("SELECT count(*) FROM bed_outage") == 0


def test_who_ticks_it_off_ends_what_runs_today_and_nothing_to_come(bed, actor):
    outages.record(actor, OutageDraft(bed, "2026-10-19", "2026-10-30"))
    outages.record(actor, OutageDraft(bed, "2026-11-10", "2026-11-12"))
    draft = beds.draft_of(bed)
    draft.out_of_service = False
    beds.save(actor, draft)
    found = query.fetch("SELECT from_on, to_on FROM living_bed_outage ORDER BY from_on")
    assert found == [("2026-10-19", "2026-10-20"), ("2026-11-10", "2026-11-12")]
    assert figures(OCTOBER).available_bed_days == 29


def test_the_row_of_a_bed_says_for_the_district_what_it_is_on_the_day_of_the_write(bed, actor):
    def told():
        return query.text("SELECT state FROM bed WHERE id = ?", [bed])

    one = outages.record(actor, OutageDraft(bed, dt.date(2026, 10, 21)))
    assert told() == "out_of_service"
    outages.void(actor, one, "记错床")
    assert told() == "free"


def test_the_form_takes_no_bed_out_of_service_that_is_gone_or_has_later_days_without_it(bed, actor):
    def tick():
        draft = beds.draft_of(bed)
        draft.out_of_service = True
        beds.save(actor, draft)

    coming = outages.record(actor, OutageDraft(bed, "2026-11-10", "2026-11-12"))
    with pytest.raises(Overlap) as overlapping:
        tick()
    assert overlapping.value.other == "2026-11-10 – 2026-11-12"
    outages.void(actor, coming, "不修了")
    in_service.close(actor, bed, "2026-10-20")
    with pytest.raises(InvalidDraft) as caught:
        tick()
    assert [(one.name, one.reason, one.hint) for one in caught.value.fields] == [
        ("out_of_service", Reason.BED_NOT_IN_SERVICE, "2026-10-20")
    ]
    in_service.take_back_close(actor, bed, "点错")
    assert (query.count("SELECT count(*) FROM living_bed_outage"), figures(OCTOBER).available_bed_days) == (0, 31)
    tick()
    assert figures(OCTOBER).available_bed_days == 20
