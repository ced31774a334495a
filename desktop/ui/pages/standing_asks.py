"""The boxes of whatever stands week after week: let it rest, void it, a holiday, a stop or a holiday taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.routes import StandingSubject
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import HolidayDraft, StopDraft
from desktop.services.standing.calendar import Agreed, StopRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckField, PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason

_STOP = "stop:"
# Both rooms show what stands.
_TOPICS = Topic.MEALS | Topic.SERVICES


def ask_stop(widget: QWidget, actor: Actor, one: Agreed) -> SmallForm:
    """From when until when it rests, and why."""
    form = DraftForm(StopDraft)
    form.add("from_on", translate("Deliveries", "From"), DateField())
    further = translate("Deliveries", "Empty: until further notice.")
    form.add("to_on", translate("Deliveries", "Until"), DateField(), help=further)
    form.add("reason", translate("Deliveries", "Why, such as in hospital"), TextField())
    act = Act(
        translate("Deliveries", "Rest for some days: {name}").format(name=one.name),
        translate("Deliveries", "Stop"),
        Drafted(form, StopDraft(clock.today().isoformat())),
        lambda given: arrangements.stop(actor, one.id, given),
        _TOPICS,
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
        _TOPICS,
        translate("Deliveries", "It is void; lists and orders that were made stay"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_holiday(widget: QWidget, actor: Actor) -> SmallForm:
    """A day on which nothing that stands is done, or is all the same."""
    form = DraftForm(HolidayDraft)
    form.add("day", translate("Deliveries", "Day"), DateField())
    form.add("words", translate("Deliveries", "Called"), TextField())
    form.add("closed", "", CheckField(translate("Deliveries", "no meal is brought, no service is done")))
    act = Act(
        translate("Deliveries", "A holiday"),
        translate("Deliveries", "Save"),
        Drafted(form, HolidayDraft()),
        lambda given: arrangements.set_holiday(actor, given),
        _TOPICS,
        translate("Deliveries", "The holiday is on record"),
    )
    return ask_for(widget, act)


def ask_take_back(widget: QWidget, actor: Actor, subject: StandingSubject) -> SmallForm | None:
    """Which stop or holiday stands no more, and why; None where there is none to come."""
    today = clock.today()
    stop, holiday = (
        translate("Deliveries", "Stop: {name}, {days}, {why}"),
        translate("Deliveries", "Holiday: {day} {words}"),
    )
    options = {
        f"{_STOP}{one.id}": stop.format(name=name, days=_span(one), why=one.reason)
        for name, one in calendar.stops_since(today, subject)
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
        _TOPICS,
        translate("Deliveries", "It is void; what was agreed is done again"),
    )
    return ask_for(widget, act)


def _span(one: StopRow) -> str:
    last = day_text(one.to_on) if one.to_on else translate("Deliveries", "until further notice")
    return f"{day_text(one.from_on)} — {last}"
