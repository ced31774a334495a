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
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft
from desktop.services.standing.calendar import Agreed
from desktop.services.visits.route_sheets import Sheet
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for


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
