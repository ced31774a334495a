"""The month's route sheets: printed again, brought back row by row, with their signed scans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action, Thing
from desktop.core.i18n import translate
from desktop.services.visits import attachments, route_sheets
from desktop.services.visits.route_sheets import Sheet
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Texts, ask_for, reason
from desktop.ui.pages.detail_keys import PAPER_KEY, VOID_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.visits import paper_making
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.asking import Row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel


def _standing(sheet: Sheet) -> Chips:
    if sheet.recorded == len(sheet.rows):
        return Chips((ChipSpec(translate("Paper", "complete"), Tone.OK),))
    if sheet.recorded:
        return Chips((ChipSpec(translate("Paper", "partly recorded"), Tone.ATTENTION),))
    return Chips((ChipSpec(translate("Paper", "not back yet")),))


def _listing() -> Listing[Sheet]:
    columns: tuple[Column[Sheet], ...] = (
        Column(translate("Paper", "Day of the walk"), lambda sheet: day_text(sheet.day), 120),
        Column(translate("Paper", "Who walks"), lambda sheet: sheet.visitor, 110, stretch=True),
        Column(translate("Paper", "People"), lambda sheet: str(len(sheet.rows)), 80, Align.RIGHT),
        Column(translate("Paper", "Recorded"), lambda sheet: str(sheet.recorded), 80, Align.RIGHT),
        Column(translate("Paper", "State"), _standing, 150),
    )
    return Listing(
        key="route-sheet",
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=translate("Paper", "visitor, or a name on the sheet"),
        with_month=True,
        of=Thing.ROUTE_SHEET,
        empty=(
            translate("Paper", "No route sheet in this month"),
            translate("Paper", "Choose people on the due board and press R."),
        ),
    )


def _rows_of(page: PaperSheets) -> Row:
    """Its rows are all for whom it was given to: one of them is asked about."""
    sheet = page.table.current_row()
    return (Thing.ROUTE_ROW, sheet.rows[0].id) if sheet is not None and sheet.rows else None


class PaperSheets(RecordsPage[Sheet, None]):
    """The sheets of a month; Enter brings one back. ``rows_requested`` carries a sheet's id, or None for any."""

    topics = Topic.VISITS | Topic.MONTHS
    rows_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._sheets: dict[int, Sheet] = {}
        self._scan_button: Button | None = None
        super().__init__(session, _listing(), parent)
        self.header.set_primary(
            translate("Paper", "Record paper rows"), lambda: self.rows_requested.emit(None), "scan", "Ctrl+N"
        ).ask(Action.RECORD_VISIT)

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The month's sheets."""
        assert wanted.month is not None
        self._sheets = {sheet.id: sheet for sheet in route_sheets.sheets(wanted.month)}
        text = wanted.text
        return [
            one
            for one, sheet in self._sheets.items()
            if text in sheet.visitor or any(text in row.name for row in sheet.rows)
        ]

    def load_rows(self, ids: list[int]) -> Sequence[Sheet]:
        """Sheets that were read last."""
        return [self._sheets[one] for one in ids]

    def open_record(self, record_id: int) -> None:
        """Enter brings the sheet back."""
        self.table.select_id(record_id)
        self._record()

    def make_detail(self) -> DetailPanel:
        """The sheet, its paper, its scans."""
        panel = DetailPanel()
        panel.add_button(translate("Paper", "Record its rows (Enter)"), self._record, "primary", "scan")
        panel.add_button(translate("Paper", "Preview and print"), self._preview, "plain", "print", PAPER_KEY)
        panel.add_button(translate("Paper", "Attach the signed scan…"), self._attach, "plain", "import", "F2")
        self._scan_button = panel.add_button(
            translate("Paper", "Show the scan"), self._show_scan, "plain", "search", "F11"
        )
        panel.add_button(translate("Visits", "Void…"), self._void, "quiet", keys=VOID_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: Sheet) -> None:
        """How far it is, and what is kept of the paper."""
        kept = attachments.attachments_of("sheet", row.id)
        scans = "\n".join(f"{one.kind.upper()} {one.added_at[:16]}" for one in kept)
        names = "、".join(one.name for one in row.rows[:8])
        facts = (
            (translate("Paper", "People"), str(len(row.rows))),
            (translate("Paper", "Recorded"), str(row.recorded)),
            (translate("Paper", "Names"), names + (" …" if len(row.rows) > 8 else "")),
            (translate("Paper", "Signed scans"), scans or translate("Paper", "none yet")),
        )
        detail.show_record(day_text(row.day), row.visitor, _standing(row).chips, facts)
        if self._scan_button is not None:
            self._scan_button.setVisible(bool(kept))

    @asks(Action.RECORD_VISIT, _rows_of)
    def _record(self) -> None:
        self.rows_requested.emit(self.table.current_id())

    def _preview(self) -> None:
        row = self.table.current_row()
        if row is not None:
            paper_making.preview_sheet(self, row)

    @asks(Action.ATTACH)
    def _attach(self) -> None:
        current = self.table.current_id()
        if current is not None:
            paper_making.ask_attachment(self, "sheet", current)

    def _show_scan(self) -> None:
        current = self.table.current_id()
        kept = attachments.attachments_of("sheet", current) if current is not None else []
        if kept:
            paper_making.show_attachment(self, kept[-1])

    @asks(Action.VOID_SHEET, RecordsPage.chosen)
    def _void(self) -> None:
        current = self.table.current_row()
        if current is None:
            return
        act = Act(
            translate("Paper", "Void the sheet of {day}?").format(day=day_text(current.day)),
            translate("Visits", "Void"),
            Texts(reason()),
            lambda typed: route_sheets.void(self.session.actor, current.id, typed["reason"]),
            Topic.VISITS,
            translate("Paper", "The sheet is void; its visits stay."),
            about=current.id,
        )
        ask_for(self, act)
