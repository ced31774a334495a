"""What was taken in from workbooks, and the way to take one import back whole."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services import import_batches
from desktop.services.import_batches import ImportRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Texts, ask_for
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec


def kind_words(kind: str) -> str:
    """What an import brought."""
    words = {
        "residents": translate("Imports", "residents"),
        "beds": translate("Imports", "beds and stays"),
        "services": translate("Imports", "help services"),
        "meals": translate("Imports", "canteen meals"),
        "visits": translate("Imports", "visits"),
        "staff": translate("Imports", "people who work here"),
        "assessments": translate("Imports", "ability assessments"),
    }
    return words.get(kind, kind)


def _count(row: ImportRow, key: str) -> str:
    found = json.loads(row.answer or "{}").get(key, "")
    return str(found)


def _state(row: ImportRow) -> Chips:
    if row.undone_at:
        return Chips((ChipSpec(translate("Imports", "taken back"), Tone.NEUTRAL),))
    return Chips((ChipSpec(translate("Imports", "taken in"), Tone.OK),))


class ImportsSection(SystemSection):
    """All imports, the newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("Imports", "An import can be taken back whole as long as nothing of it was changed or used.")
        super().__init__(session, translate("Imports", "Imports"), about, parent)
        self._rows: dict[int, ImportRow] = {}
        columns: tuple[Column[ImportRow], ...] = (
            Column(translate("Imports", "At"), lambda row: row.at[:16], 150),
            Column(translate("Imports", "What"), lambda row: kind_words(row.kind), 120),
            Column(translate("Imports", "File"), lambda row: row.file, 160, stretch=True),
            Column(translate("Imports", "Taken in"), lambda row: _count(row, "imported"), 90, Align.RIGHT),
            Column(translate("Imports", "To verify"), lambda row: _count(row, "to_verify"), 80, Align.RIGHT),
            Column(translate("Imports", "Refused"), lambda row: _count(row, "refused"), 80, Align.RIGHT),
            Column(translate("Imports", "State"), _state, 110),
        )
        self.table: RecordTable[ImportRow] = RecordTable(
            translate("Imports", "Imports"), columns, lambda ids: [self._rows[one] for one in ids]
        )
        self.table.set_empty(
            translate("Imports", "Nothing was imported yet"),
            translate("Imports", "Workbooks are taken in from the page that they belong to."),
            "import",
        )
        self.content.addWidget(self.table, 1)
        self.undo_button = button(translate("Imports", "Take back…"), self.ask_undo, "danger", "undo")
        self.buttons.add(self.undo_button)
        self.table.current_changed.connect(lambda _now: self._show_current())

    def refresh(self) -> None:
        """List anew."""
        self._rows = {row.id: row for row in import_batches.listed()}
        self.table.set_ids(list(self._rows))
        self._show_current()

    @asks(Action.UNDO_IMPORT)
    def ask_undo(self) -> SmallForm | None:
        """One question, because a whole import goes."""
        row = self.table.current_row()
        if row is None:
            return None

        words = translate("Imports", "Take back {what} of {file}? Its rows are voided, nothing else is touched.")
        title, number = words.format(what=kind_words(row.kind), file=row.file), row.id
        act = Act(title, translate("Imports", "Take back"), Texts(), lambda _typed: self.undo(number), Topic.NOTHING)
        return ask_for(self, act)

    def undo(self, import_id: int) -> None:
        """Take an import back."""
        actor = self.session.actor

        def work(progress: Progress) -> int:
            progress.start(0, "")
            return import_batches.undo(actor, import_id)

        done: Told = Told(Topic.ALL, translate("Imports", "The import is taken back"))
        perform_job(self, translate("Imports", "Taking back the import"), work, told=done)

    def _show_current(self) -> None:
        row = self.table.current_row()
        self.undo_button.setEnabled(row is not None and not row.undone_at)
