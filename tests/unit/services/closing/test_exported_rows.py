"""Whom a month's file carries: everybody of the month, and everybody changed since the file before it."""

import datetime as dt

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.services.closing import exports
from desktop.services.closing.exported_rows import rows_of, typed_after
from desktop.services.residents import forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.journal import writing

NOVEMBER = Month(2026, 11)


def carried(month):
    return sorted(name for (name,) in rows_of("resident", [("name", "")], month))


def moved(actor, resident_id, day):
    with clock.standing_at(dt.datetime.combine(day, dt.time(9))):
        draft = forms.draft_of(resident_id)
        draft.room = f"{day.day}"
        forms.save(actor, draft)


def test_no_change_falls_between_two_files(person, actor):
    before, after, since = person("李一"), person("李二"), person("李三")
    with clock.standing_at(dt.datetime(2026, 10, 25, 9)), writing(actor, Action.EXPORT) as unit:
        exports.store(unit, "2026-09", exports.next_place(), "a.shizhu", "a")
    moved(actor, before, dt.date(2026, 10, 23))
    moved(actor, after, dt.date(2026, 10, 26))
    moved(actor, since, dt.date(2026, 11, 3))
    assert carried(NOVEMBER) == ["李三", "李二"]


def test_a_file_made_in_its_month_still_carries_all_changes_of_the_month(person, actor):
    early = person("李一")
    moved(actor, early, dt.date(2026, 11, 2))
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)), writing(actor, Action.EXPORT) as unit:
        exports.store(unit, "2026-10", exports.next_place(), "a.shizhu", "a")
    assert carried(NOVEMBER) == ["李一"]


def test_a_record_typed_late_says_that_its_month_has_to_be_exported_again(person, actor):
    """rules.md B13: a row dated in a month whose file was written before is in no later month's file."""
    one = person("李一")
    written = "2026-11-03T09:00:00"
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        visits.save(actor, VisitDraft(one, "2026-10-20"))
    assert not typed_after(Month(2026, 10), written)
    with clock.standing_at(dt.datetime(2026, 11, 4, 9)):
        visits.save(actor, VisitDraft(one, "2026-11-04"))
        assert not typed_after(Month(2026, 10), written)
        late = visits.save(actor, VisitDraft(one, "2026-10-21"))
    assert typed_after(Month(2026, 10), written)
    assert not typed_after(Month(2026, 10), "2026-11-04T10:00:00")
    with clock.standing_at(dt.datetime(2026, 11, 5, 9)):
        visits.void(actor, late, "录错")
    assert typed_after(Month(2026, 10), "2026-11-04T10:00:00")


def test_before_the_first_file_everybody_is_new(person, actor):
    person("李一")
    assert carried(NOVEMBER) == ["李一"]
