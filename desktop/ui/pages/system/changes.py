"""The change log: who wrote what, when, why; it is only ever read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.core.words.records import action_word, record_word, why_written
from desktop.services.writing import audit, permissions, proving
from desktop.services.writing.audit import ChangeRow
from desktop.services.writing.proving import Proof
from desktop.ui.answer import answer
from desktop.ui.forms.captions import caption
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.perform import perform_job
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system.change_words import table_words, what_changed
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.header import SearchField
from desktop.ui.widgets.labels import label


class ChangesSection(SystemSection):
    """Every write, the newest first; rows are loaded by the page that is looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Changes", "Change log"), parent=parent)
        self.search = SearchField(translate("Changes", "name or reason"))
        self.table_field = PickField(table_words())
        self.day = DateField()
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.search, 2)
        filters.addWidget(caption(translate("Changes", "Kind"), self.table_field))
        filters.addWidget(self.table_field, 1)
        filters.addWidget(caption(translate("Changes", "Day"), self.day))
        filters.addWidget(self.day, 1)
        self.day.set_help("")
        columns: tuple[Column[ChangeRow], ...] = (
            Column(translate("Changes", "At"), lambda row: row.at[:16], 150),
            Column(translate("Changes", "Who"), lambda row: row.staff, 90),
            Column(translate("Changes", "Did"), lambda row: action_word(row.action), 80),
            Column(translate("Changes", "Kind"), _kind, 110),
            Column(translate("Changes", "What"), what_changed, 300, stretch=True),
            Column(translate("Changes", "Why"), lambda row: why_written(row.reason), 100, stretch=True, spare=True),
        )
        self.table: RecordTable[ChangeRow] = RecordTable(translate("Changes", "Change log"), columns, audit.rows)
        self._detail = label(role="secondary", wrap=True)
        self.content.addLayout(filters)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self._detail)
        self.prove_button = button(translate("Changes", "Prove the log"), self.prove, icon="check")
        self.buttons.add(self.prove_button)
        self.search.searched.connect(lambda _text: self.refresh())
        self.table_field.changed.connect(self.refresh)
        self.day.changed.connect(self.refresh)
        self.table.current_changed.connect(lambda _now: self._show_current())

    @asks(Action.AUDIT_SHOW)
    def prove(self) -> None:
        """Prove every write, every record, the closed months and the database's guards."""
        perform_job(self, translate("Changes", "Proving the change log"), _prove, self._on_proven)

    def _on_proven(self, proof: Proof) -> None:
        words = translate(
            "Changes",
            "{writes} writes, every record, {months} closed months and the database's own guards fit together.",
        )
        whole = words.format(writes=proof.writes, months=proof.months)
        troubles = " ".join(sentence(one) for one in proof.troubles)
        self.say(troubles or whole, Tone.DANGER if troubles else Tone.OK)

    def refresh(self) -> None:
        """Find anew; who may not read the log is told who may, as by the command line."""
        refused = answer(lambda: permissions.reading(self.session.actor, Action.AUDIT_SHOW))
        if isinstance(refused, ShizhuError):
            self.table.set_empty(translate("Changes", "Change log"), sentence(refused), "lock")
            self.table.set_ids([])
            self._show_current()
            return
        self.table.set_empty(
            translate("Changes", "Nothing fits"), translate("Changes", "Clear the search or the day."), "search"
        )
        table = self.table_field.value()
        day = self.day.day()
        ids = audit.find_ids(
            self.search.text(), table if table in table_words() else "", day.isoformat() if day else ""
        )
        self.table.set_ids(ids)
        self._show_current()

    def _show_current(self) -> None:
        row = self.table.current_row()
        self._detail.setText(what_changed(row) if row is not None else "")
        self._detail.setVisible(row is not None)


def _prove(progress: Progress) -> Proof:
    return proving.prove(progress=progress)


def _kind(row: ChangeRow) -> str:
    return record_word(row.table)
