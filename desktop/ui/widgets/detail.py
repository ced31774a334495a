"""The panel at the right of a list: who or what is selected, the facts, and what one can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import ChipRow, ChipSpec
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.menus import OF_RECORD
from desktop.ui.widgets.strips import MessageStrip

Facts = Sequence[tuple[str, str]]
_FACTS_LEAST = 200


class _Facts(QScrollArea):
    def minimumSizeHint(self) -> QSize:
        """Who it is and the first facts stay in sight however many acts there are; the page scrolls instead."""
        return QSize(super().minimumSizeHint().width(), theme.px(_FACTS_LEAST))


class DetailPanel(Card):
    """Title, a line beneath it, chips, facts in two columns, notes, and buttons at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty(OF_RECORD, True)
        self.strip = MessageStrip()
        self._title = label(role="title", wrap=True)
        self._under = label(role="secondary", wrap=True)
        self._chips = ChipRow()
        self._note = MessageStrip()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self._keyed: dict[str, list[tuple[str, Button, Callable[[], object]]]] = {}
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._hint = label(translate("DetailPanel", "Choose a line to see more."), "secondary", wrap=True)
        self._shown = QWidget()
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._shown.hide()
        self._hint.show()

    def show_record(self, title: str, under: str = "", chips: Sequence[ChipSpec] = (), facts: Facts = ()) -> None:
        """Show a record; facts without words are left out."""
        self._title.setText(title)
        self._under.setText(under)
        self._under.setVisible(bool(under))
        self._chips.set_chips(chips)
        self._note.clear()
        self._show_facts(facts)
        self._hint.hide()
        self._shown.show()

    def show_note(self, text: str, tone: Tone = Tone.ATTENTION) -> None:
        """Say something about the record that must not be overlooked."""
        if text:
            self._note.say(text, tone)

    def add_button(
        self, text: str, slot: Callable[[], object], kind: str = "plain", icon: str = "", keys: str = ""
    ) -> Button:
        """Offer something to do with the record; ``keys`` stand on it, and are heard by the page that it stands in."""
        shown = translate("DetailPanel", "{text} ({keys})").format(text=text, keys=keys) if keys else text
        made = button(shown, slot, kind, icon)
        self._buttons.addWidget(made)
        if keys:
            self._keyed.setdefault(keys, []).append((text.rstrip("…"), made, slot))
        return made

    @property
    def keyed(self) -> dict[str, str]:
        """The keys of its acts, and what they do; acts that are never offered together may share one."""
        return {keys: " / ".join(words for words, _button, _slot in acts) for keys, acts in self._keyed.items()}

    def press(self, keys: str) -> None:
        """Do what a key stands for with the record shown, as far as that is offered; who may not is told who may."""
        shown = [(one, slot) for _words, one, slot in self._keyed[keys] if one.isVisibleTo(self)]
        offered = [one for one, _slot in shown if one.isEnabled()]
        refused = [slot for one, slot in shown if one.refused]
        if offered:
            offered[0].click()
        elif refused:
            # What it is refused with, it says itself.
            refused[0]()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        upper = QVBoxLayout(inner)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(10)
        for part in (self._title, self._under, self._chips):
            upper.addWidget(part)
        upper.addLayout(self._facts)
        upper.addWidget(self._note)
        upper.addStretch(1)
        scroll = _Facts()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        whole = QVBoxLayout(self._shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._buttons)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._shown, 1)
        self.body.addStretch(0)

    def _show_facts(self, facts: Facts) -> None:
        while self._facts.count():
            old = self._facts.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for line, (name, words) in enumerate((name, words) for name, words in facts if words):
            side = Qt.AlignmentFlag.AlignTop
            caption, value = label(name, "secondary"), label(words, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(caption, line, 0, side)
            self._facts.addWidget(value, line, 1)
