"""自有表格: the centre's own workbooks, kept here and filled with a month."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.forms import mistake_words
from desktop.services.own_forms import templates
from desktop.services.own_forms.templates import OwnFormRow
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform_job, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.month_picker import MonthPicker

if TYPE_CHECKING:
    from desktop.reports.own_forms.cells import Mistake


class OwnFormsSection(SystemSection):
    """The forms, the month to fill them with, and beneath them what of the chosen one cannot be filled."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "OwnForms",
            "An .xlsx of your own with names of figures in its cells, such as {{visits.required}}, is filled with"
            " a month and keeps its look.",
        )
        super().__init__(session, translate("OwnForms", "Own forms"), about, parent)
        self._rows: dict[int, OwnFormRow] = {}
        self._build()
        install(self, self.keys())

    @property
    def may_keep(self) -> bool:
        """Whether the one who sits here may add forms and change them."""
        return permissions.may(self.session.actor.role, Action.KEEP_FORM)

    def refresh(self) -> None:
        """List anew."""
        self._rows = {row.id: row for row in templates.own_forms()}
        self.table.set_ids(list(self._rows))
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The forms by keys."""
        keep = (
            Key("Ctrl+N", translate("OwnForms", "a new form from a file"), self.add),
            Key("F2", translate("OwnForms", "another name for the form"), self.rename),
            Key("F7", translate("OwnForms", "another file for the form"), self.replace),
            Key("F8", translate("OwnForms", "offer the form no more, or again"), self.toggle),
        )
        return (
            Key("Ctrl+E", translate("OwnForms", "fill the form with the month"), self.fill),
            Key("F6", translate("OwnForms", "check the names in the form"), self.check),
            Key("F3", translate("OwnForms", "save all names as a workbook to copy from"), self.save_names),
            *(keep if self.may_keep else ()),
        )

    @asks(Action.KEEP_FORM)
    def add(self) -> SmallForm | None:
        """Keep a form: first the file, then what it is called."""
        file = self._ask_file()
        if file is None:
            return None
        name = Ask("name", translate("OwnForms", "Name of the form"), TextField(), required=True, value=file.stem)
        act = Act(
            translate("OwnForms", "Keep {file} as a form of the centre").format(file=file.name),
            translate("OwnForms", "Keep"),
            Texts(name),
            lambda typed: templates.add(self.session.actor, typed["name"], file),
            Topic.SETTINGS,
            translate("OwnForms", "The form is kept"),
            self._choose,
        )
        return ask_for(self, act)

    @asks(Action.KEEP_FORM)
    def replace(self) -> None:
        """Another file for the chosen form."""
        row, file = self.table.current_row(), None
        if row is not None:
            file = self._ask_file()
        if row is None or file is None:
            return
        done = translate("OwnForms", "“{name}” has another file").format(name=row.name)
        if succeeds(self, lambda: templates.replace(self.session.actor, row.id, file), Topic.SETTINGS, done):
            self.check()

    @asks(Action.KEEP_FORM)
    def rename(self) -> SmallForm | None:
        """Another name for the chosen form."""
        row = self.table.current_row()
        if row is None:
            return None
        act = Act(
            translate("OwnForms", "Another name for “{name}”").format(name=row.name),
            translate("OwnForms", "Rename"),
            Texts(Ask("name", translate("OwnForms", "Name of the form"), TextField(), required=True, value=row.name)),
            lambda typed: templates.rename(self.session.actor, row.id, typed["name"]),
            Topic.SETTINGS,
            translate("OwnForms", "The form is renamed"),
        )
        return ask_for(self, act)

    @asks(Action.KEEP_FORM)
    def toggle(self) -> None:
        """Offer the chosen form no more, or again."""
        row = self.table.current_row()
        if row is None:
            return
        back = row.retired_on is not None
        words = translate("OwnForms", "“{name}” is retired")
        if back:
            words = translate("OwnForms", "“{name}” is offered again")
        succeeds(
            self,
            lambda: templates.retire(self.session.actor, row.id, back),
            Topic.SETTINGS,
            words.format(name=row.name),
        )

    def check(self) -> None:
        """Name the cells of the chosen form that cannot be filled."""
        row, month = self.table.current_row(), self.picker.month
        if row is None:
            return

        def work(progress: Progress) -> list[Mistake]:
            from desktop.reports.own_forms.fill import check
            from desktop.reports.own_forms.names import names_of

            progress.start(0, "")
            return check(templates.path_of(row.id), names_of(month))

        perform_job(self, translate("OwnForms", "Checking the form"), work, lambda found: self._tell(row, found))

    def fill(self) -> None:
        """Fill the chosen form with the month, into a file of one's choice."""
        row, month = self.table.current_row(), self.picker.month
        if row is None:
            return
        target = self._ask_target(f"{month}-{row.name}.xlsx", translate("OwnForms", "Save the filled form"))
        if target is None:
            return

        def work(progress: Progress) -> list[Mistake]:
            from desktop.reports.own_forms.fill import check, fill
            from desktop.reports.own_forms.names import names_of

            progress.start(0, "")
            form, known = templates.path_of(row.id), names_of(month)
            wrong = check(form, known)
            if not wrong:
                fill(form, known, target, progress)
            return wrong

        perform_job(self, translate("OwnForms", "Filling the form"), work, lambda found: self._tell(row, found, target))

    def save_names(self) -> None:
        """Save every name with its value of the month as a workbook to copy from."""
        month = self.picker.month
        target = self._ask_target(
            translate("OwnForms", "names of figures {month}.xlsx").format(month=month),
            translate("OwnForms", "Save the names"),
        )
        if target is None:
            return

        def work(progress: Progress) -> Path:
            from desktop.reports.own_forms.name_list import write_names
            from desktop.reports.own_forms.names import names_of

            progress.start(0, "")
            return write_names(names_of(month), target, progress).path

        saved = translate("OwnForms", "The names lie in {file}.")
        perform_job(
            self,
            translate("OwnForms", "Saving the names"),
            work,
            lambda path: self.say(saved.format(file=path.name), Tone.OK),
        )

    def _build(self) -> None:
        columns: tuple[Column[OwnFormRow], ...] = (
            Column(translate("OwnForms", "Form"), lambda row: row.name, 240, stretch=True),
            Column(translate("OwnForms", "Offered"), _offered, 160),
        )
        self.table: RecordTable[OwnFormRow] = RecordTable(
            translate("OwnForms", "Own forms"), columns, lambda ids: [self._rows[one] for one in ids]
        )
        self.table.set_empty(
            translate("OwnForms", "No form is kept yet"),
            translate("OwnForms", "Ctrl+N keeps an .xlsx; F3 saves the names that its cells may hold."),
            "table",
        )
        self.picker = MonthPicker()
        self.wrong = QListWidget()
        self.wrong.setAccessibleName(translate("OwnForms", "Cells that cannot be filled"))
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        top = QHBoxLayout()
        top.addWidget(self.picker)
        top.addStretch(1)
        self.content.addLayout(top)
        self.content.addWidget(self.table, 2)
        self.content.addWidget(self.wrong, 1)
        acts: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("OwnForms", "Fill… (Ctrl+E)"), self.fill, "primary"),
            (translate("OwnForms", "Check (F6)"), self.check, "plain"),
            (translate("OwnForms", "Names… (F3)"), self.save_names, "plain"),
        )
        keep: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("OwnForms", "New… (Ctrl+N)"), self.add, "plain"),
            (translate("OwnForms", "Rename… (F2)"), self.rename, "plain"),
            (translate("OwnForms", "Other file… (F7)"), self.replace, "plain"),
            (translate("OwnForms", "Retire (F8)"), self.toggle, "plain"),
        )
        self.acts = {call: button(words, call, kind) for words, call, kind in (*acts, *(keep if self.may_keep else ()))}
        for made in self.acts.values():
            self.buttons.add(made)
        self.table.row_activated.connect(lambda _form: self.fill())
        self.table.current_changed.connect(lambda _now: self._show_current())

    def _choose(self, form_id: int) -> None:
        self.refresh()
        self.table.select_id(form_id)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check()

    def _show_current(self) -> None:
        self.wrong.hide()
        for call, made in self.acts.items():
            made.setEnabled(call in (self.add, self.save_names) or self.table.current_row() is not None)

    def _tell(self, row: OwnFormRow, found: list[Mistake], target: Path | None = None) -> None:
        self.wrong.clear()
        self.wrong.addItems([mistake_words(one) for one in found])
        self.wrong.setVisible(bool(found))
        if found:
            words = translate("OwnForms", "{count} cells of “{name}” cannot be filled; nothing was written.")
            self.say(words.format(count=len(found), name=row.name), Tone.ATTENTION)
            self.wrong.setCurrentRow(0)
        elif target is not None:
            words = translate("OwnForms", "The filled form lies in {file}.")
            self.say(words.format(file=target), Tone.OK)
        else:
            words = translate("OwnForms", "Every name in “{name}” is known.")
            self.say(words.format(name=row.name), Tone.OK)

    def _ask_file(self) -> Path | None:
        title = translate("OwnForms", "Choose the workbook of the form")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), "Excel (*.xlsx)")
        return Path(chosen) if chosen else None

    def _ask_target(self, name: str, title: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), "Excel (*.xlsx)")
        return Path(chosen) if chosen else None


def _offered(row: OwnFormRow) -> str:
    if row.retired_on is None:
        return translate("OwnForms", "offered")
    return translate("OwnForms", "retired on {day}").format(day=row.retired_on.isoformat())
