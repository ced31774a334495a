"""上报: close the month, write the file for the district office, prove a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget

from desktop.core.acts import Action
from desktop.core.file_kinds import RECEIPT
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import MonthState, Role
from desktop.core.words.months import month_text
from desktop.services.closing import exports
from desktop.services.closing.drift import Drift
from desktop.services.closing.exports import ExportRow
from desktop.sync import against, own
from desktop.sync.format import Manifest
from desktop.sync.read import verify
from desktop.sync.sealed import is_sealed
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import perform_job, reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.frame.sync_words import period_text
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import OpenFile
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.closing.correction import CorrectionView
from desktop.ui.pages.closing.corrections import CorrectionsView
from desktop.ui.pages.closing.drift import DriftView, drift_of
from desktop.ui.pages.closing.exporting import ExportingPage
from desktop.ui.pages.closing.months import (
    MonthLine,
    file_columns,
    frozen_later_words,
    month_columns,
    month_lines,
    progress_chip,
    state_chip,
)
from desktop.ui.pages.closing.quality_view import QualityView
from desktop.ui.pages.detail_keys import PERSON_KEY, keys_of
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.tab_keys import turn_by_keys
from desktop.ui.widgets.turning import Turning

_MONTHS_LEAST = 440
_DETAIL_WIDTH = 310


class SyncPage(ExportingPage):
    """The months at the left, what can be done with one at the right; the files that were written in a second tab."""

    topics = Topic.ALL & ~Topic.BACKUPS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Sync", "Reporting to the district"), parent)
        self._lines: dict[int, MonthLine] = {}
        self._files: dict[int, ExportRow] = {}
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read months and files anew."""
        super().refresh()
        self._lines = {line.number: line for line in month_lines()}
        self._files = {row.id: row for row in exports.listed()}
        self.months.set_ids(list(self._lines))
        self.files.set_ids(list(self._files))
        if self.months.current_id() is None and self._lines:
            self.months.select_id(self._likely())
        self._show_current()
        self._say_where_we_stand()

    def open_month(self) -> None:
        """Enter: close the month where that is what is to be done with it, else look at its reports."""
        line = self.months.current_row()
        if line is not None and self._closable(line):
            self.close_month()
        else:
            self._open_reports()

    @asks(Action.CLOSE_MONTH)
    def close_month(self) -> CloseMonthDialog | None:
        """Look at what is unfinished, then freeze the selected month."""
        line = self.months.current_row()
        if line is None or not self._closable(line):
            return None
        dialog = CloseMonthDialog(self.session, line.month, self)
        dialog.left_for.connect(self.go_requested)
        dialog.open()
        return dialog

    def check_month(self) -> None:
        """What of the selected month has to be put right, explained or known; it stands in the room's place."""
        line = self.months.current_row()
        if line is not None and line.state == MonthState.OPEN:
            view = QualityView(self, line.month)
            view.left_for.connect(self.go_requested)
            self.lay(view)

    def receive(self, argument: object) -> None:
        """The quality page of a month, or a file to be opened."""
        if isinstance(argument, OpenFile):
            self.close_views()
            self.open_file(argument.file)
        elif isinstance(argument, Month):
            self.close_views()
            self.refresh_now()
            self.months.select_id(argument.year * 12 + argument.number)
            self.check_month()

    def room_keys(self) -> tuple[Key, ...]:
        """The corrections, the quality page, and what a closed month would say today."""
        return (
            Key("F4", translate("SyncKeys", "export again the months that changed since their file"), self.ask_changed),
            Key("F6", translate("SyncKeys", "corrections of closed months"), self.open_corrections),
            Key("F7", translate("Sync", "Quality of the month"), self.check_month),
            Key("Ctrl+O", translate("SyncKeys", "verify a file")),
            Key("Ctrl+R", translate("SyncKeys", "read in a receipt of the district")),
            Key("Ctrl+Shift+E", translate("SyncKeys", "export everything")),
            Key("F8", translate("SyncKeys", "what a closed month would say differently today"), self.open_drift),
            *keys_of(self.detail),
        )

    def open_drift(self) -> None:
        """What the selected month would say differently today, in the place of the months."""
        line = self.months.current_row()
        if line is None or line.state == MonthState.OPEN:
            return
        view = DriftView(self, line.month)
        view.corrected.connect(self.open_correction)
        self.lay(view)

    def come_back(self) -> None:
        """One has seen to something that was unfinished: on with the quality page, or with the close."""
        if self.view is not None:
            self.view.refresh()
        else:
            self.close_month()

    def open_corrections(self) -> CorrectionsView:
        """更正单: the list, in the place of the months."""
        line = self.months.current_row()
        view = CorrectionsView(self, line.month if line else None)
        view.opened.connect(self.open_correction)
        self.lay(view)
        return view

    def open_correction(self, correction_id: int) -> None:
        """One correction."""
        reading(self, lambda: self.lay(CorrectionView(self, correction_id)))

    def export_selected(self, folder: Path) -> None:
        """Write the selected month's file into a folder."""
        line = self.months.current_row()
        if line is not None:
            self.export_month_into(line.month, folder)

    def verify_file(self, path: Path) -> None:
        """Prove every byte of a file and say what it is."""

        def prove(progress: Progress) -> Manifest | ExportRow:
            progress.start(0, path.name)
            if is_sealed(path):
                return own.byte_for_byte(path)
            manifest = verify(path)
            # A file of this centre also says what the change log was: one that was rewritten since contradicts it.
            for trouble in against.contradictions(manifest):
                raise trouble
            return manifest

        perform_job(self, translate("Sync", "Verifying"), prove, self._on_verified)

    def open_file(self, path: Path) -> None:
        """What was dropped or double-clicked: a receipt is read in, a sync file is proven."""
        if path.suffix == RECEIPT:
            self.read_receipt(path)
        else:
            self.verify_file(path)

    def _build(self) -> None:
        self.header.add_action(translate("Sync", "Read in a receipt…"), self.ask_receipt, "import", "Ctrl+R")
        self.header.add_action(translate("Sync", "Verify a file…"), self._ask_file, "check", "Ctrl+O")
        self.header.add_action(
            translate("Sync", "Export everything…"), self.ask_folder_for_all, "export", "Ctrl+Shift+E"
        )
        self.header.set_primary(translate("Sync", "Export the month"), self._ask_folder_for_month, "export", "Ctrl+E")
        self.months: RecordTable[MonthLine] = RecordTable(
            translate("Sync", "Months"), month_columns(), lambda ids: [self._lines[one] for one in ids]
        )
        self.files: RecordTable[ExportRow] = RecordTable(
            translate("Sync", "Exported files"), file_columns(), lambda ids: [self._files[one] for one in ids]
        )
        self.files.set_empty(
            translate("Sync", "No file written yet"),
            translate("Sync", "Choose a month and export it; the file goes to the district office."),
            "sync",
        )
        self.detail = DetailPanel()
        self.close_button = self.detail.add_button(
            translate("Sync", "Check and close…"), self.close_month, "plain", "lock", "F3"
        )
        self.quality_button = self.detail.add_button(
            translate("Sync", "Quality of the month (F7)"), self.check_month, "plain", "check"
        )
        self.detail.add_button(
            translate("Sync", "Open the reports"), self._open_reports, "plain", "reports", PERSON_KEY
        )
        self.drift_button = self.detail.add_button(
            translate("Sync", "Told differently today (F8)"), self.open_drift, "plain", "warning"
        )
        self.again_button = self.detail.add_button(
            translate("Sync", "Export changed months again… (F4)"), self.ask_changed, "plain", "export"
        )
        self.detail.add_button(translate("Sync", "Corrections (F6)"), self.open_corrections, "plain", "edit")
        both = Turning()
        both.add(self.months, 1, least=_MONTHS_LEAST)
        both.add(self.detail, 0, _DETAIL_WIDTH)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(both, translate("Sync", "Months"))
        self.tabs.addTab(self.files, translate("Sync", "Exported files"))
        self.content.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.months.current_changed.connect(lambda _now: self._show_current())
        self.months.row_activated.connect(lambda _number: self.open_month())
        self.files.row_activated.connect(lambda number: self.show_receipt_of(self._files[number].sha256))
        turn_by_keys(self, self.tabs.tabBar())
        self.install_room_keys()

    def _likely(self) -> int:
        # The month that is over and not yet closed is the one to work on.
        waiting = [line.number for line in self._lines.values() if line.over and line.state == MonthState.OPEN]
        return waiting[0] if waiting else next(iter(self._lines))

    def _show_current(self) -> None:
        line = self.months.current_row()
        if line is None:
            self.detail.show_nothing()
            return
        file = line.file
        facts: Sequence[tuple[str, str]] = (
            (translate("Sync", "No."), str(file.sequence) if file else ""),
            (translate("Sync", "Exported at"), file.exported_at[:16] if file else ""),
            (translate("Sync", "Received at"), file.received_at[:16] if file else ""),
        )
        chips = (*state_chip(line).chips, *progress_chip(line).chips)
        words = " ".join(part for part in (frozen_later_words(line.month), self._advice(line)) if part)
        self.detail.show_record(month_text(line.month), words, chips, facts)
        self.again_button.setVisible(any(one.outdated and one.state != MonthState.OPEN for one in self._lines.values()))
        self.close_button.setVisible(line.state == MonthState.OPEN)
        self.close_button.setEnabled(self._closable(line))
        self.quality_button.setVisible(line.state == MonthState.OPEN)
        self._read_drift(line)

    def _read_drift(self, line: MonthLine) -> None:
        """Count behind the window what the month would say differently today; nothing is said until it is known."""
        self.drift_button.hide()
        if line.state != MonthState.OPEN and self.view is None:
            month = line.month
            self.read_later(lambda: (month, drift_of(month)), lambda read: self._say_drift(*read))

    def _say_drift(self, month: Month, found: Sequence[Drift]) -> None:
        line = self.months.current_row()
        if found and line is not None and line.month == month:
            words = translate("Sync", "{count} places would be told differently today than at the close (F8).")
            self.detail.show_note(words.format(count=len(found)))
            self.drift_button.show()

    def _closable(self, line: MonthLine) -> bool:
        return line.state == MonthState.OPEN and line.over and self.session.actor.role == Role.DIRECTOR

    def _advice(self, line: MonthLine) -> str:
        if line.outdated:
            return _again(line)
        if not line.over:
            return translate("Sync", "The month is still running; it can be closed once it is over.")
        if line.state == MonthState.OPEN and self.session.actor.role != Role.DIRECTOR:
            return translate("Sync", "The director closes the month; after that its figures stand.")
        if line.state == MonthState.OPEN:
            return translate("Sync", "Close the month before the file goes out, so that its figures stand.")
        if line.file is None:
            return translate("Sync", "The month is closed. Export it and hand the file to the district office.")
        if not line.file.received_at:
            return translate("Sync", "Exported, not yet confirmed: read in the district's receipt (Ctrl+R).")
        return ""

    def _say_where_we_stand(self) -> None:
        waiting = sum(line.over and line.state == MonthState.OPEN for line in self._lines.values())
        words = translate("Sync", "{count} months are over and not closed") if waiting else ""
        self.header.set_subtitle(words.format(count=waiting))

    def _open_reports(self) -> None:
        line = self.months.current_row()
        self.go_requested.emit(RoomKey.REPORTS, line.month if line else None)

    def _on_verified(self, manifest: Manifest | ExportRow) -> None:
        if isinstance(manifest, ExportRow):
            words = translate(
                "Sync",
                "Byte for byte the sealed file no. {sequence} ({period}) that this centre wrote; only the district"
                " opens it.",
            )
            self.strip.say(words.format(sequence=manifest.sequence, period=period_text(manifest.period)), Tone.OK)
            return
        words = translate(
            "Sync", "The file is whole: {centre}, {period}, no. {sequence}, {rows} records, written {when}."
        )
        text = words.format(
            centre=manifest.centre_name,
            period=period_text(manifest.period),
            sequence=manifest.sequence,
            rows=f"{manifest.rows:,}",
            when=manifest.created_at[:16],
        )
        self.strip.say(text, Tone.OK)

    @asks(Action.EXPORT)
    def _ask_folder_for_month(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.export_selected(folder)

    def _ask_file(self) -> None:
        title = translate("Sync", "Choose a sync file")
        kinds = translate("Sync", "Sync files (*.shizhu)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(self.session.folder.exports), kinds)
        if chosen:
            self.verify_file(Path(chosen))


def _again(line: MonthLine) -> str:
    """Why the file of a month has to be written again."""
    if line.typed_after and line.state != MonthState.OPEN:
        return translate("Sync", "Records of this month were changed after its file. Please export it again.")
    if line.typed_after:
        return translate(
            "Sync",
            "Records of this month were written after its file. Close the month once it is over, then export it again.",
        )
    if line.state == MonthState.CORRECTED:
        return translate("Sync", "The file was written before the month was put right. Please export it again.")
    return translate("Sync", "The file was written before the month was closed. Please export it again.")
