"""Who sits at the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.account_errors import SignInPaused
from desktop.core.i18n import translate
from desktop.services.centre import accounts
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import PasswordField
from desktop.ui.frame.perform import show_trouble
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.countdown import Countdown
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip


class SignInDialog(GrowingDialog):
    """Name and password; ``actor`` is there once they matched. After several wrong ones it counts the seconds down."""

    def __init__(self, centre: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actor: Actor | None = None
        self.strip = MessageStrip()
        self.setWindowTitle(translate("SignIn", "Sign in"))
        names = accounts.staff_names()
        self.form = Form()
        self.form.add("name", translate("SignIn", "Name"), PickField({name: name for name in names}), required=True)
        self.form.add("password", translate("SignIn", "Password"), PasswordField(), required=True)
        self.form.set_values({"name": names[0] if names else ""})
        self.form.passed_end.connect(self.sign_in)
        quit_button = button(translate("SignIn", "Quit"), self.reject)
        enter_button = button(translate("SignIn", "Sign in"), self.sign_in, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(centre, "title", wrap=True))
        column.addWidget(self.strip)
        column.addWidget(self.form)
        column.addStretch(1)
        column.addWidget(ButtonRow(quit_button, enter_button))
        self.countdown = Countdown(self.strip, self)
        self.be_wide(480)
        self.form.fields["password" if names else "name"].grab_keyboard()

    def sign_in(self) -> None:
        """Try; the sentence is the same for a wrong name and a wrong password."""
        values = self.form.values()
        found = answer(lambda: accounts.sign_in(str(values["name"]), str(values["password"])))
        if isinstance(found, Actor):
            self.actor = found
            self.accept()
            return
        show_trouble(self, found)
        if isinstance(found, SignInPaused):
            self.countdown.begin(found.seconds)
        else:
            self.countdown.stop()
        self.form.set_values({"password": ""})
        self.form.fields["password"].grab_keyboard()
