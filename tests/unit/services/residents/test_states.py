"""The life of a record: moving out, dying, coming back, a wrong number, a void record."""

import datetime as dt

import pytest

from desktop.core.errors import (
    DateRefused,
    DuplicateResident,
    InvalidDraft,
    ReasonNeeded,
    ResidentInUse,
    StateRefused,
)
from desktop.core.period import Month
from desktop.models import query
from desktop.services import figures
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft, BedQuery
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing as residents
from desktop.services.register import snapshot
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import states as registers
from desktop.services.residents.forms import draft_of, save
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import months
from tests.conftest import id_number

DEATH = dt.date(2026, 10, 12)


@pytest.fixture
def wang(person, actor, canteen_prices):
    """Somebody on the roster with a bed, an order, a risk, and meals up to three days after the 12th."""
    one = person("王芳", flags=["living_alone"])
    bed = beds.save(actor, BedDraft(room="101", number="1"))
    stays.admit(actor, StayDraft(one, bed, "2026-09-01"))
    help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", state="requested", service_on="2026-10-25"))
    risks.save(actor, RiskDraft(one, "2026-10-08", "燃气管老化"))
    for day in ("2026-10-12", "2026-10-14", "2026-10-15"):
        canteen.save(actor, MealDraft(one, day))
    return one


def test_what_would_happen_is_shown_before_anything_is_written(wang):
    before = query.count("SELECT count(*) FROM change_log")
    found = registers.effects(wang, "deceased", DEATH)
    assert (found.from_state, found.leaves_roster, found.excused) == ("on_register", Month(2026, 11), Month(2026, 10))
    assert [stay.bed for stay in found.stays] == ["101-1"]
    assert [(order.type, str(order.service_on)) for order in found.orders] == [("bathing", "2026-10-25")]
    assert [risk.what for risk in found.risks] == ["燃气管老化"]
    assert [(one.kind, one.count, str(one.first)) for one in found.later] == [("meal", 2, "2026-10-14")]
    assert found.closed == ()
    assert query.count("SELECT count(*) FROM change_log") == before


def test_a_death_ends_the_stay_cancels_orders_and_lists_later_rows(wang, clerk):
    registers.apply(clerk, wang, "deceased", DEATH, "因病去世")
    row = residents.rows([wang])[0]
    assert row.state == "deceased"
    (bed,) = beds.rows(beds.find_ids(BedQuery()))
    assert (bed.state, bed.resident_id) == ("free", None)
    assert query.fetch("SELECT to_on, end_reason FROM stay") == [("2026-10-12", "因病去世")]
    assert query.fetch("SELECT state, cancel_reason FROM help_service") == [("cancelled", "因病去世")]
    assert [(one.kind, str(one.day)) for one in registers.later_rows(wang)] == [
        ("meal", "2026-10-14"),
        ("meal", "2026-10-15"),
    ]
    assert registers.later_rows() == registers.later_rows(wang)
    (excused,) = roster.roster(Month(2026, 10)).excused
    assert (excused.reason, excused.since) == ("deceased", DEATH)


