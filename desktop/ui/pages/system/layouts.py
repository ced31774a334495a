"""报表版式: how each report looks, with the paper beside it while one types."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ReportKind
from desktop.core.errors import FieldError, InvalidDraft, ShizhuError
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.services.own_forms import layouts
from desktop.services.own_forms.layouts import Columns, LayoutDraft
from desktop.services.writing import permissions
from desktop.services.writing.going_out import looking
from desktop.ui.answer import answer
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import MemoField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import show_trouble, succeeds
from desktop.ui.frame.preview import PreviewPanel
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from desktop.core.document import Report

# How long one stops typing before the paper is made anew.
_PAUSE_MS = 400
_TYPED_LEAST, _PAPER_LEAST = 280, 340


class LayoutsSection(SystemSection):
    """Which report, its letterhead, boxes, note and columns; at the right the paper as it would be."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Layouts", "How the reports look from now on. Months that are closed keep the look that they had."
        )
        super().__init__(session, translate("Layouts", "Report layouts"), about, parent)
        self._plain: dict[str, Report] = {}
        self._draft = LayoutDraft()
        self._table = ""
        self._filling = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._build()
        install(self, self.keys())

    @property
    def kind(self) -> ReportKind:
        """Which report is laid out."""
        return ReportKind(str(self.report.value() or ReportKind.VISITS))

    @property
    def may_save(self) -> bool:
        """Whether the one who sits here may lay reports out."""
        return permissions.may(self.session.actor.role, Action.SET_LAYOUT)

    def keys(self) -> tuple[Key, ...]:
        """The layout by keys."""
        return (
            Key("Ctrl+S", translate("Layouts", "save the layout"), self.save),
            Key("Ctrl+Up", translate("Layouts", "the column further to the left"), lambda: self.shift(-1)),
            Key("Ctrl+Down", translate("Layouts", "the column further to the right"), lambda: self.shift(1)),
            Key("Ctrl++ Ctrl+-", translate("Layouts", "the page larger, smaller")),
            Key("F8", translate("Layouts", "the look that the program ships"), self.reset),
        )

    def refresh(self) -> None:
        """Read the reports of this month behind the window, then show the layout; what is typed stays."""
        if self._plain:
            return
        month = Month.of(clock.today())
        self.session.reads.read(self, lambda: _plain_reports(month), self._show_reports, self._failed)

    @asks(Action.SET_LAYOUT)
    def save(self) -> None:
        """Keep the layout; from now on the report looks so."""
        if not self.may_save or not self._plain:
            return
        self._read()
        done = translate("Layouts", "The layout of “{report}” is kept").format(report=terms.REPORTS.shown[self.kind])
        kind, draft, actor = self.kind, self._draft, self.session.actor
        kept = succeeds(
            self, lambda: layouts.save(actor, kind, draft), Topic.SETTINGS, done, self._show_errors, self.open
        )
        if kept:
            self.open()

    @asks(Action.SET_LAYOUT)
    def reset(self) -> None:
        """Type what the program ships; it is kept by saving."""
        if self._plain:
            shown = self._draft.shown
            self._draft = LayoutDraft(boxes="、".join(self._plain[self.kind].boxes), shown=shown)
            self._fill()
            self.draw()

    def shift(self, by: int) -> None:
        """The chosen column further to the left or right on paper."""
        at = self.columns.currentRow()
        if at >= 0 and 0 <= at + by < self.columns.count():
            self.columns.blockSignals(True)
            self.columns.insertItem(at + by, self.columns.takeItem(at))
            self.columns.blockSignals(False)
            self.columns.setCurrentRow(at + by)
            self._changed()

    def open(self) -> None:
        """Show the layout of the chosen report as it is kept."""
        if not self._plain:
            return
        self._draft = layouts.draft_of(self.kind)
        self._filling = True
        titles = {layouts.bare(one.title): layouts.bare(one.title) for one in self._plain[self.kind].sections}
        self.table.set_options(titles)
        self._table = next(iter(titles), "")
        self.table.set_value(self._table)
        self._filling = False
        self._fill()
        self.draw()

    def draw(self) -> None:
        """Make the paper anew behind the window; what cannot be laid out is said beside its field."""
        if not self._plain:
            return
        self._read()
        self.form.clear_errors()
        layout = answer(lambda: layouts.read(self._draft))
        if isinstance(layout, ShizhuError):
            show_trouble(self, layout, self._show_errors)
            return
        report, file = layouts.laid_out(self._plain[self.kind], layout), _file(self.session)
        self.session.reads.read(self, lambda: _written(report, file), self._show_paper, self._failed)

    def hideEvent(self, event: QHideEvent) -> None:
        """The paper names people: its file goes when nobody looks at it."""
        super().hideEvent(event)
        if not self.isVisible():
            self._pause.stop()
            with suppress(OSError):
                _file(self.session).unlink(missing_ok=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper anew when one is here again."""
        super().showEvent(event)
        self.draw()

    def _build(self) -> None:
        self.report = PickField({})
        self.report.set_name(translate("Layouts", "Report"))
        self.table = PickField({})
        self.table.set_name(translate("Layouts", "Table"))
        self.form: DraftForm[LayoutDraft] = DraftForm(LayoutDraft)
        self.form.add("letterhead", translate("Layouts", "Letterhead"), TextField())
        boxes = translate("Layouts", "in their order, with 、 between them; at most five")
        self.form.add("boxes", translate("Layouts", "Boxes to sign"), TextField(), help=boxes)
        self.form.add("note", translate("Layouts", "Note beneath the tables"), MemoField(2))
        self.columns = QListWidget()
        self.columns.setAccessibleName(translate("Layouts", "Columns shown"))
        typed = QWidget()
        left = QVBoxLayout(typed)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.report)
        left.addWidget(self.form)
        hint = translate("Layouts", "Columns of a table: space shows or hides, Ctrl+Up and Ctrl+Down move")
        left.addWidget(label(hint, "secondary", wrap=True))
        left.addWidget(self.table)
        left.addWidget(self.columns, 1)
        self.paper = PreviewPanel(looks=True)
        both = Turning()
        both.add(typed, 2, least=_TYPED_LEAST)
        both.add(self.paper, 3, least=_PAPER_LEAST)
        self.content.addWidget(both, 1)
        self.save_button = button(translate("Layouts", "Save (Ctrl+S)"), self.save, "primary")
        self.save_button.setEnabled(self.may_save)
        self.buttons.add(self.save_button)
        self.buttons.add(button(translate("Layouts", "As shipped (F8)"), self.reset))
        self.report.changed.connect(self._other_report)
        self.table.changed.connect(self._other_table)
        self.form.changed.connect(self._changed)
        self.columns.itemChanged.connect(lambda _item: self._changed())

    def _show_reports(self, found: dict[str, Report]) -> None:
        self._plain = found
        self._filling = True
        self.report.set_options({kind: terms.REPORTS.shown[kind] for kind in found})
        self.report.set_value(next(iter(found)))
        self._filling = False
        self.open()

    def _failed(self, error: ShizhuError) -> None:
        show_trouble(self, error)

    def _other_report(self) -> None:
        if not self._filling:
            self.open()

    def _other_table(self) -> None:
        if not self._filling:
            self._read_columns()
            self._table = str(self.table.value() or "")
            self._fill_columns()

    def _changed(self) -> None:
        if not self._filling:
            self._pause.start()

    def _fill(self) -> None:
        self._filling = True
        self.form.fill(self._draft)
        self._filling = False
        self._fill_columns()

    def _fill_columns(self) -> None:
        self.columns.blockSignals(True)
        self.columns.clear()
        for title, shown in self._columns_of(self._table):
            item = QListWidgetItem(title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
        self.columns.setCurrentRow(0)
        self.columns.blockSignals(False)

    def _columns_of(self, table: str) -> Columns:
        """The columns of a table as the draft has them, those that it does not know at the end."""
        sections = self._plain[self.kind].sections
        found = next((one for one in sections if layouts.bare(one.title) == table), None)
        titles = [] if found is None else [column.title for column in found.columns]
        chosen = [(title, shown) for title, shown in self._draft.columns.get(table, ()) if title in titles]
        named = {title for title, _shown in chosen}
        return (*chosen, *((title, True) for title in titles if title not in named))

    def _read(self) -> None:
        self.form.read_into(self._draft)
        self._read_columns()

    def _read_columns(self) -> None:
        items = [self.columns.item(at) for at in range(self.columns.count())]
        now = tuple((one.text(), one.checkState() == Qt.CheckState.Checked) for one in items)
        if not self._table or now == self._columns_of(self._table):
            return
        self._draft.columns = {**self._draft.columns, self._table: now}

    def _show_paper(self, path: Path) -> None:
        if self.isVisible():
            self.paper.show_pdf(path)

    def _show_errors(self, errors: list[FieldError]) -> None:
        homeless = self.form.set_errors(errors)
        if homeless:
            show_trouble(self, InvalidDraft(homeless))


def _plain_reports(month: Month) -> dict[str, Report]:
    """The reports of a month before any layout."""
    # Printing loads slowly, and many a day nobody prints.
    from desktop.reports.months.render import KINDS, report_of
    from desktop.services import figures

    found = figures.figures_of(month)
    return {kind: report_of(kind, found) for kind in KINDS}


def _file(session: Session) -> Path:
    return session.folder.papers / "layout.pdf"


def _written(report: Report, path: Path) -> Path:
    from desktop.reports.paper.page import write_pdf

    make_folder(path.parent)
    with looking():
        return write_pdf(report, path, clock.today()).path
