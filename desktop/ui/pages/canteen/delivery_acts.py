"""What is agreed about meals brought to the door, each as the box that asks for it; the list on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.prices import WEEKDAYS
from desktop.services.centre.centres import centre
from desktop.services.deliveries import lists
from desktop.services.people import names
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import ArrangementDraft, HolidayDraft, StopDraft
from desktop.services.standing.calendar import Agreed, StopRow
from desktop.services.visits.route_sheets import Sheet
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckField, CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason

_STOP = "stop:"


def ask_arrangement(widget: QWidget, actor: Actor, one: Agreed | None = None) -> SmallForm:
    """Who gets which meal on which weekdays; one on record is put right or ended."""
    form = DraftForm(ArrangementDraft)
    form.add("resident_id", translate("Deliveries", "Person"), ResidentField())
    form.add("meal", translate("Deliveries", "Meal"), SegmentField(form.codes("meal")))
    every = translate("Deliveries", "None ticked: every day.")
    form.add("weekdays", translate("Deliveries", "Days of the week"), CheckRow(WEEKDAYS.shown), help=every)
    form.add("valid_from", translate("Deliveries", "From"), DateField())
    form.add("valid_to", translate("Deliveries", "Until"), DateField())
    form.add("remark", translate("Deliveries", "What to mind"), TextField())
    draft = ArrangementDraft(valid_from=clock.today().isoformat()) if one is None else arrangements.draft_of(one.id)

    def save(given: ArrangementDraft) -> None:
        if one is None:
            arrangements.arrange(actor, given)
        else:
            arrangements.change(actor, one.id, given)

    act = Act(
        translate("Deliveries", "Meals brought to the door"),
        translate("Deliveries", "Save"),
        Drafted(form, draft),
        save,
        Topic.MEALS,
        translate("Deliveries", "It is agreed"),
        long=True,
        about=one.id if one else None,
    )
    return ask_for(widget, act)


def ask_stop(widget: QWidget, actor: Actor, one: Agreed) -> SmallForm:
    """From when until when somebody gets no meal, and why."""
    form = DraftForm(StopDraft)
    form.add("from_on", translate("Deliveries", "From"), DateField())
    further = translate("Deliveries", "Empty: until further notice.")
    form.add("to_on", translate("Deliveries", "Until"), DateField(), help=further)
    form.add("reason", translate("Deliveries", "Why, such as in hospital"), TextField())
    act = Act(
        translate("Deliveries", "Bring nothing to {name}").format(name=one.name),
        translate("Deliveries", "Stop"),
        Drafted(form, StopDraft(clock.today().isoformat())),
        lambda given: arrangements.stop(actor, one.id, given),
        Topic.MEALS,
        translate("Deliveries", "The stop is on record"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, one: Agreed) -> SmallForm:
    """Why it was never agreed."""
    act = Act(
        translate("Deliveries", "Void what was agreed with {name}?").format(name=one.name),
        translate("Deliveries", "Void"),
        Texts(reason()),
        lambda given: arrangements.void(actor, one.id, given["reason"]),
        Topic.MEALS,
        translate("Deliveries", "It is void; lists that were made stay"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_holiday(widget: QWidget, actor: Actor) -> SmallForm:
    """A day on which nothing is brought, or is all the same."""
    form = DraftForm(HolidayDraft)
    form.add("day", translate("Deliveries", "Day"), DateField())
    form.add("words", translate("Deliveries", "Called"), TextField())
    form.add("closed", "", CheckField(translate("Deliveries", "nothing is brought on it")))
    act = Act(
        translate("Deliveries", "A holiday"),
        translate("Deliveries", "Save"),
        Drafted(form, HolidayDraft()),
        lambda given: arrangements.set_holiday(actor, given),
        Topic.MEALS,
        translate("Deliveries", "The holiday is on record"),
    )
    return ask_for(widget, act)


def ask_take_back(widget: QWidget, actor: Actor) -> SmallForm | None:
    """Which stop or holiday stands no more, and why; None where there is none to come."""
    today = clock.today()
    stop, holiday = (
        translate("Deliveries", "Stop: {name}, {days}, {why}"),
        translate("Deliveries", "Holiday: {day} {words}"),
    )
    options = {
        f"{_STOP}{one.id}": stop.format(name=name, days=_span(one), why=one.reason)
        for name, one in calendar.stops_since(today)
    }
    days = {
        f"{one.day}": holiday.format(day=day_text(one.day), words=one.words)
        for one in arrangements.holidays_since(today)
    }
    options |= days
    if not options:
        return None

    def take_back(given: dict[str, str]) -> None:
        what, why = given["what"], given["reason"]
        if what in days:
            arrangements.void_holiday(actor, what, why)
        else:
            arrangements.void_stop(actor, int(what.removeprefix(_STOP)), why)

    which = Ask("what", translate("Deliveries", "Which stop or holiday"), PickField(options), True, next(iter(options)))
    act = Act(
        translate("Deliveries", "A stop or a holiday stands no more"),
        translate("Deliveries", "Void"),
        Texts(which, reason()),
        take_back,
        Topic.MEALS,
        translate("Deliveries", "It is void; meals are brought again"),
    )
    return ask_for(widget, act)


def _span(one: StopRow) -> str:
    last = day_text(one.to_on) if one.to_on else translate("Deliveries", "until further notice")
    return f"{day_text(one.from_on)} — {last}"


def ask_list(page: Page, day: str, meal: str) -> SmallForm:
    """Who brings the meals; the list is kept and shown for printing."""
    who = Ask("by", translate("Deliveries", "Who brings them"), TextField(), value=names.own(page.session.actor))
    act = Act(
        translate("Deliveries", "The list of those who have none yet"),
        translate("Deliveries", "Make and preview"),
        Texts(who),
        lambda given: lists.make(page.session.actor, day, meal, given["by"]),
        Topic.MEALS,
        then=lambda made: preview_list(page, made),
        about=(day, meal),
    )
    return ask_for(page, act)


def preview_list(page: Page, sheet: Sheet) -> None:
    """Show a list for printing."""
    path = preview_folder(page) / f"delivery-{sheet.id}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.delivery_list import TITLE, render_delivery_list

        done = render_delivery_list(sheet, centre().name, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Deliveries", "Making the delivery list"), make)
