"""Buttons that follow the theme, icons included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.ui.look import icons, theme
from desktop.ui.widgets.asking import Row, asked_of, refusal, row_of, who_sits_at

_ICON_SIZE, _ICON_GAP = 18, 4
_ICON_TOKENS = {"primary": "on_accent", "danger": "danger", "quiet": "accent", "link": "accent", "toast": "card"}


class Button(QPushButton):
    """A push button; ``kind`` is plain, primary, danger, quiet, link, filter, segment, status or toast."""

    def __init__(self, text: str, kind: str = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kind, self._icon = kind, icon
        self.asks: Action | None = None
        self._row: Callable[[], Row] | None = None
        # What the page says of it; why whoever sits here may not do it, and what stood there before.
        self._offered, self.refused, self._tips = True, "", ("", "")
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard where it was; Tab reaches every button.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self._dress()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon of the program."""
        self._icon = icon
        self._dress()

    def with_shortcut(self, keys: str) -> Button:
        """Let a key press the button; the tool tip and the accessible description name it."""
        self.setShortcut(QKeySequence(keys))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(translate("Button", "{text} ({keys})").format(text=self.text(), keys=shown))
        return self

    def ask(self, action: Action | None, row: Callable[[], Row] | None = None) -> Button:
        """Name the act that it asks for: who may not do it finds it grey, and its tip says who may.

        ``row`` gives the row that it is about, where some may do it with own rows only; see ``judge``.
        """
        self.asks, self._row = action, row
        return self

    def judge(self) -> None:
        """Another row is chosen, or somebody else's now: whoever sits here is asked for anew."""
        if self.asks is not None:
            self._judge(self.asks)

    def setEnabled(self, offered: bool) -> None:
        """Grey it or not; for who may not do its act it stays grey."""
        self._offered = offered
        super().setEnabled(offered and not self.refused)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever sits here is asked for anew: the director may have said something else since."""
        super().showEvent(event)
        self.judge()

    def minimumSizeHint(self) -> QSize:
        """A button is never squeezed: its word would be cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when text size or scheme change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _judge(self, action: Action) -> None:
        actor = who_sits_at(self)
        words = "" if actor is None else refusal(actor, action, self._row() if self._row is not None else None)
        if words == self.refused:
            return
        if not self.refused:
            self._tips = self.toolTip(), self.accessibleDescription()
        self.refused = words
        super().setEnabled(self._offered and not words)
        tip, description = (words, words) if words else self._tips
        self.setToolTip(tip)
        self.setAccessibleDescription(description)

    def _dress(self) -> None:
        if self._icon:
            gap = theme.px(_ICON_GAP) if self.text() else 0
            self.setIconSize(QSize(theme.px(_ICON_SIZE) + gap, theme.px(_ICON_SIZE)))
            self.setIcon(icons.icon(self._icon, _ICON_TOKENS.get(self._kind, "ink"), _ICON_SIZE, gap))
        else:
            self.setIcon(QIcon())


def judge_anew(place: QWidget) -> None:
    """Another row is chosen in a place: its acts that are about the row are judged anew."""
    for one in place.findChildren(Button):
        one.judge()


def button(text: str, slot: Callable[[], object], kind: str = "plain", icon: str = "") -> Button:
    """A button that calls ``slot``."""
    made = Button(text, kind, icon).ask(asked_of(slot), row_of(slot))
    made.clicked.connect(lambda: slot())
    return made


def icon_button(icon: str, name: str, slot: Callable[[], object]) -> Button:
    """A quiet button with an icon only; its name is the tool tip and what a screen reader says."""
    made = Button("", "quiet", icon)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.clicked.connect(lambda: slot())
    return made
