"""Backups: what there is, one more now, proof of one, the second place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.acts import Action
from desktop.core.answers import BackupReason
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.storage_errors import DatabaseBusy
from desktop.core.words.messages import sentence
from desktop.services.centre import centres
from desktop.services.keeping import backups, rehearsing, restoring, thinning
from desktop.services.keeping.backups import Backup
from desktop.services.keeping.rehearsing import Rehearsed
from desktop.services.writing import permissions
from desktop.ui.dialogs.key_dialog import have_key
from desktop.ui.dialogs.question import ask
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Told, perform, perform_job, show_trouble, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label


def _reason(backup: Backup) -> str:
    words: dict[str, str] = {
        BackupReason.DAILY: translate("System", "daily"),
        BackupReason.EXIT: translate("System", "at closing"),
        BackupReason.MANUAL: translate("System", "by hand"),
        BackupReason.RESTORE: translate("System", "before restoring"),
        BackupReason.BEFORE_IMPORT: translate("System", "before an import"),
        BackupReason.BEFORE_MERGE: translate("System", "before a merge"),
        BackupReason.BEFORE_CLOSE: translate("System", "before closing a month"),
        BackupReason.BEFORE_CORRECTION: translate("System", "before a correction"),
        BackupReason.BEFORE_SEALING: translate("System", "before encrypting"),
        BackupReason.MIGRATION: translate("System", "before an update"),
    }
    return words.get(backup.reason, translate("System", "other"))


def _places(backup: Backup) -> Chips:
    if backup.second is not None:
        return Chips((ChipSpec(translate("System", "both places"), Tone.OK),))
    return Chips((ChipSpec(translate("System", "one place"), Tone.NEUTRAL),))


def _no_second() -> str:
    return translate("System", "No second place is chosen: a stick or another disk protects from a dead disk.")


def _size(backup: Backup) -> str:
    return f"{backup.size / 1_000_000:.1f} MB"


def _what_happens(backup: Backup) -> str:
    words = translate(
        "System",
        "The backup of {taken} takes the place of the present data: what was recorded since is no longer shown. "
        "The present database is set aside in the data folder as a file whose name begins with “replaced”; it is not "
        "deleted. Then the window opens anew.",
    )
    return words.format(taken=f"{backup.taken_at:%Y-%m-%d %H:%M}")


def _whose(backup: Backup, path: Path) -> str:
    words = translate(
        "System",
        "“{file}” is a backup of another centre, with the number {other}; here is {ours}. Restored, this computer is "
        "that centre from then on.",
    )
    return words.format(file=path.name, other=backup.centre, ours=centres.centre().number)


class BackupsSection(SystemSection):
    """The backups of both places, the newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "System", "Made every day and at closing; kept: 7 daily, 4 weekly, 12 monthly, those by hand 7 days."
        )
        super().__init__(session, translate("System", "Backups"), about, parent)
        self._found: dict[int, Backup] = {}
        self._second = label(role="secondary", wrap=True)
        columns: tuple[Column[Backup], ...] = (
            Column(translate("System", "Taken at"), lambda one: f"{one.taken_at:%Y-%m-%d %H:%M}", 160),
            Column(translate("System", "Why"), _reason, 90),
            Column(translate("System", "Places"), _places, 110),
            Column(translate("System", "Size"), _size, 90, Align.RIGHT, spare=True),
            Column(translate("System", "File"), lambda one: one.path.name, 250, stretch=True, spare=True),
        )
        self.table: RecordTable[Backup] = RecordTable(
            translate("System", "Backups"), columns, lambda ids: [self._found[one] for one in ids]
        )
        self.table.set_empty(
            translate("System", "No backup yet"), translate("System", "Make one now; it takes seconds."), "save"
        )
        self.content.addWidget(self._second)
        self.content.addWidget(self.table, 1)
        self.buttons.add(button(translate("System", "Second place…"), self._ask_second))
        self.restore_button = button(translate("System", "Restore it…"), self.restore_selected)
        self.buttons.add(self.restore_button)
        self.restore_button.setVisible(self.is_director)
        self.file_button = button(translate("System", "Restore from a file…"), self._ask_file)
        self.buttons.add(self.file_button)
        self.file_button.setVisible(self.is_director)
        self.buttons.add(button(translate("System", "Verify it"), self.verify_selected))
        self.rehearse_button = button(translate("System", "Restore on trial"), self.rehearse)
        self.buttons.add(self.rehearse_button)
        self.buttons.add(button(translate("System", "Back up now"), self.back_up, "primary", "save"))
        self.table.row_activated.connect(lambda _one: self.verify_selected())

    def refresh(self) -> None:
        """List anew."""
        self._found = dict(enumerate(backups.listed(self.session.folder)))
        self.table.set_ids(list(self._found))
        chosen = backups.second_folder()
        words = translate("System", "Second place: {folder}").format(folder=chosen)
        self._second.setText(_no_second() if chosen is None else words)

    @asks(Action.BACKUP)
    def back_up(self) -> None:
        """Make one now."""
        folder, actor = self.session.folder, self.session.actor

        def make(progress: Progress) -> Backup:
            made = backups.back_up(folder, BackupReason.MANUAL, progress, actor)
            thinning.prune(folder)
            return made

        told: Told = Told(Topic.BACKUPS)
        perform_job(self, translate("System", "Backing up"), make, self._on_made, told)

    def verify_selected(self) -> None:
        """Prove the selected backup."""
        backup = self.table.current_row()
        if backup is None:
            return
        perform_job(
            self, translate("System", "Verifying the backup"), lambda _: backups.prove(backup.path), self._on_proven
        )

    @asks(Action.BACKUP)
    def rehearse(self) -> None:
        """Restore the newest backup of each place into a folder that goes away again, and compare it."""
        folder, actor = self.session.folder, self.session.actor

        def work(progress: Progress) -> list[Rehearsed]:
            return rehearsing.rehearse(actor, folder, progress=progress)

        told: Told = Told(Topic.BACKUPS)
        perform_job(self, translate("System", "Restoring on trial"), work, self._on_rehearsed, told)

    def _on_rehearsed(self, done: list[Rehearsed]) -> None:
        whole = translate("System", "{file}: {rows} records and {files} scans and photographs, as they stand here.")
        told = [sentence(trouble) for one in done for trouble in one.troubles]
        fine = [
            whole.format(file=one.file.name, rows=f"{one.rows:,}", files=one.files)
            for one in done
            if one.ok and one.file is not None
        ]
        lead = [] if told else [translate("System", "Restored on trial, and nothing is amiss.")]
        self.say("　".join((*told, *lead, *fine)), Tone.ATTENTION if told else Tone.OK)

    def restore(self, path: Path) -> None:
        """Put a proven backup in the place of the data, after one question; then the window opens anew."""
        if self.session.jobs.busy:
            show_trouble(self, DatabaseBusy())
            return
        given = perform(self, lambda: have_key(path, self))
        proven = perform(self, lambda: backups.prove(path)) if given is not None and given.at_hand else None
        if proven is None:
            return
        other = bool(proven.centre) and proven.centre != centres.centre().number
        # Another centre's is put back only by a question of its own.
        words, act = _what_happens(proven), translate("System", "Restore this backup")
        if other:
            words = f"{_whose(proven, path)}\n\n{words}"
            act = translate("System", "Restore the other centre's backup")
        if ask(self, words, act) and succeeds(self, lambda: self._put_back(path, other)):
            self.session.bus.replaced.emit()

    def _put_back(self, path: Path, other: bool) -> None:
        permissions.reading(self.session.actor, Action.RESTORE)
        # The file can be moved only while nobody reads it.
        self.session.reads.rest()
        restoring.restore(path, self.session.folder, by=self.session.actor, other_centre=other)

    @asks(Action.RESTORE)
    def restore_selected(self) -> None:
        """Restore the backup of the selected line."""
        chosen = self.table.current_row()
        if chosen is not None:
            self.restore(chosen.path)
        else:
            self.say(translate("System", "Select the backup first, with ↑ and ↓."), Tone.ATTENTION)

    @asks(Action.RESTORE)
    def _ask_file(self) -> None:
        title = translate("System", "Choose a backup")
        path, _kind = QFileDialog.getOpenFileName(self, title, str(self.session.folder.backups), "*.db")
        if path:
            self.restore(Path(path))

    def choose_second(self, folder: Path) -> None:
        """Keep a second copy of every backup there from now on."""
        done = translate("System", "Backups go to {folder} too.").format(folder=folder)
        succeeds(
            self,
            lambda: centres.set_setting(self.session.actor, centres.BACKUP_FOLDER, str(folder)),
            Topic.BACKUPS,
            done,
        )

    @asks(Action.BACKUP_PLACE)
    def _ask_second(self) -> None:
        title = translate("System", "Choose the second place for backups")
        chosen = QFileDialog.getExistingDirectory(self, title, str(backups.second_folder() or Path.home()))
        if chosen:
            self.choose_second(Path(chosen))

    def _on_made(self, made: Backup) -> None:
        words = translate("System", "Backed up and read back: {file}").format(file=made.path.name)
        told = [sentence(one) for one in (made.second_error, made.files_error, made.log_error) if one is not None]
        if backups.second_folder() is None:
            told.append(_no_second())
        self.say("　".join((words, *told)), Tone.ATTENTION if told else Tone.OK)

    def _on_proven(self, proven: Backup) -> None:
        words = translate("System", "The backup of {taken} is whole.")
        self.say(words.format(taken=f"{proven.taken_at:%Y-%m-%d %H:%M}"), Tone.OK)
