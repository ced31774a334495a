"""人员: who works here, with posts and certificates; one of them in a sheet of its own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.i18n import translate
from desktop.core.words.terms import POST_ROLES
from desktop.services.people import listing
from desktop.services.people.listing import WorkerQuery, WorkerRow
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import people_forms as forms
from desktop.ui.pages.system.people_words import worker_columns
from desktop.ui.pages.system.person_sheet import PersonSheet
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.filters import Filter, FilterBar
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.header import SearchField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_area import above_foot
from desktop.ui.widgets.turning import OpenPart

_SOON = frozenset({DueStage.ENDED, DueStage.LAST_DAY, DueStage.WITHIN_30})
_WORKING, _LEFT, _DUE = "working", "left_here", "due"


class PeopleSection(SystemSection):
    """The list, or the sheet of one of them; ``texts_wanted`` asks for the texts that stand for nobody yet.

    ``import_wanted`` asks for the import of a staff list.
    """

    texts_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("People", "People who work here"), "", parent)
        self._rows: dict[int, WorkerRow] = {}
        self._build()
        self._connect()

    @property
    def sheet_open(self) -> bool:
        """Whether the sheet of one of them is shown."""
        return self._stack.currentWidget() is self.sheet

    def refresh(self) -> None:
        """Read what is shown anew."""
        if not permissions.may(self.session.actor.role, Action.READ_WORKERS):
            self._say_not_allowed()
            return
        if self.sheet_open and self.sheet.row is not None and not self.sheet.show_person(self.sheet.row.id):
            self.close_person()
        self._list()

    def keys(self) -> tuple[Key, ...]:
        """Those of the sheet, or of the list."""
        return self.sheet.keys() if self.sheet_open else self._list_keys()

    @asks(Action.EDIT_WORKER)
    def add(self) -> SmallForm | None:
        """Take somebody up."""
        return forms.ask_new(self, self.session.actor, self.open_person) if self.is_director else None

    @asks(Action.EDIT_WORKER)
    def take_in(self) -> None:
        """Ask for the import of a staff list; the director's."""
        if self.is_director:
            self.import_wanted.emit()

    def open_person(self, named_id: int) -> None:
        """Show the sheet of somebody."""
        if self.sheet.show_person(named_id):
            self.table.select_id(named_id)
            self._stack.setCurrentWidget(self.sheet)
            self.sheet.take_keyboard()

    def list_due(self) -> None:
        """List those with something to renew."""
        self.search.clear()
        self.filters.set_values({"role": "", "state": _DUE})
        self._stack.setCurrentIndex(0)
        self._list()

    def open_current(self) -> None:
        """Show the sheet of the selected one."""
        current = self.table.current_id()
        if current is not None:
            reading(self, lambda: self.open_person(current))

    def close_person(self) -> None:
        """Back to the list."""
        self._stack.setCurrentIndex(0)
        self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _list_keys(self) -> tuple[Key, ...]:
        return (
            Key("Ctrl+F", translate("People", "look for somebody"), self._look),
            Key("Ctrl+N", translate("People", "somebody new"), self.add),
            Key("Ctrl+I", translate("People", "take in a staff list"), self.take_in),
            Key("F6", translate("People", "names of old records: whom they stand for"), self.texts_wanted.emit),
        )

    def _look(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _list(self) -> None:
        chosen = self.filters.values()
        state = chosen["state"]
        working = {_WORKING: True, _DUE: True, _LEFT: False}.get(state)
        wanted = WorkerQuery(self.search.text(), chosen["role"], working, due=state == _DUE)
        self._rows = {row.id: row for row in listing.workers(self.session.actor, wanted)}
        pressing = sum(row.stage in _SOON for row in self._rows.values())
        self.table.set_ids(list(self._rows))
        if self._rows and self.table.current_id() is None:
            self.table.select_id(next(iter(self._rows)))
        words = translate("People", "{count} with a certificate to renew within 30 days")
        self.table.set_totals(words.format(count=pressing) if pressing else "")
        for made in (self.add_button, self.import_button):
            made.setVisible(self.is_director)

    def _build(self) -> None:
        self.search = SearchField(translate("People", "Name, pinyin, phone"))
        states = {
            _WORKING: translate("People", "working here"),
            _DUE: translate("People", "with something to renew"),
            _LEFT: translate("People", "left"),
        }
        self.filters = FilterBar(
            (
                Filter("role", translate("People", "Post"), _roles),
                Filter("state", translate("People", "State"), lambda: states, _WORKING),
            )
        )
        self.table: RecordTable[WorkerRow] = RecordTable(
            translate("People", "People who work here"), worker_columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self.table.set_empty(
            translate("People", "Nobody fits"), translate("People", "Ctrl+N takes somebody up."), "residents"
        )
        self.add_button = button(translate("People", "New person… (Ctrl+N)"), self.add, "primary", "add")
        self.texts_button = button(translate("People", "Names of old records… (F6)"), self.texts_wanted.emit)
        self.import_button = button(translate("People", "Take in a list… (Ctrl+I)"), self.take_in)
        foot = FlowRow(gap=10)
        # The first one stays in sight where the text is large.
        for one in (self.add_button, self.import_button, self.texts_button):
            foot.add(one)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        about = translate("People", "They complete every field for a worker or visitor. The director keeps the list.")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 2)
        row.addWidget(self.filters, 3)
        column.addWidget(label(about, "secondary", wrap=True))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self._page = above_foot(middle, foot)
        self.sheet = PersonSheet(self.session)
        self._stack = OpenPart()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.sheet)
        self.content.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: reading(self, self._list))
        self.search.entered.connect(lambda: self.table.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.filters.changed.connect(lambda: reading(self, self._list))
        self.table.row_activated.connect(lambda _one: self.open_current())
        self.table.left.connect(self._look)
        self.sheet.closed.connect(self.close_person)
        for shortcut in install(self._page, self._list_keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _say_not_allowed(self) -> None:
        self.table.set_ids(())
        self.table.set_empty(
            translate("People", "Director and front desk see this list"),
            translate("People", "Names are completed in every field all the same."),
            "info",
        )
        for made in (self.add_button, self.import_button):
            made.hide()


def _roles() -> Mapping[str, str]:
    return POST_ROLES.shown
