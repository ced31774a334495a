"""标签纸: what labels can be printed on; the director adds the centre's own in millimetres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet, shipped_sheets
from desktop.core.printers import LabelKind
from desktop.services.centre import label_printers, label_sheets
from desktop.services.centre.label_sheets import OwnSheet
from desktop.services.writing import permissions
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.label_printing import LabelLayout, preview_test_page
from desktop.ui.pages.system import sheet_forms as forms
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.sheet_picture import SheetPicture
from desktop.ui.widgets.turning import Turning


@dataclass(frozen=True)
class _Row:
    """A sheet of the list; ``own`` is its record where it is the centre's."""

    sheet: LabelSheet
    own: OwnSheet | None = None


class LabelSheetsSection(SystemSection):
    """The sheets, the centre's own first, and beside them how the chosen one looks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "LabelSheets",
            "What bed labels and cards can be printed on. For other paper take a sheet like it and put its "
            "measures right: they stand on the package.",
        )
        super().__init__(session, translate("LabelSheets", "Label sheets"), about, parent)
        self._rows: dict[int, _Row] = {}
        self._build()
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    @property
    def may_keep(self) -> bool:
        """Whether the one who sits here may keep sheets."""
        return permissions.may(self.session.actor.role, Action.KEEP_LABEL_SHEET)

    def refresh(self) -> None:
        """List anew."""
        self._rows = {one.id: _Row(one.sheet, one) for one in label_sheets.own_sheets()}
        # Shipped ones have no record: they are numbered below nothing.
        self._rows |= {-at: _Row(one) for at, one in enumerate(shipped_sheets().values(), 1)}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        if self.table.current_row() is None:
            self.table.select_id(next(iter(self._rows)))
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The sheets by keys."""
        keep = (
            Key("Ctrl+N", translate("LabelSheets", "a sheet of your own"), self.add),
            Key("F7", translate("LabelSheets", "a sheet of your own that is like the chosen one"), self.copy),
            Key("F2", translate("LabelSheets", "put the chosen sheet of your own right"), self.change),
            Key("F8", translate("LabelSheets", "offer the chosen sheet of your own no more, or again"), self.toggle),
        )
        test = Key("Ctrl+T", translate("LabelSheets", "print a test page of the chosen sheet"), self.test_page)
        return (*(keep if self.may_keep else ()), test)

    @asks(Action.KEEP_LABEL_SHEET)
    def add(self) -> forms.SheetBox:
        """A sheet from nothing."""
        return forms.ask_new(self, self.session.actor, label_sheets.fresh(), self._choose)

    @asks(Action.KEEP_LABEL_SHEET)
    def copy(self) -> forms.SheetBox | None:
        """A sheet that begins as the chosen one is."""
        row = self.table.current_row()
        if row is None:
            return None
        return forms.ask_new(self, self.session.actor, label_sheets.copied(row.sheet), self._choose)

    @asks(Action.KEEP_LABEL_SHEET)
    def change(self) -> forms.SheetBox | None:
        """Put the chosen sheet right; a shipped one stays as it is."""
        row = self.table.current_row()
        if row is None or row.own is None:
            return None
        return forms.ask_change(self, self.session.actor, row.own, self._choose)

    @asks(Action.KEEP_LABEL_SHEET)
    def toggle(self) -> None:
        """Offer the chosen sheet no more, or again."""
        row = self.table.current_row()
        if row is None or row.own is None:
            return
        own, back = row.own, row.own.retired_on is not None
        words = translate("LabelSheets", "“{name}” is retired")
        if back:
            words = translate("LabelSheets", "“{name}” is offered again")
        succeeds(
            self,
            lambda: label_sheets.retire(self.session.actor, own.id, back),
            Topic.SETTINGS,
            words.format(name=own.name),
        )

    def test_page(self) -> None:
        """Show the chosen sheet's test page: crosses where the corners of the labels should be."""
        row = self.table.current_row()
        if row is None:
            return
        printer = label_printers.remembered(label_printers.last_used(LabelKind.BEDS))
        words = translate(
            "LabelSheets", "Print it on plain paper and lay it over a label sheet: the crosses are the labels' corners."
        )
        preview_test_page(self._room(), LabelLayout(LabelKind.BEDS, row.sheet, 1, printer), words)

    def _build(self) -> None:
        self.table: RecordTable[_Row] = RecordTable(
            translate("LabelSheets", "Label sheets"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.picture, self.told = SheetPicture(), label("", "secondary", wrap=True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        column.addWidget(self.told)
        both = Turning()
        both.add(self.table, 3, least=420)
        both.add(right, 2, least=220)
        self.content.addWidget(both, 1)
        keep: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("LabelSheets", "New… (Ctrl+N)"), self.add, "plain"),
            (translate("LabelSheets", "New like this… (F7)"), self.copy, "primary"),
            (translate("LabelSheets", "Edit… (F2)"), self.change, "plain"),
            (translate("LabelSheets", "Retire (F8)"), self.toggle, "plain"),
        )
        test = (translate("LabelSheets", "Test page (Ctrl+T)"), self.test_page, "plain")
        self.acts = {call: button(words, call, kind) for words, call, kind in (*(keep if self.may_keep else ()), test)}
        for made in self.acts.values():
            self.buttons.add(made)
        if self.may_keep:
            self.table.row_activated.connect(lambda _one: self.change())
        self.table.current_changed.connect(lambda _now: self._show_current())

    def _room(self) -> Page:
        """The page that the section stands in: papers are shown over it."""
        place = self.parentWidget()
        while not isinstance(place, Page):
            assert place is not None, "a section stands in a page"
            place = place.parentWidget()
        return place

    def _choose(self, sheet_id: int) -> None:
        self.refresh()
        self.table.select_id(sheet_id)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        row = self.table.current_row()
        self.picture.set_sheet(row.sheet if row is not None else None)
        self.told.setText(forms.measures(row.sheet) if row is not None else "")
        for call in (self.change, self.toggle):
            if call in self.acts:
                self.acts[call].setEnabled(row is not None and row.own is not None)


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column(translate("LabelSheets", "Sheet"), lambda row: row.sheet.shown, 180, stretch=True),
        Column(translate("LabelSheets", "Labels"), _grid, 80),
        Column(translate("LabelSheets", "Offered"), _offered, 160),
    )


def _grid(row: _Row) -> str:
    return f"{row.sheet.columns}×{row.sheet.rows}"


def _offered(row: _Row) -> str:
    if row.own is None:
        return translate("LabelSheets", "shipped")
    if row.own.retired_on is None:
        return translate("LabelSheets", "own")
    return translate("LabelSheets", "retired on {day}").format(day=row.own.retired_on.isoformat())
