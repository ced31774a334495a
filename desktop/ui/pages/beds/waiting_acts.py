"""The boxes of the waiting list: an application, a bed that is offered, what somebody answered; the list on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.trade import BedState
from desktop.services.beds import offers, waiting
from desktop.services.beds.offered import Offer
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedRow
from desktop.services.beds.waiting import ApplicationDraft, Place
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason


def ask_application(widget: QWidget, actor: Actor, place: Place | None = None) -> SmallForm:
    """Who waits for which bed, since when; one on record is put right."""
    form = DraftForm(ApplicationDraft)
    form.add("resident_id", translate("Waiting", "Resident"), ResidentField())
    form.add("applied_on", translate("Waiting", "Applied on"), DateField())
    form.add("mode", translate("Waiting", "Mode of care"), PickField(form.codes("mode")))
    either = translate("Waiting", "Empty: either will do.")
    form.add("kind", translate("Waiting", "Kind"), PickField(form.codes("kind")), help=either)
    form.add("remark", translate("Waiting", "Remark"), TextField())
    fresh = ApplicationDraft(applied_on=clock.today().isoformat())
    draft = fresh if place is None else waiting.draft_of(place.application.id)

    def save(given: ApplicationDraft) -> None:
        if place is None:
            waiting.apply(actor, given)
        else:
            waiting.change(actor, place.application.id, given)

    act = Act(
        translate("Waiting", "Application for a bed"),
        translate("Waiting", "Save"),
        Drafted(form, draft),
        save,
        Topic.BEDS,
        translate("Waiting", "The application is on record"),
        about=place.application.id if place else None,
    )
    return ask_for(widget, act)


def ask_withdraw(widget: QWidget, actor: Actor, place: Place) -> SmallForm:
    """Since when somebody waits no more, and why."""
    act = Act(
        translate("Waiting", "{name} waits no more").format(name=place.waiting.name),
        translate("Waiting", "Withdraw"),
        Texts(_day("ended_on", translate("Waiting", "From")), reason()),
        lambda given: waiting.withdraw(actor, place.application.id, given["ended_on"], given["reason"]),
        Topic.BEDS,
        translate("Waiting", "The application is withdrawn"),
        about=place.application.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, place: Place) -> SmallForm:
    """Why an application was recorded by mistake."""
    act = Act(
        translate("Waiting", "Void the application of {name}?").format(name=place.waiting.name),
        translate("Waiting", "Void"),
        Texts(reason()),
        lambda given: waiting.void(actor, place.application.id, given["reason"]),
        Topic.BEDS,
        translate("Waiting", "It is void"),
        about=place.application.id,
    )
    return ask_for(widget, act)


def ask_offer(widget: QWidget, actor: Actor, place: Place, beds: Mapping[str, str], bed_id: int) -> SmallForm:
    """Which of the free beds somebody is offered; the rule says until when, unless it is typed."""
    form = DraftForm(OfferDraft)
    form.add("bed_id", translate("Waiting", "Bed"), PickField(beds))
    form.add("offered_on", translate("Waiting", "Offered on"), DateField())
    by_rule = translate("Waiting", "Empty: as the rule says.")
    form.add("expires_on", translate("Waiting", "Answer until"), DateField(), help=by_rule)
    only = translate("Waiting", "Only where somebody else comes first for this bed.")
    form.add("turn_reason", translate("Waiting", "Why out of turn"), TextField(), help=only)

    def offer(given: OfferDraft) -> int:
        given.application_id, chosen = place.application.id, str(form.fields["bed_id"].value() or "")
        given.bed_id = int(chosen) if chosen.isdigit() else None
        return offers.offer(actor, given)

    act = Act(
        translate("Waiting", "{name} is offered a bed").format(name=place.waiting.name),
        translate("Waiting", "Offer"),
        Drafted(form, OfferDraft(place.application.id, offered_on=clock.today().isoformat())),
        offer,
        Topic.BEDS,
        translate("Waiting", "The bed is kept for {name}").format(name=place.waiting.name),
        about=place.application.id,
    )
    box = ask_for(widget, act)
    form.fields["bed_id"].set_value(str(bed_id))
    return box


def ask_accept(widget: QWidget, actor: Actor, one: Offer) -> SmallForm:
    """When somebody accepted a bed."""
    act = Act(
        translate("Waiting", "{name} takes bed {bed}").format(name=one.name, bed=one.bed),
        translate("Waiting", "Accept"),
        Texts(_day("answered_on", translate("Waiting", "Answered on"))),
        lambda given: offers.accept(actor, one.id, given["answered_on"]),
        Topic.BEDS,
        translate("Waiting", "The bed is kept until {name} moves in (F3 in the room of beds)").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_refuse(widget: QWidget, actor: Actor, one: Offer) -> SmallForm:
    """When and why somebody does not take a bed."""
    # What is kept is the Chinese word, as on paper.
    reasons = {
        "暂不入住": translate("Waiting", "does not want to move in yet"),
        "床位不合适": translate("Waiting", "the bed does not suit"),
        "费用原因": translate("Waiting", "because of the cost"),
        "家属不同意": translate("Waiting", "the family does not agree"),
        "联系不上": translate("Waiting", "could not be reached"),
    }
    why = Ask("reason", translate("Waiting", "Reason"), PickField(reasons, free=True), required=True)
    act = Act(
        translate("Waiting", "{name} does not take bed {bed}").format(name=one.name, bed=one.bed),
        translate("Waiting", "Refused"),
        Texts(_day("answered_on", translate("Waiting", "Answered on")), why),
        lambda given: offers.refuse(actor, one.id, given["answered_on"], given["reason"]),
        Topic.BEDS,
        translate("Waiting", "{name} keeps the place; the bed goes to the next").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_take_back(widget: QWidget, actor: Actor, one: Offer) -> SmallForm:
    """Why the centre needs a bed otherwise."""
    act = Act(
        translate("Waiting", "Take back the offer of bed {bed} to {name}?").format(name=one.name, bed=one.bed),
        translate("Waiting", "Take back"),
        Texts(reason()),
        lambda given: offers.take_back(actor, one.id, clock.today(), given["reason"]),
        Topic.BEDS,
        translate("Waiting", "The offer is taken back"),
        about=one.id,
    )
    return ask_for(widget, act)


def print_list(page: Page, day: dt.date) -> None:
    """Show the list of a day for printing."""
    title, path = translate("Waiting", "Waiting list"), preview_folder(page) / "waiting-list.pdf"

    def make(progress: Progress) -> Paper:
        # Printing loads slowly, and most days nobody prints.
        from desktop.reports.waiting_list import write_list

        made = write_list(waiting.places(day), day, path, progress=progress)
        return Paper(path, title, made.missing)

    preview_made(page, title, make)


def named(row: BedRow) -> str:
    """A bed as the box of an admission offers it: one that is kept says for whom."""
    kept = offers.standing_of(row.id) if row.state == BedState.RESERVED else None
    words = translate("Waiting", "{bed} (kept for {name})")
    return row.place if kept is None else words.format(bed=row.place, name=kept.name)


def kept_for(row: BedRow) -> tuple[tuple[str, str], ...]:
    """For whom a bed is kept, or who comes next for a free one."""
    if row.state == BedState.RESERVED and (kept := offers.standing_of(row.id)) is not None:
        until = translate("Beds", "{name}, answer until {day}")
        return ((translate("Beds", "Kept for"), until.format(name=kept.name, day=day_text(kept.expires_on))),)
    if row.state == BedState.FREE and (comes := offers.next_for(row.id)) is not None:
        place = translate("Beds", "{name}, place {position}")
        return ((translate("Beds", "Next in line"), place.format(name=comes.waiting.name, position=comes.position)),)
    return ()


def _day(name: str, words: str) -> Ask:
    return Ask(name, words, DateField(), required=True, value=clock.today().isoformat())
