"""The facts of the status bar: centre, station, person, month, last backup."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.i18n import said, translate
from desktop.core.period import Month
from desktop.core.trade import MonthState
from desktop.core.words.months import month_text
from desktop.core.words.terms import MONTH_STATES, ROLES
from desktop.services.centre import centres
from desktop.services.closing import exports
from desktop.services.keeping import backups
from desktop.services.writing import months
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import Fact, StatusFacts
from desktop.ui.frame.sync_words import EXPORTED, RECEIVED, period_text
from desktop.ui.look.theme import Tone


def facts_of(session: Session) -> StatusFacts:
    """Read them anew."""
    actor = session.actor
    role = ROLES.shown[actor.role]
    person = translate("StationFacts", "{name} ({role})").format(name=actor.name, role=role)
    station = translate("StationFacts", "Station {number}").format(number=actor.station)
    return StatusFacts(
        centre=(centres.centre().name, Tone.NEUTRAL),
        station=(station, Tone.NEUTRAL),
        user=(person, Tone.NEUTRAL),
        month=month_fact(Month.of(clock.today())),
        backup=backup_fact(session),
        sync=sync_fact(),
    )


def month_fact(month: Month) -> Fact:
    """2026年10月 未月结."""
    state = months.state(month)
    words = translate("StationFacts", "{month} {state}").format(
        month=month_text(month), state=MONTH_STATES.shown[state]
    )
    return words, Tone.NEUTRAL if state == MonthState.OPEN else Tone.OK


def backup_fact(session: Session) -> Fact:
    """When the last backup was made; one that is missing or old calls for attention."""
    newest = backups.newest(session.folder)
    if newest is None:
        return translate("StationFacts", "No backup yet"), Tone.ATTENTION
    last = newest.taken_at
    words = translate("StationFacts", "Last backup {when}").format(when=moment_text(last))
    return words, Tone.OK if clock.today() - last.date() <= dt.timedelta(days=1) else Tone.ATTENTION


def sync_fact() -> Fact:
    """Which file went out last, and whether the district confirmed it; one that must be whole calls for attention."""
    if exports.full_due():
        return translate("StationFacts", "Full export due"), Tone.ATTENTION
    last = next(iter(exports.listed()), None)
    if last is None:
        return translate("StationFacts", "No file for the district yet"), Tone.NEUTRAL
    state, tone = (said(RECEIVED), Tone.OK) if last.received_at else (said(EXPORTED), Tone.NEUTRAL)
    words = translate("StationFacts", "{period} {state}")
    return words.format(period=period_text(last.period), state=state), tone


def moment_text(moment: dt.datetime) -> str:
    """今天 08:31, or the day."""
    if moment.date() == clock.today():
        return translate("StationFacts", "today {time}").format(time=f"{moment:%H:%M}")
    return f"{day_text(moment.date())} {moment:%H:%M}"
