"""The boxes of care beds at home: assessed, signed, planned, reviewed, ended, put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.home_beds import HomeBedState
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.centre.centres import centre
from desktop.services.home_beds import pictures, progress, steps
from desktop.services.home_beds.month_sheet import month_sheet
from desktop.services.home_beds.progress import HomeBedRow, PlanLine
from desktop.services.home_beds.steps import AssessDraft, HomeBedDraft, PlanDraft, RenewDraft, ReviewDraft, SignDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.pictures import show_kept
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.pages.beds import contract_acts

# What stands in the field of the next review at first; who reviews oftener types it.
_REVIEW_AFTER = dt.timedelta(days=91)
_YEAR = dt.timedelta(days=365)


def ask_assess(page: Page, actor: Actor, then: Callable[[int], object]) -> SmallForm:
    """Who was assessed, when and by whom."""
    form = DraftForm(AssessDraft)
    form.add("resident_id", translate("ServiceForm", "Resident"), ResidentField())
    form.add("assessed_on", translate("HomeBeds", "Assessed on"), DateField())
    form.add("assessor", translate("HomeBeds", "Assessed by"), TextField())
    form.add("needs", translate("HomeBeds", "Needs"), TextField())
    form.add("remark", translate("HomeBeds", "Remark"), TextField())
    act = Act(
        translate("HomeBeds", "Somebody was assessed for care at home"),
        translate("HomeBeds", "Save"),
        Drafted(form, AssessDraft(assessed_on=clock.today().isoformat())),
        lambda given: steps.assess(actor, given),
        Topic.BEDS,
        translate("HomeBeds", "The assessment is on record; F6 signs"),
        then=then,
        long=True,
    )
    return ask_for(page, act)


def ask_sign(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """The contract, and the day of the first review."""
    form = DraftForm(SignDraft)
    form.add("signed_on", translate("HomeBeds", "Signed on"), DateField())
    _add_contract(form)
    form.add("review_on", translate("HomeBeds", "First review by"), DateField())
    today = clock.today()
    draft = SignDraft(today.isoformat(), review_on=(today + _REVIEW_AFTER).isoformat())
    act = Act(
        translate("HomeBeds", "The contract of {name}").format(name=one.name),
        translate("HomeBeds", "Save"),
        Drafted(form, draft),
        lambda given: steps.sign(actor, one.id, given),
        Topic.BEDS,
        translate("HomeBeds", "It is signed; F6 plans a kind of help"),
        long=True,
        about=one.id,
    )
    return ask_for(page, act)


def ask_renew(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """Until when the contract goes on; a year longer stands there at first."""
    form = DraftForm(RenewDraft)
    form.add("contract_to", translate("HomeBeds", "Contract until"), DateField())
    stays = translate("HomeBeds", "Empty: as it was.")
    form.add("contract_no", translate("HomeBeds", "Contract no."), TextField(), help=stays)
    form.add("signed_by", translate("HomeBeds", "Signed by"), TextField(), help=stays)
    act = Act(
        translate("HomeBeds", "The contract of {name} goes on").format(name=one.name),
        translate("HomeBeds", "Save"),
        Drafted(form, RenewDraft((max(one.contract_to or clock.today(), clock.today()) + _YEAR).isoformat())),
        lambda given: steps.renew(actor, one.id, given),
        Topic.BEDS,
        translate("HomeBeds", "The contract goes on"),
        about=one.id,
    )
    return ask_for(page, act)


def ask_plan(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """A kind of help so many times a week; from the next Monday on, or from the contract where that is later."""
    form = DraftForm(PlanDraft)
    keys = translate("ServiceForm", "keys 1 to 9 and 0, or initials")
    form.add("type", translate("HomeBeds", "Help"), PickField(form.codes("type")), help=keys)
    form.add("times", translate("HomeBeds", "Times a week"), TextField())
    form.add("valid_from", translate("HomeBeds", "From"), DateField())
    further = translate("HomeBeds", "Empty: until further notice.")
    form.add("valid_to", translate("HomeBeds", "Until"), DateField(), help=further)
    act = Act(
        translate("HomeBeds", "A line of the plan of {name}").format(name=one.name),
        translate("HomeBeds", "Save"),
        Drafted(form, PlanDraft(valid_from=_next_monday(one).isoformat())),
        lambda given: steps.plan(actor, one.id, given),
        Topic.BEDS,
        translate("HomeBeds", "It is planned"),
        about=one.id,
    )
    return ask_for(page, act)


def ask_end_line(page: Page, actor: Actor, line: PlanLine) -> SmallForm:
    """The last day of a line of the plan."""
    words = translate("HomeBeds", "Until when is {help} planned?").format(help=SERVICE_TYPES.shown[line.type])
    asked = Ask("day", translate("HomeBeds", "Last day"), DateField(), required=True, value=clock.today().isoformat())
    act = Act(
        words,
        translate("HomeBeds", "Save"),
        Texts(asked),
        lambda given: steps.end_plan(actor, line.id, given["day"]),
        Topic.BEDS,
        translate("HomeBeds", "The line ends then"),
        about=line.id,
    )
    return ask_for(page, act)


def ask_void_line(page: Page, actor: Actor, line: PlanLine) -> SmallForm:
    """Why a line was planned by mistake."""
    words = translate("HomeBeds", "Void the line {help}?").format(help=SERVICE_TYPES.shown[line.type])
    return _ask_void(page, words, lambda why: steps.void_plan(actor, line.id, why), line.id)


def ask_review(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """How it goes, and the day of the next review."""
    form = DraftForm(ReviewDraft)
    form.add("reviewed_on", translate("HomeBeds", "Reviewed on"), DateField())
    form.add("outcome", translate("HomeBeds", "Outcome"), SegmentField(form.codes("outcome")))
    form.add("words", translate("HomeBeds", "What was found"), TextField())
    form.add("reviewer", translate("HomeBeds", "Reviewed by"), TextField())
    form.add("review_on", translate("HomeBeds", "Next review by"), DateField())
    today = clock.today()
    draft = ReviewDraft(today.isoformat(), reviewer=actor.name, review_on=(today + _REVIEW_AFTER).isoformat())
    act = Act(
        translate("HomeBeds", "Review of {name}").format(name=one.name),
        translate("HomeBeds", "Save"),
        Drafted(form, draft),
        lambda given: steps.review(actor, one.id, given),
        Topic.BEDS,
        translate("HomeBeds", "The review is on record"),
        long=True,
        about=one.id,
    )
    return ask_for(page, act)


def ask_end(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """From which day it is none any more, and why; of one that was not signed, that nothing came of it."""
    declined = one.state == HomeBedState.ASSESSED
    words = (
        translate("HomeBeds", "{name} does not sign?")
        if declined
        else translate("HomeBeds", "The care of {name} at home ends?")
    )
    call = steps.decline if declined else steps.end
    day = Ask("day", translate("HomeBeds", "From"), DateField(), required=True, value=clock.today().isoformat())
    act = Act(
        words.format(name=one.name),
        translate("HomeBeds", "Save"),
        Texts(day, reason()),
        lambda given: call(actor, one.id, given["reason"], given["day"]),
        Topic.BEDS,
        translate("HomeBeds", "It is on record"),
        about=one.id,
    )
    return ask_for(page, act)


def ask_change(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """What was typed of it."""
    form = DraftForm(HomeBedDraft)
    form.add("assessed_on", translate("HomeBeds", "Assessed on"), DateField())
    form.add("assessor", translate("HomeBeds", "Assessed by"), TextField())
    form.add("needs", translate("HomeBeds", "Needs"), TextField())
    if one.signed_on is not None:
        form.add("signed_on", translate("HomeBeds", "Signed on"), DateField())
        _add_contract(form)
        form.add("review_on", translate("HomeBeds", "Next review by"), DateField())
    form.add("remark", translate("HomeBeds", "Remark"), TextField())
    act = Act(
        translate("HomeBeds", "The care of {name} at home").format(name=one.name),
        translate("HomeBeds", "Save"),
        Drafted(form, steps.draft_of(one.id)),
        lambda given: steps.change(actor, one.id, given),
        Topic.BEDS,
        translate("HomeBeds", "It is put right"),
        long=True,
        about=one.id,
    )
    return ask_for(page, act)


def ask_void(page: Page, actor: Actor, one: HomeBedRow) -> SmallForm:
    """Why it was recorded by mistake."""
    words = translate("HomeBeds", "Void the care bed of {name}, with its plan and reviews?").format(name=one.name)
    return _ask_void(page, words, lambda why: steps.void(actor, one.id, why), one.id)


def show_or_choose(page: Page, actor: Actor, one: HomeBedRow) -> None:
    """Show the picture of the contract; without one, choose it."""
    if not one.photo:
        choose_picture(page, actor, one)
        return
    found = perform(page, lambda: pictures.read(actor, one.id))
    if found is not None:
        show_kept(page, *found, " ".join(part for part in (one.name, one.contract_no) if part))


def choose_picture(page: Page, actor: Actor, one: HomeBedRow) -> None:
    """Ask for the file of the picture and keep it; the one before stays in its folder."""
    chosen = contract_acts.chosen_picture(page)
    if chosen is not None:
        done = translate("HomeBeds", "The picture of the contract is kept")
        perform(page, lambda: pictures.keep(actor, one.id, chosen), Topic.BEDS, done)


def preview_sheet(page: Page, one: HomeBedRow, month: Month) -> None:
    """The plan of one and its month, as pages to be printed or saved."""
    path = preview_folder(page) / f"homebed-{month}-{one.id}.pdf"
    title = translate("HomeBeds", "Plan and month of {name}").format(name=one.name)

    def make(progress: Progress) -> Paper:
        from desktop.reports import home_bed_sheet

        progress.start(0, "")
        found = month_sheet(one.id, month)
        made = home_bed_sheet.write(found, centre(), path, printed_on=clock.today(), progress=progress)
        return Paper(path, title, made.missing)

    preview_made(page, title, make)


def column(*parts: QWidget) -> QWidget:
    """Parts beneath each other; the table among them takes the room."""
    whole = QWidget()
    inside = QVBoxLayout(whole)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    for at, part in enumerate(parts):
        inside.addWidget(part, 1 if at == 1 else 0)
    return whole


def _ask_void(page: Page, words: str, call: Callable[[str], None], about: int) -> SmallForm:
    act = Act(
        words,
        translate("HomeBeds", "Void"),
        Texts(reason()),
        lambda given: call(given["reason"]),
        Topic.BEDS,
        translate("HomeBeds", "It is void"),
        about=about,
    )
    return ask_for(page, act)


def _add_contract(form: DraftForm[SignDraft] | DraftForm[HomeBedDraft]) -> None:
    form.add("contract_no", translate("HomeBeds", "Contract no."), TextField())
    form.add("signed_by", translate("HomeBeds", "Signed by"), TextField())
    form.add("contract_to", translate("HomeBeds", "Contract until"), DateField())


def _next_monday(one: HomeBedRow) -> dt.date:
    monday = progress.monday_of(clock.today())
    coming = monday if monday == clock.today() else monday + dt.timedelta(days=progress.WEEK)
    return max(coming, one.signed_on or coming)
