"""十助登记表: many services typed row by row, and saved all at once.

The next row has all of the one above but for whom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft, UserError
from desktop.core.i18n import translate
from desktop.core.words.messages import field_sentence, sentence
from desktop.core.words.terms import PAYERS, SERVICE_TYPES
from desktop.core.work_errors import RowsRefused
from desktop.services.help_services import entering
from desktop.ui.forms.drafts import DraftKeeper
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.help_services.acts import told_doubts
from desktop.ui.pages.help_services.sheet_rows import CELL_OF, Cell, SheetRow, first_row, pasted
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.cell_grid import CellGrid, GridLine, Put
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

_DIGITS = "1234567890"
# So many lines of what there is to look at are told.
_TOLD = 5


class ServiceGrid(CellGrid):
    """Enter goes where the next keystroke belongs; a digit is a type, and goes on by itself."""

    def __init__(self, name: str, put: Put, rows: list[SheetRow], on: Callable[[int, Cell], None]) -> None:
        self._rows, self._on = rows, on
        super().__init__(name, put)
        self.horizontalHeader().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit where the type stands needs no Enter; a digit where several people fit chooses one."""
        index, typed = self.currentIndex(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if index.isValid() and plain and len(typed) == 1 and typed in _DIGITS:
            cell = Cell(index.column())
            choosing = cell is Cell.PERSON and self._rows[index.row()].choices
            if (cell is Cell.TYPE or choosing) and self.cells.setData(index, typed):
                self._go(1, 0)
                return
            if choosing:
                return
        super().keyPressEvent(event)

    def _go(self, down: int, right: int) -> None:
        index = self.currentIndex()
        if down != 1 or not index.isValid():
            super()._go(down, right)
        else:
            self._on(index.row(), Cell(index.column()))


class ServiceSheetView(PageView):
    """The rows that are typed; nothing of them counts until they are saved, all at once."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("ServiceSheet", "Many services"))
        self.rows: list[SheetRow] = [first_row()]
        self.said, self.hint = MessageStrip(), label(role="secondary", wrap=True)
        self.about = label(role="secondary", wrap=True)
        self.grid = ServiceGrid(translate("ServiceSheet", "Services, row by row"), self._put, self.rows, self._on_enter)
        self._keeper = DraftKeeper(self.session.draft_path("service-sheet"), self._kept, self)
        self._build()
        install(self, self.keys())
        self._take_up()
        self._show()
        self.grid.setCurrentIndex(self.grid.cells.index(len(self.rows) - 1, Cell.TYPE))

    def keys(self) -> tuple[Key, ...]:
        """How rows are typed, and what is done with them."""
        return (
            Key("Ctrl+S", translate("ServiceSheet", "save all rows in one act, or none"), self.save),
            Key("Ctrl+D", translate("ServiceSheet", "the cell as in the row above"), self.fill_down),
            Key("Ctrl+V", translate("ServiceSheet", "the rows that were copied in Excel or WPS"), self.paste),
            Key("Ctrl+Del", translate("ServiceSheet", "the row goes"), self.remove),
            Key("F8", translate("ServiceSheet", "the next cell that is wrong"), self.next_wrong),
            Key("Enter", translate("ServiceSheet", "on to the person, and from there to the next row")),
            Key("→", translate("ServiceSheet", "the next cell: worker, time, payer, fee, subsidy, content")),
            Key("1 … 9, 0", translate("ServiceSheet", "the type; or which of several people")),
        )

    def take_keyboard(self) -> None:
        """The cells."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """What is typed here is nobody else's."""

    @asks(Action.RECORD_SERVICE)
    def save(self) -> None:
        """All rows in one act; what is wrong is said in its cell, and then none is saved."""
        self._commit()
        begun = [at for at, row in enumerate(self.rows) if row.begun]
        if not begun:
            self.said.say(translate("ServiceSheet", "No row is typed yet."), Tone.ATTENTION)
            return
        if any(self.rows[at].refused for at in begun):
            self._say_wrong()
            return
        refused: list[RowsRefused] = []

        def call() -> list[int]:
            try:
                return entering.save_all(self.session.actor, [self.rows[at].draft() for at in begun])
            except RowsRefused as error:
                refused.append(error)
                raise

        words = translate("ServiceSheet", "{count} services are saved").format(count=len(begun))
        saved = perform(self, call, Topic.SERVICES, words)
        if saved is None:
            for wrong in refused:
                for at, error in wrong.rows.items():
                    self._mark(self.rows[begun[at]], error)
                self._say_wrong()
            return
        self._begin_anew(self.rows[begun[-1]])
        self._tell_doubts(saved)

    def fill_down(self) -> None:
        """The cell above."""
        index = self.grid.currentIndex()
        if index.isValid() and index.row() > 0:
            above = self.rows[index.row() - 1]
            self.grid.cells.setData(index, above.texts[index.column()])
            self._show()

    def paste(self) -> None:
        """Rows out of a spreadsheet, from the current row on; a row of defaults makes room."""
        text = QApplication.clipboard().text()
        lines = [line.split("\t") for line in text.splitlines() if line.strip()]
        if not lines:
            self.said.say(translate("ServiceSheet", "Nothing was copied."), Tone.ATTENTION)
            return
        index = self.grid.currentIndex()
        at = index.row() if index.isValid() else len(self.rows) - 1
        cell = Cell(index.column()) if index.isValid() else Cell.DAY
        above = self.rows[at]
        found = pasted(lines, cell, above)
        keep = at + 1 if above.begun else at
        self.rows[keep:keep] = found
        if self.rows[-1].begun:
            self.rows.append(self.rows[-1].following())
        self._show()
        self._keeper.note_change()
        words = translate("ServiceSheet", "{count} rows are pasted").format(count=len(found))
        self.said.say(words, Tone.OK)
        if any(row.refused for row in found):
            self._say_wrong()

    def remove(self) -> None:
        """The row goes; the last one stays as it began."""
        index = self.grid.currentIndex()
        if not index.isValid():
            return
        at = index.row()
        gone = self.rows.pop(at)
        if not self.rows:
            self.rows.append(gone.following())
        self._show()
        self.grid.setCurrentIndex(self.grid.cells.index(min(at, len(self.rows) - 1), index.column()))
        self._keeper.note_change()

    def next_wrong(self) -> None:
        """From the current cell on, and round."""
        index = self.grid.currentIndex()
        here = (index.row(), index.column()) if index.isValid() else (-1, 0)
        wrong = sorted((at, int(cell)) for at, row in enumerate(self.rows) for cell in row.refused)
        following = next((one for one in wrong if one > here), wrong[0] if wrong else None)
        if following is None:
            self.said.say(translate("ServiceSheet", "No cell is wrong."), Tone.OK)
            return
        self.grid.setCurrentIndex(self.grid.cells.index(*following))
        self.take_keyboard()

    def _put(self, at: int, column: int, typed: str) -> str:
        said = self.rows[at].put(Cell(column), typed)
        self.grid.cells.lines[at] = self._line(at)
        self._keeper.note_change()
        self._tell_cell(self.rows[at], Cell(column))
        return said

    def _on_enter(self, at: int, cell: Cell) -> None:
        row = self.rows[at]
        if cell in row.refused:
            return
        if cell < Cell.PERSON or not row.begun:
            self.grid.setCurrentIndex(self.grid.cells.index(at, Cell.PERSON))
            return
        if at == len(self.rows) - 1:
            self.rows.append(row.following())
            self._show()
        self.grid.setCurrentIndex(self.grid.cells.index(at + 1, Cell.TYPE))

    def _mark(self, row: SheetRow, error: UserError) -> None:
        if isinstance(error, InvalidDraft):
            for one in error.fields:
                row.refused[CELL_OF.get(one.name, Cell.PERSON)] = field_sentence(one)
        else:
            row.refused[Cell.PERSON] = sentence(error)

    def _say_wrong(self) -> None:
        self._show()
        rows = [(at, row) for at, row in enumerate(self.rows, 1) if row.refused]
        words = translate("ServiceSheet", "Nothing is saved yet; to put right (F8): {rows}")
        first = next(iter(rows[0][1].refused.values()))
        numbers = "、".join(str(at) for at, _row in rows)
        self.said.say(f"{words.format(rows=numbers)}　{first}", Tone.DANGER)
        self.grid.setCurrentIndex(self.grid.cells.index(0, 0))
        if not self.rows[0].refused.get(Cell.DAY):
            self.next_wrong()

    def _tell_doubts(self, saved: Sequence[int]) -> None:
        told = [found for one in saved if (found := told_doubts(one))]
        if told:
            words = translate("ServiceSheet", "{count} are saved; to look at: {doubts}")
            shown = "；".join(told[:_TOLD]) + ("…" if len(told) > _TOLD else "")
            self.said.say(words.format(count=len(saved), doubts=shown), Tone.ATTENTION)
        else:
            words = translate("ServiceSheet", "{count} services are saved").format(count=len(saved))
            self.said.say(words, Tone.OK)

    def _begin_anew(self, last: SheetRow) -> None:
        self.rows[:] = [last.following()]
        self._keeper.discard()
        self._show()
        self.grid.setCurrentIndex(self.grid.cells.index(0, Cell.TYPE))
        self.take_keyboard()

    def _commit(self) -> None:
        # What is being typed belongs to what is saved.
        self.take_keyboard()

    def _show(self) -> None:
        self.grid.cells.refused.clear()
        for at, row in enumerate(self.rows):
            for cell, said in row.refused.items():
                self.grid.cells.refused[at, int(cell)] = row.texts[cell], said
        self.grid.show_lines(_heads(), [self._line(at) for at in range(len(self.rows))])
        begun = sum(row.begun for row in self.rows)
        words = translate("ServiceSheet", "{count} rows typed, not saved yet")
        self.header.set_subtitle(words.format(count=begun) if begun else "")

    def _line(self, at: int) -> GridLine:
        return GridLine(at, str(at + 1), list(self.rows[at].texts))

    def _tell_at(self, at: int, column: int) -> None:
        if 0 <= at < len(self.rows):
            self._tell_cell(self.rows[at], Cell(column))

    def _tell_cell(self, row: SheetRow, cell: Cell) -> None:
        self.about.setText(row.refused.get(cell, ""))

    def _kept(self) -> dict[str, object]:
        begun = [row for row in self.rows if row.begun or row.refused]
        return {"rows": [[row.resident_id, *row.texts] for row in begun]} if begun else {}

    def _take_up(self) -> None:
        # Without a question: it is what was typed here last.
        self._keeper.set_aside()
        kept = self._keeper.found()
        found = kept.get("rows") if kept else None
        if not isinstance(found, list) or not found:
            return
        for resident_id, *texts in found:
            row = SheetRow([str(text) for text in texts][: len(Cell)], resident_id)
            if resident_id is None and row.begun:
                row.put(Cell.PERSON, row.texts[Cell.PERSON])
            self.rows.insert(len(self.rows) - 1, row)
        self.rows[-1] = self.rows[-2].following()
        # On disk as what is typed now, before the older file goes.
        self._keeper.keep_now()
        self._keeper.answered()
        words = translate("ServiceSheet", "{count} rows that were typed here earlier and not saved are back.")
        self.said.say(words.format(count=len(found)), Tone.ACCENT)

    def _build(self) -> None:
        self.header.set_primary(translate("ServiceSheet", "Save all (Ctrl+S)"), self.save, "save")
        types = "  ".join(f"{key} {word}" for key, word in zip(_DIGITS, SERVICE_TYPES.shown.values(), strict=False))
        payers = "  ".join(f"{key} {word}" for key, word in zip(_DIGITS, PAYERS.shown.values(), strict=False))
        hint = translate("ServiceSheet", "Type: {types}.  Payer: {payers}.  Person: initials, name, ID tail or card.")
        self.hint.setText(hint.format(types=types, payers=payers))
        self.content.addWidget(self.said)
        self.content.addWidget(self.hint)
        self.content.addWidget(self.about)
        self.content.addWidget(self.grid, 1)
        acts = (
            (translate("ServiceSheet", "As above (Ctrl+D)"), self.fill_down, ""),
            (translate("ServiceSheet", "Paste (Ctrl+V)"), self.paste, ""),
            (translate("ServiceSheet", "Remove the row (Ctrl+Del)"), self.remove, ""),
            (translate("ServiceSheet", "Next mistake (F8)"), self.next_wrong, ""),
        )
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in acts)))
        self.grid.left.connect(self.closed)
        self.grid.selectionModel().currentChanged.connect(lambda now, _before: self._tell_at(now.row(), now.column()))


def _heads() -> list[str]:
    return [
        translate("ServiceSheet", "Date"),
        translate("ServiceSheet", "Type"),
        translate("ServiceSheet", "Person"),
        translate("ServiceSheet", "Worker"),
        translate("ServiceSheet", "Time"),
        translate("ServiceSheet", "Payer"),
        translate("ServiceSheet", "Fee"),
        translate("ServiceSheet", "Subsidy"),
        translate("ServiceSheet", "Content"),
    ]
