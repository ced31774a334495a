"""The first run: a centre is made in three short steps, or one is opened that exists: a data folder or a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import FieldError
from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.reasons import Reason
from desktop.core.words.terms import PLANS
from desktop.demo import practice
from desktop.services.centre import centres
from desktop.services.centre.accounts import SHORTEST_PASSWORD
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import restoring
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.key_dialog import have_key
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.field import Field
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.perform import perform, show_trouble, succeeds
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip, ProgressStrip


class FolderField(TextField):
    """A folder, typed or chosen."""

    def _place(self) -> None:
        self._set_editor(self.line, button(translate("FolderField", "Choose…"), self.choose))

    def choose(self) -> None:
        """Choose it from the disk."""
        title = translate("FolderField", "Choose a folder")
        chosen = QFileDialog.getExistingDirectory(self, title, self.value() or str(Path.home()))
        if chosen:
            self.set_value(chosen)
            self.changed.emit()


class FirstRunDialog(GrowingDialog):
    """Asks for the centre, its director and a place for backups; ``actor`` is there once the centre is made.

    ``other_folder`` is set instead when the person opened a data folder that exists, ``restored`` when a backup was
    put into the empty folder and is open now.
    """

    def __init__(self, folder: DataFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.actor: Actor | None = None
        self.other_folder: DataFolder | None = None
        self.restored = False
        # What was typed of the recovery sheet, where that opened the backup.
        self.sheet = ""
        self.strip = MessageStrip()
        self.forms = [_centre_form(), _director_form(), _backup_form()]
        self._headings = [
            translate("FirstRun", "Your centre"),
            translate("FirstRun", "Who leads it"),
            translate("FirstRun", "Where backups go"),
        ]
        self._abouts = [
            translate(
                "FirstRun",
                "Everything stays on this computer. Name, plan and district can be changed later under System; the "
                "number cannot, because every printed code carries it.",
            ),
            translate("FirstRun", "The password can be changed later, and more people added, under System, Accounts."),
            translate("FirstRun", "It can be chosen or changed later under System, Backups."),
        ]
        self._leaving = False
        self.jobs = Jobs()
        self._build()
        self._connect()
        for form in self.forms:
            form.mark_clean()
        self._go(0)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._stack.currentIndex()

    def draft(self) -> CentreDraft:
        """What was typed so far."""
        found = CentreDraft()
        for form in self.forms:
            form.read_into(found)
        return found

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (("Ctrl+Enter", translate("FirstRun", "the next step; at the last one make the centre")),)

    def back(self) -> None:
        """One step back."""
        self._go(max(self.step - 1, 0))

    def go_on(self) -> None:
        """The next step, or at the last one make the centre; errors stand beside their fields."""
        form = self.forms[self.step]
        self.strip.clear()
        errors = [error for error in self._errors() if error.name in form.fields]
        if errors:
            self._say(errors)
        elif self.step < len(self.forms) - 1:
            self._go(self.step + 1)
        else:
            self._make()

    def reject(self) -> None:
        """Esc or the window's cross: nothing typed is lost by one key; asked again goes on typing."""
        if not any(form.is_dirty() for form in self.forms):
            super().reject()
        elif self._leaving and not self.strip.isHidden():
            self._stay()
        else:
            words = translate("FirstRun", "The centre is not made yet. What was typed is lost when the program ends.")
            ways = {translate("FirstRun", "Go on typing"): self._stay, translate("FirstRun", "Quit"): self._quit}
            self.strip.say(words, Tone.ATTENTION, ways)
            self.strip.take_keyboard()
            self._leaving = True

    def make_folder(self) -> None:
        """Make the folder that was typed, and finish."""
        folder = Path(str(self.forms[2].values()["backup_folder"]).strip())
        if succeeds(self, lambda: _made(folder)):
            self.go_on()

    def open_other(self) -> None:
        """Open a data folder that holds a centre already."""
        title = translate("FirstRun", "Choose the data folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, path: Path) -> None:
        """Take this folder, if it holds a centre."""
        found = DataFolder(path)
        if not centres.is_initialised(found):
            words = translate("FirstRun", "This folder holds no centre. Choose the folder in which shizhu.db lies.")
            self.strip.say(words, Tone.ATTENTION)
            return
        self.other_folder = found
        self.accept()

    def choose_backup(self) -> None:
        """Begin with the data of a backup, such as on a new computer."""
        title = translate("FirstRun", "Choose a backup")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), "*.db")
        if chosen:
            self.restore(Path(chosen))

    def restore(self, path: Path) -> None:
        """Put a backup into the data folder, which holds nothing yet; it is proven first."""
        given = perform(self, lambda: have_key(path, self))
        if given is None or not given.at_hand:
            return
        self.sheet = given.sheet
        self.restored = perform(self, lambda: restoring.restore(path, self.folder)) is not None
        if self.restored:
            self.accept()

    def open_practice(self) -> None:
        """The practice centre in place of an own one; made first where there is none yet."""
        if self.jobs.busy:
            return
        title = translate("Practice", "Preparing the practice centre, about a minute")
        self.jobs.start(
            title,
            lambda progress: practice.make(self.folder, progress),
            self._practise,
            lambda error: show_trouble(self, error),
        )

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed box."""
        self.jobs.stop()
        super().done(result)

    def _practise(self, made: DataFolder) -> None:
        self.other_folder = made
        self.accept()

    def _errors(self) -> list[FieldError]:
        errors = centres.validate(self.draft())
        values = self.forms[1].values()
        if values["password"] != values["again"]:
            errors.append(FieldError("again", Reason.NOT_EQUAL))
        chosen = str(self.forms[2].values()["backup_folder"]).strip()
        if chosen and not Path(chosen).is_dir():
            # A relative one would lie wherever the program happened to be started.
            there = Path(chosen).exists() or not Path(chosen).is_absolute()
            errors.append(FieldError("backup_folder", Reason.BAD_FOLDER if there else Reason.NO_FOLDER))
        return errors

    def _say(self, errors: list[FieldError]) -> None:
        # One thing at a time: Enter leads through all of them anyway.
        self.forms[self.step].set_errors(errors[:1])
        if errors[0].reason == Reason.NO_FOLDER:
            words = translate("FirstRun", "The folder for backups does not exist yet.")
            self.strip.say(words, Tone.ATTENTION, {translate("FirstRun", "Make this folder"): self.make_folder})
            self.strip.take_keyboard()

    def _stay(self) -> None:
        self._leaving = False
        self.strip.clear()
        self.forms[self.step].focus_first()

    def _quit(self) -> None:
        super().reject()

    def _make(self) -> None:
        errors = self._errors()
        for number, form in enumerate(self.forms):
            if any(error.name in form.fields for error in errors):
                self._go(number)
                self._say([error for error in errors if error.name in form.fields])
                return
        self.actor = perform(self, lambda: centres.initialise(self.folder, self.draft()))
        if self.actor is not None:
            self.accept()

    def _go(self, step: int) -> None:
        self._leaving = False
        self.strip.clear()
        self._stack.setCurrentIndex(step)
        self._heading.setText(self._headings[step])
        self._about.setText(self._abouts[step])
        self._place.setText(
            translate("FirstRun", "Step {number} of {count}").format(number=step + 1, count=len(self.forms))
        )
        self._back.setVisible(step > 0)
        last = step == len(self.forms) - 1
        self.next_button.setText(translate("FirstRun", "Finish") if last else translate("FirstRun", "Next"))
        self.forms[step].focus_first()

    def _build(self) -> None:
        # The name of the program stands behind every title by itself.
        self.setWindowTitle(translate("FirstRun", "First set-up"))
        self._heading = label(role="title", wrap=True)
        self._place = label(role="secondary", wrap=True)
        self._about = label(role="secondary", wrap=True)
        self._stack = QStackedWidget()
        for form in self.forms:
            self._stack.addWidget(_scrolling(form))
        self._other = button(translate("FirstRun", "Open an existing data folder…"), self.open_other, "quiet")
        restore = translate("FirstRun", "Restore from a backup…")
        self.restore_button = button(restore, self.choose_backup, "quiet")
        self._back = button(translate("FirstRun", "Back"), self.back)
        self.next_button = button("", self.go_on, "primary")
        self.practice_button = button(translate("Practice", "Practice centre"), self.open_practice, "quiet")
        self.progress = ProgressStrip()
        foot = ButtonRow(self._other, self.restore_button, self.practice_button, self._back, self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(self._place)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)
        column.addWidget(foot)
        self.be_large(680, 560)

    def _connect(self) -> None:
        for form in self.forms:
            form.passed_end.connect(self.go_on)
        self.jobs.started.connect(self.progress.begin)
        self.jobs.progressed.connect(self.progress.advance)
        self.jobs.idle.connect(self.progress.end)
        self.progress.cancel_requested.connect(self.jobs.cancel)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.activated.connect(self.go_on)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error


def _centre_form() -> DraftForm[CentreDraft]:
    form = DraftForm(CentreDraft)
    form.add("name", translate("FirstRun", "Name of the centre"), TextField(), required=True)
    number: Field = TextField(translate("FirstRun", "such as 530114"))
    form.add(
        "number",
        translate("FirstRun", "Centre number"),
        number,
        required=True,
        help=translate("FirstRun", "Six digits, printed in every code. The district office assigns it."),
    )
    form.add("plan", translate("FirstRun", "Plan"), PickField(PLANS.shown), required=True)
    form.add(
        "district", translate("FirstRun", "District"), TextField(translate("FirstRun", "such as Chenggong District"))
    )
    form.set_values({"plan": "chenggong"})
    return form


def _director_form() -> DraftForm[CentreDraft]:
    form = DraftForm(CentreDraft)
    form.add("director", translate("FirstRun", "Director's name"), TextField(), required=True)
    help = translate("FirstRun", "At least {count} characters. Left empty, nobody has to sign in on this computer.")
    help = help.format(count=SHORTEST_PASSWORD)
    form.add("password", translate("FirstRun", "Password"), PasswordField(), help=help)
    form.add("again", translate("FirstRun", "Once more"), PasswordField())
    return form


def _backup_form() -> DraftForm[CentreDraft]:
    form = DraftForm(CentreDraft)
    help = translate(
        "FirstRun",
        "A second place, best on a stick or another disk. Each day and at each end a copy is put there. "
        "May stay empty for now.",
    )
    form.add("backup_folder", translate("FirstRun", "Backup folder"), FolderField(), help=help)
    return form


def _scrolling(form: DraftForm[CentreDraft]) -> Scrolled:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 8, 8, 0)
    column.addWidget(form)
    column.addStretch(1)
    return Scrolled(inner)
