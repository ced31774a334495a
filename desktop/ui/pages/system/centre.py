"""The centre, the station, who is signed in, where the data lies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words.terms import PLANS, ROLES
from desktop.services.centre import centres
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.facts import Facts
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button


class CentreSection(SystemSection):
    """Name, district and plan can be put right by the director; the number stays, because printed codes carry it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("System", "Centre and station"), parent=parent)
        self.form = Form()
        self.form.add("name", translate("System", "Centre"), TextField(), required=True)
        self.form.add("district", translate("System", "District"), TextField())
        self.form.add("plan", translate("System", "Plan"), PickField(PLANS.shown), required=True)
        self.form.mark_clean()
        self.facts = Facts()
        self.save_button = button(translate("System", "Save"), self.save, "primary", "save")
        self.content.addWidget(self.form)
        self.content.addWidget(self.facts)
        self.content.addStretch(1)
        self.buttons.add(self.save_button)
        self.form.passed_end.connect(self.save)

    def refresh(self) -> None:
        """Read the centre."""
        found, actor = centres.centre(), self.session.actor
        if not self.form.is_dirty():
            self.form.set_values({"name": found.name, "district": found.district, "plan": found.plan})
            self.form.clear_errors()
            self.form.mark_clean()
        for field in self.form.fields.values():
            field.setEnabled(self.is_director)
        self.save_button.setVisible(self.is_director)
        self.facts.show_facts(
            (
                (translate("System", "Centre number"), found.number),
                (translate("System", "Station"), str(found.station)),
                (translate("System", "Signed in"), f"{actor.name}（{ROLES.shown.get(actor.role, actor.role)}）"),
                (translate("System", "Data folder"), str(self.session.folder.root)),
            )
        )

    @asks(Action.CHANGE_CENTRE)
    def save(self) -> None:
        """Keep what was typed."""
        typed = {name: str(value) for name, value in self.form.values().items()}
        done = translate("System", "Saved; new papers bear it.")

        def call() -> None:
            centres.change(self.session.actor, typed["name"], typed["district"], typed["plan"])
            self.form.mark_clean()

        succeeds(self, call, Topic.SETTINGS, done, on_invalid=self.form.set_errors)
