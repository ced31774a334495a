"""The form of a help service: a request, or what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.trade import ServiceState
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people.names import SERVING
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField
from desktop.ui.pages.help_services.offered import Offered

_ENTERED: tuple[str, ...] = (ServiceState.REQUESTED, ServiceState.DISPATCHED, ServiceState.DONE)
_AFTERWARDS = ("satisfaction",)
STARS = {str(number): str(number) for number in range(1, 6)}


class ServiceForm(DraftForm[ServiceDraft]):
    """Type, person, where, when, by whom, for how much; of an order day and times are the plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ServiceDraft, parent)
        self.offered = Offered(self)
        keys = translate("ServiceForm", "keys 1 to 9 and 0, or initials")
        states = {code: word for code, word in self.codes("state").items() if code in _ENTERED}
        self.add("resident_id", translate("ServiceForm", "Resident"), ResidentField())
        self.add("type", translate("ServiceForm", "Type"), PickField(self.codes("type")), help=keys)
        self.offered.add_item()
        self.add("state", translate("ServiceForm", "State"), SegmentField(states))
        self.add("service_on", translate("ServiceForm", "Date"), DateField())
        self.add("place", translate("ServiceForm", "Place"), SegmentField(self.codes("place")))
        self.add("started", translate("ServiceForm", "Start"), TimeField())
        self.add("ended", translate("ServiceForm", "End"), TimeField(translate("ServiceForm", "such as 1015")))
        self.add("worker", translate("ServiceForm", "Worker"), NameField(SERVING, help_services.workers()))
        self.add("content", translate("ServiceForm", "Content"), TextField())
        self.group(translate("ServiceForm", "Money and rating"))
        self.add("payer", translate("ServiceForm", "Payer"), PickField(self.codes("payer")))
        self.offered.add_amounts()
        self.add("satisfaction", translate("ServiceForm", "Satisfaction"), SegmentField(STARS))
        self.add("remark", translate("ServiceForm", "Remark"), TextField())
        self.changed.connect(self.show_what_applies)

    def fill(self, draft: ServiceDraft) -> None:
        """Show a draft."""
        super().fill(draft)
        self.offered.begin(draft.service_id is None)
        self.mark_clean()
        self.show_what_applies()

    def show_what_applies(self) -> None:
        """How it pleased belongs to what is done; what is offered and proposed follows what is typed."""
        self.offered.follow()
        done = self.fields["state"].value() not in {ServiceState.REQUESTED, ServiceState.DISPATCHED}
        for name in _AFTERWARDS:
            self.set_field_visible(name, done)
