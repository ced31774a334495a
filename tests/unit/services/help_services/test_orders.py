"""Ten-help services from request to done, and their figures."""

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft, ReasonNeeded
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.figures import services as service_figures
from desktop.services.help_services import orders as help_services
from desktop.services.help_services import steps
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.help_services.steps import RatingDraft
from desktop.services.writing import months
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)


def test_a_service_done_counts_with_time_and_money(person, actor):
    day = {"service_on": "2026-10-08", "started": "9:00", "ended": "10:15"}
    draft = ServiceDraft(resident_id=person(), type="bathing", **day, payer="government", fee="35.5", subsidy="10")
    help_services.save(actor, draft)
    found = service_figures(OCTOBER)
    assert (found.person_times["bathing"], found.persons, found.minutes) == (1, 1, 75)
    assert (found.fee_fen, found.subsidy_fen, found.by_payer["government"]) == (3550, 1000, 1)


def test_all_ten_types_are_listed_with_their_zeros(actor):
    found = service_figures(OCTOBER)
    assert len(found.lines) == 10
    assert found.total == 0


def test_an_order_goes_from_request_to_done_and_only_then_counts(person, actor):
    order = help_services.save(
        actor, ServiceDraft(resident_id=person(), type="cleaning", state="requested", service_on="2026-10-25")
    )
    assert [row.id for row in help_services.open_orders()] == [order]
    steps.dispatch(actor, order, "普建国")
    assert service_figures(OCTOBER).total == 0
    steps.finish(actor, order)
    assert help_services.open_orders() == []
    (row,) = help_services.rows([order])
    assert (row.state, str(row.service_on), row.worker) == ("done", "2026-10-21", "普建国")
    assert service_figures(OCTOBER).total == 1


def test_cancelling_needs_a_reason(person, actor):
    order = help_services.save(
        actor, ServiceDraft(resident_id=person(), type="cleaning", state="requested", service_on="2026-10-25")
    )
    with pytest.raises(ReasonNeeded):
        steps.cancel(actor, order, "")
    steps.cancel(actor, order, "老人不需要了")
    assert help_services.open_orders() == []


def test_open_urgent_help_stands_first_whatever_the_order(person, actor):
    one = person()
    help_services.save(actor, ServiceDraft(resident_id=one, type="learning", service_on="2026-10-20"))
    urgent = help_services.save(
        actor, ServiceDraft(resident_id=one, type="emergency", state="requested", service_on="2026-10-01")
    )
    for order in ("date", "name", "type"):
        assert help_services.find_ids(ServiceQuery(month=OCTOBER, order=order))[0] == urgent


def test_an_end_before_the_start_is_refused_at_its_field(person, actor):
    draft = ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08", started="10:00", ended="9:00")
    with pytest.raises(InvalidDraft) as caught:
        help_services.save(actor, draft)
    assert [error.name for error in caught.value.fields] == ["ended"]


def test_a_void_service_counts_no_more_and_an_edit_keeps_one_row(person, actor):
    one = help_services.save(
        actor, ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08", satisfaction="4")
    )
    draft = help_services.draft_of(one)
    draft.type = "medical"
    assert help_services.save(actor, draft) == one
    assert service_figures(OCTOBER).person_times["medical"] == 1
    help_services.void(actor, one, "重复")
    assert service_figures(OCTOBER).total == 0


def test_canteen_meals_stand_beside_help_meals_and_no_meal_counts_twice(person, actor):
    one = person()
    help_services.save(actor, ServiceDraft(resident_id=one, type="meals", service_on="2026-10-08"))
    canteen.save(actor, MealDraft(one, "2026-10-08", mode="delivered"))
    found = service_figures(OCTOBER)
    assert (found.person_times["meals"], found.canteen_meals) == (1, 1)


def test_an_order_of_a_closed_month_can_still_be_done_or_called_off(person, actor):
    one = person()
    urgent, other = (
        help_services.save(actor, ServiceDraft(resident_id=one, type=kind, state="requested", service_on="2026-09-28"))
        for kind in ("emergency", "cleaning")
    )
    months.close(actor, Month(2026, 9), "{}")
    steps.finish(actor, urgent)
    steps.cancel(actor, other, "老人不需要了")
    assert help_services.open_orders() == []
    assert str(help_services.rows([urgent])[0].service_on) == "2026-10-21"


def test_what_is_done_stays_on_its_day_and_in_its_closed_month(person, actor):
    done = help_services.save(actor, ServiceDraft(resident_id=person(), type="bathing", service_on="2026-09-28"))
    for again in (steps.finish, lambda by, which: steps.cancel(by, which, "录错")):
        with pytest.raises(AlreadyRecorded):
            again(actor, done)
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        help_services.void(actor, done, "录错")
    assert help_services.rows([done])[0].state == "done"


def test_what_a_finished_service_lacks_is_told_and_keeps_nothing_from_being_saved(person, actor):
    draft = ServiceDraft(resident_id=person(), type="bathing", state="done", service_on="2026-10-20")
    assert help_services.unnoted(draft) == ["worker", "payer", "started"]
    assert help_services.save(actor, draft) > 0
    draft.worker, draft.payer, draft.started, draft.ended = "普建国", "self", "0900", "1000"
    assert help_services.unnoted(draft) == []
    draft.ended = ""
    assert help_services.unnoted(draft) == ["started"], "without an end nobody knows how long it took"
    draft.worker, draft.state = "", "requested"
    assert help_services.unnoted(draft) == []


