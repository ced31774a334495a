"""Beds, stays and the bed-days of a month."""

import datetime as dt

import pytest

from desktop.core.codes import CodeKind, grouped
from desktop.core.errors import AlreadyRecorded, InvalidDraft, NotFound, Overlap, ReasonNeeded
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.services import import_batches
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedCounts, BedDraft, BedQuery
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import beds as bed_figures
from desktop.services.register import printed_codes
from desktop.services.writing import months

OCTOBER = Month(2026, 10)


@pytest.fixture
def bed(actor):
    def make(number: str = "1", kind: str = "nursing") -> int:
        return beds.save(actor, BedDraft(building="1号楼", floor="3", room="304", number=number, kind=kind))

    return make


def test_a_bed_gets_a_code_and_a_place_name(bed):
    (row,) = beds.rows([bed("2")])
    assert (row.place, row.state) == ("1号楼 304-2", "free")
    assert printed_codes.find(row.code).row_id == row.id


def test_the_same_bed_is_not_recorded_twice(bed):
    bed("1")
    with pytest.raises(AlreadyRecorded):
        bed("1")


def test_two_people_do_not_share_a_bed_nor_one_person_two(bed, person, actor):
    one, other = person("甲"), person("乙")
    first, second = bed("1"), bed("2")
    stay = stays.admit(actor, StayDraft(one, first, "2026-10-01"))
    for resident, place, what in ((other, first, "bed"), (one, second, "resident")):
        with pytest.raises(Overlap) as caught:
            stays.admit(actor, StayDraft(resident, place, "2026-10-05"))
        assert caught.value.what == what
    stays.discharge(actor, stay, "2026-10-10", "回家")
    # The last day is not occupied, so the next may come on it.
    stays.admit(actor, StayDraft(other, first, "2026-10-10"))


def test_a_stay_occupies_its_first_day_and_not_its_last(bed, person, actor):
    stays.admit(actor, StayDraft(person(grade="severe"), bed(), "2026-10-02", "2026-10-05"))
    found = bed_figures(OCTOBER)
    assert (found.occupied_bed_days, found.available_bed_days, found.beds) == (3, 31, 1)
    # 150 yuan × 3 ÷ 31, half-up.
    assert found.operating_subsidy_fen == 1452


def test_leave_days_are_counted_apart_and_keep_the_bed(bed, person, actor):
    stays.admit(
        actor,
        StayDraft(person(), bed(), "2026-09-01", leave_from="2026-09-29", leave_to="2026-10-03", leave_reason="住院"),
    )
    found = bed_figures(OCTOBER)
    assert (found.occupied_bed_days, found.leave_bed_days) == (28, 3)
    assert str(found.occupancy) == "100.00"


