"""Fields in which one chooses."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QListView, QWidget

from desktop.core.i18n import translate
from desktop.core.offering import fitting
from desktop.ui.forms.field import Field
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.look import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowRow

_BAR = 3
_PAD = Qt.KeyboardModifier.KeypadModifier
# What chooses the first word, the second …
_DIGITS = "1234567890"


def choice_list() -> QListView:
    """The list under a field from which one chooses."""
    view = QListView()
    view.setProperty("role", "choices")
    view.setUniformItemSizes(True)
    return view


class PickField(Field):
    """One of several words; typing part of it, its pinyin or its initials finds it.

    ``options`` maps codes to words. With ``free`` other words may be typed and are the value themselves; letters that
    sound like a word of the list are taken for it, as nobody means them for a name. Up to ten words without digits of
    their own also have the keys 1 to 9 and 0. A choice that is longer than the field is said whole beneath it.
    """

    def __init__(self, options: Mapping[str, str], free: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free = free
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMaxVisibleItems(12)
        # The longest word must not make the whole form wider than its panel.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(4)
        self.box.setView(choice_list())
        self._matches = QStringListModel(self)
        self._completer = QCompleter(self._matches, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(choice_list())
        self._completer.activated.connect(self._on_chosen)
        line = TypingLine()
        self.box.setLineEdit(line)
        self.box.setCompleter(self._completer)
        self.set_options(options)
        line.textEdited.connect(self._on_edited)
        line.editingFinished.connect(self._settle)
        self.box.activated.connect(lambda _index: self.changed.emit())
        self.box.currentTextChanged.connect(lambda _text: self._say_whole())
        self._set_editor(self.box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What did not fit may now, and the other way round."""
        super().resizeEvent(event)
        self._say_whole()

    def set_options(self, options: Mapping[str, str]) -> None:
        """Offer these words; what was chosen stays."""
        kept = self.box.currentText()
        self._options = dict(options)
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems(list(self._options.values()))
        self._write(kept)
        self.box.blockSignals(False)
        self._say_digits()

    def value(self) -> str:
        """The code of the chosen word; otherwise what was typed."""
        text = self.box.currentText().strip()
        return next((code for code, word in self._options.items() if word.strip() == text), text)

    def set_value(self, value: object) -> None:
        """Show the word of a code."""
        code = "" if value is None else str(value)
        self._write(self._options.get(code, code))

    def unfinished(self) -> str:
        """Nothing; but whoever saves without leaving the field means the word that Enter would take."""
        self._settle()
        return ""

    def _say_whole(self) -> None:
        line, text = self.box.lineEdit(), self.box.currentText()
        if line is not None:
            self.set_whole(text if line.fontMetrics().horizontalAdvance(text) > line.width() - 2 * _BAR else "")

    @property
    def _numbered(self) -> Sequence[str]:
        """The words that have a digit, in its order: none where a digit may be part of a word."""
        words = list(self._options.values())
        few = len(words) <= len(_DIGITS) and not any(char.isdigit() for word in words for char in word)
        return words if few else ()

    def _say_digits(self) -> None:
        line = self.box.lineEdit()
        if line is not None:
            told = zip(_DIGITS, self._numbered, strict=False)
            line.setPlaceholderText("  ".join(f"{digit} {word}" for digit, word in told))

    def _on_edited(self, typed: str) -> None:
        digit = unicodedata.normalize("NFKC", typed)
        if len(digit) == 1 and digit in _DIGITS[: len(self._numbered)]:
            self._on_chosen(self._numbered[_DIGITS.index(digit)])
            # The line is still busy with the key; the keyboard goes on once it is done.
            QTimer.singleShot(0, self, self.finished.emit)
            return
        found = self._fitting(typed)
        self._matches.setStringList(found)
        if found and typed.strip():
            self._completer.complete()
            if self._means_first(typed):
                self._mark_first()
        else:
            self._completer.popup().hide()
        self.changed.emit()

    def _mark_first(self) -> None:
        # Silently: a completer that hears of it writes the word into the line before the next letter is typed.
        popup = self._completer.popup()
        popup.selectionModel().blockSignals(True)
        popup.setCurrentIndex(self._matches.index(0))
        popup.selectionModel().blockSignals(False)
        popup.viewport().update()

    def _fitting(self, typed: str) -> list[str]:
        return fitting(list(self._options.values()), typed)

    def _write(self, word: str) -> None:
        # The arrow keys go on from the word that is shown, and not from none.
        self.box.setCurrentIndex(list(self._options.values()).index(word) if word in self._options.values() else -1)
        self.box.setEditText(word)

    def _on_chosen(self, word: str) -> None:
        self._write(word)
        self.changed.emit()

    def _settle(self) -> None:
        # What was typed is taken for the first word that it can mean, unless any word is allowed.
        text = self.box.currentText().strip()
        if not text or not self._means_first(text) or text in self._options.values():
            return
        found = self._fitting(text)
        if found:
            self._on_chosen(found[0])

    def _means_first(self, typed: str) -> bool:
        # What was typed stands for the first word found; where any word may be typed, only letters do.
        return not self._free or (typed.strip().isascii() and typed.strip().isalpha())

    def _enter_goes_on(self) -> bool:
        if self._completer.popup().isVisible() or self.box.view().isVisible():
            return False
        if super()._enter_goes_on():
            self._settle()
            return True
        return False


