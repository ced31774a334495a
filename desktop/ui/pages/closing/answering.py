"""The boxes of a correction (更正单): opening one, and what the second person says to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.core.answers import BackupReason
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.services.centre import accounts
from desktop.services.closing import corrections
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.documents import Reports
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Version
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason

Typed = Mapping[str, str]


def ask_opening(
    widget: QWidget, actor: Actor, months: Mapping[str, Month], likely: str, then: Callable[[int], object]
) -> SmallForm:
    """Which closed month is to be put right, and why; ``then`` gets the correction that was opened."""
    words = {key: month_text(month) for key, month in months.items()}
    asked = Texts(
        Ask("month", translate("Corrections", "Month"), PickField(words), required=True, value=likely), reason()
    )
    act = Act(
        translate("Corrections", "A closed month is put right by a correction"),
        translate("Corrections", "Open the correction"),
        asked,
        lambda typed: corrections.open_for(actor, months[typed["month"]], typed["reason"]),
        Topic.MONTHS,
        translate("Corrections", "The correction is open. Put in what is to be put right."),
        then,
    )
    return ask_for(widget, act)


def ask_second(widget: QWidget, correction_id: int, actor: Actor, then: Callable[[object], object]) -> SmallForm:
    """Another person approves with name and password, at this desk; who sits here stays signed in."""
    names = [name for name in accounts.staff_names() if name != actor.name]
    asked = Texts(
        Ask(
            "name",
            translate("Corrections", "Second person"),
            PickField({name: name for name in names}),
            required=True,
            value=names[0] if len(names) == 1 else None,
        ),
        Ask("password", translate("SignIn", "Password"), PasswordField(), required=True),
    )

    def approve(typed: Typed) -> Version:
        second = accounts.second_person(typed["name"], typed["password"])
        return _approve(second, correction_id)

    return ask_for(
        widget,
        Act(
            translate("Corrections", "Approval by a second person, who did not open it"),
            translate("Corrections", "Approve"),
            asked,
            approve,
            Topic.ALL,
            translate("Corrections", "Approved: the month has its next version"),
            then,
            about=correction_id,
        ),
    )


def ask_in_writing(widget: QWidget, correction_id: int, actor: Actor, then: Callable[[object], object]) -> SmallForm:
    """The district office approved on paper: who signed, and the number of that paper."""
    asked = Texts(
        Ask("name", translate("Corrections", "Who signed at the district office"), TextField(), required=True),
        Ask("paper", translate("Corrections", "Number of the paper"), TextField(), required=True),
    )
    return ask_for(
        widget,
        Act(
            translate("Corrections", "Approval by the district office in writing"),
            translate("Corrections", "Approve"),
            asked,
            lambda typed: _approve(actor, correction_id, InWriting(typed["name"], typed["paper"])),
            Topic.ALL,
            translate("Corrections", "Approved: the month has its next version"),
            then,
            about=correction_id,
        ),
    )


def ask_reject(widget: QWidget, correction_id: int, actor: Actor, then: Callable[[object], object]) -> SmallForm:
    """No, and why."""
    act = Act(
        translate("Corrections", "Why is the correction not approved?"),
        translate("Corrections", "Do not approve"),
        Texts(reason()),
        lambda typed: corrections.reject(actor, correction_id, typed["reason"]),
        Topic.MONTHS,
        translate("Corrections", "Not approved; the correction stays on record"),
        then,
        about=correction_id,
    )
    return ask_for(widget, act)


def ask_withdraw(widget: QWidget, correction_id: int, actor: Actor, then: Callable[[object], object]) -> SmallForm:
    """Given up, and why."""
    act = Act(
        translate("Corrections", "Why is the correction withdrawn?"),
        translate("Corrections", "Withdraw"),
        Texts(reason()),
        lambda typed: corrections.withdraw(actor, correction_id, typed["reason"]),
        Topic.MONTHS,
        translate("Corrections", "Withdrawn; the correction stays on record"),
        then,
        about=correction_id,
    )
    return ask_for(widget, act)


def _approve(actor: Actor, correction_id: int, in_writing: InWriting | None = None) -> Version:
    backups.back_up_before(BackupReason.BEFORE_CORRECTION, actor)
    return corrections.approve(actor, correction_id, _reports(), in_writing)


def _reports() -> Reports:
    # The reports bring the printing with them, which the room does not need before.
    from desktop.reports.months.render import reports_of

    return reports_of
