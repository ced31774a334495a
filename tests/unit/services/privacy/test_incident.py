"""What was on a lost computer or stick, by count and kind."""

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed, ReasonNeeded
from desktop.core.words.privacy import LOST_THINGS, PERSONAL_KINDS
from desktop.models import query
from desktop.reports.forms.incident_sheet import report_of
from desktop.services.privacy import incident
from desktop.services.privacy.incident import Lost
from desktop.services.writing.actor import Actor


def test_it_counts_people_kinds_and_records_and_names_nobody(known, actor):
    sheet = incident.make(actor, "computer", "", "窗口电脑被盗")
    assert sheet.people == query.count("SELECT count(*) FROM resident") == 3
    assert sheet.kinds == {"name": 3, "id_number": 2, "phone": 1, "address": 1, "health": 1, "photo": 1}
    assert (sheet.records["visit"], sheet.records["contact"]) == (query.count("SELECT count(*) FROM visit"), 1)
    said = "".join(report_of(sheet).texts())
    assert "窗口电脑被盗" in said and "王桂芳" not in said


def test_it_counts_what_was_recorded_until_the_day(known, actor):
    assert incident.make(actor, "backup", "2026-10-20", "U 盘丢失").people == 0


def test_a_sync_file_has_no_photographs_and_no_accounts(known, actor):
    sheet = incident.make(actor, "sync_file", "", "发错人")
    assert "photo" not in sheet.kinds and sheet.accounts == 0


def test_every_kind_and_place_has_its_word():
    assert set(PERSONAL_KINDS) == set(incident.KINDS) and set(LOST_THINGS) == set(Lost)


def test_it_is_logged_and_asks_for_what_happened(known, actor):
    incident.make(actor, "backup", "", "U 盘丢失")
    assert query.count("SELECT count(*) FROM change_log WHERE row_uid = 'loss of backup' AND reason = 'U 盘丢失'") == 1
    with pytest.raises(ReasonNeeded):
        incident.make(actor, "backup", "", "")
    with pytest.raises(InvalidDraft):
        incident.make(actor, "phone", "", "丢了")
    with pytest.raises(NotAllowed):
        incident.make(Actor(None, "某", "worker", actor.station), "backup", "", "丢了")
