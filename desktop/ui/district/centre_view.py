"""一个中心: its accepted files, and beside them the records of the chosen file that cannot be right."""

from __future__ import annotations

from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.district import ROW_REFUSALS
from desktop.core.words.receipts import part_word
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.proving import kept
from desktop.sync.format import FULL, PARTS
from desktop.sync.receipt import RefusedRow
from desktop.ui.district.centre_figures_view import CentreFiguresView
from desktop.ui.district.file_words import file_columns
from desktop.ui.district.office import Office
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import reading, show_trouble
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.turning import Turning

_TABLES = {part.kind: part.table for part in PARTS}


class CentreView(PageView):
    """What a centre handed in; Enter opens its figures of the chosen month."""

    def __init__(self, page: ViewsPage, office: Office, number: str, name: str) -> None:
        super().__init__(page, f"{number} {name}")
        self.room, self.office, self.number, self.name = page, office, number, name
        self._files: list[Accepted] = []
        self._refused: list[RefusedRow] = []
        self.files: RecordTable[Accepted] = RecordTable(
            translate("DistrictCentre", "Files that stand"), file_columns(), lambda ids: [self._files[at] for at in ids]
        )
        self.refused: RecordTable[RefusedRow] = RecordTable(
            translate("DistrictCentre", "Records that cannot be right"),
            _columns(),
            lambda ids: [self._refused[at] for at in ids],
        )
        both = Turning()
        both.add(self.files, 3, least=520)
        both.add(self.refused, 2, least=360)
        self.content.addWidget(both, 1)
        self.content.addWidget(
            FlowRow(
                button(translate("DistrictCentre", "Figures of the month (Enter)"), self.open_figures, icon="reports")
            )
        )
        self.files.set_keys(translate("DistrictCentre", "↑↓ choose   Enter figures   Tab refused records   Esc back"))
        self.refused.set_keys(translate("DistrictCentre", "Esc back to the files"))
        self.files.row_activated.connect(lambda _at: self.open_figures())
        self.files.current_changed.connect(lambda _at: self._read_refused())
        self.files.left.connect(self.closed)
        self.refused.left.connect(self.files.take_keyboard)
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """Heard by the list."""
        return (Key("Enter", translate("DistrictCentre", "the figures of the chosen month")),)

    def take_keyboard(self) -> None:
        """The files."""
        self.files.take_keyboard()

    def refresh(self) -> None:
        """What stands now."""
        reading(self, self._show_files)

    def open_figures(self) -> None:
        """The figures of the centre in the month of the chosen file; of a file of everything, in the month chosen."""
        chosen = self.files.current_row()
        month = self.office.month if chosen is None or chosen.period == FULL else Month.parse(chosen.period)
        self.room.lay(CentreFiguresView(self.room, self.office, self.number, month))

    def _show_files(self) -> None:
        self._files = list(reversed(self.office.ask(lambda desk: desk.catalogue.all_accepted(self.number))))
        self.files.set_empty(translate("DistrictCentre", "Nothing came from this centre yet"), "", "import")
        self.files.set_ids(range(len(self._files)))
        at = next((at for at, one in enumerate(self._files) if one.period == str(self.office.month)), 0)
        if self._files and not self.files.select_id(at):
            return
        self._read_refused()

    def _read_refused(self) -> None:
        chosen = self.files.current_row()
        if chosen is None:
            self._show_refused(())
            return
        self.refused.set_empty(translate("RecordsPage", "Reading…"), "", "info")
        self.refused.set_ids(())
        self.session.reads.read(self, lambda: self._rows_of(chosen), self._show_refused, self._failed)

    def _rows_of(self, row: Accepted) -> tuple[RefusedRow, ...]:
        def read(desk: Desk) -> tuple[RefusedRow, ...]:
            with kept(desk, row) as found:
                return found.refused

        return self.office.ask(read)

    def _show_refused(self, rows: tuple[RefusedRow, ...]) -> None:
        self._refused = list(rows)
        self.refused.set_empty(translate("DistrictCentre", "No record of this file is refused"), "", "check")
        self.refused.set_ids(range(len(rows)))

    def _failed(self, error: ShizhuError) -> None:
        self.refused.set_empty(translate("Page", "This could not be read."), "", "warning")
        show_trouble(self, error)


def _columns() -> tuple[Column[RefusedRow], ...]:
    return (
        Column(translate("DistrictCentre", "Record"), lambda one: part_word(_TABLES.get(one.part, one.part)), 110),
        Column(
            translate("DistrictCentre", "What is wrong"), lambda one: ROW_REFUSALS.shown[one.reason], 180, stretch=True
        ),
        Column(translate("DistrictCentre", "Which"), lambda one: one.uid[-12:], 130, spare=True),
    )
