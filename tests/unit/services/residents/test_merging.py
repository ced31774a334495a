"""The same person twice: made one, and two again."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.errors import MergeNotUndoable, MergeRefused, UserError
from desktop.core.period import Month
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services import figures
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import merging, states
from desktop.services.residents.drafts import ContactDraft, FlagDraft, ResidentDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import journal, months
from tests.conftest import id_number

NOT_FACTS = {"changed_at", "station", "counter"}


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    """Every fact and void mark in the database, and what can be searched."""
    found = {}
    for table in sorted(set(RECORDS) - {"resident_merge"}):
        columns = [row[1] for row in query.fetch(f"PRAGMA table_info({table})") if row[1] not in NOT_FACTS]
        found[table] = query.fetch(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")
    return found | {"search": query.fetch("SELECT rowid, key FROM resident_search ORDER BY rowid")}


@pytest.fixture
def two(person, actor, canteen_prices):
    """王芳 and 王芬, one person: the second has the phone, the card that is used, and rows of its own."""
    keep = person("王芳", flags=["living_alone"], id_number="无", accept_to_verify=True)
    other = person("王芬", phone="13888880001", flags=["living_alone", "dementia"], community="江尾村")
    for one, days in ((keep, (5, 6)), (other, (6, 7))):
        for day in days:
            canteen.save(actor, MealDraft(one, f"2026-10-0{day}"))
        visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08", visitors="何云"))
    visits.save(actor, VisitDraft(resident_id=other, visited_on="2026-10-09", risk="燃气管老化"))
    help_services.save(actor, ServiceDraft(resident_id=other, type="bathing", service_on="2026-10-10"))
    bed = beds.save(actor, BedDraft(room="101", number="1"))
    stays.admit(actor, StayDraft(other, bed, "2026-09-01"))
    return keep, other


def test_differences_and_clashes_are_shown_before(two):
    keep, other = two
    before = snapshot()
    found = merging.preview(keep, other)
    fields = {field.name: (field.keep, field.other, field.chosen) for field in found.fields}
    assert fields["name"] == ("王芳", "王芬", "keep")
    assert fields["phone"] == ("", "13888880001", "other")
    assert fields["id_number"][2] == "other"
    assert fields["community"] == ("前卫社区", "江尾村", "keep")
    assert "sex" not in fields
    assert found.counts == {"meal": 2, "visit": 2, "help_service": 1, "stay": 1, "risk": 1, "printed_code": 1}
    assert [(clash.day.day, clash.words) for clash in found.meals] == [(6, "lunch")]
    assert [clash.day.day for clash in found.visits] == [8]
    assert found.stays == ()
    assert snapshot() == before


def test_all_rows_follow_and_the_same_meal_counts_once(two, clerk):
    keep, other = two
    merging.merge(clerk, keep, other, {"community": "other"}, reason="证件核对为同一人")
    row = residents.rows([keep])[0]
    assert (row.name, row.phone, row.community, row.to_verify) == ("王芳", "13888880001", "江尾村", False)
    assert row.flags == ("living_alone", "dementia")
    assert len(canteen.find_ids(canteen.MealQuery(resident_id=keep))) == 3
    assert len(visits.find_ids(visits.VisitQuery(resident_id=keep))) == 3
    assert [(one.resident_id, one.what) for one in risks.open_risks()] == [(keep, "燃气管老化")]
    assert query.fetch("SELECT resident_id FROM stay") == [(keep,)]
    assert query.fetch("SELECT void_reason, voided_at IS NULL FROM resident WHERE id = ?", [other]) == [("merged", 0)]
    assert figures.figures_of(Month(2026, 10)).people.on_register_end == 1
    assert merging.merged_into(other) == keep


def test_visits_of_one_day_collapse_only_by_choice(two, actor):
    keep, other = two
    merging.merge(actor, keep, other, {}, collapse_visits=True)
    assert len(visits.find_ids(visits.VisitQuery(resident_id=keep))) == 2


def test_some_visits_of_one_day_can_be_chosen(two, actor):
    keep, other = two
    (clash,) = merging.preview(keep, other).visits
    merging.merge(actor, keep, other, {}, collapse_visits=[clash.other_row])
    assert len(visits.find_ids(visits.VisitQuery(resident_id=keep))) == 2


def test_both_old_cards_find_the_person_during_and_after(two, actor):
    keep, other = two
    kept_card, other_card = (residents.rows([one])[0].code for one in two)
    number = merging.merge(actor, keep, other, {})
    assert printed_codes.find(kept_card).row_id == printed_codes.find(other_card).row_id == keep
    assert residents.rows([keep])[0].code == kept_card
    assert residents.find_ids(ResidentQuery(text=other_card)) == [keep]
    assert residents.find_ids(ResidentQuery(text="13888880001", state="")) == [keep]
    merging.undo_merge(actor, number)
    assert [printed_codes.find(card).row_id for card in (kept_card, other_card)] == [keep, other]
    assert residents.find_ids(ResidentQuery(text="13888880001", state="")) == [other]


def test_the_register_history_of_the_chosen_side_holds(two, actor):
    keep, other = two
    states.apply(actor, other, "moved_out", dt.date(2026, 10, 15), "随子女")
    merging.merge(actor, keep, other, {"register_state": "other"})
    assert residents.rows([keep])[0].state == "moved_out"
    assert query.count("SELECT count(*) FROM register_event WHERE resident_id = ? AND voided_at IS NULL", [keep]) == 2


def test_overlapping_stays_and_the_same_record_are_refused(two, actor):
    keep, other = two
    with pytest.raises(MergeRefused):
        merging.merge(actor, keep, keep, {})
    bed = beds.save(actor, BedDraft(room="101", number="2"))
    stays.admit(actor, StayDraft(keep, bed, "2026-10-01"))
    assert [str(clash.day) for clash in merging.preview(keep, other).stays] == ["2026-10-01"]
    before = snapshot()
    with pytest.raises(MergeRefused):
        merging.merge(actor, keep, other, {})
    assert snapshot() == before


def test_a_row_that_clashes_in_a_closed_month_stays_with_the_other_record_and_is_listed(person, actor):
    keep, other = person("王芳"), person("王芬")
    for one in (keep, other):
        canteen.save(actor, MealDraft(one, "2026-09-30"))
        roster.confirm_excuse(actor, one, Month(2026, 9), "hospital")
    months.close(actor, Month(2026, 9), "{}")
    found = merging.preview(keep, other)
    assert [(clash.kind, clash.day.isoformat(), clash.closed) for clash in (*found.meals, *found.excusals)] == [
        ("meal", "2026-09-30", True),
        ("excusal", "2026-09-01", True),
    ]
    merging.merge(actor, keep, other, {})
    for table in ("meal", "excusal"):
        owners = query.fetch(f"SELECT resident_id, voided_at FROM {table} ORDER BY id")
        assert owners == [(keep, None), (other, None)]


def test_rows_of_a_closed_month_follow_a_merge_and_go_back_with_its_undoing(person, actor):
    keep, other = person("王芳"), person("王芬")
    canteen.save(actor, MealDraft(other, "2026-09-30"))
    visits.save(actor, VisitDraft(other, "2026-09-29"))
    months.close(actor, Month(2026, 9), "{}")
    before = snapshot()
    number = merging.merge(actor, keep, other, {})
    for table in ("meal", "visit"):
        assert query.fetch(f"SELECT resident_id, voided_at FROM {table}") == [(keep, None)]
    merging.undo_merge(actor, number)
    assert snapshot() == before


def test_visits_of_one_day_in_a_closed_month_both_stay_whatever_is_ticked(person, actor):
    keep, other = person("王芳"), person("王芬")
    for one in (keep, other):
        visits.save(actor, VisitDraft(one, "2026-09-30"))
    months.close(actor, Month(2026, 9), "{}")
    merging.merge(actor, keep, other, {}, collapse_visits=True)
    assert query.fetch("SELECT resident_id, voided_at FROM visit") == [(keep, None)] * 2


def test_what_a_merge_voided_stays_void_when_its_month_was_closed_before_the_undoing(person, actor):
    keep, other = person("王芳"), person("王芬")
    for one in (keep, other):
        canteen.save(actor, MealDraft(one, "2026-09-30"))
    number = merging.merge(actor, keep, other, {})
    months.close(actor, Month(2026, 9), "{}")
    merging.undo_merge(actor, number)
    assert query.fetch("SELECT resident_id FROM meal WHERE voided_at IS NULL") == [(keep,)]
    assert residents.find_ids(ResidentQuery(text="王芬")) == [other]


def test_a_merge_is_undone_once_and_only_while_nothing_of_it_changed(two, actor):
    keep, other = two
    number = merging.merge(actor, keep, other, {}, reason="同一人")
    assert [(one.id, one.other_name, one.reason, one.undone_at) for one in merging.merges(keep)] == [
        (number, "王芬", "同一人", None)
    ]
    draft = resident_forms.draft_of(keep)
    draft.remarks = "合并后又改"
    resident_forms.save(actor, draft)
    with pytest.raises(MergeNotUndoable) as caught:
        merging.undo_merge(actor, number)
    assert (caught.value.reason, caught.value.count) == ("changed", 1)


def test_a_look_at_the_number_does_not_hinder_undoing(two, actor):
    keep, other = two
    before = snapshot()
    number = merging.merge(actor, keep, other, {})
    states.reveal_id(actor, keep)
    merging.undo_merge(actor, number)
    assert snapshot() == before
    with pytest.raises(MergeNotUndoable) as caught:
        merging.undo_merge(actor, number)
    assert caught.value.reason == "already_undone"


def test_the_change_log_tells_all_of_a_merge(two, actor):
    keep, other = two
    merging.merge(actor, keep, other, {}, reason="同一人")
    logged = query.fetch("SELECT DISTINCT table_name FROM change_log WHERE action = 'merge' AND reason = '同一人'")
    assert {row[0] for row in logged} >= {"meal", "visit", "stay", "help_service", "risk", "printed_code", "resident"}


def test_a_merge_that_fails_leaves_nothing(two, actor, monkeypatch):
    keep, other = two
    before = snapshot()

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(journal.Unit, "void", broken)
    with pytest.raises(ZeroDivisionError):
        merging.merge(actor, keep, other, {})
    assert snapshot() == before


days = st.integers(1, 6).map(lambda day: f"2026-10-{day:02d}")
sides = st.sampled_from((0, 1))
rows = st.lists(
    st.one_of(
        st.tuples(st.just("meal"), sides, days, st.sampled_from(("breakfast", "lunch"))),
        st.tuples(st.just("visit"), sides, days, st.sampled_from(("", "燃气管老化"))),
        st.tuples(st.just("service"), sides, days, st.sampled_from(("bathing", "cleaning"))),
        st.tuples(st.just("stay"), sides, days, days),
        st.tuples(st.just("risk"), sides, days, st.just("跌倒")),
        st.tuples(st.just("state"), sides, days, st.sampled_from(("moved_out", "on_register"))),
        st.tuples(st.just("card"), sides, days, st.just("")),
    ),
    max_size=14,
)
people = st.fixed_dictionaries(
    {
        "name": st.sampled_from(("王芳", "王芬", "欧阳雪梅")),
        "phone": st.sampled_from(("", "13888880001", "13888880002")),
        "community": st.sampled_from(("", "江尾村", "前卫社区")),
        "health_record": st.sampled_from((None, True, False)),
        "flags": st.lists(
            st.sampled_from(("living_alone", "dementia", "disabled")).map(FlagDraft), unique_by=lambda one: one.kind
        ),
        "grade": st.sampled_from(("", "mild", "severe")),
        "contacts": st.lists(st.sampled_from((ContactDraft("王强", "儿子", "139"), ContactDraft("李梅"))), max_size=2),
    }
)


def put(actor, ids, rooms, row):
    """One random row; what cannot be, such as a second bed, is left out."""
    kind, side, day, what = row
    one = ids[side]
    try:
        if kind == "meal":
            canteen.save(actor, MealDraft(one, day, meal=what))
        elif kind == "visit":
            visits.save(actor, VisitDraft(resident_id=one, visited_on=day, visitors="何云", risk=what))
        elif kind == "service":
            help_services.save(actor, ServiceDraft(resident_id=one, type=what, service_on=day))
        elif kind == "stay":
            stays.admit(actor, StayDraft(one, rooms[side], min(day, what), max(day, what)))
        elif kind == "risk":
            risks.save(actor, RiskDraft(one, day, what))
        elif kind == "state":
            states.apply(actor, one, what, dt.date.fromisoformat(day), "变动")
        else:
            printed_codes.replace(actor, printed_codes.CodeKind.RESIDENT, one, "卡丢了")
    except UserError:
        pass


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    facts=st.tuples(people, people),
    written=rows,
    choices=st.dictionaries(st.sampled_from(sorted(merging.FIELDS)), st.sampled_from(("keep", "other"))),
    collapse=st.booleans(),
    numbered=st.booleans(),
)
def test_merging_and_undoing_gives_back_an_equal_database(actor, facts, written, choices, collapse, numbered):
    ids = []
    serial = query.count("SELECT count(*) FROM resident")
    for index, fields in enumerate(facts):
        number = id_number("1944-03-05", "female", (serial + index) % 490) if numbered and serial < 480 else "无"
        draft = ResidentDraft(born_on="1944-03-05", sex="female", id_number=number, accept_to_verify=True, **fields)
        ids.append(resident_forms.save(actor, draft))
    rooms = [beds.save(actor, BedDraft(room=f"R{serial}", number=str(bed))) for bed in (1, 2)]
    for row in written:
        put(actor, ids, rooms, row)
    cards = query.fetch("SELECT digits FROM printed_code WHERE resident_id IN (?, ?)", ids)
    before = snapshot()
    try:
        number = merging.merge(actor, ids[0], ids[1], choices, collapse)
    except MergeRefused:
        assert snapshot() == before
        return
    assert {printed_codes.find(card).row_id for (card,) in cards} == {ids[0]}
    assert query.count("SELECT count(*) FROM meal WHERE resident_id = ? AND voided_at IS NULL", [ids[1]]) == 0
    merging.undo_merge(actor, number)
    assert snapshot() == before
