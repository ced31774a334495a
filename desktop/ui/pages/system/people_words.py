"""People who work here in words: posts, certificates, columns, the lines of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core import due_items
from desktop.core.i18n import translate
from desktop.core.words.terms import POST_ROLES
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.services.people.certificates import CertificateRow
from desktop.services.people.listing import WorkerRow
from desktop.services.people.posts import PostRow
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Column
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.due import DUE_TONES, certificate_word, due_words


def called(one: CertificateRow) -> str:
    """What a certificate is called."""
    return certificate_word(one.kind, one.title)


def posts_words(row: WorkerRow) -> str:
    """What somebody is today; of who left, what they were."""
    found = row.held or row.upcoming or row.posts
    return "、".join(dict.fromkeys(POST_ROLES.shown[one.role] for one in found))


def units_words(row: WorkerRow) -> str:
    """Where somebody works today."""
    found = row.held or row.upcoming or row.posts
    return "、".join(dict.fromkeys(one.unit for one in found if one.unit))


def certificates_cell(row: WorkerRow) -> Chips:
    """What has to be renewed, else how many certificates there are."""
    if not row.working:
        return Chips((ChipSpec(translate("People", "left"), Tone.NEUTRAL),))
    pressing = [one for one in row.certificates if one.stage(row.day) not in due_items.QUIET]
    if pressing:
        words = translate("People", "{certificate}: {state}")
        return Chips(
            tuple(
                ChipSpec(
                    words.format(certificate=called(one), state=due_words(one.valid_to, row.day)),
                    DUE_TONES[one.stage(row.day)],
                )
                for one in pressing
            )
        )
    if not row.certificates:
        return Chips((ChipSpec(translate("People", "none on record"), Tone.NEUTRAL),))
    words = translate("People", "{count} valid").format(count=len(row.certificates))
    return Chips((ChipSpec(words, Tone.OK),))


def worker_columns() -> tuple[Column[WorkerRow], ...]:
    """The list of everybody."""
    return (
        Column(translate("People", "Name"), lambda row: row.name, 120, stretch=True),
        Column(translate("People", "Post"), posts_words, 120, stretch=True),
        Column(translate("People", "Certificates"), certificates_cell, 210, stretch=True),
        Column(translate("People", "Phone"), lambda row: row.phone, 120),
        Column(translate("People", "Unit"), units_words, 90, spare=True),
        Column(translate("People", "Account"), lambda row: row.account, 90, spare=True),
    )


def certificate_columns(today: dt.date, renewed: Mapping[int, bool]) -> tuple[Column[CertificateRow], ...]:
    """The certificates of one person; a renewed one asks for nothing."""
    return (
        Column(translate("People", "Certificate"), called, 130, stretch=True),
        Column(translate("People", "Number"), lambda one: one.number, 120, stretch=True),
        Column(translate("People", "From"), lambda one: _day(one.valid_from), 104, spare=True),
        Column(translate("People", "Until"), lambda one: _day(one.valid_to), 104),
        Column(translate("People", "State"), lambda one: _state(one, today, renewed), 150),
        Column(translate("People", "Level"), lambda one: CERTIFICATE_LEVELS.shown.get(one.level, ""), 120, spare=True),
        Column(translate("People", "Picture"), lambda one: "✓" if one.photo else "", 60, spare=True),
        Column(translate("People", "Issued by"), lambda one: one.issuer, 110, spare=True),
    )


def post_columns(today: dt.date) -> tuple[Column[PostRow], ...]:
    """The posts of one person, past ones too."""
    return (
        Column(translate("People", "Post"), lambda one: POST_ROLES.shown[one.role], 120, stretch=True),
        Column(translate("People", "Unit"), lambda one: one.unit, 120, stretch=True),
        Column(translate("People", "From"), lambda one: _day(one.valid_from), 110),
        Column(translate("People", "Until"), lambda one: _day(one.valid_to), 110),
        Column(translate("People", "State"), lambda one: _held(one, today), 110),
    )


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "—"


def _state(one: CertificateRow, today: dt.date, renewed: Mapping[int, bool]) -> Chips:
    if renewed.get(one.id):
        return Chips((ChipSpec(translate("People", "renewed"), Tone.NEUTRAL),))
    return Chips((ChipSpec(due_words(one.valid_to, today), DUE_TONES[one.stage(today)]),))


def _held(one: PostRow, today: dt.date) -> Chips:
    if one.held_on(today):
        return Chips((ChipSpec(translate("People", "held"), Tone.OK),))
    if one.valid_to is not None and one.valid_to < today:
        return Chips((ChipSpec(translate("People", "ended"), Tone.NEUTRAL),))
    return Chips((ChipSpec(translate("People", "begins later"), Tone.ACCENT),))
