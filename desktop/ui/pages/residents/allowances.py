"""津贴补贴 of one person: received from a day on, in a class, or stopped with a reason."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.answers import AllowanceStep
from desktop.core.i18n import translate
from desktop.services.residents import allowances
from desktop.services.residents.allowances import AllowanceDraft
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.pages.acts import Act, Drafted, ask_for


class AllowanceForm(DraftForm[AllowanceDraft]):
    """Which, whether it is received, from when on; then its class, or why it stopped."""

    def __init__(self) -> None:
        super().__init__(AllowanceDraft)
        self.add("kind", translate("Allowances", "Allowance"), PickField(self.codes("kind")))
        self.add("step", translate("Allowances", "What"), SegmentField(self.codes("step")))
        self.add("holds_from", translate("Allowances", "From when on"), DateField())
        words = translate("Allowances", "As the office calls it, such as 80岁档.")
        self.add("detail", translate("Allowances", "Class"), TextField(), help=words)
        self.add("reason", translate("Allowances", "Why it stopped"), PickField(self.codes("reason")), required=True)
        self.changed.connect(self.show_what_applies)

    def fill(self, draft: AllowanceDraft) -> None:
        """Show a draft."""
        super().fill(draft)
        self.show_what_applies()

    def show_what_applies(self) -> None:
        """A class belongs to what is received, a reason to what stopped."""
        stops = self.fields["step"].value() == AllowanceStep.STOPPED
        self.set_field_visible("detail", not stops)
        self.set_field_visible("reason", stops)


def ask_allowance(page: Page, resident_id: int, name: str) -> SmallForm:
    """Ask what becomes of an allowance and record it."""
    act = Act(
        translate("Allowances", "Allowances of {name}").format(name=name),
        translate("Allowances", "Put on record"),
        Drafted(AllowanceForm(), AllowanceDraft(holds_from=clock.today())),
        lambda draft: allowances.record(page.session.actor, resident_id, draft),
        Topic.RESIDENTS,
        translate("Allowances", "The allowance of {name} is on record").format(name=name),
        about=resident_id,
    )
    return ask_for(page, act)