def test_a_leave_without_end_lasts(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-20", "", "住院")
    assert beds.rows(beds.find_ids(BedQuery()))[0].on_leave
    assert bed_figures(OCTOBER).leave_bed_days == 12
    with pytest.raises(Overlap):
        stays.add_leave(actor, stay, "2026-10-21", "", "又请假")


def test_the_nursing_share_is_of_beds_at_month_end(bed):
    bed("1")
    bed("2", kind="ordinary")
    bed("3", kind="ordinary")
    assert str(bed_figures(OCTOBER).nursing_share) == "33.33"


def test_a_bed_out_of_service_offers_no_days_from_that_day_on(bed, actor):
    one = bed("1")
    draft = beds.draft_of(one)
    draft.out_of_service = True
    beds.save(actor, draft)
    assert beds.rows([one])[0].state == "out_of_service"
    assert bed_figures(OCTOBER).available_bed_days == 20
    draft.out_of_service = False
    beds.save(actor, draft)
    assert beds.rows([one])[0].state == "free"


def test_a_discharge_before_the_admission_is_refused(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-10-10"))
    with pytest.raises(InvalidDraft):
        stays.discharge(actor, stay, "2026-10-09", "")


def test_the_list_finds_a_bed_by_place_and_by_who_lies_in_it(bed, person, actor):
    one = bed("1")
    bed("2")
    stays.admit(actor, StayDraft(person("欧阳雪梅"), one, "2026-10-01"))
    assert beds.find_ids(BedQuery(text="304-1")) == [one]
    assert beds.find_ids(BedQuery(text="欧阳")) == [one]
    assert beds.find_ids(BedQuery(state="occupied")) == [one]
    assert beds.rows([one])[0].since == dt.date(2026, 10, 1)


@pytest.mark.parametrize("text", ["wf", "王芳", "1号楼 304", "304-1", "X-77"])
def test_the_list_finds_a_bed_as_every_list_finds_who_lies_in_it(bed, person, actor, text):
    one = beds.save(actor, BedDraft(building="1号楼", room="304", number="1", external_code="X-77"))
    beds.save(actor, BedDraft(building="2号楼", room="501", number="2"))
    stays.admit(actor, StayDraft(person("王芳"), one, "2026-10-01"))
    person("王方")
    assert beds.find_ids(BedQuery(text=text)) == [one]


def test_the_list_finds_a_bed_by_its_label_scanned_read_aloud_or_by_its_last_digits(bed, actor):
    one, _ = bed("1"), bed("2")
    code = beds.rows([one])[0].code
    assert beds.find_ids(BedQuery(text=code)) == [one]
    assert beds.find_ids(BedQuery(text=grouped(code))) == [one]
    assert beds.find_ids(BedQuery(text=code[-6:])) == [one]


def test_a_label_that_was_replaced_still_finds_its_bed(bed, actor):
    one, _ = bed("1"), bed("2")
    old = beds.rows([one])[0].code
    printed_codes.replace(actor, CodeKind.BED, one, "标签掉了")
    assert beds.rows([one])[0].code != old
    assert beds.find_ids(BedQuery(text=old)) == [one]


def test_a_stay_and_a_leave_do_not_reach_into_a_closed_month(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-08-25", "2026-09-10"))
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        stays.void_stay(actor, stay, "登记错床")
    with pytest.raises(MonthClosed):
        stays.add_leave(actor, stay, "2026-08-28", "2026-09-02", "住院")


def test_an_import_of_stays_is_not_taken_back_out_of_a_closed_month(bed, person, actor):
    draft = StayDraft(person(), bed(), "2026-09-05", "2026-09-20")
    with import_batches.importing(actor, "beds", "床位.xlsx", "入住", "0" * 64, dry_run=False) as batch:
        stays.store_stay(batch.unit, draft)
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        import_batches.undo(actor, batch.id)


def test_a_leave_ends_on_its_last_day_away(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-12", "", "住院")
    for wrong in ("", "2026-10-11", "2026-10-22"):
        with pytest.raises(InvalidDraft):
            stays.end_leave(actor, stay, wrong)
    stays.end_leave(actor, stay, "2026-10-20")
    assert not beds.rows(beds.find_ids(BedQuery()))[0].on_leave
    assert bed_figures(OCTOBER).leave_bed_days == 9
    with pytest.raises(NotFound):
        stays.end_leave(actor, stay, "2026-10-20")
    stays.add_leave(actor, stay, "2026-10-21", "", "回家")


def test_somebody_back_early_ends_a_leave_that_had_a_last_day(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-12", "2026-10-30", "回家")
    stays.end_leave(actor, stay, "2026-10-15")
    assert bed_figures(OCTOBER).leave_bed_days == 4


def test_a_leave_does_not_end_within_a_closed_month(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-08-01"))
    stays.add_leave(actor, stay, "2026-08-20", "", "住院")
    months.close(actor, Month(2026, 9), "{}")
    for day in ("2026-08-25", "2026-09-29"):
        with pytest.raises(MonthClosed):
            stays.end_leave(actor, stay, day)
    # Away all of September: its figures stand, and October counts from its first day.
    stays.end_leave(actor, stay, "2026-09-30")
    assert bed_figures(OCTOBER).leave_bed_days == 0


def test_a_void_stay_counts_no_more_and_frees_bed_and_person(bed, person, actor):
    one, place = person(), bed()
    stay = stays.admit(actor, StayDraft(one, place, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-12", "", "住院")
    with pytest.raises(ReasonNeeded):
        stays.void_stay(actor, stay, " ")
    assert beds.rows([place])[0].on_leave
    stays.void_stay(actor, stay, "登记错床")
    assert beds.rows([place])[0].state == "free"
    assert bed_figures(OCTOBER).stays == ()
    with pytest.raises(NotFound):
        stays.end_leave(actor, stay, "2026-10-20")
    stays.admit(actor, StayDraft(one, place, "2026-10-01"))


def test_a_stay_that_reaches_through_a_closed_month_is_not_voided(bed, person, actor):
    stay = stays.admit(actor, StayDraft(person(), bed(), "2026-08-25"))
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        stays.void_stay(actor, stay, "登记错床")


def test_a_bed_with_somebody_in_it_is_not_taken_out_of_service(bed, person, actor):
    one = bed("1")
    stays.admit(actor, StayDraft(person(), one, "2026-10-01"))
    draft = beds.draft_of(one)
    draft.out_of_service = True
    with pytest.raises(InvalidDraft) as caught:
        beds.save(actor, draft)
    assert [(error.name, error.reason) for error in caught.value.fields] == [("out_of_service", "bed_taken")]


def test_the_counts_are_those_of_today(bed, person, actor):
    assert beds.counts() == BedCounts(0, 0, 0)
    one, other = bed("1"), bed("2")
    bed("3")
    stays.admit(actor, StayDraft(person("王芳"), one, "2026-10-01"))
    stays.admit(actor, StayDraft(person("李兰"), other, "2026-10-01", "2026-10-05"))
    assert beds.counts() == BedCounts(all=3, taken=1, free=2)
