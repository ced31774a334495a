"""Third step of an import: every row with its verdict; cells are put right and residents recognised here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.answers import Verdict, WorkbookKind
from desktop.core.i18n import translate
from desktop.importing.options import REPLACE, UNION
from desktop.importing.questions import WorkerAnswer
from desktop.importing.result import RowVerdict
from desktop.importing.staging import Spot
from desktop.ui.forms.choice_fields import CheckField, SegmentField
from desktop.ui.forms.text_fields import DateField
from desktop.ui.look.icons import TONE_ICONS
from desktop.ui.pages.importing.panel import RowPanel
from desktop.ui.pages.importing.rows import TONES, VERDICT_ORDER, JudgedRows, verdict_words
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.pages.importing.workers import WorkerCard
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning

_PANEL, _TABLE_LEAST = 300, 460
# The chip of all rows, whatever became of them.
_ALL = ""


class CheckStep(QWidget):
    """Chips that filter, rows, the chosen row at the right; ``chosen`` says that an option changed."""

    chosen = Signal()
    report_wanted = Signal()
    left = Signal()

    def __init__(self, may_register: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = ImportWork()
        self.workers = WorkerCard(may_register)
        self._rows: JudgedRows | None = None
        self._verdict = _ALL
        self._row_shown: int | None = None
        self.chips: dict[str, Button] = {one: self._chip(one) for one in (_ALL, *VERDICT_ORDER)}
        self.update_existing = CheckField(translate("ImportWizard", "Bring residents on record up to date"))
        self.flags = SegmentField(
            {
                UNION: translate("ImportWizard", "keep their categories"),
                REPLACE: translate("ImportWizard", "end those not named"),
            }
        )
        self._day_label = label(translate("ImportWizard", "Changes hold from (empty: today)"))
        self.holds_from = DateField()
        self.pending = label(role="strong", wrap=True)
        self.table: RecordTable[RowVerdict] = RecordTable(
            translate("ImportWizard", "Rows of the sheet"), self._columns(), self._load
        )
        self.panel = RowPanel()
        self.report_button = button(
            translate("ImportWizard", "Verdicts as a workbook…"), self.report_wanted.emit, "plain", "export"
        )
        self._build()
        self._connect()

    def show_work(self, work: ImportWork) -> None:
        """Show a check; filter and current row stay where they can."""
        self._work = work
        rows = work.judged.rows if work.judged is not None else None
        fresh = rows is not self._rows
        self._rows = rows
        residents = work.kind == WorkbookKind.RESIDENTS
        self.update_existing.setVisible(residents)
        self.update_existing.set_value(work.update_existing)
        self.flags.setVisible(residents and work.update_existing)
        self.flags.set_value(work.flags)
        self._show_day(residents and work.update_existing)
        self.holds_from.set_value(work.holds_from)
        self._show_pending()
        questions = work.judged.checked.result.questions if work.judged is not None else []
        self.workers.show_questions(questions, work.workers)
        if fresh:
            columns = self._columns()
            self.table.set_columns(columns if rows is not None and rows.several_sheets else columns[:-1])
            self._show_chips()
            if self._verdict and (rows is None or not rows.count(self._verdict)):
                self._verdict = _ALL
            self._list()
        else:
            self.table.reload()
            self._show_current()

    def take_keyboard(self) -> None:
        """To the rows."""
        self.table.view.setFocus()

    def keep_typed(self) -> None:
        """Take a cell that is still being typed."""
        self.panel.keep_typed()

    def filter_by(self, verdict: str) -> None:
        """List the rows with this verdict, all for none."""
        self.keep_typed()
        self._verdict = verdict
        self._list()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(FlowRow(*self.chips.values()))
        column.addWidget(self.workers)
        choices = FlowRow(self.update_existing, self.flags, self._day_label, self.holds_from, gap=12, one_line=True)
        line = Turning(12)
        line.add(choices)
        line.add(self.pending, 1)
        line.add(self.report_button)
        column.addWidget(line)
        body = Turning(14)
        body.add(self.table, 1, least=_TABLE_LEAST)
        body.add(self.panel, 0, _PANEL)
        column.addWidget(body, 1)
        self.update_existing.set_name(translate("ImportWizard", "Bring residents on record up to date"))
        self.flags.set_name(translate("ImportWizard", "Categories of residents on record"))
        self.holds_from.set_name(translate("ImportWizard", "Changes hold from (empty: today)"))
        self.table.set_keys(translate("ImportWizard", "↑↓ choose   Enter put right   Esc back"))
        self.table.set_empty(
            translate("ImportWizard", "No such rows"),
            translate("ImportWizard", "Choose another verdict above."),
            "check",
        )

    def _connect(self) -> None:
        self.table.current_changed.connect(lambda _id: self._on_current())
        self.table.row_activated.connect(lambda _id: self.panel.begin())
        self.table.left.connect(self.left)
        self.panel.left.connect(self.take_keyboard)
        self.panel.fixed.connect(self._on_fixed)
        self.panel.unfixed.connect(self._on_unfixed)
        self.panel.recognised.connect(self._on_recognised)
        self.workers.answered.connect(self._on_worker)
        self.update_existing.changed.connect(self._on_update)
        self.flags.changed.connect(self._on_flags)
        self.holds_from.changed.connect(self._on_day)

    def _chip(self, verdict: str) -> Button:
        made = Button("", "filter", TONE_ICONS[TONES[Verdict(verdict)]] if verdict else "")
        made.setCheckable(True)
        made.clicked.connect(lambda: self.filter_by(verdict))
        return made

    def _show_chips(self) -> None:
        words = {_ALL: translate("ImportWizard", "All"), **verdict_words()}
        for verdict, made in self.chips.items():
            count = self._rows.count(verdict) if self._rows is not None else 0
            made.setText(
                translate("ImportWizard", "{verdict} {count}").format(verdict=words[verdict], count=f"{count:,}")
            )
            made.setVisible(bool(count) or verdict == _ALL)

    def _list(self) -> None:
        for verdict, made in self.chips.items():
            made.setChecked(verdict == self._verdict)
        self._row_shown = None
        self.table.set_ids(self._rows.ids(self._verdict) if self._rows is not None else [])
        if self.table.current_id() is None and self.table.model.ids:
            self.table.select_id(self.table.model.ids[0])
        self._show_current()

    def _on_current(self) -> None:
        if self.table.current_id() != self._row_shown:
            self.keep_typed()
            self._show_current()

    def _show_current(self) -> None:
        self._row_shown = self.table.current_id()
        self.panel.show_row(self.table.current_row(), self._rows, self._work.fixes)

    def _on_fixed(self, spot: Spot, text: str) -> None:
        self._work.fixes[spot] = text
        self._changed()

    def _on_unfixed(self, spot: Spot) -> None:
        self._work.fixes.pop(spot, None)
        self._changed()
        self._show_current()

    def _on_recognised(self, row: int, resident_id: int) -> None:
        self._work.identities[row] = resident_id
        self._changed()

    def _on_worker(self, name: str, answer: WorkerAnswer) -> None:
        self._work.workers[name] = answer
        self._changed()
        judged = self._work.judged
        self.workers.show_questions(judged.checked.result.questions if judged is not None else [], self._work.workers)

    def _on_update(self) -> None:
        self._work.update_existing = self.update_existing.value()
        self.flags.setVisible(self._work.update_existing)
        self._show_day(self._work.update_existing)
        self._changed()

    def _show_day(self, shown: bool) -> None:
        self._day_label.setVisible(shown)
        self.holds_from.setVisible(shown)

    def _on_day(self) -> None:
        self._work.holds_from = str(self.holds_from.value()).strip()
        self._changed()

    def _on_flags(self) -> None:
        self._work.flags = str(self.flags.value())
        self._changed()

    def _changed(self) -> None:
        self.table.reload()
        self._show_pending()
        self.chosen.emit()

    def _show_pending(self) -> None:
        count = self._work.put_right
        words = ""
        if self._work.stale:
            words = translate("ImportWizard", "Changed since the check; check again with F5.")
        elif count:
            words = translate("ImportWizard", "{count} put right by hand").format(count=count)
        self.pending.setText(words)

    def _load(self, ids: list[int]) -> list[RowVerdict]:
        return self._rows.load(ids) if self._rows is not None else []

    def _columns(self) -> tuple[Column[RowVerdict], ...]:
        return (
            Column(translate("ImportWizard", "Line"), lambda row: str(row.row), 64, Align.RIGHT),
            Column(translate("ImportWizard", "Verdict"), self._verdict_of, 132),
            Column(translate("ImportWizard", "Who or what"), self._who, 96),
            Column(translate("ImportWizard", "Why"), self._why, 150, stretch=True),
            Column(translate("ImportWizard", "ID number"), self._number, 176, spare=True),
            Column(translate("ImportWizard", "Sheet"), lambda row: row.sheet, 96, spare=True),
        )

    def _verdict_of(self, row: RowVerdict) -> Chips:
        chips = [ChipSpec(verdict_words()[row.verdict], TONES[row.verdict])]
        if row.row in self._work.identities or any(
            (one.sheet, one.row) == (row.sheet, row.row) for one in self._work.fixes
        ):
            chips.insert(0, ChipSpec(translate("ImportWizard", "put right")))
        return Chips(tuple(chips))

    def _who(self, row: RowVerdict) -> str:
        return self._rows.who(row) if self._rows is not None else ""

    def _number(self, row: RowVerdict) -> str:
        return self._rows.number_masked(row) if self._rows is not None else ""

    def _why(self, row: RowVerdict) -> str:
        if row.changes:
            from desktop.importing.book.headers import field_word

            names = "、".join(field_word(one.field, "residents") for one in row.changes)
            return translate("ImportWizard", "Changes: {fields}").format(fields=names)
        return row.text or "—"
