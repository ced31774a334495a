"""The way of a service: each step with its time and person, one way, in the service and in the database alike."""

from __future__ import annotations

import datetime as dt

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft, NotAllowed, UserError
from desktop.core.reasons import Reason
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services import undoing
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.steps import DoneDraft, RatingDraft
from desktop.services.residents import states
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

STATES = ("requested", "dispatched", "done", "rated", "cancelled")
TODAY = "2026-10-21"


def order(actor, resident_id, state="requested", **more):
    said = {"type": "bathing", "state": state, "service_on": TODAY} | more
    return orders.save(actor, ServiceDraft(resident_id=resident_id, **said))


def row_of(one):
    return HelpService.get_by_id(one)


def test_each_step_has_its_own_time_and_person(person, actor, clerk):
    one = order(clerk, person())
    with clock.standing_at(dt.datetime(2026, 10, 21, 13, 0)):
        steps.dispatch(actor, one, "普建国")
    with clock.standing_at(dt.datetime(2026, 10, 21, 16, 30)):
        steps.finish(clerk, one)
    with clock.standing_at(dt.datetime(2026, 10, 23, 9, 5)):
        steps.rate(actor, one, RatingDraft("4", "door", "水有点凉"))
    row = row_of(one)
    assert (row.requested_at, row.requested_by) == ("2026-10-21 11:30:00", "前台乙")
    assert (row.dispatched_at, row.dispatched_by, row.worker) == ("2026-10-21 13:00:00", "主任甲", "普建国")
    assert (row.closed_at, row.closed_by) == ("2026-10-21 16:30:00", "前台乙")
    assert (row.rated_at, row.rated_by) == ("2026-10-23 09:05:00", "主任甲")
    assert (row.satisfaction, row.rated_how, row.rating_words) == (4, "door", "水有点凉")


def test_somebody_else_goes_and_that_is_the_dispatch_that_stands(person, actor, clerk):
    one = order(actor, person())
    steps.dispatch(actor, one, "普建国")
    with clock.standing_at(dt.datetime(2026, 10, 21, 14, 0)):
        steps.dispatch(clerk, one, "李秀英")
    row = row_of(one)
    assert (row.worker, row.dispatched_at, row.dispatched_by) == ("李秀英", "2026-10-21 14:00:00", "前台乙")


def test_a_typed_dispatch_is_one_and_another_worker_a_new_one(person, actor, clerk):
    one = order(actor, person(), "dispatched", worker="普建国")
    assert (row_of(one).dispatched_at, row_of(one).dispatched_by) == ("2026-10-21 11:30:00", "主任甲")
    with clock.standing_at(dt.datetime(2026, 10, 21, 14, 0)):
        draft = orders.draft_of(one)
        draft.remark = "带手套"
        orders.save(clerk, draft)
        assert row_of(one).dispatched_by == "主任甲", "the same worker goes"
        draft = orders.draft_of(one)
        draft.worker = "李秀英"
        orders.save(clerk, draft)
    assert (row_of(one).dispatched_at, row_of(one).dispatched_by) == ("2026-10-21 14:00:00", "前台乙")
    assert row_of(order(actor, person("李兰"))).dispatched_at == ""


def test_an_order_from_before_plans_were_kept_is_planned_for_its_own_day():
    row = HelpService(service_on=dt.date(2026, 10, 20), started="09:00", planned_at="")
    assert steps.planned(row) == "2026-10-20 09:00"
    row.planned_at = "2026-10-19"
    assert steps.planned(row) == "2026-10-19"


def test_what_was_planned_stays_beside_what_was_done_past_midnight(person, actor):
    one = order(actor, person(), service_on="2026-10-20", started="20:00", ended="21:00")
    assert row_of(one).planned_at == "2026-10-20 20:00"
    steps.finish(actor, one, DoneDraft("2026-10-20", "23:30", "0:45", "普建国"))
    row = row_of(one)
    assert (row.planned_at, row.service_on.isoformat()) == ("2026-10-20 20:00", "2026-10-20")
    assert (row.started, row.ended, row.minutes, row.worker) == ("23:30", "00:45", 75, "普建国")


def test_done_as_planned_takes_the_planned_times_and_on_another_day_none(person, actor):
    who = person()
    today = order(actor, who, started="9:00", ended="10:00")
    other = order(actor, who, service_on="2026-10-19", started="9:00", ended="10:00")
    steps.finish(actor, today)
    steps.finish(actor, other)
    assert (row_of(today).started, row_of(today).minutes) == ("09:00", 60)
    assert (row_of(other).started, row_of(other).minutes, row_of(other).planned_at) == ("", 0, "2026-10-19 09:00")
    third = order(actor, who, started="11:00", ended="12:00")
    steps.finish(actor, third, DoneDraft(as_planned=False))
    assert (row_of(third).started, row_of(third).minutes) == ("", 0), "who emptied the times does not know them"