class _Segments(FlowRow):
    """The words side by side as far as there is room; a bar beneath them says that the keyboard is here."""

    def __init__(self) -> None:
        super().__init__(gap=0, one_line=True)
        self._flow.setContentsMargins(0, 0, 0, _BAR + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        if self.hasFocus():
            painter = QPainter(self)
            words = self.childrenRect()
            painter.fillRect(words.left() + 2, words.bottom() + 2, words.width() - 4, _BAR, theme.color("focus"))
            painter.end()


class SegmentField(Field):
    """One of a few words side by side; arrow keys move, the digits 1, 2, 3 … choose."""

    def __init__(self, options: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        holder = _Segments()
        holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        last = len(options) - 1
        for index, (code, word) in enumerate(options.items()):
            made = Button(word, "segment")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setProperty("place", _place(index, last))
            made.clicked.connect(lambda _on=False, code=code: self.choose(code))
            self._buttons[code] = made
            holder.add(made)
        self._set_editor(holder)

    def value(self) -> str:
        """The chosen code, or nothing."""
        return next((code for code, made in self._buttons.items() if made.isChecked()), "")

    def set_value(self, value: object) -> None:
        """Show a code as chosen."""
        for code, made in self._buttons.items():
            made.setChecked(code == value)
        self._describe()

    def kind_words(self) -> str:
        """The words between which one chooses."""
        return translate("SegmentField", " or ").join(made.text() for made in self._buttons.values())

    def set_word(self, code: str, word: str) -> None:
        """Give a choice another word, such as one with a number."""
        self._buttons[code].setText(word)

    def choose(self, code: str) -> None:
        """Choose as a click does."""
        self.set_value(code)
        self.changed.emit()

    def _chosen_words(self) -> str:
        return next((made.text() for made in self._buttons.values() if made.isChecked()), "")

    def _on_key(self, event: QKeyEvent) -> bool:
        codes = list(self._buttons)
        if event.text().isdigit() and 0 < int(event.text()) <= len(codes):
            self.choose(codes[int(event.text()) - 1])
            return True
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        at = codes.index(self.value()) if self.value() in codes else (-1 if step > 0 else len(codes))
        self.choose(codes[min(max(at + step, 0), len(codes) - 1)])
        return True


class YesNoField(Field):
    """Yes, no, or not known: True, False, None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = SegmentField({"yes": translate("YesNoField", "Yes"), "no": translate("YesNoField", "No")})
        self._choice.changed.connect(self.changed)
        self._choice.finished.connect(self.finished)
        self._set_editor(self._choice)

    def value(self) -> bool | None:
        """True, False, or None when not known."""
        return {"yes": True, "no": False}.get(self._choice.value())

    def set_value(self, value: object) -> None:
        """Show the answer."""
        self._choice.set_value("" if value is None else "yes" if value else "no")


class CheckRow(Field):
    """Several ticks; the value is a tuple of the ticked codes. The digits 1 to 9 and 0 tick the first ten."""

    def __init__(self, options: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = FlowRow(gap=6)
        self.boxes: dict[str, QCheckBox] = {}
        for code, word in options.items():
            box = QCheckBox(word)
            box.clicked.connect(lambda _on=False: self.changed.emit())
            self._listen_to(box)
            holder.add(box)
            self.boxes[code] = box
        self._set_editor(holder)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
            holder.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[str, ...]:
        """The ticked codes."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: object) -> None:
        """Tick these codes."""
        ticked = set(value) if isinstance(value, (list, tuple, set, frozenset)) else set()
        for code, box in self.boxes.items():
            box.setChecked(code in ticked)

    def _on_key(self, event: QKeyEvent) -> bool:
        digit, boxes = event.text(), list(self.boxes.values())
        if len(digit) != 1 or digit not in _DIGITS[: len(boxes)] or event.modifiers() & ~_PAD:
            return False
        box = boxes[_DIGITS.index(digit)]
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.click()
        return True


class CheckField(Field):
    """One tick: True or False."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.clicked.connect(lambda _on=False: self.changed.emit())
        self._set_editor(self.box)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))


def _place(index: int, last: int) -> str:
    if last == 0:
        return "only"
    return "first" if index == 0 else "last" if index == last else "middle"
