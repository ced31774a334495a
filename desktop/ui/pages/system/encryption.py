"""Encryption of the data on this computer: offered, done with a sheet that was proved, and what still lies in clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.encryption_errors import PasswordFirst
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.storage_errors import DatabaseBusy
from desktop.core.words.encryption import plain_advice, plain_words
from desktop.services.centre import accounts, centres, sealed_files
from desktop.services.keeping import encryption, key_state, plain_copies
from desktop.services.keeping.encryption import Offer, Prepared
from desktop.services.keeping.key_state import KeyState
from desktop.services.keeping.plain_copies import PlainCopy
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import MemoField, PasswordField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import perform, perform_job, show_trouble, succeeds
from desktop.ui.frame.printing import Paper, preview_folder, show_paper
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label

# How many files are named in a line; a stick may hold thousands.
_NAMED = 3


class SheetBox(SmallForm):
    """What stands on the sheet, typed from the paper or scanned; it is written down nowhere."""

    keeps_typing = False


class EncryptionSection(SystemSection):
    """Whether the data are encrypted, and the ways from here; the director alone goes them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "EncryptionRoom",
            "Encrypted, whoever takes this computer or a backup away can read nothing without a password of somebody"
            " here or the recovery sheet. Work goes on as before.",
        )
        super().__init__(session, translate("EncryptionRoom", "Encryption"), about, parent)
        self.state = KeyState(False)
        self.state_line = label(role="section", wrap=True)
        self.facts = label(role="secondary", wrap=True)
        self.plain_line = label(wrap=True)
        self.advice = label(plain_advice(), "small", wrap=True)
        for part in (self.state_line, self.facts, self.plain_line, self.advice):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.decrypt_button = button(translate("EncryptionRoom", "Take it away…"), self.decrypt)
        self.sheet_button = button(translate("EncryptionRoom", "New recovery sheet…"), self.renew)
        self.replace_button = button(translate("EncryptionRoom", "Encrypt older copies"), self.replace)
        words = translate("EncryptionRoom", "Encrypt the data of this computer…")
        self.encrypt_button = button(words, self.encrypt, "primary")
        for one in (self.decrypt_button, self.sheet_button, self.replace_button, self.encrypt_button):
            self.buttons.add(one)

    def refresh(self) -> None:
        """Say how it stands; what lies in clear is looked for behind the window."""
        self.state = key_state.of(self.session.folder)
        encrypted = self.state.encrypted
        first = translate("EncryptionRoom", "The data are encrypted.")
        self.state_line.setText(first if encrypted else translate("EncryptionRoom", "The data are not encrypted."))
        words = translate("EncryptionRoom", "Opened by the password of {names}, or by the recovery sheet of {day}.")
        told = words.format(names="、".join(self.state.names), day=self.state.recovery_on)
        self.facts.setText(told if encrypted else _before())
        self.plain_line.setText("")
        self.advice.setVisible(encrypted)
        self.encrypt_button.setVisible(self.is_director and not encrypted)
        for one in (self.decrypt_button, self.sheet_button, self.replace_button):
            one.setVisible(self.is_director and encrypted)
        if encrypted:
            self.session.reads.read(
                self,
                lambda: plain_copies.found(self.session.folder),
                self._show_plain,
                lambda error: show_trouble(self, error),
            )

    @asks(Action.SEAL_STORE)
    def encrypt(self) -> SmallForm | None:
        """Own password, the sheet on paper, the sheet typed back; then everything is written anew."""
        if not self._may():
            return None

        def act(password: str, box: SmallForm) -> bool:
            made = perform(box, lambda: self._offered(password))
            if made is not None:
                self._print(made, lambda typed: self._convert(password, made, typed))
            return made is not None

        words = translate(
            "EncryptionRoom",
            "Your own password, then a recovery sheet is printed and typed back before anything happens.",
        )
        return self._ask_password(words, translate("EncryptionRoom", "Make the recovery sheet"), act)

    @asks(Action.SEAL_STORE)
    def decrypt(self) -> SmallForm | None:
        """The own password; then everything is written anew in clear."""
        if not self._may():
            return None

        def act(password: str, box: SmallForm) -> bool:
            if not succeeds(box, lambda: accounts.prove(self.session.actor, password)):
                return False
            perform_job(
                self,
                translate("EncryptionRoom", "Taking the encryption away"),
                lambda progress: encryption.prepare_plain(self.session.actor, password, progress),
                lambda prepared: self._take(prepared, self._told_plain),
            )
            return True

        words = translate("EncryptionRoom", "Whoever takes this computer away can read everything then.")
        return self._ask_password(words, translate("EncryptionRoom", "Take the encryption away"), act)

    @asks(Action.SEAL_STORE)
    def renew(self) -> None:
        """Another sheet, which takes the place of the one of before once it was typed back."""
        made = perform(self, lambda: encryption.offer(self.session.actor))
        if made is None:
            return
        words = translate("EncryptionRoom", "The recovery sheet of before opens nothing any more: destroy it.")

        def keep(typed: str) -> None:
            if succeeds(self, lambda: encryption.renew_sheet(self.session.actor, made, typed)):
                self.refresh()
                self.say(words, Tone.OK)

        self._print(made, keep)

    @asks(Action.SEAL_STORE)
    def replace(self) -> None:
        """Write what lies in clear anew, encrypted."""
        perform_job(
            self,
            translate("EncryptionRoom", "Encrypting older copies"),
            lambda progress: plain_copies.replace_all(self.session.actor, progress),
            self._show_plain,
        )

    def _may(self) -> bool:
        if self.session.jobs.busy:
            show_trouble(self, DatabaseBusy())
            return False
        if not accounts.has_password(self.session.actor):
            show_trouble(self, PasswordFirst())
            return False
        return True

    def _offered(self, password: str) -> Offer:
        encryption.check(self.session.actor, password)
        return encryption.offer(self.session.actor)

    def _ask_password(self, words: str, act_text: str, act: Callable[[str, SmallForm], bool]) -> SmallForm:
        form = Form()
        form.add("password", translate("EncryptionRoom", "Own password"), PasswordField(), required=True)
        box = SmallForm(words, form, act_text, lambda box: act(str(form.values()["password"]), box), self)
        box.begin()
        return box

    def _print(self, made: Offer, then: Callable[[str], object]) -> None:
        """The sheet as paper; once the preview is closed it is typed back."""
        # Printing loads slowly.
        from desktop.reports.forms import recovery_sheet
        from desktop.reports.forms.recovery_sheet import RecoverySheet, render_recovery_sheet

        centre, actor = centres.centre(), self.session.actor
        sheet = RecoverySheet(centre.name, centre.number, clock.today(), actor.name, made.groups)
        path = preview_folder(self) / "recovery-sheet.pdf"

        def make(_progress: Progress) -> Paper:
            make_folder(path.parent)
            written = render_recovery_sheet(sheet, path)
            encryption.note_sheet(actor)
            return Paper(written.path, recovery_sheet.TITLE, written.missing, _print_it())

        def show(paper: Paper) -> None:
            show_paper(self, paper).finished.connect(lambda _code: self.prove_sheet(made, then))

        perform_job(self, translate("EncryptionRoom", "Making the recovery sheet"), make, show)

    def prove_sheet(self, made: Offer, then: Callable[[str], object]) -> SmallForm:
        """What stands on the paper is typed or scanned; ``then`` is given it once it opens what it has to."""
        form = Form()
        form.add("groups", translate("KeyDialog", "24 groups"), MemoField(4), required=True)

        def act(box: SmallForm) -> bool:
            typed = str(form.values()["groups"])
            if not succeeds(box, lambda: encryption.prove(made, typed)):
                return False
            then(typed)
            return True

        words = translate(
            "EncryptionRoom", "Type the groups from the printed sheet, or scan its code: it has to be legible."
        )
        box = SheetBox(words, form, translate("EncryptionRoom", "It is legible: go on"), act, self)
        box.begin()
        return box

    def _convert(self, password: str, made: Offer, typed: str) -> None:
        perform_job(
            self,
            translate("EncryptionRoom", "Encrypting the data"),
            lambda progress: encryption.prepare(self.session.actor, password, made, typed, progress),
            lambda prepared: self._take(prepared, self._seal_files),
        )

    def _take(self, prepared: Prepared, then: Callable[[], object]) -> None:
        # The file can be moved only while nobody reads it.
        self.session.reads.rest()
        if succeeds(self, lambda: encryption.take(self.session.actor, prepared), Topic.BACKUPS):
            then()

    def _seal_files(self) -> None:
        perform_job(
            self,
            translate("EncryptionRoom", "Encrypting photographs and scans"),
            lambda progress: sealed_files.seal_left(self.session.folder, progress),
            lambda _count: self._told_sealed(),
        )

    def _told_sealed(self) -> None:
        self.refresh()
        words = translate(
            "EncryptionRoom", "The data are encrypted. Lock the sheet away from this computer; see to the copies below."
        )
        self.say(words, Tone.OK)

    def _told_plain(self) -> None:
        self.refresh()
        self.say(translate("EncryptionRoom", "The data are not encrypted any more."), Tone.OK)

    def _show_plain(self, found: list[PlainCopy]) -> None:
        counted = Counter(one.kind for one in found)
        lines = [
            translate("EncryptionRoom", "{count} × {what}, such as {files}").format(
                count=count,
                what=plain_words(kind),
                files="、".join([one.path.name for one in found if one.kind == kind][:_NAMED]),
            )
            for kind, count in counted.items()
        ]
        first = translate("EncryptionRoom", "Still in clear:")
        none = translate("EncryptionRoom", "Nothing that the program knows of lies in clear.")
        self.plain_line.setText("\n".join([first, *lines]) if lines else none)
        self.replace_button.setEnabled(bool(lines))


def _before() -> str:
    return translate(
        "EncryptionRoom",
        "It takes a printer, a quarter of an hour and a safe place for one sheet of paper. A backup is made first; it"
        " can be cancelled, and everything stays as it is until the last step.",
    )


def _print_it() -> str:
    return translate(
        "EncryptionRoom",
        "Print it now (Ctrl+P), then close this: the file goes, and the groups are asked from the paper.",
    )
