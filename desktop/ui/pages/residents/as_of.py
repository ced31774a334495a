"""截至某日: the register as it stood on a past day; it is only looked at, copied and written to a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.register import as_of
from desktop.services.register.as_of import AsOfQuery, AsOfRow
from desktop.ui.forms.captions import caption
from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform_job
from desktop.ui.pages import papers
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.columns import age_word, flags_cell, grade_word
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label


class AsOfView(PageView):
    """A day, and who was on the register that day; ``opened`` carries a resident's id."""

    opened = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("AsOf", "Register as of a day"))
        self._rows: dict[int, AsOfRow] = {}
        self._wanted = AsOfQuery()
        self._day: dt.date | None = None
        self.header.add_action(translate("AsOf", "Workbook (xlsx)…"), self.export, "export", "Ctrl+E")
        self.header.set_primary(translate("AsOf", "Show"), self.show_day, "search", "F5")
        self.day = DateField()
        self.day.setMaximumWidth(300)
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[AsOfRow] = RecordTable(
            translate("AsOf", "Register as of a day"), _columns(), self._load
        )
        title = translate("AsOf", "Type a day and press Enter")
        self.table.set_empty(
            title, translate("AsOf", "States, categories and grades are shown as of that day."), "calendar"
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(caption(translate("AsOf", "Day"), self.day), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(row)
        self.content.addWidget(self.table, 1)
        self.day.finished.connect(self.show_day)
        self.table.row_activated.connect(self.opened)
        self.table.left.connect(self.closed)
        self.table.set_keys(translate("RecordTable", "↑↓ choose   Enter open   Esc back"))

    def begin(self, wanted: AsOfQuery) -> None:
        """Ask for a day; whom the list shows is what the register's chips say."""
        self._wanted = wanted
        if self._day is None:
            self.day.set_value((clock.today().replace(day=1) - dt.timedelta(days=1)).isoformat())
        self.said.setText(_narrowed(wanted))

    def keys(self) -> tuple[Key, ...]:
        """Those of the buttons at the head, which hear them."""
        return (
            Key("F5", translate("AsOf", "Show")),
            Key("Ctrl+E", translate("AsOf", "Workbook (xlsx)…")),
        )

    def take_keyboard(self) -> None:
        """The day."""
        self.day.grab_keyboard()

    def show_day(self) -> None:
        """Find who was on the register that day, in the worker thread."""
        day = self.day.day()
        if day is None or day > clock.today():
            self.day.set_error(translate("AsOf", "A day that is not in the future, such as 1008 or 2026-09-30."))
            return
        self.day.set_error("")
        wanted = self._wanted
        title = translate("AsOf", "Looking the register up")
        perform_job(
            self.page, title, lambda _progress: as_of.register_as_of(day, wanted), lambda rows: self._show(day, rows)
        )

    def export(self) -> None:
        """Write what is shown to a workbook."""
        if self._day is None:
            return
        name = translate("AsOf", "Register as of {day}").format(day=self._day.isoformat())
        path = papers.ask_where(self, f"{name}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            ids = tuple(self.table.model.ids)
            papers.write_list(self.page, papers.ShownList(name, _columns(), ids, self._load), path)

    def _show(self, day: dt.date, rows: Sequence[AsOfRow]) -> None:
        self._day = day
        self._rows = {row.resident_id: row for row in rows}
        self.table.set_ids([row.resident_id for row in rows])
        words = translate("AsOf", "As of {day} · names and phones as they are known now")
        self.said.setText(
            "　".join(part for part in (words.format(day=day.isoformat()), _narrowed(self._wanted)) if part)
        )
        self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _load(self, ids: list[int]) -> Sequence[AsOfRow]:
        return [self._rows[one] for one in ids]


def _narrowed(wanted: AsOfQuery) -> str:
    words = (
        wanted.community,
        terms.FLAGS.shown.get(wanted.flag, wanted.flag),
        terms.GRADES.shown.get(wanted.grade, wanted.grade),
        terms.REGISTER_STATES.shown.get(wanted.state, ""),
        wanted.text,
    )
    return " · ".join(word for word in words if word)


def _columns() -> tuple[Column[AsOfRow], ...]:
    return (
        Column(translate("Residents", "Name"), lambda row: row.name, 96),
        Column(translate("Residents", "Sex"), lambda row: terms.SEXES.shown[row.sex], 60, spare=True),
        Column(translate("AsOf", "Age that day"), lambda row: age_word(row.age), 90, Align.RIGHT),
        Column(translate("Residents", "ID number"), lambda row: row.id_masked or "—", 168, spare=True),
        Column(translate("Residents", "Community"), lambda row: row.community, 104, stretch=True),
        Column(translate("AsOf", "Building, room"), lambda row: f"{row.building} {row.room}".strip(), 96, spare=True),
        Column(translate("Residents", "Categories"), lambda row: flags_cell(row.flags), 150, stretch=True),
        Column(translate("Residents", "Capability"), lambda row: grade_word(row.grade), 70),
        Column(translate("Residents", "State"), lambda row: terms.REGISTER_STATES.shown.get(row.state, row.state), 70),
        Column(translate("AsOf", "Since"), lambda row: row.since.isoformat() if row.since else "—", 110, spare=True),
    )
