"""Drafts say once what their fields may hold."""

import datetime as dt

from desktop.core.reasons import Reason
from desktop.services.beds.places import BedDraft
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import declared
from desktop.services.writing.checks import Checks


def test_a_draft_is_read_by_what_its_fields_declare(now):
    checks = Checks()
    draft = ServiceDraft(resident_id=7, type="bathing", service_on="10.8", started="930", worker=" 李 ")
    draft.fee, draft.satisfaction = "12.5", "4"
    found = declared.read(draft, checks)
    assert checks.errors == []
    assert (found["service_on"], found["started"], found["fee"]) == (dt.date(2026, 10, 8), "09:30", 1250)
    assert (found["satisfaction"], found["worker"], found["resident_id"]) == (4, "李", 7)
    assert "service_id" not in found


def test_each_field_that_is_wrong_is_named_with_its_reason(now):
    checks = Checks()
    declared.read(BedDraft(building="楼" * 41, number="2", kind="hammock"), checks)
    assert [(one.name, one.reason) for one in checks.errors] == [
        ("building", Reason.TOO_LONG),
        ("room", Reason.REQUIRED),
        ("kind", Reason.UNKNOWN_WORD),
    ]


def test_what_is_required_is_said_by_the_draft():
    assert declared.required_fields(BedDraft) == {"room", "number", "kind", "mode"}
    assert declared.required_fields(RiskDraft) == {"resident_id", "found_on", "what", "level"}
    assert declared.required_fields(dict) == frozenset()


def test_what_another_field_may_give_is_asked_for_and_not_refused(now):
    assert {"sex", "born_on"} <= declared.required_fields(ResidentDraft)
    checks = Checks()
    declared.read(ResidentDraft(name="李桂兰"), checks)
    assert checks.errors == []


def test_a_row_on_record_is_shown_as_it_would_be_typed(person, actor):
    draft = ServiceDraft(None, person("李桂兰"), "bathing", service_on="2026-10-08", started="930", satisfaction="4")
    shown = orders.draft_of(orders.save(actor, draft))
    assert (shown.service_on, shown.started, shown.satisfaction) == ("2026-10-08", "09:30", "4")
    checks = Checks()
    assert declared.read(shown, checks)["service_on"] == dt.date(2026, 10, 8)
    assert checks.errors == []
