"""What has to be renewed, in words and colours: the home page and the list of people say it alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core import due_items
from desktop.core.answers import DueStage
from desktop.core.i18n import translate
from desktop.core.trade import CertificateKind
from desktop.core.words.food import CERTIFICATES_AND_LICENCES
from desktop.ui.look.theme import Tone

DUE_TONES: Mapping[DueStage, Tone] = {
    DueStage.ENDED: Tone.DANGER,
    DueStage.LAST_DAY: Tone.DANGER,
    DueStage.WITHIN_30: Tone.ATTENTION,
    DueStage.WITHIN_60: Tone.ACCENT,
    DueStage.LATER: Tone.OK,
    DueStage.NO_END: Tone.OK,
}


def certificate_word(kind: str, title: str) -> str:
    """What a certificate is called."""
    return title if kind == CertificateKind.OTHER and title else CERTIFICATES_AND_LICENCES.shown[kind]


def due_words(last_day: dt.date | None, today: dt.date) -> str:
    """How long something still holds."""
    if last_day is None:
        return translate("People", "does not end")
    left = due_items.days_left(last_day, today)
    if left < 0:
        return translate("People", "ended {days} days ago").format(days=-left)
    if left == 0:
        return translate("People", "ends today")
    return translate("People", "{days} days left").format(days=left)
