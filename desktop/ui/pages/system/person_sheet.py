"""One of those who work here: what is known, certificates or posts, and what the director does with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.trade import Role
from desktop.services.people import certificates, listing, photos
from desktop.services.people.certificates import CertificateRow
from desktop.services.people.listing import WorkerRow
from desktop.services.people.posts import PostRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform
from desktop.ui.frame.pictures import show_kept
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import people_forms as forms
from desktop.ui.pages.system.people_words import (
    called,
    certificate_columns,
    post_columns,
    posts_words,
    units_words,
)
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_area import above_foot
from desktop.ui.widgets.turning import OpenPart

_CERTIFICATES, _POSTS = "certificates", "posts"


class PersonSheet(QWidget):
    """Facts above, certificates or posts below; ``closed`` says that one goes back to the list."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.row: WorkerRow | None = None
        self._certificates: dict[int, CertificateRow] = {}
        self._posts: dict[int, PostRow] = {}
        self._build()
        self._connect()

    def show_person(self, named_id: int) -> bool:
        """Show somebody; False when there is nobody of this id any more."""
        self.row = listing.worker(self.session.actor, named_id)
        if self.row is None:
            return False
        row, today = self.row, clock.today()
        found = certificates.certificates_of(self.session.actor, named_id)
        standing = {one.id for one in certificates.standing(found)}
        # What presses most stands first, what was renewed last.
        ordered = sorted(reversed(found), key=lambda one: (one.id not in standing, one.valid_to or dt.date.max))
        self._certificates = {one.id: one for one in ordered}
        self._posts = {one.id: one for one in reversed(row.posts)}
        self.certificates.set_columns(certificate_columns(today, {one.id: one.id not in standing for one in found}))
        self.certificates.set_ids(list(self._certificates))
        self.posts.set_ids(list(self._posts))
        for table in (self.certificates, self.posts):
            if table.current_id() is None and len(table.model.ids):
                table.select_id(table.model.ids[0])
        self._show_facts(row)
        self._show_current()
        return True

    def take_keyboard(self) -> None:
        """The table that is shown."""
        self._table().view.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> tuple[Key, ...]:
        """The sheet by keys."""
        return (
            Key("Esc", translate("People", "back to the list"), self.closed.emit),
            Key("F6", translate("People", "from certificates to posts, and back"), self.turn),
            Key("F2", translate("People", "name, phone, note"), self.change),
            Key("Ctrl+N", translate("People", "another certificate or post"), self.add),
            Key("F7", translate("People", "renew the certificate, or another post from a day on"), self.renew),
            Key("F8", translate("People", "void the certificate, or end the post"), self.end),
            Key("Ctrl+O", translate("People", "the picture of the certificate"), self.picture),
        )

    def turn(self) -> None:
        """From certificates to posts, or back."""
        self.part.choose(_CERTIFICATES if self._posts_shown else _POSTS)

    def change(self) -> SmallForm | None:
        """Put right who it is."""
        row = self._kept()
        return forms.ask_change(self, self.session.actor, row) if row else None

    def account(self) -> SmallForm | None:
        """Choose the account."""
        row = self._kept()
        return forms.ask_account(self, self.session.actor, row) if row else None

    def add(self) -> SmallForm | None:
        """One more certificate, or one more post."""
        row = self._kept()
        if row is None:
            return None
        if self._posts_shown:
            return forms.ask_post(self, self.session.actor, row)
        return forms.ask_certificate(self, self.session.actor, row)

    def renew(self) -> SmallForm | None:
        """Renew the certificate, or change the post from a day on."""
        row, actor = self._kept(), self.session.actor
        if row is None:
            return None
        if self._posts_shown:
            post = self.posts.current_row()
            return forms.ask_other_post(self, actor, row, post) if post else None
        one = self.certificates.current_row()
        return forms.ask_renewal(self, actor, row, one) if one else None

    def correct(self) -> SmallForm | None:
        """Put right what was written of the certificate."""
        one = self.certificates.current_row()
        return forms.ask_correction(self, self.session.actor, one) if one and self._kept() else None

    def end(self) -> SmallForm | None:
        """Void the certificate, or give the post its last day."""
        row, actor = self._kept(), self.session.actor
        if row is None:
            return None
        if self._posts_shown:
            post = self.posts.current_row()
            return forms.ask_end(self, actor, row, post) if post else None
        one = self.certificates.current_row()
        return forms.ask_void(self, actor, one) if one else None

    def picture(self) -> None:
        """Show the picture of the certificate; without one, choose it."""
        one = self.certificates.current_row()
        if one is None or self._posts_shown:
            return
        if one.photo:
            found = perform(self, lambda: photos.read(self.session.actor, one.id))
            if found is not None:
                show_kept(self, *found, called(one))
        else:
            self.choose_picture()

    def choose_picture(self) -> None:
        """Ask for the file of the picture."""
        if self._kept() is None or self.certificates.current_row() is None:
            return
        title = translate("People", "Choose the picture of the certificate")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "JPG PNG PDF (*.jpg *.jpeg *.png *.pdf)")
        if chosen:
            self.keep_picture(Path(chosen))

    def keep_picture(self, file: Path) -> None:
        """Keep a file as the picture of the certificate."""
        one = self.certificates.current_row()
        if one is not None:
            done = translate("People", "The picture is kept")
            perform(self, lambda: photos.keep(self.session.actor, one.id, file), Topic.SETTINGS, done)

    @property
    def _posts_shown(self) -> bool:
        return self.part.value() == _POSTS

    def _kept(self) -> WorkerRow | None:
        # Only the director keeps the list; everybody else looks.
        return self.row if self.session.actor.role == Role.DIRECTOR else None

    def _table(self) -> RecordTable[CertificateRow] | RecordTable[PostRow]:
        return self.posts if self._posts_shown else self.certificates

    def _build(self) -> None:
        today = clock.today()
        self._name = label(role="title", wrap=True)
        self._facts = label(role="secondary", wrap=True)
        self.part = SegmentField(
            {_CERTIFICATES: translate("People", "Certificates"), _POSTS: translate("People", "Posts")}
        )
        self.part.set_name(translate("People", "Certificates or posts"))
        self.part.set_value(_CERTIFICATES)
        self.certificates: RecordTable[CertificateRow] = RecordTable(
            translate("People", "Certificates"),
            certificate_columns(today, {}),
            lambda ids: [self._certificates[one] for one in ids],
        )
        self.certificates.set_empty(
            translate("People", "No certificate is on record"), translate("People", "Ctrl+N adds one."), "info"
        )
        self.certificates.set_keys(translate("People", "Enter correct   F7 renew   F6 posts   Esc back"))
        self.posts: RecordTable[PostRow] = RecordTable(
            translate("People", "Posts"), post_columns(today), lambda ids: [self._posts[one] for one in ids]
        )
        self.posts.set_empty(
            translate("People", "No post is on record"), translate("People", "Ctrl+N adds one."), "info"
        )
        self.posts.set_keys(translate("People", "F7 another post   F8 last day   F6 certificates   Esc back"))
        self._stack = OpenPart()
        self._stack.addWidget(self.certificates)
        self._stack.addWidget(self.posts)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._name, self._facts, self.part):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(above_foot(middle, self._built_buttons()))

    def _built_buttons(self) -> FlowRow:
        self.back_button = button(translate("People", "Back (Esc)"), self.closed.emit)
        self.account_button = button(translate("People", "Account…"), self.account)
        self.change_button = button(translate("People", "Edit… (F2)"), self.change)
        self.picture_button = button(translate("People", "Picture… (Ctrl+O)"), self.picture)
        self.other_picture_button = button(translate("People", "Another picture…"), self.choose_picture)
        self.end_button = button("", self.end, "danger")
        self.renew_button = button("", self.renew)
        self.add_button = button("", self.add, "primary", "add")
        self._directors: tuple[Button, ...] = (
            *(self.account_button, self.change_button, self.other_picture_button, self.end_button),
            *(self.renew_button, self.add_button),
        )
        row = FlowRow(gap=10)
        for one in (
            # The first ones stay in sight where the text is large.
            *(self.back_button, self.add_button, self.renew_button, self.end_button, self.change_button),
            *(self.account_button, self.picture_button, self.other_picture_button),
        ):
            row.add(one)
        return row

    def _connect(self) -> None:
        self.part.changed.connect(self._on_part)
        for table in (self.certificates, self.posts):
            table.left.connect(self.closed)
            table.current_changed.connect(lambda _now: self._show_current())
        self.certificates.row_activated.connect(lambda _one: self.correct())
        self.posts.row_activated.connect(lambda _one: self.renew())
        for shortcut in install(self, self.keys()):
            # When a box closes, the keyboard goes back to wherever it was before, which may be the list of sections.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _on_part(self) -> None:
        self._stack.setCurrentWidget(self._table())
        self._show_current()
        self.take_keyboard()

    def _show_facts(self, row: WorkerRow) -> None:
        self._name.setText(row.name)
        account = translate("People", "account {name}").format(name=row.account) if row.account else ""
        resident = translate("People", "on the register: {name}").format(name=row.resident) if row.resident else ""
        parts = (posts_words(row), units_words(row), row.phone, account, resident, row.note)
        self._facts.setText(" · ".join(part for part in parts if part))

    def _show_current(self) -> None:
        posts, keeps = self._posts_shown, self.session.actor.role == Role.DIRECTOR
        one, chosen = self.certificates.current_row(), self._table().current_row()
        for made in self._directors:
            made.setVisible(keeps)
        words = {
            self.add_button: (translate("People", "Add a post… (Ctrl+N)"), translate("People", "Add one… (Ctrl+N)")),
            self.renew_button: (translate("People", "Another post… (F7)"), translate("People", "Renew… (F7)")),
            self.end_button: (translate("People", "Last day… (F8)"), translate("People", "Void… (F8)")),
        }
        for made, (of_post, of_certificate) in words.items():
            made.setText(of_post if posts else of_certificate)
        for made in (self.renew_button, self.end_button):
            made.setEnabled(chosen is not None)
        has_picture = one is not None and bool(one.photo)
        self.picture_button.setVisible(not posts and (keeps or has_picture))
        self.picture_button.setEnabled(one is not None)
        self.other_picture_button.setVisible(not posts and keeps and has_picture)
