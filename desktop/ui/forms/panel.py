"""The panel around a form: title, scrolling, save, save and next, close without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.form import Form
from desktop.ui.forms.kept import KeptTyping
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import Button, button, icon_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip

Save = Callable[[], bool]


class FormPanel(Card):
    """A form at the right of a page, or in a dialog.

    ``save`` stores what is entered and returns whether it did. ``saved`` follows a save, ``next_requested`` one with
    Ctrl+Enter (then fill the form with an empty draft), ``closed`` the end. Ctrl+S saves, Esc closes.
    """

    saved = Signal()
    next_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        title: str,
        form: Form,
        save: Save,
        draft_path: Path | None = None,
        with_next: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.form = form
        self._save = save
        self.strip = MessageStrip()
        self._asked_at: QWidget | None = None
        self._kept = KeptTyping(draft_path, form, self.strip, self) if draft_path else None
        self.keeper = self._kept.keeper if self._kept else None
        self.title_label = label(title, "section", wrap=True)
        self.save_button = Button(translate("FormPanel", "Save"), "primary", "save")
        self.next_button = Button(translate("FormPanel", "Save and next"))
        self._build()
        # Only now that it has a parent: shown before, it would be a window of its own.
        self.next_button.setVisible(with_next)
        self._connect(with_next)

    def set_title(self, title: str) -> None:
        """Name what is being entered."""
        self.title_label.setText(title)

    def begin(self) -> None:
        """Show the form from its top; what an earlier run left unsaved is offered."""
        self.strip.clear()
        self.form.clear_errors()
        self._scroll.verticalScrollBar().setValue(0)
        self.form.focus_first()
        if self._kept:
            self._kept.begin()

    def take_keyboard(self) -> None:
        """Where one types: in the first field."""
        self.form.focus_first()

    def show_errors(self, errors: list[FieldError]) -> None:
        """Errors beside their fields; those without a field here stand in the strip."""
        homeless = self.form.set_errors(errors)
        if homeless:
            self.strip.say(" ".join(field_sentence(error) for error in homeless), Tone.DANGER)

    def save(self) -> bool:
        """Save; stays open when something keeps it from being saved."""
        if not self.form.all_finished() or not self._save():
            return False
        self.strip.clear()
        self.form.clear_errors()
        self.form.mark_clean()
        if self.keeper:
            self.keeper.discard()
        self.saved.emit()
        return True

    def save_and_next(self) -> None:
        """Save and ask for an empty form."""
        if self.save():
            self.next_requested.emit()
            self.form.focus_first()

    def try_close(self) -> bool:
        """Close, unless something typed is not saved: then the strip asks what to do, and asked again goes back."""
        if not self.form.is_dirty():
            self.give_up()
            return True
        if self._asked_at is not None and not self.strip.isHidden():
            self._keep_editing()
            return False
        now = QApplication.focusWidget()
        self._asked_at = now if now is not None and self.form.isAncestorOf(now) else self.form
        self.strip.say(
            translate("FormPanel", "What was typed is not saved yet."),
            Tone.ATTENTION,
            {
                translate("FormPanel", "Save"): self._save_and_close,
                translate("FormPanel", "Discard"): self.give_up,
            },
        )
        self.strip.take_keyboard()
        return False

    def give_up(self) -> None:
        """Close without saving; what was typed now goes, what an earlier run left stays until it is answered."""
        if self.keeper:
            self.keeper.discard()
        self._asked_at = None
        self.strip.clear()
        self.form.mark_clean()
        self.closed.emit()

    def _build(self) -> None:
        self.body.setContentsMargins(20, 12, 12, 14)
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(icon_button("close", translate("FormPanel", "Close (Esc)"), self.try_close))
        self.body.addLayout(head)
        self.body.addWidget(self.strip)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = Scrolled(inner)
        self.body.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addWidget(button(translate("FormPanel", "Close"), self.try_close, "quiet"))
        foot.addWidget(ButtonRow(self.next_button, self.save_button), 1)
        self.body.addLayout(foot)

    def _connect(self, with_next: bool) -> None:
        self.save_button.clicked.connect(lambda: self.save())
        self.next_button.clicked.connect(lambda: self.save_and_next())
        self.save_button.setToolTip(translate("FormPanel", "Ctrl+S"))
        self.next_button.setToolTip(translate("FormPanel", "Ctrl+Enter"))
        self.form.passed_end.connect(lambda: self.save_button.setFocus(Qt.FocusReason.TabFocusReason))
        self.form.moved_to.connect(self._scroll_to)
        _key(self, "Ctrl+S", self.save)
        _key(self, "Esc", self.try_close)
        _key(self, "Ctrl+B", self.bring_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            _key(self, keys, self.save_and_next if with_next else self.save)

    def _scroll_to(self, field: QWidget) -> None:
        # The layout first takes in what was said beneath the field, so that those words are seen too.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(field, 0, 16))

    def _keep_editing(self) -> None:
        place, self._asked_at = self._asked_at, None
        self.strip.clear()
        if place is self.form or place is None or not place.isVisible():
            self.form.focus_first()
        else:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_and_close(self) -> None:
        self._asked_at = None
        if self.save():
            self.closed.emit()

    def bring_back(self) -> None:
        """Show again what was typed earlier and not saved, as long as that is offered."""
        if self._kept:
            self._kept.bring_back()


def _key(owner: QWidget, keys: str, slot: Callable[[], object]) -> QObject:
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: slot())
    return shortcut