def test_all_of_it_happens_or_nothing(wang, actor, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(registers, "cancel_orders", broken)
    with pytest.raises(ZeroDivisionError):
        registers.apply(actor, wang, "deceased", DEATH, "因病去世")
    assert residents.rows([wang])[0].state == "on_register"
    assert query.fetch("SELECT to_on FROM stay") == [(None,)]


def test_an_open_leave_ends_with_the_stay(wang, actor):
    (stay,) = query.ids("SELECT id FROM stay")
    stays.add_leave(actor, stay, "2026-10-05", "", "住院")
    registers.apply(actor, wang, "moved_out", DEATH, "随子女")
    assert query.fetch("SELECT to_on FROM leave") == [("2026-10-11",)]


def test_somebody_who_comes_back_is_on_register_again(wang, actor):
    registers.apply(actor, wang, "moved_out", dt.date(2026, 10, 2), "随子女")
    again = registers.effects(wang, "on_register", dt.date(2026, 10, 18))
    assert (again.joins_roster, again.leaves_roster) == (Month(2026, 11), None)
    registers.apply(actor, wang, "on_register", dt.date(2026, 10, 18), "返回居住")
    known = snapshot.register([wang])
    states = [known.state_on(wang, dt.date(2026, 10, day)) for day in (1, 2, 17, 18)]
    assert states == ["on_register", "moved_out", "moved_out", "on_register"]


def test_saving_the_form_with_another_state_does_the_same(wang, actor):
    draft = draft_of(wang)
    draft.state, draft.state_on = "deceased", "2026-10-12"
    save(actor, draft)
    assert query.fetch("SELECT to_on FROM stay") == [("2026-10-12",)]
    assert query.fetch("SELECT state FROM help_service") == [("cancelled",)]


def test_a_state_needs_a_reason_a_day_that_has_come_and_a_change(wang, actor):
    with pytest.raises(ReasonNeeded):
        registers.apply(actor, wang, "deceased", DEATH, " ")
    with pytest.raises(DateRefused):
        registers.apply(actor, wang, "deceased", dt.date(2026, 10, 22), "因病")
    with pytest.raises(StateRefused) as caught:
        registers.apply(actor, wang, "on_register", DEATH, "因病")
    assert caught.value.reason == "same_state"


def test_a_state_before_the_last_one_is_refused(wang, actor):
    registers.apply(actor, wang, "moved_out", DEATH, "随子女")
    with pytest.raises(StateRefused) as caught:
        registers.apply(actor, wang, "deceased", dt.date(2026, 10, 3), "因病")
    assert (caught.value.reason, caught.value.state) == ("earlier_state", "moved_out")


def test_a_death_told_after_the_close_is_recorded_with_its_true_day(wang, actor):
    months.close(actor, Month(2026, 9), "{}")
    assert registers.effects(wang, "deceased", dt.date(2026, 9, 28)).closed == ("2026-09",)
    registers.apply(actor, wang, "deceased", dt.date(2026, 9, 28), "因病")
    standing = query.fetch_one("SELECT register_state, state_on FROM resident WHERE id = ?", [wang])
    assert standing == ("deceased", "2026-09-28")
    registers.take_back(actor, wang, "登记错人")
    assert residents.rows([wang])[0].state == "on_register"


def test_a_stay_ends_behind_the_closed_months_that_counted_its_days(wang, actor):
    months.close(actor, Month(2026, 9), "{}")
    (stay,) = registers.effects(wang, "deceased", dt.date(2026, 9, 28)).stays
    assert stay.ends == dt.date(2026, 10, 1)
    registers.apply(actor, wang, "deceased", dt.date(2026, 9, 28), "因病")
    ended = query.fetch_one("SELECT to_on, end_reason FROM stay WHERE id = ?", [stay.stay_id])
    assert ended == ("2026-10-01", "因病")


def test_a_stay_that_begins_after_a_departure_learned_late_earns_no_night(person, actor):
    """rules.md B1: it used to stay open and to earn bed-days in every month."""
    one = person("王芳")
    bed = beds.save(actor, BedDraft(room="101", number="1"))
    stay = stays.admit(actor, StayDraft(one, bed, "2026-10-10"))
    assert [str(found.ends) for found in registers.effects(one, "moved_out", dt.date(2026, 10, 5)).stays] == [
        "2026-10-10"
    ]
    registers.apply(actor, one, "moved_out", dt.date(2026, 10, 5), "随子女")
    assert query.fetch_one("SELECT to_on, end_reason FROM stay WHERE id = ?", [stay]) == ("2026-10-10", "随子女")
    found = figures.beds(Month(2026, 10))
    assert (found.occupied_bed_days, found.operating_subsidy_fen) == (0, 0)
    assert [(later.kind, str(later.day)) for later in registers.later_rows(one)] == [("stay", "2026-10-10")]
    with pytest.raises(DateRefused):
        stays.admit(actor, StayDraft(one, bed, "2026-10-12"))


def test_a_state_entered_by_mistake_is_taken_back(wang, actor):
    registers.apply(actor, wang, "deceased", DEATH, "因病")
    registers.take_back(actor, wang, "登记错人")
    assert residents.rows([wang])[0].state == "on_register"
    assert snapshot.register([wang]).on_register(wang, dt.date(2026, 10, 20))
    with pytest.raises(StateRefused):
        registers.take_back(actor, wang, "再撤")


def test_a_wrong_number_is_put_right_and_every_record_follows(wang, actor):
    right = id_number("1943-03-05", "female", 7)
    registers.correct_id(actor, wang, right, "录错出生年份")
    row = residents.rows([wang])[0]
    assert (str(row.born_on), row.id_masked[-4:], row.to_verify) == ("1943-03-05", right[-4:], False)
    assert residents.find_ids(ResidentQuery(text=right)) == [wang]
    assert len(canteen.find_ids(canteen.MealQuery(resident_id=wang))) == 3
    change = query.fetch_one("SELECT reason, before FROM change_log WHERE action = 'correct_id'")
    assert change is not None
    assert change[0] == "录错出生年份"
    assert "1944-03-05" in change[1]


def test_a_typed_birth_date_stays_when_the_number_says_another(person, actor):
    one = person("王芳", born="1944-03-05", id_number="无", accept_to_verify=True)
    registers.correct_id(actor, one, id_number("1943-03-05", "female", 7), "补录证件")
    row = residents.rows([one])[0]
    assert (str(row.born_on), row.to_verify) == ("1944-03-05", True)


def test_a_corrected_number_must_be_whole_new_and_explained(wang, person, actor):
    other = id_number("1950-01-01", "male", 9)
    person("李强", born="1950-01-01", sex="male", id_number=other)
    with pytest.raises(DuplicateResident):
        registers.correct_id(actor, wang, other, "录错")
    with pytest.raises(InvalidDraft):
        registers.correct_id(actor, wang, other[:-1], "录错")
    with pytest.raises(ReasonNeeded):
        registers.correct_id(actor, wang, id_number("1943-03-05", "female", 7), "")


def test_a_look_at_the_whole_number_is_logged(wang, clerk):
    number = registers.reveal_id(clerk, wang)
    assert len(number) == 18
    logged = query.fetch_one("SELECT action, staff_name, after FROM change_log ORDER BY id DESC LIMIT 1")
    assert logged == ("show_id", "前台乙", None)


def test_a_record_is_void_only_when_nothing_refers_to_it(wang, person, actor):
    with pytest.raises(ResidentInUse) as caught:
        registers.void(actor, wang, "重复登记")
    assert caught.value.counts == {"meal": 3, "help_service": 1, "stay": 1, "risk": 1}
    empty = person("测试")
    with pytest.raises(ReasonNeeded):
        registers.void(actor, empty, "")
    registers.void(actor, empty, "试录")
    assert residents.find_ids(ResidentQuery(text="测试", state="")) == []
    assert query.fetch("SELECT void_reason FROM resident WHERE id = ?", [empty]) == [("试录",)]


def test_records_that_are_void_themselves_do_not_hold_a_resident(person, actor):
    one = person("张三")
    visit = visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08"))
    visits.void(actor, visit, "录错人")
    registers.void(actor, one, "重复登记")
    assert residents.rows([one])[0].name == "张三"


def test_nobody_leaves_the_register_before_coming_onto_it(person):
    with pytest.raises(InvalidDraft) as refused:
        person(registered_on="2026-10-10", state="deceased", state_on="2026-10-01")
    assert [(one.name, one.reason) for one in refused.value.fields] == [("state_on", "ends_before_start")]
