"""Every write leaves a change-log row, and nothing is ever deleted."""

import json

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed, ReasonNeeded
from desktop.models import query
from desktop.models.centre import Staff
from desktop.models.change import Change
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def newest_change() -> Change:
    return Change.select().order_by(Change.id.desc()).first()


def test_a_new_row_is_logged_with_who_where_and_what(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
    logged = newest_change()
    assert (logged.staff_name, logged.station, logged.action) == ("主任甲", 1, "add")
    assert (logged.table_name, logged.row_id, logged.row_uid) == ("staff", row.id, row.uid)
    assert json.loads(logged.after)["name"] == "马丽"


def test_a_change_logs_only_what_changed_with_its_reason(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
    with writing(actor, Action.EDIT_RESIDENT, "升职") as unit:
        assert unit.change(row, {"name": "马丽", "role": "director"})
    logged = newest_change()
    assert (json.loads(logged.before), json.loads(logged.after)) == ({"role": "visitor"}, {"role": "director"})
    assert logged.reason == "升职"


def test_writing_the_same_value_again_writes_nothing(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
    before = newest_change().id
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        assert not unit.change(row, {"role": "visitor"})
    assert newest_change().id == before


def test_a_void_needs_a_reason_and_keeps_the_row(actor):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.add(Staff(name="马丽", role="visitor"))
    with pytest.raises(ReasonNeeded), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(row, "  ")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(row, "录错")
    assert Staff.get_by_id(row.id).void_reason == "录错"
    assert newest_change().action == "void"


def test_rows_and_log_refuse_deletion_in_the_database_itself(actor):
    with pytest.raises(peewee.IntegrityError, match="nothing_is_deleted"):
        query.execute("DELETE FROM staff")
    with pytest.raises(peewee.IntegrityError, match="change_log_fixed"):
        query.execute("UPDATE change_log SET reason = 'x'")


def test_counters_of_a_station_never_repeat(actor):
    for name in ("甲", "乙", "丙"):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.add(Staff(name=name, role="worker"))
    counters = query.ids("SELECT counter FROM change_log ORDER BY id")
    assert counters == list(range(1, len(counters) + 1))


def test_a_unit_that_fails_writes_neither_row_nor_log(actor):
    before = query.count("SELECT count(*) FROM change_log")
    with pytest.raises(ZeroDivisionError), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Staff(name="半途", role="worker"))
        1 / 0  # noqa: B018
    assert query.count("SELECT count(*) FROM staff WHERE name = '半途'") == 0
    assert query.count("SELECT count(*) FROM change_log") == before


def test_a_unit_within_a_unit_counts_on_and_so_does_the_outer_one(actor):
    with writing(actor, Action.EDIT_RESIDENT) as outer:
        outer.add(Staff(name="甲", role="visitor"))
        with writing(actor, Action.EDIT_RESIDENT) as inner:
            inner.add(Staff(name="乙", role="visitor"))
        with pytest.raises(ReasonNeeded), writing(actor, Action.EDIT_RESIDENT) as broken:
            broken.void(broken.add(Staff(name="丙", role="visitor")), " ")
        outer.add(Staff(name="丁", role="visitor"))
    logged = query.ids("SELECT counter FROM change_log ORDER BY id DESC LIMIT 4")
    assert logged == [logged[-1] + 3, logged[-1] + 2, logged[-1] + 1, logged[-1]]
    with writing(actor, Action.EDIT_RESIDENT) as later:
        assert later.counter == logged[0]


def test_an_auditor_reads_and_never_writes(actor):
    with (
        pytest.raises(NotAllowed),
        writing(Actor(None, "审核甲", "auditor", actor.station), Action.EDIT_RESIDENT) as unit,
    ):
        unit.add(Staff(name="马丽", role="visitor"))
