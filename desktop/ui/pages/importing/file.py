"""First step of an import: what is taken in, from which file and sheets, for which month."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.importing.kinds import KINDS
from desktop.ui.forms.choice_fields import CheckField, CheckRow, SegmentField
from desktop.ui.pages.importing.words import kind_words
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.month_picker import MonthPicker


class FileStep(QWidget):
    """Kind, file, sheets and month; each choice is told by a signal of its own."""

    file_wanted = Signal()
    blank_wanted = Signal()
    kind_chosen = Signal(str)
    sheets_chosen = Signal(object)
    month_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = SegmentField(kind_words())
        self.kind.set_name(translate("ImportWizard", "What it is"))
        self.choose_button = button(
            translate("ImportWizard", "Choose a file… (Ctrl+O)"), self.file_wanted.emit, "plain", "import"
        ).ask(Action.IMPORT)
        self.blank_button = button(
            translate("ImportWizard", "Blank workbook…"), self.blank_wanted.emit, "plain", "table"
        )
        self.file = label(role="strong", wrap=True)
        self.found = label(role="secondary", wrap=True)
        self.sheets = CheckRow({})
        self.month_given = CheckField(translate("ImportWizard", "The sheet does not say its month; take this one:"))
        self.month = MonthPicker()
        self._sheet_card = Card(translate("ImportWizard", "Sheets to read"))
        self._month_card = Card(translate("ImportWizard", "Month"))
        self._sheet_names: tuple[str, ...] = ()
        self._build()
        self._connect()

    def show_work(self, work: ImportWork) -> None:
        """Show what is chosen so far."""
        self.kind.set_value(work.kind)
        self.file.setText(work.path.name if work.path is not None else translate("ImportWizard", "No file yet"))
        self.found.setText(_found_words(work))
        self._show_sheets(work)
        missing = work.proposal is not None and "month" in work.proposal.missing
        self._month_card.setVisible(KINDS[work.kind].by_month)
        self.month_given.set_value(work.month is not None)
        self.month.setEnabled(work.month is not None)
        if work.month is not None:
            self.month.set_month(work.month)
        self.month_given.set_error(
            translate("ImportWizard", "Neither a title nor the name of the sheet tells the month.") if missing else ""
        )

    def take_keyboard(self) -> None:
        """To the file."""
        self.choose_button.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        card = Card(translate("ImportWizard", "What is taken in"))
        card.body.addWidget(self.kind)
        hint = translate(
            "ImportWizard",
            "Choose a workbook or drop it here: xlsx, xls, et, ods, or a text table (csv). Titles, totals and blank "
            "lines are skipped; nothing is written before you have looked at every row.",
        )
        card.body.addWidget(label(hint, "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choose_button)
        row.addWidget(self.blank_button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self.file)
        card.body.addWidget(self.found)
        column.addWidget(card)
        self._sheet_card.body.addWidget(self.sheets)
        column.addWidget(self._sheet_card)
        row = QHBoxLayout()
        row.addWidget(self.month_given)
        row.addWidget(self.month)
        row.addStretch(1)
        self._month_card.body.addLayout(row)
        column.addWidget(self._month_card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.kind.changed.connect(lambda: self.kind_chosen.emit(str(self.kind.value())))
        self.month_given.changed.connect(self._on_month)
        self.month.month_changed.connect(lambda _month: self._on_month())

    def _on_month(self) -> None:
        given = self.month_given.value()
        self.month.setEnabled(given)
        chosen: Month | None = self.month.month if given else None
        self.month_chosen.emit(chosen)

    def _show_sheets(self, work: ImportWork) -> None:
        names = work.book.sheets if work.book is not None else ()
        self._sheet_card.setVisible(len(names) > 1)
        if names != self._sheet_names:
            self._sheet_names = names
            layout = self._sheet_card.body
            layout.removeWidget(self.sheets)
            self.sheets.hide()
            self.sheets.deleteLater()
            self.sheets = CheckRow({name: name for name in names})
            self.sheets.changed.connect(lambda: self.sheets_chosen.emit(self.sheets.value()))
            layout.addWidget(self.sheets)
        tables = work.proposal.tables if work.proposal is not None else ()
        self.sheets.set_value(work.sheets or tuple(table.sheet.name for table in tables))


def _found_words(work: ImportWork) -> str:
    if work.proposal is None:
        return ""
    if not work.proposal.tables:
        return translate("ImportWizard", "No headings were found. Say in the next step what the columns hold.")
    words = translate("ImportWizard", "Sheet {sheet}: headings in line {line}, {count} rows below")
    parts = []
    for table in work.proposal.tables:
        count = f"{max(len(table.sheet.rows) - table.first, 0):,}"
        parts.append(words.format(sheet=table.sheet.name, line=table.header_row or "—", count=count))
    if work.proposal.unread:
        also = translate("ImportWizard", "Not ticked though alike: {sheets}")
        parts.append(also.format(sheets="、".join(work.proposal.unread)))
    return "\n".join(parts)
