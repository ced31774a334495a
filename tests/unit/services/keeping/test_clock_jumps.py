"""A clock that is set forward by years and back, over and over: what was recorded stays in order and is proved."""

import datetime as dt
import random

import pytest

from desktop.core import clock
from desktop.core.account_errors import SignInPaused, WrongPassword
from desktop.core.errors import ReasonNeeded
from desktop.core.month_errors import MonthHeldBack, MonthNotOver
from desktop.core.period import Month
from desktop.core.storage_errors import BackupOld, ClockAhead, ClockBehind, ClockWasAhead
from desktop.models import query
from desktop.models.database import integrity_problems
from desktop.reports.months.render import reports_of
from desktop.services.centre import accounts, centres
from desktop.services.closing import month_close
from desktop.services.keeping import backups, restoring, startup
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import proving
from desktop.sync import read, write
from tests.conftest import NOW
from tests.two_desks import row_chain_breaks

SEED = 20261128
JUMPS = [40, pytest.param(1_000, marks=pytest.mark.nightly)]
YEARS_AHEAD, YEARS_BACK = NOW.replace(year=2031), NOW.replace(year=2019)


def epochs_in_order():
    """Each epoch is named after the one that it follows."""
    found = query.fetch("SELECT name, parent_epoch FROM epoch WHERE parent_epoch IS NOT NULL")
    return all(name > parent for name, parent in found)


@pytest.mark.parametrize("jumps", JUMPS)
def test_whatever_the_clock_does_the_log_stays_in_order_and_a_restore_begins_a_later_epoch(
    jumps, folder, actor, person
):
    chance, one, restored = random.Random(SEED), person(), 0
    kept = backups.back_up(folder, "manual")
    for number in range(jumps):
        moment = NOW + dt.timedelta(days=chance.choice((0, 1, -1, 40, -40, 200, 1_500, -2_500)), seconds=number)
        with clock.standing_at(moment):
            last = query.count("SELECT max(counter) FROM change_log")
            centres.set_setting(actor, "k", str(number))
            recording.save(actor, VisitDraft(one, f"{moment:%Y-%m-%d}" if moment <= NOW else "2026-10-20"))
            assert query.count("SELECT max(counter) FROM change_log") > last
            if number % 10 == 9:
                kept = backups.back_up(folder, "manual")
            if number % 20 == 15:
                restoring.restore(kept.path, folder)
                restored += 1
    in_order = "SELECT count(*) FROM change_log a JOIN change_log b ON a.epoch = b.epoch AND a.station = b.station"
    assert query.count(f"{in_order} WHERE a.id < b.id AND a.counter >= b.counter") == 0
    assert query.count("SELECT count(*) - count(DISTINCT uid) FROM visit") == 0
    assert epochs_in_order() and query.count("SELECT count(*) FROM epoch") == restored + 1
    assert proving.prove().troubles == [] and row_chain_breaks() == [] and integrity_problems() == []
    made = write.export_full(actor, folder.exports)
    assert len(list(read.read(made.path).rows("visits"))) == query.count("SELECT count(*) FROM visit")
    print(f"{jumps} jumps of the clock, {restored} restores: 0 out of order")


@pytest.mark.parametrize("ahead", [dt.datetime(2026, 12, 2, 9), YEARS_AHEAD])
@pytest.mark.parametrize("month", ["2026-10", "2026-11"])
def test_a_month_to_come_is_not_closed_nor_is_it_unasked_by_setting_the_clock_forward(month, ahead, actor, person):
    """reliability B6: with the clock ahead a month still to come was closed, and then refused to record."""
    one = person()
    recording.save(actor, VisitDraft(one, "2026-10-20"))
    with pytest.raises(MonthNotOver):
        month_close.close(actor, Month.parse(month), reports_of, "没有遗漏")
    with clock.standing_at(ahead), pytest.raises((MonthHeldBack, ReasonNeeded)):
        month_close.close(actor, Month.parse(month), reports_of)
    assert query.count("SELECT count(*) FROM month WHERE state <> 'open'") == 0
    recording.save(actor, VisitDraft(one, "2026-10-21"))


def test_what_was_done_with_the_clock_ahead_and_behind_is_told_as_long_as_it_stands(folder, actor):
    backups.back_up(folder, "manual")
    with clock.standing_at(YEARS_AHEAD):
        assert {ClockAhead, BackupOld} <= {type(one) for one in startup.check(folder).warnings}
        backups.back_up(folder, "manual")
        centres.set_setting(actor, "k", "1")
    with clock.standing_at(NOW + dt.timedelta(days=30)):
        assert isinstance(startup.clock_trouble(), ClockBehind)
        for number in range(20):
            centres.set_setting(actor, "k", f"{number} later")
            assert isinstance(startup.clock_doubt(), ClockWasAhead)
        assert startup.check(folder).problems == () and BackupOld(30) in startup.check(folder).warnings
    with clock.standing_at(YEARS_BACK):
        assert isinstance(startup.clock_trouble(), ClockBehind)
        restoring.restore(backups.listed(folder)[-1].path, folder)
    assert epochs_in_order() and proving.prove().troubles == []


@pytest.mark.parametrize("days", [-4_000, -30, -1, 1, 30, 4_000])
def test_no_jump_of_the_clock_keeps_anybody_out_for_longer_than_a_quarter_of_an_hour(days, actor):
    accounts.set_password(actor, actor.name, "青山绿水2026")
    for number in range(8):
        with clock.standing_at(NOW + dt.timedelta(minutes=20 * number)), pytest.raises(WrongPassword):
            accounts.sign_in(actor.name, "错了错了错了")
    jumped = NOW + dt.timedelta(days=days)
    with clock.standing_at(jumped):
        if days < 0:
            with pytest.raises(SignInPaused) as caught:
                accounts.sign_in(actor.name, "青山绿水2026")
            assert caught.value.seconds <= 15 * 60
    with clock.standing_at(jumped + dt.timedelta(minutes=15)):
        assert accounts.sign_in(actor.name, "青山绿水2026")
