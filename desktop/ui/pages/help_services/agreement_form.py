"""The form of a service for certain weekdays: all that its orders are made with."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words.prices import WEEKDAYS
from desktop.services.help_services import agreements
from desktop.services.help_services import orders as help_services
from desktop.services.people.names import SERVING
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.standing.calendar import Agreed
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Drafted, ask_for
from desktop.ui.pages.help_services.offered import Offered


class AgreementForm(DraftForm[ServiceArrangementDraft]):
    """Whose, which service, when, by whom, for how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ServiceArrangementDraft, parent)
        self.offered = Offered(self, begins="valid_from")
        self.add("resident_id", translate("ServiceForm", "Resident"), ResidentField())
        keys = translate("ServiceForm", "keys 1 to 9 and 0, or initials")
        self.add("type", translate("ServiceForm", "Type"), PickField(self.codes("type")), help=keys)
        self.offered.add_item()
        every = translate("Standing", "None ticked: every day.")
        self.add("weekdays", translate("Standing", "Days of the week"), CheckRow(WEEKDAYS.shown), help=every)
        self.add("started", translate("ServiceForm", "Start"), TimeField())
        self.add("ended", translate("ServiceForm", "End"), TimeField(translate("ServiceForm", "such as 1015")))
        self.add("valid_from", translate("Standing", "From"), DateField())
        further = translate("Standing", "Empty: until further notice.")
        self.add("valid_to", translate("Standing", "Until"), DateField(), help=further)
        self.add("worker", translate("ServiceForm", "Worker"), NameField(SERVING, help_services.workers()))
        self.add("place", translate("ServiceForm", "Place"), SegmentField(self.codes("place")))
        self.add("content", translate("ServiceForm", "Content"), TextField())
        self.add("payer", translate("ServiceForm", "Payer"), PickField(self.codes("payer")))
        self.offered.add_amounts()
        self.add("remark", translate("ServiceForm", "Remark"), TextField())
        self.changed.connect(self.offered.follow)

    def fill(self, draft: ServiceArrangementDraft) -> None:
        """Show a draft."""
        super().fill(draft)
        self.offered.begin(fresh=False)
        self.mark_clean()


def ask_service(widget: QWidget, actor: Actor, one: Agreed | None = None) -> SmallForm:
    """Which service on which weekdays, and all that its orders are made with; one on record is put right or ended."""
    fresh = ServiceArrangementDraft(valid_from=clock.today().isoformat())
    draft = fresh if one is None else arrangements.service_draft_of(one.id)

    def save(given: ServiceArrangementDraft) -> None:
        if one is None:
            agreements.agree(actor, given)
        else:
            agreements.change(actor, one.id, given)

    act = Act(
        translate("Standing", "A service for certain weekdays"),
        translate("Standing", "Save"),
        Drafted(AgreementForm(), draft),
        save,
        Topic.SERVICES,
        translate("Standing", "It is agreed"),
        long=True,
        about=one.id if one else None,
    )
    return ask_for(widget, act)
