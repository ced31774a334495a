"""津贴补贴: received in a class from a day on, stopped with the reason of the office."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.errors import AlreadyRecorded, InvalidDraft
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.models.resident import Enrolment, Resident
from desktop.services import undoing
from desktop.services.figures.month import figures_of
from desktop.services.residents import allowances
from desktop.services.residents.allowances import AllowanceDraft
from desktop.services.writing import done

AGE = "allowance_age"


def on_record(one):
    found = Enrolment.select().where(Enrolment.resident == one, Enrolment.voided_at.is_null())
    return [(row.from_on, row.held, row.detail, row.reason) for row in found.order_by(Enrolment.from_on, Enrolment.id)]


def receives(actor, one, day, detail=""):
    allowances.record(actor, one, AllowanceDraft(AGE, "started", detail, holds_from=day))


def stops(actor, one, day, reason="not_certified"):
    allowances.record(actor, one, AllowanceDraft(AGE, "stopped", reason=reason, holds_from=day))


def test_a_class_and_a_stop_are_dated_facts_and_the_register_shows_what_holds(actor, person):
    one = person()
    receives(actor, one, "2026-10-01", "80岁档")
    assert Resident.get_by_id(one).allowance_age
    receives(actor, one, "2026-10-10", "90岁档")
    stops(actor, one, "2026-10-20")
    assert not Resident.get_by_id(one).allowance_age
    assert on_record(one) == [
        (None, None, "", ""),
        (dt.date(2026, 10, 1), True, "80岁档", ""),
        (dt.date(2026, 10, 10), True, "90岁档", ""),
        (dt.date(2026, 10, 20), False, "", "not_certified"),
    ]
    with clock.standing_at(dt.datetime(2026, 11, 5, 9)):
        changes = figures_of(Month(2026, 10)).rolls.changes
    assert [(line.step, line.reason) for line in changes] == [
        ("started", ""),
        ("changed", ""),
        ("stopped", "not_certified"),
    ]


def test_the_reason_of_a_stop_that_the_form_recorded_is_given_to_that_day(actor, person):
    from desktop.services.residents import forms

    one = person(allowance_age=True)
    draft = forms.draft_of(one)
    draft.allowance_age, draft.holds_from = False, "2026-10-05"
    forms.save(actor, draft)
    stops(actor, one, "2026-10-19", "disqualified")
    assert on_record(one)[-1] == (dt.date(2026, 10, 5), False, "", "disqualified")


@pytest.mark.parametrize(
    ("draft", "name", "reason"),
    [
        (AllowanceDraft(AGE, "stopped", holds_from="2026-10-05"), "reason", Reason.REQUIRED),
        (AllowanceDraft("health_record", holds_from="2026-10-05"), "kind", Reason.UNKNOWN_WORD),
        (AllowanceDraft(AGE), "holds_from", Reason.REQUIRED),
        (AllowanceDraft(AGE, "stopped", reason="tired", holds_from="2026-10-05"), "reason", Reason.UNKNOWN_WORD),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(actor, person, draft, name, reason):
    one = person()
    with pytest.raises(InvalidDraft) as refused:
        allowances.record(actor, one, draft)
    assert (name, reason) in [(error.name, error.reason) for error in refused.value.fields]
    assert on_record(one) == []


def test_what_was_never_received_cannot_stop_and_the_same_twice_adds_nothing(actor, person):
    one = person()
    with pytest.raises(AlreadyRecorded):
        stops(actor, one, "2026-10-05")
    receives(actor, one, "2026-10-01", "80岁档")
    with pytest.raises(AlreadyRecorded):
        receives(actor, one, "2026-10-05", "80岁档")
    assert len(on_record(one)) == 2


def test_a_day_before_what_is_on_record_is_refused(actor, person):
    one = person()
    receives(actor, one, "2026-10-10")
    with pytest.raises(InvalidDraft):
        stops(actor, one, "2026-10-02")


def test_it_is_taken_back_as_one_act(actor, person):
    one = person()
    receives(actor, one, "2026-10-10", "80岁档")
    undoing.take_back(actor, done.standing(actor)[0])
    assert not Resident.get_by_id(one).allowance_age and on_record(one) == []
