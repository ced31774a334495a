"""个人信息: who left longer ago than records are kept, who withdrew consent, and the papers of both."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.privacy_errors import NotErasable
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.core.words.messages import sentence
from desktop.core.words.privacy import LOST_THINGS
from desktop.core.words.terms import REGISTER_STATES
from desktop.services.privacy import consent, erasing, incident, retention
from desktop.services.privacy.erasing import Certificate
from desktop.services.privacy.incident import IncidentSheet
from desktop.services.privacy.retention import Retained
from desktop.services.residents.withdrawn import Withdrawn
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.system.privacy_papers import show_certificate, show_incident
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.turning import Turning


class PrivacySection(SystemSection):
    """Left who left long ago, right who withdrew consent, beneath them the deletions that were made."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Privacy",
            "Records are kept for some years after somebody left; then the director may delete them, with a "
            "certificate. Consent is withdrawn on the card of the resident (F10).",
        )
        super().__init__(session, translate("Privacy", "Personal data"), about, parent)
        self._left: dict[int, Retained] = {}
        self._withdrawn: dict[int, tuple[str, Withdrawn]] = {}
        self._certificates: dict[int, Certificate] = {}
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        self._show_rights()
        if not self._may(Action.LIST_RETENTION):
            hint = translate("Privacy", "Director and front desk see this list")
            for one in (self.left, self.withdrawn, self.certificates):
                one.set_empty(hint, "", "info")
            return
        actor = self.session.actor
        self._left = {one.id: one for one in retention.listed(actor)}
        self._withdrawn = {one.id: (name, one) for name, one in consent.listed(actor)}
        self._certificates = dict(enumerate(reversed(erasing.certificates(actor)), 1))
        words = translate("Privacy", "Nobody left more than {years} years ago").format(years=retention.years())
        self.left.set_empty(words, "", "info")
        shown = ((self.left, self._left), (self.withdrawn, self._withdrawn), (self.certificates, self._certificates))
        for table, rows in shown:
            table.set_ids(list(rows))
            table.model.reload()
            if rows and table.current_id() is None:
                table.select_id(next(iter(rows)))
        self._show_rights()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("F2", translate("Privacy", "a computer, a backup or a file is lost: the sheet"), self.tell_loss),
            Key("F4", translate("Privacy", "for how many years records are kept"), self.choose_years),
            Key("F6", translate("Privacy", "who left, who withdrew, deletions"), self.turn),
            Key("F8", translate("Privacy", "delete the data of the chosen one"), self.erase),
            Key("Ctrl+P", translate("Privacy", "the chosen certificate on paper"), self.print_certificate),
        )

    @asks(Action.ERASE_PERSON)
    def erase(self) -> SmallForm | None:
        """Delete what is known of the chosen one."""
        row, actor = self.left.current_row(), self.session.actor
        if row is None or not self._may(Action.ERASE_PERSON):
            return None
        words = translate("Privacy", "Delete the data of {name} for ever? Figures, books and closed months stay.")
        basis = translate("Privacy", "Such as: time of keeping is over.")
        act = Act(
            words.format(name=row.name),
            translate("Privacy", "Delete"),
            Texts(Ask("basis", translate("Privacy", "Basis"), TextField(), required=True, help=basis)),
            lambda typed: erasing.erase(actor, row.id, typed["basis"]),
            Topic.ALL,
            translate("Privacy", "Deleted; the certificate follows"),
            then=lambda made: show_certificate(self, made),
            about=row.id,
        )
        return ask_for(self, act)

    @asks(Action.SET_SETTING)
    def choose_years(self) -> SmallForm | None:
        """Keep records for another number of years."""
        actor = self.session.actor
        if not self._may(Action.ERASE_PERSON):
            return None
        field = TextField()
        act = Act(
            translate("Privacy", "For how many years are records kept after somebody left?"),
            translate("Privacy", "Keep this"),
            Texts(Ask("years", translate("Privacy", "Years"), field, required=True, value=str(retention.years()))),
            lambda typed: retention.choose(actor, typed["years"]),
            Topic.SETTINGS,
            lambda typed: translate("Privacy", "Records are kept for {years} years").format(**typed),
        )
        return ask_for(self, act)

    @asks(Action.TELL_LOSS)
    def tell_loss(self) -> SmallForm | None:
        """What was on it, by count and kind."""
        actor = self.session.actor
        if not self._may(Action.TELL_LOSS):
            return None
        until = translate("Privacy", "Empty: until now. Of a backup: the day on which it was made.")
        asked = Texts(
            Ask("lost", translate("Privacy", "Lost"), SegmentField(LOST_THINGS.shown), required=True),
            Ask("as_of", translate("Privacy", "What was recorded until"), DateField(), help=until),
            Ask("words", translate("Privacy", "What happened"), TextField(), required=True),
        )
        act: Act[dict[str, str], IncidentSheet] = Act(
            translate("Privacy", "Something with personal data is lost"),
            translate("Privacy", "Make the sheet"),
            asked,
            lambda typed: incident.make(actor, typed["lost"], typed["as_of"], typed["words"]),
            Topic.NOTHING,
            then=lambda sheet: show_incident(self, sheet),
        )
        return ask_for(self, act)

    def print_certificate(self) -> None:
        """Show the chosen certificate for printing."""
        row = self.certificates.current_row()
        if row is not None:
            show_certificate(self, row)

    def turn(self) -> None:
        """From one list to the next."""
        tables: tuple[RecordTable[Any], ...] = (self.left, self.withdrawn, self.certificates)
        at = next((at for at, one in enumerate(tables) if one.hasFocus() or one.view.hasFocus()), len(tables) - 1)
        tables[(at + 1) % len(tables)].take_keyboard()

    def _build(self) -> None:
        self.left: RecordTable[Retained] = RecordTable(
            translate("Privacy", "Left long ago"), _left_columns(), lambda ids: [self._left[one] for one in ids]
        )
        self.withdrawn: RecordTable[tuple[str, Withdrawn]] = RecordTable(
            translate("Privacy", "Consent withdrawn"),
            _withdrawn_columns(),
            lambda ids: [self._withdrawn[one] for one in ids],
        )
        self.withdrawn.set_empty(translate("Privacy", "Nobody withdrew consent"), "", "info")
        self.certificates: RecordTable[Certificate] = RecordTable(
            translate("Privacy", "Deletions"),
            _certificate_columns(),
            lambda ids: [self._certificates[one] for one in ids],
        )
        self.certificates.set_empty(translate("Privacy", "Nothing was deleted"), "", "info")
        self.erase_button = button(translate("Privacy", "Delete… (F8)"), self.erase)
        self.years_button = button(translate("Privacy", "Years… (F4)"), self.choose_years)
        self.loss_button = button(translate("Privacy", "Something is lost… (F2)"), self.tell_loss)
        self.paper_button = button(translate("Privacy", "Certificate… (Ctrl+P)"), self.print_certificate)
        head = FlowRow(gap=10)
        for one in (self.erase_button, self.years_button, self.loss_button, self.paper_button):
            head.add(one)
        self.content.addWidget(head)
        both = Turning()
        both.add(self.left, 3, least=400)
        both.add(self.withdrawn, 2, least=340)
        self.content.addWidget(both, 3)
        self.content.addWidget(self.certificates, 2)

    def _connect(self) -> None:
        self.left.row_activated.connect(lambda _one: self.erase())
        self.certificates.row_activated.connect(lambda _one: self.print_certificate())
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _show_rights(self) -> None:
        self.erase_button.setVisible(self._may(Action.ERASE_PERSON))
        self.erase_button.setEnabled(bool(self._left))
        self.years_button.setVisible(self._may(Action.ERASE_PERSON))
        self.loss_button.setVisible(self._may(Action.TELL_LOSS))
        self.paper_button.setVisible(self._may(Action.LIST_RETENTION))
        self.paper_button.setEnabled(bool(self._certificates))

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _left_columns() -> tuple[Column[Retained], ...]:
    return (
        Column(translate("Privacy", "Name"), lambda one: one.name, 110),
        Column(translate("Privacy", "State"), lambda one: REGISTER_STATES.shown[one.state], 70),
        Column(translate("Privacy", "Left on"), lambda one: one.since.isoformat(), 116),
        Column(translate("Privacy", "Before it is deleted"), _why_not, 120, stretch=True),
    )


def _why_not(one: Retained) -> str:
    found = erasing.why_not(one.id)
    return sentence(NotErasable(found[0])) if found else translate("Privacy", "nothing stands in the way")


def _withdrawn_columns() -> tuple[Column[tuple[str, Withdrawn]], ...]:
    return (
        Column(translate("Privacy", "Name"), lambda one: one[0], 110),
        Column(translate("Privacy", "Withdrew"), lambda one: CONSENT_SCOPES.shown[one[1].scope], 120, stretch=True),
        Column(translate("Privacy", "Since"), lambda one: one[1].withdrawn_on.isoformat(), 116),
    )


def _certificate_columns() -> tuple[Column[Certificate], ...]:
    return (
        Column(translate("Privacy", "Number"), lambda one: one.number, 150),
        Column(translate("Privacy", "Day"), lambda one: one.erased_at[:10], 96),
        Column(translate("Privacy", "By"), lambda one: one.erased_by, 80),
        Column(translate("Privacy", "Basis"), lambda one: one.basis, 120, stretch=True),
    )
