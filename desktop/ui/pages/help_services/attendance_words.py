"""An activity of many in words: what it is, and what a scan led to."""

from __future__ import annotations

import datetime as dt

from desktop.core.answers import ScanKind
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.core.words.offers import offer_words
from desktop.core.words.terms import SERVICE_PLACES
from desktop.services.help_services import definitions
from desktop.services.help_services.attendance import Attendance
from desktop.services.help_services.orders import ServiceDraft
from desktop.ui.forms.resident_field import choice_lines
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look.theme import Tone


def in_words(activity: ServiceDraft) -> str:
    """What it is, where and when, who holds it."""
    times = "–".join(part for part in (activity.started, activity.ended) if part)
    day = activity.service_on
    known = (
        offer_words(activity.type, definitions.item_shown(activity.item)),
        SERVICE_PLACES.shown.get(activity.place, ""),
        day_text(day) if isinstance(day, dt.date) else "",
    )
    return " · ".join(part for part in (*known, times, activity.worker, activity.content) if part)


def light(found: Attendance) -> tuple[Tone, str]:
    """What a scan led to, and in which colour."""
    if found.kind == ScanKind.RECORDED:
        return Tone.OK, translate("Attendance", "Recorded: {name}").format(name=found.name)
    if found.kind == ScanKind.AGAIN:
        words = translate("Attendance", "{name} was scanned before; nothing is added.")
        return Tone.ATTENTION, words.format(name=found.name)
    if found.kind == ScanKind.QUEUED:
        return Tone.ATTENTION, translate("Attendance", "Unknown card: it waits, F8 says whose it is. Scan on.")
    if found.kind == ScanKind.CHOOSE:
        return Tone.ACCENT, choice_lines(found.choices, found.more)
    words = sentence(found.error) if found.error is not None else ""
    return Tone.DANGER, ": ".join(part for part in (found.name, words) if part)
