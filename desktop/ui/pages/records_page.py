"""The shape of every room that is a register: a list to search, a panel for one record, a form for a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.panel import FormPanel
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import Refused, perform, reading
from desktop.ui.frame.rights import allowed, asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages import into_correction, papers
from desktop.ui.pages.asks import New, Open, Show, TakeIn
from desktop.ui.pages.beside_page import BesidePage
from desktop.ui.pages.list_page import Draft, Listing, Row, Wanted
from desktop.ui.widgets.asking import Row as Asked
from desktop.ui.widgets.buttons import Button, judge_anew
from desktop.ui.widgets.menus import add_act


class RecordsPage(BesidePage[Row, Draft]):
    """A register on the screen. A subclass overrides the hooks of ``ListPage``.

    Extra header actions are added after ``__init__``.
    """

    def __init__(self, session: Session, listing: Listing[Row], parent: QWidget | None = None) -> None:
        super().__init__(session, listing, parent)
        self._sort = (listing.order, listing.descending)
        self._editing: Draft | None = None
        self._form: DraftForm[Draft] | None = None
        self._saved_id: int | None = None
        # Whether the list is not known yet, and the month that was read last behind the window.
        self._awaits = False
        self._read_month: Month | None = None
        self._add_acts()
        self._connect()
        if self.long_reading() is not None:
            self.await_list()

    def open_record(self, record_id: int) -> None:
        """Enter or a double click on a line: edit it, or show it where there is no room beside the table."""
        if self.detail is not None and not self._wide():
            self._show_side(detail=True)
        else:
            self.edit(record_id)

    # What others may call.

    @property
    def month(self) -> Month | None:
        """The month shown, on a page with months."""
        return self.months.month if self.months else None

    def wanted(self) -> Wanted:
        """What the list shows now."""
        text = self.header.search.text().strip() if self.header.search else ""
        return Wanted(text, self.filter_bar.values(), self.month, *self._sort)

    def refresh(self) -> None:
        """Find, count and show anew; the selection stays."""
        super().refresh()
        call = self.long_reading()
        if call is None:
            self._show_anew()
            return
        if self.month != self._read_month:
            self.await_list()
        self._read_month = self.month
        self.read_later(call, self._show_read)

    def await_list(self) -> None:
        """What is listed is not known yet: say so, and show nothing of what stood before."""
        self._awaits = True
        self.table.set_empty(translate("RecordsPage", "Reading…"), "", icon="info")
        self.table.set_ids(())
        self.table.set_totals("")
        self._show_current()

    def read_failed(self) -> None:
        """No list, where none stood before."""
        if self._awaits:
            self.table.set_empty(translate("Page", "This could not be read."), "", icon="warning")

    def show_list(self) -> None:
        """Find anew and show; what stands beneath the title does not depend on what is searched for."""
        if self._awaits:
            return
        wanted = self.wanted()
        ids = self.find_ids(wanted)
        self._say_empty(wanted)
        self.table.set_ids(ids)
        self.table.set_totals(self.totals(ids))
        self._show_current()

    def receive(self, argument: object) -> None:
        """Open, begin or list what another room asks for."""
        if isinstance(argument, Open):
            self.show_record(argument.record_id)
        elif isinstance(argument, New):
            self.begin(None, argument.resident_id)
        elif isinstance(argument, Show):
            self._list(argument)

    def show_record(self, record_id: int) -> None:
        """Select a record, whatever was searched for before."""
        if not reading(self, self.refresh):
            return
        if not self.table.select_id(record_id) and not self._find_record(record_id):
            self.strip.say(
                translate("RecordsPage", "This record is not there any more: it was voided."), Tone.ATTENTION
            )
        self.table.view.setFocus()
        if self.detail is not None and not self._wide():
            self._show_side(detail=True)

    def begin_new(self) -> None:
        """An empty form."""
        self.begin(None)

    def edit(self, record_id: int) -> None:
        """The form of a record."""
        self.begin(record_id)

    def chosen(self) -> Asked:
        """The selected record, for acts that some may do with own ones only."""
        return self._record_asked(self.table.current_id())

    def edit_current(self) -> None:
        """The form of the selected record."""
        current = self.table.current_id()
        if current is not None:
            self.edit(current)

    def begin(self, record_id: int | None, resident_id: int | None = None) -> None:
        """Open the form; one with unsaved words asks first."""
        needed = self.listing.edits if record_id is not None else self.listing.adds
        if needed is not None and not allowed(self, needed, self._record_asked(record_id)):
            return
        panel = self._made_panel()
        if panel is None or (self.form_open and not panel.try_close()):
            return
        reading(self, lambda: self._fill(panel, record_id, resident_id))

    def export_to(self, path: Path) -> None:
        """Write what is listed to a file; the ending says whether PDF or workbook."""
        papers.write_list(self, self.shown_list(), path)

    def shown_list(self) -> papers.ShownList[Row]:
        """What is listed, for paper."""
        period = month_text(self.month) if self.month else ""
        ids = tuple(self.table.model.ids)
        return papers.ShownList(self.listing.title, self.listing.columns, ids, self.load_rows, period)

    def unsaved(self) -> bool:
        """Whether the form holds words that are not saved."""
        return self.form_open and self._panel is not None and self._panel.form.is_dirty()

    def keep_drafts(self) -> None:
        """What stands in the form is written down at once."""
        if self.unsaved() and self._panel is not None and self._panel.keeper is not None:
            self._panel.keeper.keep_now()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is where one types what one looks for."""
        super().showEvent(event)
        self._arrange()
        if self.form_open and self._panel is not None:
            self._panel.form.focus_first()
        else:
            self.header.focus_search()

    def stand_again(self) -> None:
        """No screen stands in the list's place any more: on in the form, or in the list."""
        self._arrange()
        if self.form_open and self._panel is not None:
            self._panel.form.focus_first()
        else:
            self.table.view.setFocus()

    def take_keyboard_back(self) -> None:
        """What had the keyboard has gone: on in the form, or in the list where one stood."""
        if self.view is not None:
            self.view.take_keyboard()
        elif self.form_open and self._panel is not None:
            self._panel.form.focus_first()
        elif self.table.isVisible() and self.table.model.ids:
            self.table.take_keyboard()
        else:
            self.take_keyboard()

    # How it is made.

    def _add_acts(self) -> None:
        listing = self.listing
        both = translate("RecordsPage", "In and out")
        words = both if listing.import_kind else translate("RecordsPage", "Export")
        self.export_button: Button = self.header.add_action(words, self._offer_export, "export", "Ctrl+E")
        if listing.new_text:
            self.header.set_primary(listing.new_text, self.begin_new, "add", "Ctrl+N").ask(listing.adds)

    def _connect(self) -> None:
        search = self.header.search
        if search is not None:
            search.searched.connect(lambda _text: reading(self, self.show_list))
            search.entered.connect(lambda: self.table.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.filter_bar.changed.connect(self._on_filter)
        if self.months:
            self.months.month_changed.connect(lambda _month: self.refresh_now())
        self.table.row_activated.connect(lambda record_id: self.open_record(record_id))
        self.table.current_changed.connect(lambda _current: self._show_current())
        self.table.sort_changed.connect(self._on_sort)
        self.table.left.connect(self.header.focus_search)
        self._room_shortcuts += install(self, self.panel_keys())
        if self.listing.import_kind is not None:
            self._room_shortcuts += install(self, [Key("Ctrl+I", "", self.take_in)])

    def _made_panel(self) -> FormPanel | None:
        if self._panel is None:
            form = self._form = self.make_form()
            if form is None:
                return None
            path = self.session.draft_path(self.listing.key)
            self._panel = FormPanel(self.listing.new_text, form, self._save, path)
            self._panel.saved.connect(self._on_saved)
            self._panel.next_requested.connect(self.begin_new)
            self._panel.closed.connect(self._close_side)
            self._side.addWidget(self._panel)
        return self._panel

    def _fill(self, panel: FormPanel, record_id: int | None, resident_id: int | None) -> None:
        draft = self.draft_for(record_id, resident_id)
        self._editing = draft
        if panel.keeper is not None:
            suffix = f"-{record_id}" if record_id else ""
            panel.keeper.move_to(self.session.draft_path(self.listing.key + suffix))
        panel.set_title(self.form_title(draft, record_id))
        if self._form is not None:
            self._form.fill(draft)
        self._show_side(detail=False)
        panel.begin()

    # What happens.

    def _save(self) -> bool:
        panel, form, draft = self._panel, self._form, self._editing
        if panel is None or form is None or draft is None:
            return False
        form.read_into(draft)
        words = self.saved_text(draft)
        instead = into_correction.offered(panel, lambda: self.closed_act(draft), panel.give_up)
        refused = Refused(panel.show_errors, instead)
        self._saved_id = perform(panel, lambda: self.save_draft(draft), self.writes, words, refused)
        return self._saved_id is not None

    def _on_saved(self) -> None:
        self._close_side()
        if self._saved_id is not None:
            self.table.select_id(self._saved_id)

    def _close_side(self) -> None:
        self._detail_open = False
        if self.detail is not None:
            self._side.setCurrentWidget(self.detail)
        self._arrange()
        self.take_keyboard_back()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self.refresh_now()

    def _on_filter(self) -> None:
        if self.long_reading() is None:
            self.refresh_now()
        else:
            # What was read holds for every filter.
            reading(self, self.show_list)

    def _show_read(self, found: object) -> None:
        self._awaits = False
        self.take_reading(found)
        self._show_anew()

    def _show_anew(self) -> None:
        self.show_list()
        self.header.set_subtitle(self.subtitle())

    def _find_record(self, record_id: int) -> bool:
        """List so that a record stands there: without filters, in its own month."""
        found = self.load_rows([record_id])
        day = self.day_of(found[0]) if found else None
        self._list(Show(filters=dict.fromkeys(self.filter_bar.chips, ""), month=Month.of(day) if day else None))
        return self.table.select_id(record_id)

    def _list(self, asked: Show) -> None:
        if self.header.search is not None:
            self.header.search.setText(asked.text)
        if asked.month is not None and self.months is not None:
            self.months.set_month(asked.month)
        self.filter_bar.set_values(asked.filters)

    def _show_current(self) -> None:
        if self.detail is None:
            return
        row = self.table.current_row()
        if row is None:
            self.detail.show_nothing()
        else:
            detail = self.detail
            reading(self, lambda: self.show_detail(detail, row))
            judge_anew(detail)

    def _record_asked(self, record_id: int | None) -> Asked:
        return None if record_id is None or self.listing.of is None else (self.listing.of, record_id)

    def _say_empty(self, wanted: Wanted) -> None:
        if wanted.text or any(chip.value != chip.spec.default for chip in self.filter_bar.chips.values()):
            title = translate("RecordsPage", "Nothing fits")
            self.table.set_empty(title, translate("RecordsPage", "Search for something else or clear the filters."))
        else:
            self.table.set_empty(*self.listing.empty, icon="info")

    def _offer_export(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("RecordsPage", "Workbook (xlsx)…"), self._export_workbook)
        menu.addAction(translate("RecordsPage", "Pages: preview, print, PDF"), self._preview)
        if self.listing.import_kind is not None:
            menu.addSeparator()
            add_act(menu, self, translate("RecordsPage", "Take in a workbook…") + "\tCtrl+I", self.take_in)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    @asks(Action.IMPORT)
    def take_in(self) -> None:
        """Take in a workbook of this room's kind."""
        if self.listing.import_kind is not None:
            self.go_requested.emit(RoomKey.IMPORT, TakeIn(self.listing.import_kind))

    def _export_workbook(self) -> None:
        path = papers.ask_where(self, f"{self.listing.title}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            self.export_to(path)

    def _preview(self) -> None:
        papers.preview_list(self, self.shown_list())
