"""What a bed is holds from a day on: no month before it changes, and closed months stay as they were closed."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Thing
from desktop.core.errors import InvalidDraft, ReasonNeeded
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.models.bed import Bed, BedNature
from desktop.reports.months.month_set import month_reports, reports_of
from desktop.services.beds import natures, stays
from desktop.services.beds import places as beds
from desktop.services.beds.natures import Nature, NatureDraft, Natures
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.closing import drift, month_close
from desktop.services.figures import beds as figures
from desktop.services.writing.journal import living
from tests.unit.services.visits.test_roster_rules import forgotten

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


@pytest.fixture
def bed(actor):
    return beds.save(actor, BedDraft(building="1号楼", room="304", number="1", kind="ordinary"))


def become(actor, bed, **fields):
    """What the form of the bed says of it now."""
    draft = beds.draft_of(bed)
    for name, value in fields.items():
        setattr(draft, name, value)
    beds.save(actor, draft)


def only(bed):
    return query.ids("SELECT id FROM living_bed_nature WHERE bed_id = ? AND from_on IS NOT NULL", [bed])[0]


def test_a_bed_made_over_is_a_nursing_bed_from_that_day_on_and_not_before(bed, actor):
    become(actor, bed, kind="nursing", holds_from="2026-09-15")
    assert [figures(month).nursing_beds for month in (AUGUST, SEPTEMBER, OCTOBER)] == [0, 1, 1]
    assert beds.rows([bed])[0].kind == "nursing"


def test_the_form_means_today_unless_another_day_is_typed(bed, actor):
    become(actor, bed, kind="nursing")
    assert figures(SEPTEMBER).nursing_beds == 0
    known = natures.natures()
    assert [known.on(bed, dt.date(2026, 10, day)).kind for day in (20, 21)] == ["ordinary", "nursing"]


def test_without_a_day_the_form_puts_right_what_stands(bed, actor):
    become(actor, bed, kind="nursing", holds_from="")
    assert figures(AUGUST).nursing_beds == 1
    become(actor, bed, mode="day", holds_from="2026-09-10")
    become(actor, bed, mode="home", holds_from="")
    assert (figures(AUGUST).beds, figures(OCTOBER).beds) == (1, 0)
    assert {one.mode: one.places for one in figures(OCTOBER).places} == {"day": 0, "home": 1}


def test_what_the_form_says_is_not_hidden_by_a_later_change(bed, actor):
    become(actor, bed, kind="nursing", holds_from="2026-09-10")
    with pytest.raises(InvalidDraft) as caught:
        become(actor, bed, mode="day", holds_from="2026-09-09")
    assert [(one.name, one.reason, one.hint) for one in caught.value.fields] == [
        ("holds_from", Reason.LATER_FACT, "2026-09-10")
    ]
    # Where all of them are seen, one is put between the others.
    natures.record(actor, NatureDraft(bed, "2026-09-05", "ordinary", "day"))
    assert [natures.natures().on(bed, dt.date(2026, 9, day)).mode for day in (4, 5, 9, 10)] == [
        *("full", "day", "day", "full")
    ]
    assert beds.rows([bed])[0].mode == "full"


def test_bed_days_and_money_follow_the_bed_within_the_month(bed, person, actor):
    stays.admit(actor, StayDraft(person(grade="severe", grade_on="2026-01-01"), bed, "2026-08-20"))
    natures.record(actor, NatureDraft(bed, "2026-09-21", "ordinary", "day"))
    found = figures(SEPTEMBER)
    assert (found.available_bed_days, found.occupied_bed_days, found.beds, found.occupied_end) == (20, 20, 0, 0)
    # 150 yuan × 20 ÷ 30.
    assert found.operating_subsidy_fen == 10000
    (full,), (day,) = found.stays, found.other_stays
    assert (full.from_on, full.to_on) == (dt.date(2026, 8, 20), dt.date(2026, 9, 21))
    assert (day.from_on, day.to_on, day.occupied_days, day.subsidy_fen) == (dt.date(2026, 9, 21), None, 10, 0)
    (places,) = [one for one in found.places if one.mode == "day"]
    assert (places.places, places.taken_end, places.available_days, places.persons) == (1, 1, 10, 1)


def test_a_closed_month_stays_and_the_drift_names_what_was_learned_late(bed, actor):
    month_close.close(actor, SEPTEMBER, reports_of, "无人探访")
    before = month_reports(SEPTEMBER).reports
    natures.record(actor, NatureDraft(bed, "2026-09-30", "nursing", "full", "inclusive"))
    assert figures(SEPTEMBER).nursing_beds == 1
    assert month_reports(SEPTEMBER).reports == before
    told = drift.of(SEPTEMBER, reports_of)
    assert ("beds.nursing_share", "0.00", "100.00") in [
        (one.difference.figure, one.difference.before, one.difference.after) for one in told
    ]
    assert Thing.BED_NATURE in {cause.thing for one in told for cause in one.causes}


def test_one_is_put_right_and_voided_and_what_stood_before_goes_on(bed, actor):
    natures.record(actor, NatureDraft(bed, "2026-09-10", "nursing", "full", "basic"))
    draft = natures.draft_of(only(bed))
    assert (draft.from_on, draft.kind, draft.mode, draft.bed_class) == ("2026-09-10", "nursing", "full", "basic")
    draft.from_on, draft.bed_class = "2026-10-02", "market"
    natures.change(actor, only(bed), draft)
    assert (figures(SEPTEMBER).nursing_beds, figures(OCTOBER).nursing_beds) == (0, 1)
    assert beds.rows([bed])[0].bed_class == "market"
    with pytest.raises(ReasonNeeded):
        natures.void(actor, only(bed), " ")
    natures.void(actor, only(bed), "记错床")
    assert (beds.rows([bed])[0].kind, beds.rows([bed])[0].bed_class) == ("ordinary", "")
    assert figures(OCTOBER).nursing_beds == 0


def test_what_the_bed_was_at_first_is_put_right_and_never_voided_nor_dated(bed, actor):
    natures.record(actor, NatureDraft(bed, "2026-09-10", "nursing", "full"))
    first = BedNature.get(BedNature.bed == bed, BedNature.from_on.is_null())
    for refused in (
        lambda: natures.void(actor, first.id, "记错"),
        lambda: natures.change(actor, first.id, NatureDraft(bed, "2026-01-01", "ordinary", "full")),
    ):
        with pytest.raises(InvalidDraft) as caught:
            refused()
        assert [(one.name, one.reason) for one in caught.value.fields] == [("from_on", Reason.SINCE_EVER)]
    natures.change(actor, first.id, NatureDraft(bed, "", "nursing", "day"))
    assert [natures.natures().on(bed, dt.date(2026, 9, day)).mode for day in (9, 10)] == ["day", "full"]


def test_a_day_to_come_is_refused(bed, actor):
    with pytest.raises(InvalidDraft) as caught:
        natures.record(actor, NatureDraft(bed, "2026-10-22", "nursing", "full"))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("from_on", Reason.FUTURE_DATE)]


DAY = dt.timedelta(days=1)
DAYS = [dt.date(2026, 9, 1) + DAY * number for number in range(12)]
SAID = st.tuples(
    st.sampled_from(("nursing", "ordinary")),
    st.sampled_from(("full", "day", "home")),
    st.sampled_from(("", "basic", "inclusive", "market")),
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("record", "record", "change", "void")),
        st.sampled_from([None, *DAYS]),
        SAID,
        st.integers(0, 9),
    ),
    max_size=8,
)


class Diary:
    """Somebody with a page for each day on which the bed became something, and one for the beginning."""

    def __init__(self, first):
        self.pages = {None: first}

    def on(self, day):
        """The newest page that is not of a later day."""
        return [said for begins, said in self._in_order() if begins is None or begins <= day][-1]

    def latest(self):
        return self._in_order()[-1][1]

    def dated(self):
        return sorted(day for day in self.pages if day is not None)

    def _in_order(self):
        return [(None, self.pages[None]), *((day, self.pages[day]) for day in self.dated())]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_any_row_of_changes_says_of_every_day_what_a_diary_says(actor, acts):
    with forgotten():
        bed = beds.save(actor, BedDraft(room="304", number="1", kind="ordinary"))
        diary = Diary(("ordinary", "full", ""))
        for what, day, said, at in acts:
            _act(actor, bed, diary, (what, day, said, at))
        known = natures.natures()
        for day in (DAYS[0] - dt.timedelta(days=1), *DAYS):
            assert known.on(bed, day)[2:] == diary.on(day)
        row = living(Bed, bed)
        assert (row.kind, row.mode, row.bed_class) == diary.latest()


@given(
    st.lists(st.tuples(st.sampled_from(DAYS), SAID), max_size=4, unique_by=lambda one: one[0]),
    SAID,
    st.sampled_from(DAYS),
    st.one_of(st.none(), st.integers(0, 11)),
)
def test_the_spans_of_a_stay_are_its_days_with_what_the_bed_is_on_each(became, at_first, first, nights):
    rows = [Nature(1, None, *at_first), *(Nature(1, day, *said) for day, said in sorted(became))]
    known, last = Natures({1: tuple(rows)}), None if nights is None else first + DAY * nights
    found = list(known.spans(1, first, last))
    assert [one[1] for one in found] == [first, *(one[2] for one in found[:-1])], "without a gap and in order"
    assert found[-1][2] == last
    end = last or max(DAYS) + DAY
    told = {begins + DAY * at: one for one, begins, ends in found for at in range(((ends or end) - begins).days)}
    assert told == {first + DAY * at: known.on(1, first + DAY * at) for at in range((end - first).days)}
    if first == last:
        assert [one for one, _begins, _ends in found] == [known.on(1, first)]


def _act(actor, bed, diary, act):
    what, day, said, at = act
    dated = diary.dated()
    if what == "record":
        natures.record(actor, NatureDraft(bed, day.isoformat() if day else "", *said))
        diary.pages[day] = said
    elif dated:
        which = dated[at % len(dated)]
        row = BedNature.get(BedNature.bed == bed, BedNature.from_on == which, BedNature.voided_at.is_null())
        del diary.pages[which]
        if what == "void":
            natures.void(actor, row.id, "记错")
        else:
            natures.change(actor, row.id, NatureDraft(bed, day.isoformat() if day else "", *said))
            diary.pages[day] = said
