"""The chain of sync files: numbers follow one another, and a file of another store's is never given twice."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.file_errors import FullExportDue
from desktop.models import query
from desktop.services.closing import exports
from desktop.services.closing.exports import Place
from desktop.services.writing import audit
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def stored(actor: Actor, day: dt.date, period: str, sha256: str) -> Place:
    with clock.standing_at(dt.datetime.combine(day, dt.time(9))), writing(actor, Action.EXPORT) as unit:
        place = exports.next_place()
        exports.store(unit, period, place, f"{period}.szsync", sha256)
    return place


def known(actor: Actor, *files: tuple[int, str]) -> Place:
    with writing(actor, Action.RESTORE) as unit:
        exports.go_behind(unit, files)
    return exports.next_place()


def test_the_first_file_is_number_one_and_follows_nothing(actor: Actor) -> None:
    assert exports.next_place() == Place(1, "")
    assert exports.last_exported_on() is None
    assert exports.listed() == []


def test_each_file_follows_the_last_one_by_number_and_hash(actor: Actor) -> None:
    places = [stored(actor, dt.date(2026, 10, day), f"2026-0{day}", "abc"[day - 7]) for day in (7, 8, 9)]
    assert places == [Place(1, ""), Place(2, "a"), Place(3, "b")]
    assert exports.next_place() == Place(4, "c")
    assert exports.last_exported_on() == dt.date(2026, 10, 9)


def test_the_list_shows_every_file_the_newest_first(actor: Actor) -> None:
    stored(actor, dt.date(2026, 10, 7), "2026-08", "a")
    stored(actor, dt.date(2026, 10, 8), "full", "b")
    newest, oldest = exports.listed()
    assert (newest.period, newest.sequence, newest.file_name, newest.sha256) == ("full", 2, "full.szsync", "b")
    assert (oldest.period, oldest.sequence, oldest.sha256) == ("2026-08", 1, "a")
    assert (newest.exported_at[:10], newest.received_at) == ("2026-10-08", "")


def test_files_that_a_restored_store_does_not_know_are_gone_behind(actor: Actor) -> None:
    stored(actor, dt.date(2026, 10, 7), "2026-08", "a")
    assert known(actor, (2, "b"), (4, "d"), (3, "c")) == Place(5, "d")
    assert stored(actor, dt.date(2026, 10, 8), "2026-09", "e") == Place(5, "d")
    assert exports.next_place() == Place(6, "e")


def test_a_file_of_the_very_next_number_is_gone_behind_too(actor: Actor) -> None:
    assert known(actor, (1, "x")) == Place(2, "x")


def test_no_file_and_files_of_numbers_long_given_change_nothing(actor: Actor) -> None:
    assert known(actor) == Place(1, "")
    stored(actor, dt.date(2026, 10, 7), "2026-08", "a")
    stored(actor, dt.date(2026, 10, 8), "2026-09", "b")
    before = audit.count()
    assert known(actor, (2, "z"), (1, "y")) == Place(3, "b")
    assert audit.count() == before


def test_a_monthly_file_waits_until_everything_was_written_once(actor: Actor) -> None:
    exports.require_no_full_due()
    with writing(actor, Action.RESTORE) as unit:
        exports.demand_full(unit)
    with pytest.raises(FullExportDue):
        exports.require_no_full_due()
    stored(actor, dt.date(2026, 10, 7), "2026-09", "a")
    assert exports.full_due()
    stored(actor, dt.date(2026, 10, 8), "full", "b")
    assert not exports.full_due()
    exports.require_no_full_due()


def test_that_everything_is_wanted_and_was_written_stands_in_the_log(actor: Actor) -> None:
    with writing(actor, Action.RESTORE, "恢复") as unit:
        exports.demand_full(unit)
    stored(actor, dt.date(2026, 10, 8), "full", "b")
    said = "SELECT staff_name, reason, before, after FROM change_log WHERE row_uid = 'full_export_due' ORDER BY id"
    (asked, written) = query.fetch(said)
    assert asked == ("主任甲", "恢复", None, '{"full_export_due": "1"}')
    assert (written[0], written[2]) == ("主任甲", '{"full_export_due": "1"}')
    assert json.loads(written[3])["full_export_due"] != "1"


def test_a_full_file_that_nobody_demanded_is_one_row_and_no_more(actor: Actor) -> None:
    before = audit.count()
    stored(actor, dt.date(2026, 10, 8), "full", "b")
    assert audit.count() == before + 1


def test_who_may_not_carry_numbers_out_of_the_house_is_refused(actor: Actor, clerk: Actor) -> None:
    exports.require_may(actor)
    exports.require_may(clerk)
    with pytest.raises(NotAllowed):
        exports.require_may(Actor(None, "探访丙", "visitor", actor.station))
