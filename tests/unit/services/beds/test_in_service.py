"""When a bed is there: nobody is admitted into one that is not, and the figures take its days in service."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.services.beds import in_service, stays
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import beds as bed_figures
from desktop.services.residents import states

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def bed(actor):
    def make(number="1", **fields):
        return beds.save(actor, BedDraft(building="1号楼", room="304", number=number, **fields))

    return make


def refused(caught):
    return [(error.name, error.reason, error.hint) for error in caught.value.fields]


def test_a_bed_counts_from_the_day_on_which_it_was_put_up(bed):
    bed("1")
    bed("2", opened_on="2026-10-20")
    assert (bed_figures(SEPTEMBER).beds, bed_figures(SEPTEMBER).available_bed_days) == (1, 30)
    assert (bed_figures(OCTOBER).beds, bed_figures(OCTOBER).available_bed_days) == (2, 31 + 12)


def test_a_bed_put_up_later_changes_no_month_before(bed, person, actor):
    """rules.md A1: October got 2 beds, 62 bed-days, a nursing share and an occupancy of half."""
    stays.admit(actor, StayDraft(person(), bed("1"), "2026-09-01"))
    before = bed_figures(OCTOBER)
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)):
        two = bed("2", kind="ordinary", opened_on="2026-11-20")
        draft = beds.draft_of(two)
        draft.kind = "nursing"
        beds.save(actor, draft)
        november = bed_figures(Month(2026, 11))
    found = bed_figures(OCTOBER)
    assert found == before
    assert (found.beds, found.available_bed_days, found.nursing_share, found.occupancy) == (1, 31, 100, 100)
    assert (november.beds, november.available_bed_days, november.nursing_beds) == (2, 30 + 11, 2)


def test_a_closed_bed_counts_no_more_from_that_day_on_and_stays_in_the_months_before(bed, actor):
    one = bed("1")
    in_service.close(actor, one, "2026-10-11")
    assert (bed_figures(SEPTEMBER).beds, bed_figures(SEPTEMBER).available_bed_days) == (1, 30)
    assert (bed_figures(OCTOBER).beds, bed_figures(OCTOBER).available_bed_days) == (0, 10)
    assert (beds.rows([one])[0].state, beds.rows([one])[0].closed_on) == ("out_of_service", dt.date(2026, 10, 11))
    with pytest.raises(AlreadyRecorded):
        in_service.close(actor, one, "2026-10-12")


def test_a_close_by_mistake_is_taken_back_with_a_reason(bed, actor):
    one = bed("1")
    with pytest.raises(NotFound):
        in_service.take_back_close(actor, one, "点错了")
    in_service.close(actor, one, "2026-10-11")
    with pytest.raises(ReasonNeeded):
        in_service.take_back_close(actor, one, " ")
    in_service.take_back_close(actor, one, "点错了")
    assert bed_figures(OCTOBER).available_bed_days == 31
    assert beds.rows([one])[0].state == "free"


def test_a_bed_is_not_closed_before_it_was_put_up_nor_over_somebody_in_it(bed, person, actor):
    one = bed("1", opened_on="2026-09-01")
    with pytest.raises(InvalidDraft) as caught:
        in_service.close(actor, one, "2026-08-31")
    assert refused(caught) == [("closed_on", "ends_before_start", "")]
    stays.admit(actor, StayDraft(person(), one, "2026-09-05", "2026-10-10"))
    with pytest.raises(InvalidDraft) as caught:
        in_service.close(actor, one, "2026-10-09")
    assert refused(caught) == [("closed_on", "bed_taken_then", "2026-10-09")]
    # The last day of the stay is not occupied.
    in_service.close(actor, one, "2026-10-10")


def test_the_first_day_is_put_right_but_never_after_somebody_lay_in_the_bed(bed, person, actor):
    one = bed("1", opened_on="2026-10-01")
    stays.admit(actor, StayDraft(person(), one, "2026-10-05", "2026-10-10"))
    draft = beds.draft_of(one)
    assert draft.opened_on == "2026-10-01"
    draft.opened_on = "2026-10-06"
    with pytest.raises(InvalidDraft) as caught:
        beds.save(actor, draft)
    assert refused(caught) == [("opened_on", "bed_taken_then", "2026-10-05")]
    draft.opened_on = "2026-10-05"
    beds.save(actor, draft)
    assert bed_figures(OCTOBER).available_bed_days == 27


@pytest.mark.parametrize(
    ("first", "last", "missing"),
    [
        ("2026-09-30", "2026-10-02", "2026-09-30"),
        ("2026-09-30", "2026-10-01", "2026-09-30"),
        ("2026-10-18", "2026-10-21", "2026-10-20"),
        ("2026-10-18", "", "2026-10-20"),
        ("2026-10-20", "", "2026-10-20"),
    ],
)
def test_nobody_is_admitted_into_a_bed_on_days_on_which_it_is_not_there(bed, person, actor, first, last, missing):
    one = bed("1", opened_on="2026-10-01")
    in_service.close(actor, one, "2026-10-20")
    with pytest.raises(InvalidDraft) as caught:
        stays.admit(actor, StayDraft(person(), one, first, last))
    assert refused(caught) == [("bed_id", "bed_not_in_service", missing)]
    assert bed_figures(OCTOBER).stays == ()


def test_a_stay_from_the_first_day_to_the_last_fills_the_bed_and_no_more(bed, person, actor):
    one = bed("1", opened_on="2026-10-01")
    in_service.close(actor, one, "2026-10-20")
    stays.admit(actor, StayDraft(person(), one, "2026-10-01", "2026-10-20"))
    assert (bed_figures(OCTOBER).occupied_bed_days, bed_figures(OCTOBER).available_bed_days) == (19, 19)


def test_nobody_is_admitted_into_a_bed_out_of_service(bed, person, actor):
    """rules.md A7."""
    one = bed("1", out_of_service=True)
    assert bed_figures(OCTOBER).available_bed_days == 20
    for first in ("2026-10-21", "2026-10-01"):
        with pytest.raises(InvalidDraft) as caught:
            stays.admit(actor, StayDraft(person(), one, first))
        assert refused(caught) == [("bed_id", "bed_not_in_service", "2026-10-21")]
    # What was before stands.
    stays.admit(actor, StayDraft(person(), one, "2026-10-01", "2026-10-21"))


def test_no_bed_is_taken_out_of_service_under_somebody_and_occupancy_is_never_above_all(bed, person, actor):
    """rules.md A7: 15 occupied days in a bed that offered none, 入住率 "—" or above 100 %."""
    one = bed("1")
    stays.admit(actor, StayDraft(person(), one, "2026-10-01"))
    draft = beds.draft_of(one)
    draft.out_of_service = True
    with pytest.raises(InvalidDraft) as caught:
        beds.save(actor, draft)
    assert refused(caught) == [("out_of_service", "bed_taken", "")]
    found = bed_figures(OCTOBER)
    assert (found.available_bed_days, found.occupied_bed_days, found.occupancy) == (31, 31, 100)


def test_a_stay_is_not_lengthened_over_days_on_which_the_bed_was_closed(bed, person, actor):
    one = bed("1")
    stay = stays.admit(actor, StayDraft(person(), one, "2026-10-01", "2026-10-05"))
    in_service.close(actor, one, "2026-10-10")
    ended = dt.date(2026, 10, 5)
    with pytest.raises(InvalidDraft):
        stays.discharge(actor, stay, "2026-10-11", "", seen=ended)
    stays.discharge(actor, stay, "2026-10-10", "", seen=ended)
    assert bed_figures(OCTOBER).occupied_bed_days == bed_figures(OCTOBER).available_bed_days == 9


def test_nobody_is_admitted_who_is_not_on_register_that_day(bed, person, actor):
    moved = person("甲", registered_on="2026-09-10")
    states.apply(actor, moved, "moved_out", dt.date(2026, 10, 10), "迁往外地")
    for day in ("2026-09-09", "2026-10-10", "2026-10-12"):
        with pytest.raises(DateRefused) as caught:
            stays.admit(actor, StayDraft(moved, bed(day), day))
        assert (caught.value.reason, caught.value.day) == ("off_register", dt.date.fromisoformat(day))


def test_a_stay_ends_with_a_departure_that_is_on_record_already(bed, person, actor):
    moved, place = person("甲"), bed()
    states.apply(actor, moved, "moved_out", dt.date(2026, 10, 10), "迁往外地")
    with pytest.raises(DateRefused):
        stays.admit(actor, StayDraft(moved, place, "2026-10-01", "2026-10-11"))
    stays.admit(actor, StayDraft(moved, place, "2026-10-01"))
    assert bed_figures(OCTOBER).stays[0].to_on == dt.date(2026, 10, 10)
    assert bed_figures(OCTOBER).occupied_bed_days == 9


def test_only_full_care_beds_count_as_beds_and_earn_the_subsidy(bed, person, actor):
    for number, mode in enumerate(("full", "day", "home"), 1):
        stays.admit(
            actor,
            StayDraft(
                person(f"老人{number}", grade="severe"),
                bed(str(number), mode=mode, kind="nursing" if mode == "day" else "ordinary"),
                "2026-10-01",
                leave_from="2026-10-19",
                leave_to="2026-10-20",
            ),
        )
    found = bed_figures(OCTOBER)
    assert (found.beds, found.nursing_beds, found.available_bed_days) == (1, 0, 31)
    assert (found.occupied_bed_days, found.leave_bed_days, str(found.occupancy)) == (29, 2, "100.00")
    # 150 yuan × 29 ÷ 31 = 140.3226, once.
    assert found.operating_subsidy_fen == 14032
    assert [line.person.name for line in found.stays] == ["老人1"]
    assert [
        (one.mode, one.places, one.taken_end, one.available_days, one.taken_days, one.away_days, one.persons)
        for one in found.places
    ] == [("day", 1, 1, 31, 29, 2, 1), ("home", 1, 1, 31, 29, 2, 1)]
    assert [(line.person.name, line.subsidy_fen) for line in found.other_stays] == [("老人2", 0), ("老人3", 0)]
