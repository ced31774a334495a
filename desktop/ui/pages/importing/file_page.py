"""How a file comes to the wizard: chosen, dropped, or as lines copied out of a spreadsheet; read behind the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.importing import pasting, staging
from desktop.ui.frame.page import Page
from desktop.ui.look.theme import Tone
from desktop.ui.pages.importing.foot import FILE
from desktop.ui.pages.importing.work import ImportWork

T = TypeVar("T")


class FilePage(Page):
    """A page that takes files; what is done with one that was read is its subclass's."""

    work: ImportWork

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        raise NotImplementedError

    def ready_for_file(self) -> bool:
        """Whether a file may take the place of the one before."""
        raise NotImplementedError

    def run_job(self, title: str, call: Callable[[Progress], T], then: Callable[[T], object]) -> None:
        """Do something long."""
        raise NotImplementedError

    def show_opened(self, path: Path, book: staging.Book, other: WorkbookKind | None) -> None:
        """Show a file that was read; ``other`` is the kind that it looks like instead."""
        raise NotImplementedError

    def choose_file(self) -> None:
        """Choose a workbook from the disk."""
        title = translate("ImportWizard", "Choose a workbook")
        kinds = translate(
            "ImportWizard", "Workbooks and tables (*.xlsx *.xlsm *.xls *.et *.ods *.csv *.txt);;All files (*)"
        )
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file in the background; the one before is kept until it could be read."""
        if not self.ready_for_file():
            return
        self.run_job(
            translate("ImportWizard", "Reading {file}").format(file=path.name),
            lambda progress: self._opened(staging.open_book(path, None, progress)),
            lambda found: self.show_opened(path, *found),
        )

    def paste(self) -> None:
        """Read the lines that were copied out of Excel or WPS, with their headings."""
        text = QGuiApplication.clipboard().text()
        if self.step != FILE or not self.ready_for_file():
            return
        if not pasting.is_table(text):
            words = translate(
                "ImportWizard",
                "Nothing was copied that is a table. Select the lines with their headings in the spreadsheet first.",
            )
            self.strip.say(words, Tone.ATTENTION)
            return
        place = self.session.folder.drafts
        self.run_job(
            translate("ImportWizard", "Reading the copied lines"),
            lambda progress: self._opened(pasting.open_pasted(text, place, progress)),
            lambda found: self.show_opened(Path(found[0].workbook.file), *found),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_file(paths[0])

    def _opened(self, book: staging.Book) -> tuple[staging.Book, WorkbookKind | None]:
        """A book and the kind that it looks like instead; in the worker, since every kind is tried on all rows."""
        return book, staging.likelier(staging.propose(book, self.work.kind))
