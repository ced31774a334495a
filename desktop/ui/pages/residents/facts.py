"""What is known of one person, in groups: words beside their captions, read top to bottom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.codes import grouped
from desktop.core.i18n import translate
from desktop.core.quantities import hours_text
from desktop.core.words import terms
from desktop.core.words.offers import offer_words
from desktop.core.words.prices import SCREEN
from desktop.core.words.records import why_written
from desktop.services.beds.waiting import Place
from desktop.services.help_services import definitions
from desktop.services.help_services.packages import Used
from desktop.services.residents.card import ResidentCard
from desktop.services.standing.calendar import Agreed
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled

Line = tuple[str, str]
Group = tuple[str, Sequence[Line]]


class FactsCard(Card):
    """Groups of facts beneath each other; arrow keys scroll where there is no room for all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(16, 12, 8, 12)
        self.top = QVBoxLayout()
        self._groups = QVBoxLayout()
        self._groups.setSpacing(14)
        self._shown: list[QWidget] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self.top)
        column.addLayout(self._groups)
        column.addStretch(1)
        self.area = Scrolled(inner)
        self.area.setAccessibleName(name)
        # By Tab, so that what does not fit is read by keyboard.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.area, 1)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; one without lines is left out."""
        for old in self._shown:
            self._groups.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [_group(title, lines) for title, lines in groups if lines]
        for made in self._shown:
            self._groups.addWidget(made)

    def words(self) -> str:
        """Everything said, for a test or a screen reader."""
        return "\n".join(one.text() for part in self._shown for one in part.findChildren(QLabel))


def person_groups(card: ResidentCard) -> list[Group]:
    """Who it is and how to reach them."""
    row = card.row
    basics: list[Line] = []
    if row.born_on is not None:
        basics.append((translate("ResidentCard", "Birth date"), row.born_on.isoformat()))
    if card.native_area:
        basics.append((translate("ResidentCard", "Native area"), card.native_area))
    if row.phone:
        basics.append((translate("ResidentCard", "Phone"), spaced_phone(row.phone)))
    basics += [(fact.label, fact.words) for fact in card.facts if fact.name != "phone"]
    contacts = [
        (one.name + (f"（{one.relation}）" if one.relation else ""), spaced_phone(one.phone) or "—")
        for one in card.contacts
    ]
    return [
        (translate("ResidentCard", "Contacts"), contacts),
        (translate("ResidentCard", "Basics"), basics),
        (translate("ResidentCard", "Numbers on other platforms"), list(card.external_ids)),
    ]


def dated_groups(card: ResidentCard) -> list[Group]:
    """What holds from a day to a day: flags, grades, states, bed, packages, cards."""
    flags = [
        (terms.FLAGS.shown.get(one.kind, one.kind), _joined(span(one.from_on, one.to_on), one.proof))
        for one in card.flags
    ]
    grades = [
        (terms.GRADES.shown.get(one.grade, one.grade), _joined(since(one.assessed_on), one.assessor))
        for one in card.grades
    ]
    states = [
        (terms.REGISTER_STATES.shown.get(one.state, one.state), _joined(since(one.on), why_written(one.reason)))
        for one in card.states
    ]
    codes = [
        (
            translate("ResidentCard", "replaced, still works")
            if one.replaced_at
            else translate("ResidentCard", "in use"),
            grouped(one.digits),
        )
        for one in card.codes
    ]
    return [
        (translate("ResidentCard", "Categories"), flags),
        (translate("ResidentCard", "Capability grades"), grades),
        (translate("ResidentCard", "Register states"), states),
        (translate("ResidentCard", "Bed"), _bed(card)),
        (translate("ResidentCard", "Waits for a bed"), [_waits(one) for one in card.waits]),
        (translate("ResidentCard", "Week after week"), [_standing(one) for one in card.standing]),
        (translate("ResidentCard", "Packages"), [_package(one) for one in card.packages]),
        (translate("ResidentCard", "Card codes"), codes),
    ]


def span(first: dt.date | None, last: dt.date | None) -> str:
    """From a day to a day; without the first since ever, without the last until now."""
    if last is None:
        return since(first)
    begin = first.isoformat() if first else translate("ResidentCard", "before any record")
    return translate("ResidentCard", "{first} to {last}, ended").format(first=begin, last=last.isoformat())


def since(day: dt.date | None) -> str:
    """Since a day, or since before any record."""
    if day is None:
        return translate("ResidentCard", "before any record")
    return translate("ResidentCard", "since {day}").format(day=day.isoformat())


def spaced_phone(phone: str) -> str:
    """A mobile number in groups, as it is read aloud."""
    if len(phone) == 11 and phone.startswith("1"):
        return f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    return phone


def _bed(card: ResidentCard) -> list[Line]:
    stay = card.stay
    away = translate("ResidentCard", "on leave today") if stay and stay.on_leave else ""
    return [(stay.bed, _joined(since(stay.since), away))] if stay else []


def _waits(one: Place) -> Line:
    words = translate("ResidentCard", "place {position}, applied on {day}")
    said = words.format(position=one.position, day=one.application.applied_on.isoformat())
    return terms.BED_MODES.shown[one.application.mode], said


def _standing(one: Agreed) -> Line:
    what = terms.MEALS.shown[one.meal] if one.meal else ""
    if not what:
        what = offer_words(one.type, definitions.item_shown(one.item), one.quantity)
    days = SCREEN.days(one.weekdays) if one.weekdays else translate("ResidentCard", "every day")
    times = "–".join(filter(None, (one.started, one.ended)))
    return what, _joined(" ".join(filter(None, (days, times, one.worker))), span(one.valid_from, one.valid_to))


def _package(used: Used) -> Line:
    """Hours of a type: what the month has used and left of them, and who grants them."""
    one = used.package
    words = (
        translate("ResidentCard", "{used} of {granted} hours used this month, {over} beyond")
        if used.left < 0
        else translate("ResidentCard", "{used} of {granted} hours used this month, {left} left")
    )
    granted, done, left = hours_text(one.minutes), hours_text(used.used), hours_text(abs(used.left))
    kind = terms.SERVICE_TYPES.shown[one.type] if one.type else translate("ResidentCard", "any help")
    payer = terms.PAYERS.shown[one.payer]
    until = translate("ResidentCard", "until {day}").format(day=one.valid_to.isoformat()) if one.valid_to else ""
    said = words.format(granted=granted, used=done, left=left, over=left)
    return kind, _joined(said, payer, since(one.valid_from), until)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _group(title: str, lines: Sequence[Line]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, "section"), 0, 0, 1, 2)
    for at, (caption, words) in enumerate(lines, 1):
        value = label(words, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(caption, "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop)
    return made
