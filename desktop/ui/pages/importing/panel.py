"""One row of a check: why, what it would change, who it may be, and a cell put right in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.dates import read_date
from desktop.core.i18n import translate
from desktop.core.person.identity import examine
from desktop.importing.book.headers import field_word
from desktop.importing.result import RowVerdict
from desktop.importing.staging import Spot
from desktop.importing.verdicts import FieldChange
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.pages.importing.rows import TONES, JudgedRows, verdict_words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import ChipRow, ChipSpec
from desktop.ui.widgets.labels import label

_ALIKE = frozenset({"similar_resident", "duplicate_resident", "other_name"})
_SAME_NUMBER = frozenset({"duplicate_resident", "other_name"})
MEANT_KEY = "F8"
_KNOWN_BY = ("id_number", "born_on")


class CellField(TextField):
    """The text of a cell; Esc gives it back as it was."""

    given_up = Signal()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return True
        return False


class RowPanel(Card):
    """``fixed`` carries a spot and its new text, ``unfixed`` a spot, ``recognised`` a row and a resident (0 new)."""

    fixed = Signal(object, str)
    unfixed = Signal(object)
    recognised = Signal(int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._row: RowVerdict | None = None
        self._rows: JudgedRows | None = None
        self._fixes: Mapping[Spot, str] = {}
        self._kept = ""
        self._title = label(role="section", wrap=True)
        self._chips = ChipRow()
        self._why = label(wrap=True)
        self._changes = QGridLayout()
        self._changes_title = label(translate("ImportWizard", "What would change"), "strong")
        self.place = PickField({})
        self.cell = CellField()
        self.fix_button = button(translate("ImportWizard", "Put right (Enter)"), self.apply)
        self.unfix_button = button(translate("ImportWizard", "As in the sheet"), self._take_back, "link")
        words = translate("ImportWizard", "Take the number that was probably meant ({key})")
        self.meant_button = button(words.format(key=MEANT_KEY), self.take_meant)
        self.same_button = button(translate("ImportWizard", "It is this person"), self._same, "plain")
        self.new_button = button(translate("ImportWizard", "It is somebody new"), self._new, "plain")
        self._fixing = QWidget()
        self._nothing = label(translate("ImportWizard", "Choose a row to see why."), "secondary", wrap=True)
        self._build()
        self._connect()

    def show_row(self, row: RowVerdict | None, rows: JudgedRows | None, fixes: Mapping[Spot, str]) -> None:
        """Show a row with what was put right in it so far."""
        self._row, self._rows, self._fixes = row, rows, fixes
        self._nothing.setVisible(row is None)
        for part in (self._title, self._chips, self._why, self._fixing):
            part.setVisible(row is not None)
        self._show_changes(row.changes if row is not None else ())
        alike = row is not None and bool(row.resident_id) and bool(_ALIKE.intersection(row.reasons))
        self.same_button.setVisible(alike)
        # Two people may share everything but a number.
        twice = row is not None and bool(_SAME_NUMBER.intersection(row.reasons))
        self.new_button.setVisible(alike and not (twice and bool(rows and row and rows.text(row, "id_number"))))
        if row is None or rows is None:
            self._kept = ""
            self.cell.set_value("")
            self.meant_button.hide()
            return
        words = translate("ImportWizard", "Line {line} {who}")
        self._title.setText(words.format(line=row.row, who=rows.who(row)))
        self._chips.set_chips([ChipSpec(verdict_words()[row.verdict], TONES[row.verdict])])
        self._why.setText(row.text or translate("ImportWizard", "Nothing to say against this row."))
        self.place.set_options(rows.places(row))
        self.place.set_value(rows.spoken_of(row))
        self._show_cell()
        self.meant_button.setVisible(bool(self._meant()))

    def begin(self) -> None:
        """Put the cell right that the reason speaks of."""
        if self._row is not None:
            self.cell.editor.setFocus()
            self.cell.line.selectAll()

    def take_meant(self) -> None:
        """F8: the one number that was probably meant goes into the cell, as in the form of a resident."""
        row, meant = self._row, self._meant()
        if row is None or not meant:
            return
        self.place.set_value("id_number")
        self._show_cell()
        self.cell.set_value(meant)
        self.apply()

    def keep_typed(self) -> None:
        """Take what was typed and not yet taken: nothing is lost by going to another row."""
        if self._row is not None and self.cell.value() != self._kept:
            self._tell()

    def apply(self) -> None:
        """Take the typed text and go back to the rows."""
        if self.cell.value() != self._kept:
            self._tell()
        self.left.emit()

    def _tell(self) -> None:
        spot, text = self._spot(), self.cell.value()
        if spot is None:
            return
        self._kept = text
        self.fixed.emit(spot, text)

    def _take_back(self) -> None:
        spot = self._spot()
        if spot is not None:
            self.unfixed.emit(spot)
        self.left.emit()

    def _give_up(self) -> None:
        self.cell.set_value(self._kept)
        self.left.emit()

    def _same(self) -> None:
        if self._row is not None and self._row.resident_id:
            self.recognised.emit(self._row.row, self._row.resident_id)
        self.left.emit()

    def _new(self) -> None:
        if self._row is not None:
            self.recognised.emit(self._row.row, 0)
        self.left.emit()

    def _spot(self) -> Spot | None:
        place = str(self.place.value())
        if self._row is None or self._rows is None or place not in self._rows.places(self._row):
            return None
        return Spot(self._row.sheet, self._row.row, place)

    def _meant(self) -> str:
        row, rows = self._row, self._rows
        if row is None or rows is None or _KNOWN_BY[0] not in rows.places(row):
            return ""
        number, born = (self._fixes.get(Spot(row.sheet, row.row, name), rows.text(row, name)) for name in _KNOWN_BY)
        found = examine(number, _day(born))
        return found.suggestions[0].number if len(found.suggestions) == 1 else ""

    def _show_cell(self) -> None:
        spot = self._spot()
        if spot is None or self._row is None or self._rows is None:
            return
        self._kept = self._fixes.get(spot, self._rows.cell(self._row, spot.field))
        self.cell.set_value(self._kept)
        self.unfix_button.setVisible(spot in self._fixes)

    def _on_place(self) -> None:
        if self._spot() is not None:
            self._show_cell()

    def _show_changes(self, changes: tuple[FieldChange, ...]) -> None:
        while self._changes.count():
            item = self._changes.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._changes_title.setVisible(bool(changes))
        for line, one in enumerate(changes):
            self._changes.addWidget(label(field_word(one.field, "residents"), "secondary"), line, 0)
            words = translate("ImportWizard", "{old} → {new}").format(old=one.old or "—", new=one.new or "—")
            self._changes.addWidget(label(words, wrap=True), line, 1)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        upper = QVBoxLayout(inner)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(8)
        self._changes.setColumnStretch(1, 1)
        self._changes.setHorizontalSpacing(12)
        for part in (self._nothing, self._title, self._chips, self._why, self._changes_title):
            upper.addWidget(part)
        upper.addLayout(self._changes)
        upper.addWidget(self.meant_button)
        upper.addWidget(self.same_button)
        upper.addWidget(self.new_button)
        upper.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # By Tab, so that what does not fit is read by keyboard.
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setAccessibleName(translate("ImportWizard", "What is said of the row"))
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        lower = QVBoxLayout(self._fixing)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(6)
        lower.addWidget(label(translate("ImportWizard", "Put a cell right"), "strong"))
        lower.addWidget(self.place)
        lower.addWidget(self.cell)
        row = QHBoxLayout()
        row.addWidget(self.fix_button)
        row.addWidget(self.unfix_button)
        row.addStretch(1)
        lower.addLayout(row)
        self.place.set_name(translate("ImportWizard", "Cell to put right"))
        self.cell.set_name(translate("ImportWizard", "What it should say"))
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._fixing)

    def _connect(self) -> None:
        self.cell.finished.connect(self.apply)
        self.cell.given_up.connect(self._give_up)
        self.place.changed.connect(self._on_place)
        self.place.finished.connect(self.begin)


def _day(text: str) -> dt.date | None:
    try:
        return read_date(text)
    except ValueError:
        return None
