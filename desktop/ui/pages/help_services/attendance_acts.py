"""The acts about an activity: whose a card is, the list on paper, one who is taken off, all of it void in one act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core import clock
from desktop.core.codes import Code, CodeKind, fold
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.person.identity import masked_text
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.core.words.terms import SERVICE_STATES
from desktop.services.centre.centres import centre
from desktop.services.closing import staging
from desktop.services.help_services import attendance, attendance_paper, on_paper, orders
from desktop.services.help_services.on_paper import PaperOrder
from desktop.services.help_services.orders import ServiceDraft, ServiceRow
from desktop.services.register import listing as residents
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import perform
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason
from desktop.ui.pages.help_services.attendance_words import in_words
from desktop.ui.pages.help_services.waiting_cards import WaitingCard
from desktop.ui.pages.page_view import PageView

# What is written of somebody whose line nobody signed; data of the centre, in the language of its papers.
ABSENT = "没有到场"


def is_row(text: str) -> bool:
    """Whether a scan is the code of a service on paper."""
    try:
        return Code.parse(fold(text)).kind is CodeKind.SERVICE_ORDER
    except ValueError:
        return False


def row_of(text: str) -> tuple[PaperOrder, ServiceDraft | None]:
    """The service of a scanned row, and its activity where it is one who came."""
    found = on_paper.find(text)
    if found.out:
        return found, None
    activity = attendance.of(found.id)
    return found, activity if found.id in attendance.attended(activity, found.resident_id) else None


def not_there(found: PaperOrder) -> str:
    """Why a row is of nobody who came."""
    words = translate("Attendance", "{name} did not come to an activity: the service is {state}.")
    return words.format(name=found.name, state=SERVICE_STATES.shown[found.order.state])


def preview(view: PageView, activity: ServiceDraft) -> None:
    """Show the list of an activity for printing."""
    actor = view.session.actor
    there = perform(view, lambda: attendance_paper.attendance_list(actor, activity), Topic.SERVICES)
    if there is None:
        return
    path = preview_folder(view.page) / f"attendance-{there.day.isoformat()}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.attendance_list import TITLE, render_attendance_list

        done = render_attendance_list(there, centre().name, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(view.page, translate("Attendance", "Making the attendance list"), make)


def preview_empty(view: PageView, activity: ServiceDraft) -> None:
    """Show the list of an activity to which nobody came yet, for names and signatures by hand."""
    day = activity.service_on
    # An activity that was begun has its day read.
    assert isinstance(day, dt.date)
    path = preview_folder(view.page) / f"attendance-{day.isoformat()}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.attendance_list import TITLE, render_empty_list

        progress.start(0, "")
        done = render_empty_list(activity, day, centre().name, path, printed_on=clock.today())
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(view.page, translate("Attendance", "Making the attendance list"), make)


def ask_whose(view: PageView, card: WaitingCard, then: Callable[[], object]) -> SmallForm:
    """Ask whose an unknown card is, and record that person at the activity of then."""
    actor = view.session.actor

    def enter(given: dict[str, str]) -> int:
        if not given["resident_id"].isdigit():
            raise InvalidDraft([FieldError("resident_id", Reason.REQUIRED)])
        return attendance.enter(actor, int(given["resident_id"]), card.activity)

    words = translate("Attendance", "Card {code}, scanned at {time}: {activity}")
    act = Act(
        words.format(code=masked_text(card.scanned), time=card.at, activity=in_words(card.activity)),
        translate("Attendance", "Record"),
        Texts(Ask("resident_id", translate("Attendance", "Whose is it"), ResidentField(), required=True)),
        enter,
        Topic.SERVICES,
        lambda given: translate("Attendance", "Recorded for {name}").format(name=_named(given["resident_id"])),
        then=lambda _made: then(),
    )
    return ask_for(view, act)


def ask_off(view: PageView, row: ServiceRow, then: Callable[[], object]) -> SmallForm:
    """Take one person off who did not come."""
    actor = view.session.actor
    why = Ask("reason", translate("Acts", "Reason"), TextField(), required=True, value=ABSENT)
    act = Act(
        translate("Attendance", "{name} did not come: the service is void").format(name=row.name),
        translate("Attendance", "Take off"),
        Texts(why),
        lambda given: orders.void(actor, row.id, given["reason"]),
        Topic.SERVICES,
        translate("Attendance", "Taken off: {name}").format(name=row.name),
        then=lambda _none: then(),
        about=row.id,
        closed=lambda given: staging.voiding("service", row.id, given["reason"]),
    )
    return ask_for(view, act)


def ask_void(view: PageView, activity: ServiceDraft, count: int, then: Callable[[], object]) -> SmallForm:
    """Make the whole activity void."""
    actor = view.session.actor
    words = translate("Attendance", "All {count} services of this activity become void: {activity}")
    act = Act(
        words.format(count=count, activity=in_words(activity)),
        translate("Attendance", "Void"),
        Texts(reason()),
        lambda given: attendance.void(actor, activity, given["reason"]),
        Topic.SERVICES,
        translate("Attendance", "The activity is void: {count} services").format(count=count),
        then=lambda _count: then(),
    )
    return ask_for(view, act)


def _named(typed: str) -> str:
    return residents.name_of(int(typed)) if typed.isdigit() else ""
