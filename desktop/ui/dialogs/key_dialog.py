"""What an encrypted store or backup asks before anything of it can be read: a name and a password, or the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.core.account_errors import SignInPaused
from desktop.core.errors import FieldError, InvalidDraft, ShizhuError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.reasons import Reason
from desktop.core.recovery import groups_read
from desktop.core.trade import Role
from desktop.core.words.messages import field_sentence, sentence
from desktop.services.centre import entering, unlocking
from desktop.services.centre.passwords import SHORTEST_PASSWORD
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import MemoField, PasswordField
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.countdown import Countdown
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip


def _no_other_way() -> str:
    return translate(
        "KeyDialog",
        "Without a password and without the recovery sheet nobody can open the data, whoever wrote this program"
        " included.",
    )


class KeyDialog(GrowingDialog):
    """Name and password of somebody who has a key; ``actor`` is who came in by them where ``folder`` is opened.

    Without a folder the key of a backup is had at hand and nothing is opened; ``sheet`` is what was typed from the
    paper where that opened it.
    """

    def __init__(self, store: Path, folder: DataFolder | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._folder = store, folder
        self.actor: Actor | None = None
        self.sheet = ""
        self.strip = MessageStrip()
        self.countdown = Countdown(self.strip, self)
        self.setWindowTitle(translate("KeyDialog", "Encrypted data"))
        names = unlocking.names(store)
        self.form = Form()
        self.form.add("name", translate("SignIn", "Name"), PickField({name: name for name in names}), required=True)
        self.form.add("password", translate("SignIn", "Password"), PasswordField(), required=True)
        self.form.set_values({"name": names[0] if names else ""})
        self.form.passed_end.connect(self.open_it)
        first = translate("KeyDialog", "The data are encrypted")
        of_backup = translate("KeyDialog", "The backup {file} is encrypted").format(file=store.name)
        self.sheet_button = button(translate("KeyDialog", "Recovery sheet…"), self.ask_sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addWidget(label(of_backup if folder is None else first, "section", wrap=True))
        column.addWidget(
            label(translate("KeyDialog", "They open with the password of any of these people."), "secondary", wrap=True)
        )
        column.addWidget(self.strip)
        column.addWidget(self.form)
        words = translate("KeyDialog", "Nobody knows a password any more: take the recovery sheet.")
        column.addWidget(label(f"{words} {_no_other_way()}", "small", wrap=True))
        column.addStretch(1)
        back = translate("SignIn", "Quit") if folder is not None else translate("SmallForm", "Go back")
        column.addWidget(
            ButtonRow(
                button(back, self.reject),
                self.sheet_button,
                button(translate("KeyDialog", "Open"), self.open_it, "primary"),
            )
        )
        self.be_wide(520)
        self.form.fields["password" if names else "name"].grab_keyboard()

    def open_it(self) -> None:
        """Try; the sentence is the same for a wrong name and a wrong password."""
        values = self.form.values()
        name, password = str(values["name"]), str(values["password"])
        found = answer(lambda: self._tried(name, password))
        if not isinstance(found, ShizhuError):
            self.accept()
            return
        self.strip.say(sentence(found), Tone.DANGER)
        if isinstance(found, SignInPaused):
            self.countdown.begin(found.seconds)
        else:
            self.countdown.stop()
        self.form.set_values({"password": ""})
        self.form.fields["password"].grab_keyboard()

    def ask_sheet(self) -> None:
        """Open it by the recovery sheet instead."""
        box = SheetDialog(self._store, self._folder, parent=self)
        done = box.exec() == QDialog.DialogCode.Accepted
        self.actor, self.sheet = box.actor, box.typed if done else ""
        box.deleteLater()
        if done:
            self.accept()

    def _tried(self, name: str, password: str) -> bool:
        if self._folder is None:
            unlocking.unlock(self._store, name, password)
        else:
            self.actor = entering.enter(self._folder, name, password)
        return True


class SheetDialog(GrowingDialog):
    """The groups of the recovery sheet, typed or scanned; where ``folder`` is opened, a director's new password too."""

    def __init__(
        self, store: Path, folder: DataFolder | None = None, typed: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._folder = store, folder
        self.actor: Actor | None = None
        self.typed = ""
        self.strip = MessageStrip()
        self.setWindowTitle(translate("KeyDialog", "Recovery sheet"))
        self.form = Form()
        self._groups = self.form.add("groups", translate("KeyDialog", "24 groups"), MemoField(4), required=True)
        self._groups.changed.connect(self._count)
        if folder is not None:
            self._ask_password()
        self.form.set_values({"groups": typed})
        self.form.passed_end.connect(self.open_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addWidget(label(translate("KeyDialog", "Open with the recovery sheet"), "section", wrap=True))
        words = translate("KeyDialog", "Type the groups from the paper, or scan its code.")
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(label(_no_other_way(), "small", wrap=True))
        column.addWidget(self.strip)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        inside.addStretch(1)
        column.addWidget(Scrolled(inner), 1)
        column.addWidget(
            ButtonRow(
                button(translate("SmallForm", "Go back"), self.reject),
                button(translate("KeyDialog", "Open"), self.open_it, "primary"),
            )
        )
        self.be_wide(560)
        self._count()
        self.form.focus_first()

    def open_it(self) -> None:
        """Try; what is mistyped is named by its group."""
        self.strip.clear()
        values = {name: str(value) for name, value in self.form.values().items()}
        if self._folder is not None and values["password"] != values["again"]:
            self._say([FieldError("again", Reason.NOT_EQUAL)])
            return
        found = answer(lambda: self._tried(values))
        if not isinstance(found, ShizhuError):
            self.typed = values["groups"]
            self.accept()
        elif isinstance(found, InvalidDraft):
            self._say(found.fields)
        else:
            self.strip.say(sentence(found), Tone.DANGER)
            self._groups.grab_keyboard()

    def _ask_password(self) -> None:
        directors = [one.name for one in unlocking.ring_of(self._store).people if one.role == Role.DIRECTOR]
        names = {name: name for name in dict.fromkeys(directors)}
        self.form.add("name", translate("KeyDialog", "Director"), PickField(names), required=True)
        least = translate("KeyDialog", "At least {count} characters.").format(count=SHORTEST_PASSWORD)
        self.form.add("password", translate("System", "New password"), PasswordField(), required=True, help=least)
        self.form.add("again", translate("KeyDialog", "The same again"), PasswordField(), required=True)
        self.form.set_values({"name": next(iter(names), "")})

    def _tried(self, values: dict[str, str]) -> bool:
        if self._folder is None:
            unlocking.unlock_by_sheet(self._store, values["groups"])
        else:
            self.actor = entering.enter_by_sheet(self._folder, values["groups"], values["name"], values["password"])
        return True

    def _say(self, errors: list[FieldError]) -> None:
        homeless = self.form.set_errors(errors)
        if homeless:
            self.strip.say(" ".join(field_sentence(error) for error in homeless), Tone.DANGER)

    def _count(self) -> None:
        whole, wrong = groups_read(str(self._groups.value()))
        if wrong:
            words = translate("KeyDialog", "Group {group} is not what stands on the sheet.").format(group=wrong)
        else:
            words = translate("KeyDialog", "{count} of 24 groups are read.").format(count=whole)
        self._groups.set_help(words)


@dataclass(frozen=True)
class Given:
    """Whether the key of a backup is at hand, and what was typed of the sheet where that gave it."""

    at_hand: bool
    sheet: str = ""


def have_key(backup: Path, parent: QWidget | None = None) -> Given:
    """Ask for the key of a backup where it needs one; KeysDamaged where nobody could give it."""
    if not unlocking.is_locked(backup):
        return Given(True)
    dialog = KeyDialog(backup, None, parent)
    given = Given(dialog.exec() == QDialog.DialogCode.Accepted, dialog.sheet)
    dialog.deleteLater()
    return given
