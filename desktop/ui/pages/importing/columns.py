"""Second step of an import: what each column of the sheet is read as."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.importing.book.headers import Table
from desktop.importing.book.inspection import column_number
from desktop.importing.staging import Column as SheetColumn
from desktop.ui.forms.choice_fields import CheckField, PickField, SegmentField
from desktop.ui.look.theme import Tone
from desktop.ui.pages.importing.preview import SheetPreview
from desktop.ui.pages.importing.rows import shown
from desktop.ui.pages.importing.words import how_words
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning

_AUTO, _NONE = "auto", "none"
_HEAD_ROWS = 15
_PANEL, _TABLE_LEAST = 280, 400


class ColumnsStep(QWidget):
    """Preview above, columns below, the chosen column at the right.

    ``mapped`` carries table, column and field, ``header_chosen`` a row or None.
    """

    mapped = Signal(object, object, str)
    header_chosen = Signal(object)
    forgotten = Signal()
    remember_chosen = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = ImportWork()
        self._columns: dict[int, SheetColumn] = {}
        self._fields: dict[str, str] = {}
        self._at = 0
        self.preview = SheetPreview()
        self.tables = SegmentField({})
        self._tables_shown: tuple[str, ...] = ()
        self._places = QHBoxLayout()
        self.head_row = PickField({})
        self.head_row.box.setMinimumContentsLength(8)
        self.source = label(role="secondary", wrap=True)
        self.forget_button = button(translate("ImportWizard", "Do not use it"), self.forgotten.emit, "link")
        self.table: RecordTable[SheetColumn] = RecordTable(
            translate("ImportWizard", "Columns of the sheet"), self._table_columns(), self._load
        )
        self.pick = PickField({})
        self.remember = CheckField(translate("ImportWizard", "Remember this for the same headings"))
        self._title = label(role="section", wrap=True)
        self._samples = label(role="secondary", wrap=True)
        self._panel = Card()
        self._build()
        self._connect()

    @property
    def shown_table(self) -> Table | None:
        """The table whose columns are listed; None when no headings were found."""
        tables = self._work.proposal.tables if self._work.proposal is not None else ()
        return tables[min(self._at, len(tables) - 1)] if tables else None

    def show_work(self, work: ImportWork) -> None:
        """Show how the file would be read; the current column stays."""
        self._work = work
        table = self.shown_table
        listed = [one for one in work.columns_of(table) if one.how != "day"]
        self._fields = work.fields_of(table)
        self._columns = {column_number(one.letter): one for one in listed}
        self._show_tables()
        self._show_preview(table)
        self._show_source(table)
        self.table.set_ids(list(self._columns))
        self._show_current()

    def take_keyboard(self) -> None:
        """To the list of columns."""
        self.table.view.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        said, heads = QWidget(), QWidget()
        for part, parts in (
            (said, (self._places, self.source)),
            (heads, (self.forget_button, label(translate("ImportWizard", "Headings in")), self.head_row)),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            for one in parts:
                row.addLayout(one) if isinstance(one, QLayout) else row.addWidget(
                    one, int(one is not self.forget_button)
                )
        line = Turning(12)
        line.add(said, 1)
        line.add(heads)
        column.addWidget(line)
        card = Card()
        card.body.setContentsMargins(6, 4, 6, 4)
        card.body.addWidget(self.preview)
        column.addWidget(card)
        body = Turning(14)
        body.add(self.table, 1, least=_TABLE_LEAST)
        for part in (self._title, self._samples):
            self._panel.body.addWidget(part)
        self._panel.body.addWidget(label(translate("ImportWizard", "is read as"), "secondary"))
        self._panel.body.addWidget(self.pick)
        self._panel.body.addStretch(1)
        self._panel.body.addWidget(self.remember)
        body.add(self._panel, 0, _PANEL)
        column.addWidget(body, 1)
        self.table.set_keys(translate("ImportWizard", "↑↓ choose   Enter say what it is   Esc back"))
        self.table.set_empty(
            translate("ImportWizard", "The sheet is empty"), translate("ImportWizard", "Choose another sheet."), "table"
        )
        self.pick.set_name(translate("ImportWizard", "is read as"))
        self.head_row.set_name(translate("ImportWizard", "Headings in"))

    def _connect(self) -> None:
        self.table.row_activated.connect(lambda _id: self._begin())
        self.table.current_changed.connect(lambda _id: self._show_current())
        self.table.left.connect(self.left)
        self.pick.finished.connect(self._on_picked)
        self.pick.box.activated.connect(lambda _index: self._on_picked())
        self.head_row.box.activated.connect(lambda _index: self._on_head_row())
        self.head_row.finished.connect(self._on_head_row)
        self.remember.changed.connect(lambda: self.remember_chosen.emit(self.remember.value()))

    def _begin(self) -> None:
        self.pick.editor.setFocus()
        line = self.pick.box.lineEdit()
        if line is not None:
            line.selectAll()

    def _on_picked(self) -> None:
        column = self._current()
        code = str(self.pick.value())
        if column is None:
            return
        if code and code != _NONE and code not in self._fields:
            self.pick.set_error(translate("ImportWizard", "There is no such field. Choose one from the list."))
            return
        self.pick.set_error("")
        name = "" if code == _NONE else code
        if name != column.field:
            self.mapped.emit(self.shown_table, column, name)
        self.table.view.setFocus()

    def _on_head_row(self) -> None:
        code = str(self.head_row.value())
        wanted = None if code == _AUTO or not code.isdigit() else int(code)
        if wanted != self._work.header_row:
            self.header_chosen.emit(wanted)

    def _current(self) -> SheetColumn | None:
        return self.table.current_row()

    def _show_current(self) -> None:
        column = self._current()
        self.pick.setEnabled(column is not None)
        if column is None:
            self._title.setText(translate("ImportWizard", "Choose a column"))
            self._samples.setText("")
            self.pick.set_value("")
            return
        heading = f"“{column.heading}”" if column.heading else ""
        words = translate("ImportWizard", "Column {letter} {heading}")
        self._title.setText(words.format(letter=column.letter, heading=heading).strip())
        self._samples.setText("\n".join(shown(one) for one in column.samples))
        self.pick.set_error("")
        self.pick.set_value(column.field or _NONE)
        self.preview.show_column(column_number(column.letter) - 1)

    def _show_tables(self) -> None:
        tables = self._work.proposal.tables if self._work.proposal is not None else ()
        names = tuple(table.sheet.name for table in tables)
        if names != self._tables_shown:
            self._tables_shown, self._at = names, 0
            self._places.removeWidget(self.tables)
            self.tables.hide()
            self.tables.deleteLater()
            self.tables = SegmentField({str(at): name for at, name in enumerate(names)})
            self.tables.set_name(translate("ImportWizard", "Sheets to read"))
            self.tables.changed.connect(self._on_table)
            self._places.addWidget(self.tables)
        self.tables.set_value(str(self._at))
        self.tables.setVisible(len(names) > 1)
        none = translate("ImportWizard", "not read")
        self.pick.set_options({_NONE: none, **self._fields})

    def _on_table(self) -> None:
        self._at = int(str(self.tables.value()) or 0)
        self.table.set_ids([])
        self.show_work(self._work)

    def _show_preview(self, table: Table | None) -> None:
        work = self._work
        book = work.proposal.book if work.proposal is not None else work.book
        if book is None:
            return
        rows = [[shown(cell) for cell in row] for row in book.rows(work.sheet_of(table))]
        heads = range(0)
        words = {}
        if table is not None:
            heads = range(max(table.header_row - 1, 0), table.first)
            words = {one.column: self._fields.get(one.name, one.name) for one in table.fields}
        self.preview.show_rows(rows, heads, words)
        options = {_AUTO: translate("ImportWizard", "the line that is found")}
        options["0"] = translate("ImportWizard", "no line")
        line = translate("ImportWizard", "line {number}")
        options |= {str(at): line.format(number=at) for at in range(1, min(len(rows), _HEAD_ROWS) + 1)}
        self.head_row.set_options(options)
        self.head_row.set_value(_AUTO if work.header_row is None else str(work.header_row))

    def _show_source(self, table: Table | None) -> None:
        source = self._work.proposal.mapping_source if self._work.proposal is not None else ""
        words = {
            "remembered": translate("ImportWizard", "Read as it was chosen by hand for these headings before."),
            "hand": translate("ImportWizard", "Some columns were chosen by hand."),
        }
        found = translate("ImportWizard", "Every column that the program knows is read by its heading.")
        if table is None:
            found = translate("ImportWizard", "No headings were found: say for each column what it holds.")
        told = [words.get(source, found)]
        if table is not None and table.days:
            days = translate("ImportWizard", "{count} more columns are the days of the month")
            told.append(days.format(count=len(table.days)))
        self.source.setText(" ".join(told))
        self.forget_button.setVisible(source in words)
        self.remember.setVisible(source == "hand")
        self.remember.set_value(self._work.remember)

    def _load(self, ids: list[int]) -> list[SheetColumn]:
        return [self._columns[one] for one in ids]

    def _table_columns(self) -> tuple[Column[SheetColumn], ...]:
        return (
            Column(translate("ImportWizard", "Column"), lambda one: one.letter, 60),
            Column(translate("ImportWizard", "Heading"), lambda one: one.heading or "—", 150, stretch=True),
            Column(translate("ImportWizard", "Read as"), self._read_as, 150, stretch=True),
            Column(translate("ImportWizard", "How it was found"), lambda one: how_words().get(one.how, "—"), 130),
            Column(translate("ImportWizard", "First cells"), _samples, 150, stretch=True, spare=True),
        )

    def _read_as(self, one: SheetColumn) -> str | Chips:
        if one.field:
            tone = Tone.ATTENTION if one.how in {"prefix", "numbered", "stand_in"} else Tone.OK
            return Chips((ChipSpec(self._fields.get(one.field, one.field), tone),))
        return translate("ImportWizard", "not read")


def _samples(one: SheetColumn) -> str:
    return "、".join(shown(text) for text in one.samples)