def test_what_lies_ahead_is_not_done_and_times_that_cannot_be_are_said(person, actor):
    one = order(actor, person())
    for draft, wrong in (
        (DoneDraft("2026-10-22"), FieldError("service_on", Reason.FUTURE_DATE)),
        (DoneDraft("", "", "10:00"), FieldError("started", Reason.REQUIRED)),
        (DoneDraft("", "10:00", "9:00"), FieldError("ended", Reason.ENDS_BEFORE_START)),
    ):
        with pytest.raises(InvalidDraft) as refused:
            steps.finish(actor, one, draft)
        assert refused.value.fields == [wrong]
    assert row_of(one).state == "requested"


def test_an_order_is_cancelled_by_its_own_act_alone(person, actor):
    one = order(actor, person())
    for draft in (orders.draft_of(one), ServiceDraft(resident_id=person(), type="bathing", service_on=TODAY)):
        draft.state = "cancelled"
        with pytest.raises(InvalidDraft) as refused:
            orders.save(actor, draft)
        assert refused.value.fields == [FieldError("state", Reason.NEEDS_ITS_ACT)]
    steps.cancel(actor, one, "老人不需要了")
    row = row_of(one)
    assert (row.state, row.closed_at, row.closed_by) == ("cancelled", "2026-10-21 11:30:00", "主任甲")


def test_whoever_leaves_has_the_orders_closed_with_time_and_person(person, actor):
    who = person()
    one = order(actor, who)
    states.apply(actor, who, "deceased", dt.date(2026, 10, 20), "家属来电")
    assert (row_of(one).state, row_of(one).closed_by) == ("cancelled", "主任甲")
    undoing.take_back(actor, done.standing(actor)[0])
    assert (row_of(one).state, row_of(one).closed_by) == ("requested", "")


def test_what_was_said_along_with_the_service_is_of_its_day_and_a_call_later_of_its_own(person, actor):
    one = order(actor, person(), "done", service_on="2026-10-02", satisfaction="5")
    assert (row_of(one).state, row_of(one).rated_at, row_of(one).closed_at) == ("rated", "2026-10-02", "")
    draft = orders.draft_of(one)
    draft.service_on = "2026-10-03"
    orders.save(actor, draft)
    assert row_of(one).rated_at == "2026-10-03"
    steps.rate(actor, one, RatingDraft("3"))
    draft = orders.draft_of(one)
    draft.service_on = "2026-10-01"
    orders.save(actor, draft)
    assert (row_of(one).rated_at, row_of(one).rated_how) == ("2026-10-21 11:30:00", "phone")


# What the handbook draws (2.3), by hand: from each state, where an act of its own leads.
DIAGRAM = {
    "requested": {"dispatch": "dispatched", "finish": "done", "cancel": "cancelled"},
    "dispatched": {"dispatch": "dispatched", "finish": "done", "cancel": "cancelled"},
    "done": {"rate": "rated"},
    "rated": {"rate": "rated"},
    "cancelled": {},
}
# And where a form may bring it: further on, several steps at once.
ONWARD = {
    "requested": ("requested", "dispatched", "done", "rated"),
    "dispatched": ("dispatched", "done", "rated"),
    "done": ("done", "rated"),
    "rated": ("rated",),
    "cancelled": ("cancelled",),
}
ENTERED = ("requested", "dispatched", "done", "rated")
# Who works here most of the time, and those who seldom do.
ROLES = st.sampled_from((*(Role.DIRECTOR, Role.CLERK) * 3, Role.VISITOR, Role.WORKER, Role.AUDITOR))
ACTS = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(STATES)),
    *(
        st.tuples(st.just(what), st.just(""))
        for what in ("dispatch", "dispatch", "finish", "rate", "cancel", "undo", "undo", "undo", "void")
    ),
)


def act(by: Actor, one: int | None, resident_id: int, what: str, state: str) -> int | None:
    if what == "enter":
        rated = {"satisfaction": "4"} if state == "rated" else {}
        draft = ServiceDraft(resident_id=resident_id, type="bathing", state=state, service_on=TODAY, **rated)
        return orders.save(by, draft)
    if what == "type":
        draft = orders.draft_of(one)
        draft.state, draft.satisfaction = state, "4" if state == "rated" else ""
        # Another word, so that something is written even where the state stays.
        draft.remark = clock.timestamp()
        orders.save(by, draft)
    elif what == "undo":
        undoing.take_back(by, done.standing(by)[0])
    else:
        verbs = {
            "dispatch": lambda: steps.dispatch(by, one, f"普建国 {clock.timestamp()}"),
            "finish": lambda: steps.finish(by, one),
            "rate": lambda: steps.rate(by, one, RatingDraft("5", "phone", clock.timestamp())),
            "cancel": lambda: steps.cancel(by, one, "不需要了"),
            "void": lambda: orders.void(by, one, "录错"),
        }
        verbs[what]()
    return one


def expected(what: str, asked: str, state: str) -> str | None:
    """The state after an act as the diagram has it; None where it has none."""
    if what == "enter":
        return asked if asked in ENTERED else None
    if what == "type":
        return asked if asked in ONWARD[state] else None
    return state if what == "void" else DIAGRAM[state].get(what)


