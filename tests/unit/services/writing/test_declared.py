"""Drafts say once what their fields may hold."""

import datetime as dt

from desktop.core.reasons import Reason
from desktop.services.beds.places import BedDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import declared
from desktop.services.writing.checks import Checks


def test_a_draft_is_read_by_what_its_fields_declare(now):
    checks = Checks()
    draft = ServiceDraft(type="bathing", service_on="10.8", started="930", fee="12.5", satisfaction="4", worker=" 李 ")
    found = declared.read(draft, checks)
    assert checks.errors == []
    assert (found["service_on"], found["started"], found["fee"]) == (dt.date(2026, 10, 8), "09:30", 1250)
    assert (found["satisfaction"], found["worker"]) == (4, "李")
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
    assert declared.required_fields(RiskDraft) == {"found_on", "what", "level"}
    assert declared.required_fields(dict) == frozenset()
