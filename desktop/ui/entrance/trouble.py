"""The data cannot be opened: what happened, and the ways on."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import FolderOnNetwork
from desktop.core.words.messages import sentence
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label


class WayOn(Enum):
    """What the person chose."""

    QUIT = "quit"
    RETRY = "retry"
    RESTORE = "restore"
    OTHER_FOLDER = "other_folder"


class TroubleDialog(GrowingDialog):
    """A sentence and the ways on; ``way`` is the chosen one, ``backup`` the file to restore, ``folder`` what to open.

    Where the folder itself is the trouble, another one is offered instead of a backup.
    ``again`` says that it was tried once more and is no better.
    """

    def __init__(
        self, error: ShizhuError, folder: DataFolder, again: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.way = WayOn.QUIT
        self.backup: Path | None = None
        self.setWindowTitle(translate("Trouble", "The data could not be opened"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        first = translate("Trouble", "The data could not be opened")
        self.heading = label(translate("Trouble", "It still cannot be opened") if again else first, "section")
        column.addWidget(self.heading)
        self.words = label(sentence(error), wrap=True)
        column.addWidget(self.words)
        place = translate("Trouble", "Data folder: {folder}").format(folder=folder.root)
        column.addWidget(label(place, "small", wrap=True))
        restoring = translate(
            "Trouble",
            "Restoring puts a backup in the place of the data. What lies there now is set aside as a file whose name "
            "begins with “replaced”; it is not deleted.",
        )
        misplaced = isinstance(error, FolderOnNetwork)
        if not misplaced:
            column.addWidget(label(restoring, "small", wrap=True))
        column.addStretch(1)
        self.retry_button = button(translate("Trouble", "Try again"), self.retry, "primary")
        column.addWidget(
            ButtonRow(
                button(translate("Trouble", "Quit"), self.reject),
                button(translate("Trouble", "Open another folder…"), self.choose_folder)
                if misplaced
                else button(translate("Trouble", "Restore from a backup…"), self.choose_backup),
                self.retry_button,
            )
        )
        self.be_wide(520)
        self.retry_button.setFocus()

    def retry(self) -> None:
        """Try once more."""
        self.way = WayOn.RETRY
        self.accept()

    def choose_folder(self) -> None:
        """Choose a data folder that lies elsewhere."""
        title = translate("Trouble", "Choose the data folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, path: Path) -> None:
        """Go on with this folder."""
        self.way, self.folder = WayOn.OTHER_FOLDER, DataFolder(path)
        self.accept()

    def choose_backup(self) -> None:
        """Choose a backup to put in the place of the data."""
        title = translate("Trouble", "Choose a backup")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(self.folder.backups), "*.db")
        if chosen:
            self.restore(Path(chosen))

    def restore(self, path: Path) -> None:
        """Go on with this backup."""
        self.way, self.backup = WayOn.RESTORE, path
        self.accept()
