"""What happened with one person, and who changed what about them: two tables that read on as one goes down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.core.words.records import record_word, why_written
from desktop.services.residents import history as resident_history
from desktop.services.residents import timeline
from desktop.services.residents.history import HistoryLine
from desktop.services.residents.timeline import TimelineEntry
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.perform import reading
from desktop.ui.look import theme
from desktop.ui.tables.wordy import WordyTable

PAGE = 40
Lines = Sequence[tuple[str, ...]]


class PastTable(WordyTable):
    """Lines of the past, the newest first; the end of the list loads older ones. ``opened`` carries a line."""

    opened = Signal(int)

    def __init__(self, name: str, heads: Sequence[str], widths: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(name, len(heads), parent)
        self._widths = tuple(widths)
        self.resident_id: int | None = None
        self.whole = True
        self.setHorizontalHeaderLabels(list(heads))
        head = self.horizontalHeader()
        head.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_of(self, resident_id: int) -> None:
        """Begin with the newest lines of a resident."""
        self.resident_id, self.whole = resident_id, False
        self.setRowCount(0)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, theme.px(width))
        self.read_on()

    def read_on(self) -> None:
        """Load older lines, when there are any."""
        if not self.whole and self.resident_id is not None:
            reading(self, self._read_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the way down reads on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentCell(0 if event.key() == Qt.Key.Key_Home else self.rowCount() - 1, 0)
        if event.key() != Qt.Key.Key_Home and self.currentRow() >= self.rowCount() - 2:
            self.read_on()
        super().keyPressEvent(event)

    def next_lines(self) -> Lines:
        """The words of the next ``PAGE`` lines."""
        raise NotImplementedError

    def _read_on(self) -> None:
        lines = self.next_lines()
        self.whole = len(lines) < PAGE
        start = self.rowCount()
        self.setRowCount(start + len(lines))
        for at, words in enumerate(lines, start):
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(at, column, item)

    def _on_scrolled(self, value: int) -> None:
        if value and value >= self.verticalScrollBar().maximum():
            self.read_on()


class TimelineTable(PastTable):
    """Visits, services, meals, stays, states, flags, grades and cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heads = (
            translate("ResidentCard", "Day"),
            translate("ResidentCard", "What"),
            translate("ResidentCard", "In words"),
        )
        super().__init__(translate("ResidentCard", "Timeline"), heads, (116, 92), parent)
        self.entries: list[TimelineEntry] = []

    def show_of(self, resident_id: int) -> None:
        """Begin with the newest."""
        self.entries = []
        super().show_of(resident_id)

    def next_lines(self) -> Lines:
        """From the timeline."""
        assert self.resident_id is not None
        before = self.entries[-1].mark if self.entries else None
        found = timeline.timeline(self.resident_id, PAGE, before)
        self.entries += found
        return [(_when(one), record_word(one.kind), " · ".join(one.words)) for one in found]


class HistoryTable(PastTable):
    """Who changed what, when and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heads = (
            translate("ResidentCard", "When"),
            translate("ResidentCard", "Who"),
            translate("ResidentCard", "What and why"),
        )
        super().__init__(translate("ResidentCard", "Change history"), heads, (122, 74), parent)
        self._last: int | None = None

    def show_of(self, resident_id: int) -> None:
        """Begin with the newest."""
        self._last = None
        super().show_of(resident_id)

    def next_lines(self) -> Lines:
        """From the change log."""
        assert self.resident_id is not None
        found = resident_history.history(self.resident_id, PAGE, self._last)
        self._last = found[-1].id if found else self._last
        return [(one.at[:10] + "\n" + one.at[11:16], one.who, history_words(one)) for one in found]


def history_words(line: HistoryLine) -> str:
    """One write in words: what, field by field, and the reason."""
    parts = [f"{line.what} {line.done}"]
    for field in line.fields:
        if field.before and field.after:
            parts.append(f"{field.label}：{field.before} → {field.after}")
        elif field.before:
            parts.append(
                translate("ResidentCard", "{field}: {value} taken out").format(field=field.label, value=field.before)
            )
        elif field.after:
            parts.append(f"{field.label}：{field.after}")
    reason = why_written(line.reason) if line.reason else ""
    if reason:
        parts.append(translate("ResidentCard", "Reason: {reason}").format(reason=reason))
    return parts[0] + ("\n" + "；".join(parts[1:]) if parts[1:] else "")


def _when(entry: TimelineEntry) -> str:
    if entry.day is None:
        return translate("ResidentCard", "before any record")
    return month_text(Month.of(entry.day)) if entry.day_only_month else day_text(entry.day)