def test_the_fees_of_what_is_listed_leave_out_what_was_cancelled(person, actor):
    one, day = person(), {"service_on": "2026-10-08"}
    done = help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", **day, fee="1200.50", subsidy="10"))
    other = help_services.save(actor, ServiceDraft(resident_id=one, type="cleaning", **day, fee="30"))
    order = ServiceDraft(resident_id=one, type="cleaning", state="requested", service_on="2026-10-25", fee="50")
    cancelled = help_services.save(actor, order)
    steps.cancel(actor, cancelled, "不需要了")
    assert help_services.fees([done, other, cancelled]) == (123050, 1000)
    assert help_services.fees([other]) == (3000, 0)
    assert help_services.fees([]) == (0, 0)


def of_day(person, **more):
    return ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08", **more)


def test_a_night_past_midnight_has_its_minutes_and_a_slip_is_refused(person, actor):
    for started, ended, minutes in (("22:00", "06:00", 480), ("23:50", "00:05", 15), ("09:00", "09:00", 0)):
        row = help_services.save(actor, of_day(person, started=started, ended=ended))
        assert help_services.rows([row])[0].minutes == minutes
    for started, ended in (("09:30", "09:00"), ("18:00", "06:01")):
        with pytest.raises(InvalidDraft) as refused:
            help_services.save(actor, of_day(person, started=started, ended=ended))
        assert refused.value.fields == [FieldError("ended", Reason.ENDS_BEFORE_START)]


def test_an_end_needs_a_start(person, actor):
    with pytest.raises(InvalidDraft) as refused:
        help_services.save(actor, of_day(person, ended="10:00"))
    assert refused.value.fields == [FieldError("started", Reason.REQUIRED)]


def test_how_it_pleased_is_the_last_step_and_no_step_goes_back(person, actor):
    order = help_services.save(actor, of_day(person, state="requested"))
    draft = help_services.draft_of(order)
    draft.state, draft.satisfaction = "done", "5"
    help_services.save(actor, draft)
    assert help_services.rows([order])[0].state == "rated"
    for state in ("requested", "dispatched", "done"):
        back = help_services.draft_of(order)
        back.state, back.satisfaction = state, ""
        with pytest.raises(InvalidDraft) as refused:
            help_services.save(actor, back)
        assert refused.value.fields == [FieldError("state", Reason.STEP_BACK)]


def test_the_day_planned_and_the_day_done_are_two(person, actor):
    order = help_services.save(actor, of_day(person, state="requested"))
    asked = query.fetch_one("SELECT requested_at, planned_at FROM help_service WHERE id = ?", [order])
    assert asked == ("2026-10-21 11:30:00", "2026-10-08")
    steps.finish(actor, order)
    kept = query.fetch_one("SELECT requested_at, planned_at, service_on FROM help_service WHERE id = ?", [order])
    assert kept == ("2026-10-21 11:30:00", "2026-10-08", "2026-10-21")
    other = help_services.save(actor, of_day(person, state="requested"))
    draft = help_services.draft_of(other)
    draft.state, draft.service_on = "done", "2026-10-09"
    help_services.save(actor, draft)
    kept = query.fetch_one("SELECT planned_at, service_on FROM help_service WHERE id = ?", [other])
    assert kept == ("2026-10-08", "2026-10-09")


def test_how_it_pleased_is_said_of_what_was_done(actor, person):
    order = help_services.save(
        actor, ServiceDraft(resident_id=person(), type="cleaning", state="requested", service_on="2026-10-20")
    )
    with pytest.raises(InvalidDraft) as refused:
        steps.rate(actor, order, RatingDraft("5"))
    assert [(one.name, one.reason) for one in refused.value.fields] == [("satisfaction", "still_open")]
    steps.finish(actor, order)
    for typed, reason in (("", "required"), ("6", "out_of_range"), ("gut", "bad_number")):
        with pytest.raises(InvalidDraft) as refused:
            steps.rate(actor, order, RatingDraft(typed))
        assert [one.reason for one in refused.value.fields] == [reason]
    steps.rate(actor, order, RatingDraft("4"))
    steps.rate(actor, order, RatingDraft("5"))
    [row] = help_services.rows([order])
    assert (row.state, row.satisfaction, row.service_on) == ("rated", 5, clock.today())


@pytest.mark.parametrize("words", ["", "   "])
def test_an_order_that_was_called_off_elsewhere_comes_with_its_reason_or_not_at_all(person, actor, words):
    draft = ServiceDraft(resident_id=person(), type="cleaning", service_on="2026-10-08")
    with pytest.raises(InvalidDraft) as refused, writing(actor, Action.IMPORT) as unit:
        help_services.store_called_off(unit, draft, words)
    assert refused.value.fields == [FieldError("cancel_reason", Reason.REQUIRED)]
    assert query.count("SELECT count(*) FROM help_service") == 0
    # Nor by the form: it ends by an act of its own, which asks why.
    draft.state = "cancelled"
    with pytest.raises(InvalidDraft):
        help_services.save(actor, draft)
    assert query.count("SELECT count(*) FROM help_service") == 0