def state_of(one: int | None) -> str:
    """The state of the row, a void one's too; nothing where there is none."""
    return query.text("SELECT state FROM help_service WHERE id = ?", [one or 0])


def is_void(one: int | None) -> bool:
    return query.count("SELECT count(*) FROM help_service WHERE id = ? AND voided_at IS NOT NULL", [one or 0]) > 0


def steps_are_told(one: int) -> None:
    """What is on record of the steps fits the state, one after the other."""
    row = row_of(one)
    taken = [at for at in (row.requested_at, row.dispatched_at, row.closed_at) if at]
    assert taken == sorted(taken)
    assert not row.dispatched_at or row.state != "requested"
    assert not row.closed_at or row.state in ("done", "rated", "cancelled")
    assert not row.rated_at or row.state == "rated"
    assert not row.rated_how or row.rated_at >= row.closed_at


def no_other_program_may(one: int) -> None:
    """The database refuses every way that the diagram does not have, whoever writes."""
    before = state_of(one)
    for asked in set(STATES) - {*ONWARD[before], *DIAGRAM[before].values()}:
        with pytest.raises(peewee.IntegrityError, match="step_back"):
            query.execute("UPDATE help_service SET state = ?, cancel_reason = '录错' WHERE id = ?", [asked, one])
    assert state_of(one) == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.sampled_from((*("requested",) * 4, *STATES)),
    acts=st.lists(st.tuples(ROLES, ACTS), min_size=6, max_size=16),
)
def test_no_sequence_of_acts_of_several_people_comes_to_a_state_that_the_diagram_does_not_have(
    actor, person, first, acts
):
    with forgotten():
        resident_id = person()
        people = {role: Actor(None, f"甲{role}", role, actor.station) for role in Role}
        one: int | None = None
        # What each act made of the state, by the number of its first write: an act that is taken back gives it back.
        made: dict[int, tuple[str, str]] = {}
        for minute, (role, (what, asked)) in enumerate([(Role.CLERK, ("enter", first)), *acts]):
            by, before = people[role], state_of(one)
            undone = next((act for act in done.standing(by) if act.first in made), None)
            missing = undone is None if what == "undo" else is_void(one) or (what != "enter" and one is None)
            if missing:
                continue
            number = query.count("SELECT coalesce(max(counter), 0) FROM change_log") + 1
            wanted = None if what == "undo" else expected(what, asked, before)
            try:
                with clock.standing_at(dt.datetime(2026, 10, 21, 11, minute + 31)):
                    one = act(by, one, resident_id, what, asked)
            except NotAllowed:
                # A worker with an order of others, a visitor and an auditor with any.
                assert state_of(one) == before
                assert role not in (Role.DIRECTOR, Role.CLERK)
                continue
            except UserError:
                assert state_of(one) == before
                assert what == "undo" or wanted is None
                continue
            after = state_of(one)
            assert role not in (Role.AUDITOR, Role.VISITOR)
            if what == "undo":
                was, became = made.pop(undone.first)
                assert before == became or was == became
                assert after == (before if was == became else was or before)
            else:
                assert after == wanted
                made[number] = before, after
            steps_are_told(one)
            no_other_program_may(one)


def test_a_gate_that_was_left_open_keeps_the_transaction_from_being_kept(person, actor):
    one = order(actor, person(), "done")
    with pytest.raises(peewee.IntegrityError, match="step_back"):
        query.execute("UPDATE help_service SET state = 'requested' WHERE id = ?", [one])
    with pytest.raises(peewee.IntegrityError), writing(actor, Action.EDIT_RESIDENT):
        query.execute("INSERT INTO step_gate (uid) SELECT uid FROM help_service")
        query.execute("UPDATE help_service SET state = 'requested'")
    assert row_of(one).state == "done"


def test_another_program_cannot_tell_steps_that_were_not_taken(person, actor):
    one = order(actor, person())
    for said in (
        "dispatched_at = 'now'",
        "closed_at = 'now', closed_by = '甲'",
        "rated_at = 'now'",
        "rated_how = 'phone'",
    ):
        with pytest.raises(peewee.IntegrityError):
            query.execute(f"UPDATE help_service SET {said} WHERE id = ?", [one])


def test_each_act_is_taken_back_with_its_time_and_person(person, actor):
    one = order(actor, person())
    for take in (
        lambda: steps.dispatch(actor, one, "普建国"),
        lambda: steps.finish(actor, one),
        lambda: steps.rate(actor, one, RatingDraft("4")),
    ):
        before = {name: getattr(row_of(one), name) for name in HelpService._meta.columns if name not in STAMPS}
        take()
        undoing.take_back(actor, done.standing(actor)[0])
        assert {name: getattr(row_of(one), name) for name in before} == before
        take()
    assert row_of(one).state == "rated"


STAMPS = {"changed_at", "station", "counter", "epoch"}
