"""Who may sign in, and as what; the director decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words.terms import ROLES
from desktop.services.centre import accounts, idling, tries
from desktop.services.centre.tries import Tries
from desktop.services.people import entries as people_entries
from desktop.services.people import listing as people
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label


@dataclass(frozen=True)
class AccountLine:
    """Somebody who works here."""

    name: str
    role: str
    active: bool
    signs_in: bool
    person: str = ""
    wrong: int = 0


def _state(line: AccountLine) -> Chips:
    if not line.active:
        return Chips((ChipSpec(translate("System", "disabled"), Tone.ATTENTION),))
    if line.signs_in and line.wrong:
        words = translate("System", "{count} wrong").format(count=line.wrong)
        return Chips((ChipSpec(translate("System", "signs in"), Tone.OK), ChipSpec(words, Tone.ATTENTION)))
    if line.signs_in:
        return Chips((ChipSpec(translate("System", "signs in"), Tone.OK),))
    return Chips((ChipSpec(translate("System", "no password"), Tone.NEUTRAL),))


def _tried(told: Mapping[str, Tries]) -> str:
    """When wrong passwords were typed of late, the last time of each account; of names that nobody has, how often."""
    said = translate("System", "{name}: {count} wrong, last {at}")
    unknown = translate("System", "unknown names")
    listed = [
        said.format(name=name or unknown, count=one.wrong, at=one.last_wrong[5:16])
        for name, one in sorted(told.items())
        if one.wrong
    ]
    if not listed:
        return ""
    words = translate("System", "Wrong passwords in {weeks} weeks: {listed}")
    return words.format(weeks=tries.WEEKS, listed="；".join(listed))


def _at_least() -> str:
    return translate("System", "at least {count} characters, not the name").format(count=accounts.SHORTEST_PASSWORD)


def _password_twice(words: str) -> tuple[Ask, Ask]:
    return (
        Ask("password", words, PasswordField(), required=True, help=_at_least()),
        Ask("again", translate("System", "Once more"), PasswordField(), required=True),
    )


def _require_twice(typed: dict[str, str]) -> None:
    if typed["password"] != typed["again"]:
        raise InvalidDraft([FieldError("again", Reason.NOT_EQUAL)])


@runtime_checkable
class Lockable(Protocol):
    """The window, which locks itself and lets somebody else sign in."""

    def lock(self) -> None:
        """Show nothing until the own password is given."""

    def switch_user(self) -> None:
        """Let somebody else sign in."""


class AccountsSection(SystemSection):
    """Staff with role and state."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("System", "Once somebody has a password, everybody signs in at the start.")
        super().__init__(session, translate("System", "Accounts"), about, parent)
        self._lines: dict[int, AccountLine] = {}
        columns: tuple[Column[AccountLine], ...] = (
            Column(translate("System", "Name"), lambda line: line.name, 160, stretch=True),
            Column(translate("System", "Role"), lambda line: ROLES.shown.get(line.role, line.role), 140),
            Column(translate("System", "Person"), lambda line: line.person, 110, spare=True),
            Column(translate("System", "State"), _state, 150),
        )
        self.table: RecordTable[AccountLine] = RecordTable(
            translate("System", "Accounts"), columns, lambda ids: [self._lines[one] for one in ids]
        )
        self.content.addWidget(self.table, 1)
        self.tried = label("", "small", wrap=True)
        self.content.addWidget(self.tried)
        self.role_button = button(translate("System", "Role…"), self.change_role)
        self.password_button = button(translate("System", "Set a password…"), self.set_password)
        self.person_button = button(translate("System", "Person…"), self.choose_person)
        self.active_button = button(translate("System", "Disable"), self.toggle)
        self.add_button = button(translate("System", "New account…"), self.add, "primary", "add")
        own = FlowRow()
        self.own_button = button(translate("System", "My password… (F2)"), self.change_own)
        own.add(self.own_button)
        self.switch_button = button(translate("System", "Another person (Ctrl+Shift+L)"), self._switch)
        own.add(self.switch_button)
        self.lock_button = button(translate("System", "Lock (Ctrl+L)"), self._lock)
        own.add(self.lock_button)
        self.idle_button = button(translate("System", "Lock by itself…"), self.choose_minutes)
        own.add(self.idle_button)
        self.content.addWidget(own)
        for one in (self.person_button, self.password_button, self.role_button, self.active_button, self.add_button):
            self.buttons.add(one)
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        self.table.current_changed.connect(lambda _now: self._show_current())

    def keys(self) -> tuple[Key, ...]:
        """New account, and one's own password."""
        new = (Key("Ctrl+N", translate("System", "new account"), self.add),) if self.is_director else ()
        return (*new, Key("F2", translate("System", "my password"), self.change_own))

    def refresh(self) -> None:
        """List anew."""
        signing_in, persons = set(accounts.staff_names()), people.persons_of_accounts()
        told = tries.of_late(self.session.actor) if self.is_director else {}
        wrong = {name: one.wrong for name, one in told.items()}
        self._lines = {
            at: AccountLine(name, role, active, name in signing_in, persons.get(name, ""), wrong.get(name, 0))
            for at, (name, role, active) in enumerate(accounts.accounts())
        }
        self.table.set_ids(list(self._lines))
        self.tried.setText(_tried(told))
        self.tried.setVisible(bool(self.tried.text()))
        self.add_button.setVisible(self.is_director)
        self.idle_button.setVisible(self.is_director)
        self._show_current()

    @asks(Action.ADD_ACCOUNT)
    def add(self) -> SmallForm:
        """Ask for name, role and password."""

        def open_one(typed: dict[str, str]) -> None:
            _require_twice(typed)
            accounts.add_account(self.session.actor, typed["name"], typed["role"], typed["password"])

        act = Act(
            translate("System", "New account"),
            translate("System", "Add"),
            Texts(
                Ask("name", translate("System", "Name"), TextField(), required=True),
                Ask("role", translate("System", "Role"), PickField(ROLES.shown), required=True),
                *_password_twice(translate("System", "Password")),
            ),
            open_one,
            Topic.SETTINGS,
            lambda typed: translate("System", "{name} has an account").format(name=typed["name"]),
        )
        return ask_for(self, act)

    @asks(Action.SET_ROLE)
    def change_role(self) -> SmallForm | None:
        """Ask for another role of the selected account."""
        line = self.table.current_row()
        if line is None:
            return None
        act = Act(
            translate("System", "The role of {name}").format(name=line.name),
            translate("System", "Change"),
            Texts(Ask("role", translate("System", "Role"), PickField(ROLES.shown), required=True, value=line.role)),
            lambda typed: accounts.set_role(self.session.actor, line.name, typed["role"]),
            Topic.SETTINGS,
            translate("System", "Role changed"),
        )
        return ask_for(self, act)

    @asks(Action.SET_PASSWORD)
    def set_password(self) -> SmallForm | None:
        """Ask twice for the password of the selected account."""
        line = self.table.current_row()
        if line is None:
            return None

        def keep(typed: dict[str, str]) -> None:
            _require_twice(typed)
            accounts.set_password(self.session.actor, line.name, typed["password"])

        act = Act(
            translate("System", "The password of {name}").format(name=line.name),
            translate("System", "Set the password"),
            Texts(*_password_twice(translate("System", "New password"))),
            keep,
            Topic.SETTINGS,
            translate("System", "{name} signs in with the new password from now on").format(name=line.name),
        )
        return ask_for(self, act)

    @asks(Action.LINK_ACCOUNT)
    def choose_person(self) -> SmallForm | None:
        """Ask whose the selected account is."""
        line = self.table.current_row()
        if line is None:
            return None
        offered = {str(one.id): one.name for one in people.workers(self.session.actor)}
        now = next((code for code, name in offered.items() if name == line.person), "")
        empty = translate("System", "Empty: nobody of those who work here.")
        act = Act(
            translate("System", "Whose is the account {name}?").format(name=line.name),
            translate("System", "Save"),
            Texts(Ask("person", translate("System", "Person"), PickField(offered), value=now, help=empty)),
            lambda typed: people_entries.link_account(self.session.actor, line.name, _chosen(typed["person"], offered)),
            Topic.ALL,
            translate("System", "The person of {name} is kept").format(name=line.name),
        )
        return ask_for(self, act)

    def change_own(self) -> SmallForm:
        """Ask everybody for the own password, and for the present one where there is one."""
        actor = self.session.actor
        now = Ask("now", translate("System", "Present password"), PasswordField(), required=True)
        asked = (now,) if accounts.has_password(actor) else ()

        def keep(typed: dict[str, str]) -> None:
            _require_twice(typed)
            accounts.change_own_password(actor, typed.get("now", ""), typed["password"])

        act = Act(
            translate("System", "My password"),
            translate("System", "Change my password"),
            Texts(*asked, *_password_twice(translate("System", "New password"))),
            keep,
            Topic.SETTINGS,
            translate("System", "Your new password holds from now on"),
        )
        return ask_for(self, act)

    @asks(Action.SET_SETTING)
    def choose_minutes(self) -> SmallForm:
        """Ask after how many minutes without use the window locks."""
        help = translate("System", "Where people sign in; 0: never. Typing is kept.")
        words = translate("System", "Minutes without use")
        act = Act(
            translate("System", "Lock by itself"),
            translate("System", "Keep"),
            Texts(Ask("minutes", words, TextField(), required=True, value=str(idling.minutes()), help=help)),
            lambda typed: idling.choose(self.session.actor, typed["minutes"]),
            Topic.SETTINGS,
            translate("System", "Kept"),
        )
        return ask_for(self, act)

    def _switch(self) -> None:
        window = self.window()
        if isinstance(window, Lockable):
            window.switch_user()

    def _lock(self) -> None:
        window = self.window()
        if isinstance(window, Lockable):
            window.lock()

    @asks(Action.SET_ACTIVE)
    def toggle(self) -> None:
        """Close the selected account or open it again."""
        line = self.table.current_row()
        if line is None:
            return
        done = translate("System", "Account disabled") if line.active else translate("System", "Account opened again")
        actor = self.session.actor
        succeeds(self, lambda: accounts.set_active(actor, line.name, not line.active), Topic.SETTINGS, done)

    def _show_current(self) -> None:
        line = self.table.current_row()
        for one in (self.person_button, self.role_button, self.active_button):
            one.setVisible(self.is_director)
            one.setEnabled(line is not None)
        self.password_button.setVisible(self.is_director)
        self.password_button.setEnabled(line is not None)
        if line is not None:
            words = translate("System", "Disable") if line.active else translate("System", "Open again")
            self.active_button.setText(words)


def _chosen(value: str, offered: Mapping[str, str]) -> int | None:
    if value and value not in offered:
        raise InvalidDraft([FieldError("person", Reason.UNKNOWN_WORD)])
    return int(value) if value else None
